"""Codebooks: barrier, strength and opportunity codes and the signs they are known by (domain.md 4.1, 4.2)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text
from assessor.terms import FindingKind

CODEBOOK_KEYS = {
    FindingKind.BARRIER: "barriers",
    FindingKind.STRENGTH: "strengths",
    FindingKind.OPPORTUNITY: "opportunities",
}


@dataclass(frozen=True, kw_only=True)
class Code(Record):
    """A label for what people say or documents show, and the signs that call for it."""

    code: str
    category: Text
    label: Text
    meaning: Text
    signs: tuple[Text, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Codebook(Instrument):
    """All codes of one kind of finding."""

    kind: FindingKind
    purpose: Text
    codes: tuple[Code, ...]

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories in the order they first appear."""
        return tuple(dict.fromkeys(code.category for code in self.codes))

    def get_code(self, code: str) -> Code:
        """The code of that name; KeyError when there is none."""
        for each in self.codes:
            if each.code == code:
                return each
        raise KeyError(code)


def get_codebook(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Codebook:
    """A codebook, the newest version unless one is named."""
    return read(Codebook, "codebooks", key, version, language, root)


def list_codebooks(language: str = ENGLISH, root: Path | None = None) -> tuple[Codebook, ...]:
    """The newest barriers, strengths and opportunities, in this order."""
    return tuple(get_codebook(key, None, language, root) for key in CODEBOOK_KEYS.values())
