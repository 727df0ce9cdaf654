"""Abbreviations of the field: what a note-taker types, and the words it stands for (domain.md part 3)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require


@dataclass(frozen=True, kw_only=True)
class Abbreviation(Record):
    """A short form in small letters, and the words that take its place."""

    code: str
    words: Text


@dataclass(frozen=True, kw_only=True)
class Abbreviations(Instrument):
    """Short forms in alphabetical order."""

    abbreviations: tuple[Abbreviation, ...]

    def __post_init__(self) -> None:
        """Refuse a short form that nobody could type as one word, or that stands twice."""
        codes = [one.code for one in self.abbreviations]
        require(len(set(codes)) == len(codes), "a short form stands twice")
        for code in codes:
            require(code.isalnum() and code == code.lower(), f"“{code}” is no word in small letters")

    def by_code(self) -> dict[str, str]:
        """The words by short form."""
        return {one.code: one.words for one in self.abbreviations}


def get_abbreviations(
    key: str = "field", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Abbreviations:
    """The abbreviations, the newest version unless one is named."""
    return read(Abbreviations, "abbreviations", key, version, language, root)
