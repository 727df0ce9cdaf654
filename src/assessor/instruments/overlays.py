"""Overlays: what a state asks of SRO programs, with an as-of date, laid over the rubric (domain.md 1.2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from assessor.instruments.library import ENGLISH, list_keys, read
from assessor.instruments.records import Instrument, Record, Text


class Seen(StrEnum):
    """How much of the source was read."""

    PRIMARY = "primary"
    PART = "part"
    SECONDARY = "secondary"


@dataclass(frozen=True, kw_only=True)
class Requirement(Record):
    """One element of state law or a state model; unverified ones are never printed."""

    code: str
    text: Text
    criteria: tuple[str, ...]
    effective_on: date | None = None
    seen: Seen = Seen.PRIMARY
    verified: bool = True


@dataclass(frozen=True, kw_only=True)
class Overlay(Instrument):
    """The elements of one state (or of federal law, `US`), as of a day."""

    state: str
    as_of: date
    citation: Text
    caution: Text
    requirements: tuple[Requirement, ...]

    @property
    def printable(self) -> tuple[Requirement, ...]:
        """The verified requirements, the only ones that may be printed."""
        return tuple(each for each in self.requirements if each.verified)


def list_overlay_keys(root: Path | None = None) -> tuple[str, ...]:
    """The keys of the shipped overlays: two-letter state codes in lower case, and `us`."""
    return list_keys("overlays", root)


def get_overlay(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Overlay:
    """An overlay, the newest version unless one is named."""
    return read(Overlay, "overlays", key, version, language, root)
