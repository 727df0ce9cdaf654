"""The codes findings and remarks are filed under: the shipped codebooks, and how often each code is used."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from assessor.instruments.codebooks import CODEBOOK_KEYS, Code, get_codebook, list_codebooks
from assessor.model import FindingCode, RemarkCode
from assessor.store import Engagement
from assessor.terms import FindingKind


@dataclass(frozen=True)
class CodeEntry:
    """A code of the codebook, as it is chosen from."""

    code: str
    kind: FindingKind
    category: str
    label: str
    meaning: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class CodeUse:
    """How many findings are filed under a code, and how many remarks bear it."""

    findings: int = 0
    remarks: int = 0


def list_codes(kind: FindingKind | None = None) -> list[CodeEntry]:
    """Every code of a kind of finding, or of all kinds, in the order of the codebooks."""
    books = list_codebooks() if kind is None else (get_codebook(CODEBOOK_KEYS[kind]),)
    return [_entry(book.kind, code) for book in books for code in book.codes]


def find_codes(typed: str, kind: FindingKind | None = None) -> list[CodeEntry]:
    """The codes whose code, label, category or signs hold every word typed; all when nothing is typed."""
    words = typed.casefold().split()
    return [entry for entry in list_codes(kind) if all(word in _text(entry) for word in words)]


def count_code_uses(engagement: Engagement) -> dict[str, CodeUse]:
    """How often each code is used; codes never used are left out."""
    with engagement.reading() as session:
        findings = Counter(session.scalars(select(FindingCode.code)))
        remarks = Counter(session.scalars(select(RemarkCode.code)))
    return {code: CodeUse(findings[code], remarks[code]) for code in sorted({*findings, *remarks})}


def _entry(kind: FindingKind, code: Code) -> CodeEntry:
    return CodeEntry(code.code, kind, code.category, code.label, code.meaning, code.signs)


def _text(entry: CodeEntry) -> str:
    return " ".join([entry.code, entry.label, entry.category, entry.meaning, *entry.signs]).casefold()
