"""Fit for print: every string of the plan against the type it is set in, before a glyph is missed."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from assessor.places import shipped
from assessor.report.stylesheets import FONTS, ITALICS

Plan = TypeVar("Plan")

SUBSTITUTE = "[?]"
_AS_WRITTEN = {"link", "contact", "identifier", "language"}  # fields that are addresses, not words
_QUOTES = (
    (re.compile(r"(^|[\s(\[{—–-])\"(?=\S)"), r"\1“"),
    (re.compile(r"\""), "”"),
    (re.compile(r"(^|[\s(\[{—–“-])'(?=\S)(?!\d\ds?\b)"), r"\1‘"),
    (re.compile(r"'"), "’"),
)


@dataclass(frozen=True)
class MissingGlyph:
    """A character the plan's type does not have, and the words it stood in."""

    character: str
    words: str

    def __str__(self) -> str:
        name = unicodedata.name(self.character, f"U+{ord(self.character):04X}").lower()
        return f"The plan’s type has no {name}, as in “{self.words}”; it is printed as {SUBSTITUTE}."


def fit_for_print(plan: Plan) -> tuple[Plan, tuple[MissingGlyph, ...]]:
    """The plan with typographic quotes and without characters that cannot be set, and which those were."""
    missing: dict[str, MissingGlyph] = {}

    def fit(text: str) -> str:
        clean = "".join(_fit_character(character, missing, text) for character in _normal(text))
        for pattern, quote in _QUOTES:
            clean = pattern.sub(quote, clean)
        return clean

    return _mapped(plan, fit), tuple(missing.values())


def _normal(text: str) -> str:
    """Composed, line ends alike, no control characters, no marks that turn the direction of the text."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return "".join(
        character
        for character in composed
        if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co")
    )


def _fit_character(character: str, missing: dict[str, MissingGlyph], text: str) -> str:
    known = known_characters()
    if character == "\n" or ord(character) in known:
        return character
    alike = unicodedata.normalize("NFKC", character)
    if alike and all(ord(part) in known for part in alike):
        return alike
    missing.setdefault(character, MissingGlyph(character, " ".join(text.split())[:60]))
    return SUBSTITUTE


@lru_cache(maxsize=1)
def known_characters() -> frozenset[int]:
    """The characters every face of the plan's type has."""
    from fontTools.ttLib import TTFont

    known: set[int] | None = None
    for _, _, file in (*FONTS, *ITALICS):
        with TTFont(shipped("resources", "fonts", file), lazy=True) as font:
            characters = set(font.getBestCmap())
        known = characters if known is None else known & characters
    return frozenset(known or ())


def _mapped(value: Any, fit: Callable[[str], str]) -> Any:
    """The value with every string in it fitted; enums, numbers and dates stay."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, tuple):
        return tuple(_mapped(item, fit) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _mapped(getattr(value, field.name), fit)
            for field in fields(value)
            if field.name not in _AS_WRITTEN
        }
        return replace(value, **changed)
    return value
