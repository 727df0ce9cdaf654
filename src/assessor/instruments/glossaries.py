"""Glossaries: the terms a plan explains, in plain US English (domain.md 5.11)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """A term and what it means; `printed` ones stand in every plan, others where they are used."""

    code: str
    term: Text
    meaning: Text
    printed: bool = False


@dataclass(frozen=True, kw_only=True)
class Glossary(Instrument):
    """Terms in alphabetical order."""

    terms: tuple[Term, ...]

    def get_term(self, code: str) -> Term:
        """The term of that code; KeyError when there is none."""
        for term in self.terms:
            if term.code == code:
                return term
        raise KeyError(code)


def get_glossary(
    key: str = "plan", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Glossary:
    """The glossary, the newest version unless one is named."""
    return read(Glossary, "glossaries", key, version, language, root)
