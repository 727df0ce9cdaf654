"""Partners: the types of organization a program works with, and what each can offer (domain.md 5.8)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text


@dataclass(frozen=True, kw_only=True)
class PartnerType(Record):
    """A type of organization."""

    code: str
    label: Text
    offers: Text


@dataclass(frozen=True, kw_only=True)
class PartnerTypes(Instrument):
    """All partner types, and what a partner can contribute."""

    contributions: tuple[Text, ...]
    types: tuple[PartnerType, ...]


def get_partner_types(
    key: str = "types", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> PartnerTypes:
    """The partner types, the newest version unless one is named."""
    return read(PartnerTypes, "partners", key, version, language, root)
