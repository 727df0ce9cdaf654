"""Checklists: questions to work through in phases, such as SARA problem solving (domain.md 5.7)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text


@dataclass(frozen=True, kw_only=True)
class CheckItem(Record):
    """One question to answer."""

    code: str
    text: Text


@dataclass(frozen=True, kw_only=True)
class Phase(Record):
    """A phase and its questions."""

    code: str
    title: Text
    aim: Text
    items: tuple[CheckItem, ...]


@dataclass(frozen=True, kw_only=True)
class Checklist(Instrument):
    """A checklist: when to use it, and its phases."""

    purpose: Text
    starts_when: Text
    phases: tuple[Phase, ...]
    sources: tuple[str, ...]


def get_checklist(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Checklist:
    """A checklist, the newest version unless one is named."""
    return read(Checklist, "checklists", key, version, language, root)
