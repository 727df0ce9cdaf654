"""Audits: statements to look for at a site, section by section, each with what a finding would say."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require
from assessor.terms import AuditAnswer

CHECKLIST = "safety_and_risk"


@dataclass(frozen=True, kw_only=True)
class Answer(Record):
    """One of the answers an item can have, and when to give it."""

    code: AuditAnswer
    label: Text
    meaning: Text


@dataclass(frozen=True, kw_only=True)
class Item(Record):
    """A statement that can be seen to hold. `finding` says the same of the system where it does not.

    `criteria` are the rubric criteria the item sheds light on, `barriers` the codes a finding is filed under.
    """

    code: str
    text: Text
    look_for: Text
    finding: Text
    criteria: tuple[str, ...]
    barriers: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Section(Record):
    """A heading under which items stand."""

    code: str
    title: Text
    purpose: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class AuditChecklist(Instrument):
    """A checklist to walk a site with. What is noted on it is confidential and never printed."""

    purpose: Text
    confidential: Text
    before: tuple[Text, ...]
    answers: tuple[Answer, ...]
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        require({each.code for each in self.answers} == set(AuditAnswer), "every answer stands there once")
        codes = [item.code for section in self.sections for item in section.items]
        require(len(codes) == len(set(codes)), "an item stands there twice")
        fit = all(item.code.startswith(section.code) for section in self.sections for item in section.items)
        require(fit, "an item's code begins with that of its section")

    @cached_property
    def items(self) -> dict[str, Item]:
        """All items by code, in their order."""
        return {item.code: item for section in self.sections for item in section.items}


def get_audit_checklist(
    key: str = CHECKLIST, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> AuditChecklist:
    """An audit's checklist, the newest version unless one is named."""
    return read(AuditChecklist, "audits", key, version, language, root)
