"""Item banks: the items, constructs, scales and closing questions that forms refer to (domain.md 2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text, require, require_known
from assessor.terms import Group


class ItemKind(StrEnum):
    """How an item is answered and reported: a mean needs a scale, yes or no gives a share."""

    SCALED = "scaled"
    YES_NO = "yes_no"


class ClosingKind(StrEnum):
    """How a question that is not scored is answered; the last three stand only in forms of one's own."""

    STAGE = "stage"
    CHOICE = "choice"
    YES_NO = "yes_no"
    OPEN = "open"
    MULTIPLE_CHOICE = "multiple_choice"
    NUMBER = "number"
    RATING = "rating"


@dataclass(frozen=True, kw_only=True)
class Construct(Record):
    """What a set of items measures together, and who is asked about it."""

    code: str
    name: Text
    definition: Text
    asked_of: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True)
class Option(Record):
    """One answer and the number it is stored as."""

    value: int
    label: Text
    description: Text | None = None
    name: str | None = None
    """What a table has for it where a form was designed elsewhere; only in forms of one's own."""


@dataclass(frozen=True, kw_only=True)
class Scale(Record):
    """The answers to an item, and the one off the scale: stored as don't know, never scored."""

    code: str
    options: tuple[Option, ...]
    dont_know: Text


@dataclass(frozen=True, kw_only=True)
class Item(Record):
    """One item, worded for each group that is asked; for students also as a question or for pictures."""

    code: str
    construct: str
    kind: ItemKind = ItemKind.SCALED
    reverse: bool = False
    statement: Mapping[Group, Text]
    question: Text | None = None
    question_scale: str | None = None
    picture: Text | None = None

    def __post_init__(self) -> None:
        require(bool(self.statement), f"{self.code} is worded for no group")
        require((self.question is None) == (self.question_scale is None), "a question needs its scale")
        require(not (self.reverse and Group.STU in self.statement), "students get no reversed items")


@dataclass(frozen=True, kw_only=True)
class Closing(Record):
    """A question of the closing block: not scored."""

    code: str
    kind: ClosingKind
    wording: Mapping[Group, Text]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProtectedArea(Record):
    """A subject students are not asked about without consent, and hints at it (domain.md 2.3, L7)."""

    code: str
    area: Text
    hints: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class ItemBank(Instrument):
    """All items with what they need: constructs, scales, closing questions and the student guard."""

    constructs: tuple[Construct, ...]
    scales: tuple[Scale, ...]
    items: tuple[Item, ...]
    closing: tuple[Closing, ...]
    student_guard_advice: Text
    student_guard: tuple[ProtectedArea, ...]

    def __post_init__(self) -> None:
        constructs = [construct.code for construct in self.constructs]
        require_known([item.construct for item in self.items], constructs, "construct")
        scales = [scale.code for scale in self.scales]
        require_known([item.question_scale for item in self.items if item.question_scale], scales, "scale")


def get_item_bank(
    key: str = "collaboration", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> ItemBank:
    """An item bank, the newest version unless one is named."""
    return read(ItemBank, "item_banks", key, version, language, root)


def find_protected_areas(wording: str, guard: tuple[ProtectedArea, ...]) -> tuple[ProtectedArea, ...]:
    """The protected areas a wording hints at, by words that begin like a hint (domain.md 2.3)."""
    return tuple(
        area
        for area in guard
        if any(re.search(rf"\b{re.escape(hint)}", wording, re.IGNORECASE) for hint in area.hints)
    )
