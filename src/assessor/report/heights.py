"""How high words will stand on the page, in points, estimated from the widths of the type they are set in."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.charts.widths import text_width
from assessor.palette import PLAN_DISPLAY, PLAN_SANS

PAGE = 658.0  # the live area of a page
_RAGGED = 0.94  # how much of a line words fill before they break
_SERIF = 1.06  # the text face beside Plan Sans of the same size


@dataclass(frozen=True)
class Type:
    """A size and leading of type, as wide as so many times Plan Sans."""

    size: float
    leading: float
    wide: float = 1.0
    family: str = PLAN_SANS
    weight: int = 400


BODY = Type(10, 14, _SERIF)
LEDE = Type(13.5, 19.25, _SERIF)
HEADING = Type(13, 17.5, 1.12)
CLAIM = Type(27, 31.5, 1.04, PLAN_DISPLAY)
QUOTE = Type(18, 24.5, 1.04, PLAN_DISPLAY)
QUOTE_SECOND = Type(15, 21, 1.04, PLAN_DISPLAY)
QUOTE_THIRD = Type(14, 19.25, 1.04, PLAN_DISPLAY)
TABLE = Type(9, 12.25)
TABLE_STRONG = Type(9, 12.25, weight=600)
NOTE = Type(8.75, 11.5)
SMALL = Type(8, 10.5)
FACT = Type(9, 11.5)
CALLOUT = Type(10, 14)


def lines(text: str, width: float, set_in: Type) -> int:
    """On how many lines a text stands."""
    if not text:
        return 0
    wide = text_width(text, set_in.size, set_in.family, set_in.weight) * set_in.wide
    return math.ceil(wide / width) if wide <= width else math.ceil(wide / (width * _RAGGED))


def height(text: str, width: float, set_in: Type) -> float:
    """How high a text stands."""
    return lines(text, width, set_in) * set_in.leading


def paragraphs_height(texts: Sequence[str], width: float, set_in: Type, between: float = 7) -> float:
    """How high paragraphs stand, one under the other."""
    return sum(height(text, width, set_in) for text in texts) + between * max(len(texts) - 1, 0)


def claim_height(claim: str) -> float:
    """The head of a chapter: its kicker and its claim."""
    return 14 + 1.75 + sum(height(line, 498, CLAIM) for line in claim.splitlines()) + 12.25
