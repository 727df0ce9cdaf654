"""Decisions: the matrix of who decides, does, is asked and is told (domain.md 5.6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require, require_known
from assessor.terms import Part

DECIDING = (Part.DECIDES, Part.DECIDES_JOINTLY)


@dataclass(frozen=True, kw_only=True)
class Office(Record):
    """A column of the matrix."""

    code: str
    label: Text
    short_label: Text


@dataclass(frozen=True, kw_only=True)
class DecisionSection(Record):
    """A heading over rows."""

    code: str
    title: Text


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """A row: what is decided, and each office's part in it."""

    code: str
    section: str
    title: Text
    short_title: Text
    parts: Mapping[str, Part]
    note: Text | None = None

    def __post_init__(self) -> None:
        parts = list(self.parts.values())
        alone, jointly = parts.count(Part.DECIDES), parts.count(Part.DECIDES_JOINTLY)
        require((alone, jointly) in ((1, 0), (0, 2)), "one office decides, or two decide jointly")


@dataclass(frozen=True, kw_only=True)
class DecisionMatrix(Instrument):
    """All decisions, in sections, for the seven offices."""

    purpose: Text
    how_to_read: Text
    offices: tuple[Office, ...]
    sections: tuple[DecisionSection, ...]
    decisions: tuple[Decision, ...]

    def __post_init__(self) -> None:
        sections = [section.code for section in self.sections]
        require_known([row.section for row in self.decisions], sections, "section")
        offices = {office.code for office in self.offices}
        for row in self.decisions:
            require(set(row.parts) == offices, f"{row.code} gives a part to each office, and to no other")

    def list_decisions(self, section: str) -> tuple[Decision, ...]:
        """The rows of a section, in order."""
        return tuple(row for row in self.decisions if row.section == section)


def get_decision_matrix(
    key: str = "who_decides", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> DecisionMatrix:
    """The decision matrix, the newest version unless one is named."""
    return read(DecisionMatrix, "decisions", key, version, language, root)
