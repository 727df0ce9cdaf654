"""Words of quantity held against the counts behind them: most, all, few, none."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessor.analysis.rounding import percent, shown


class Quantity(StrEnum):
    """What a word claims."""

    ALL = "all"
    NOT_ALL = "not_all"
    MOST = "most"
    MAJORITY = "majority"
    FEW = "few"
    NONE = "none"


@dataclass(frozen=True)
class QuantityRules:
    """From how many percent on "most" may be said, and up to how many "few"."""

    most_from: int = 75
    few_to: int = 25

    def __post_init__(self) -> None:
        if not 50 <= self.most_from <= 100 or not 0 <= self.few_to <= 50:
            raise ValueError("most begins between 50 and 100 percent, few ends between 0 and 50")


STANDARD_RULES: Final = QuantityRules()


@dataclass(frozen=True)
class QuantityClaim:
    """A word of quantity in a text: as it stands there, where it begins and ends, and what it claims."""

    words: str
    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True)
class QuantityFault:
    """A claim the counts do not bear out, and the sentence that says so."""

    claim: QuantityClaim
    why: str


_TIME = r"(?:time|times|days?|weeks?|months?|years?|terms?|hours?|minutes?)"
_NOT_COUNTING = (
    r"(?:at|the|its|their|our|your|his|her|my|a) most",
    rf"most (?:often|likely|recent|recently|common|commonly|important|notably|of all|(?:of the )?{_TIME})",
    r"(?:at|after|above|of|first of|best of|worst of) all (?:kinds|sorts|else)",
    r"(?:at|after|above|first of|best of|worst of) all",
    rf"all (?:right|along|but|too|over|at once|(?:the )?{_TIME})",
    rf"every (?:other|few|(?:single )?{_TIME})",
    rf"(?:(?:quite a|no|not a|every|the|past|last|next|first|a|very|only a) )?few(?: more)? {_TIME}",
    r"(?:quite a|no|not a|past|last|next|first) few",
    rf"a handful of {_TIME}",
    r"(?:all|most|few)-\w+",
)
_COUNTING = (
    (Quantity.NOT_ALL, r"not (?:all|every|everyone|everybody)"),
    (Quantity.MOST, r"(?:nearly|almost) (?:all|every|everyone|everybody)|(?:great|vast|large) majority|most"),
    (Quantity.FEW, r"(?:almost|nearly) (?:none|nobody|no one)|hardly (?:anyone|anybody|any)"),
    (Quantity.FEW, r"a handful of|only a few|very few|a few|few"),
    (Quantity.MAJORITY, r"majority|more than half|over half"),
    (Quantity.NONE, r"none|nobody|no one|not one|not a single"),
    (Quantity.ALL, r"all|everyone|everybody|every|without exception"),
)
_PHRASES: Final[tuple[tuple[Quantity | None, str], ...]] = (
    *((None, phrase) for phrase in _NOT_COUNTING),
    *_COUNTING,
)
_WORDS = re.compile(
    "|".join(rf"(\b(?:{phrase})\b)".replace(" ", r"\s+") for _, phrase in _PHRASES), re.IGNORECASE
)
_MEANINGS = {
    Quantity.ALL: "means 100%",
    Quantity.NOT_ALL: "means less than 100%",
    Quantity.MAJORITY: "means more than 50%",
    Quantity.NONE: "means 0%",
}


def find_quantities(text: str) -> tuple[QuantityClaim, ...]:
    """Return the words of quantity in an English text, in their order; the longest phrase wins.

    Words that look alike but count nobody are passed over: "at most", "the most", "most often", "after all",
    "at all", "every day", "the last few weeks". Source: golden-thread rule G13.
    """
    found = [(match, _PHRASES[(match.lastindex or 1) - 1][0]) for match in _WORDS.finditer(text)]
    return tuple(
        QuantityClaim(match.group(), match.start(), match.end(), quantity)
        for match, quantity in found
        if quantity is not None
    )


def check_quantities(
    text: str, count: int, of: int, rules: QuantityRules = STANDARD_RULES
) -> tuple[QuantityFault, ...]:
    """Return the words of quantity in a text that `count` of `of` people, groups or things do not bear out.

    most ≥ 75%, few ≤ 25% (both configurable; few is more than nobody), all = 100%, majority > 50%,
    none = 0%, decided on the exact share. Source: golden-thread rule G13.
    Raises ValueError where `of` is 0 or `count` is not between 0 and `of`.
    """
    if of < 1 or not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is no count")
    share = percent(count, of) or Decimal(0)
    return tuple(
        QuantityFault(claim, _why(claim, count, of, share, rules))
        for claim in find_quantities(text)
        if not _holds(claim.quantity, count, of, rules)
    )


def _holds(quantity: Quantity, count: int, of: int, rules: QuantityRules) -> bool:
    return {
        Quantity.ALL: count == of,
        Quantity.NOT_ALL: count < of,
        Quantity.MOST: 100 * count >= rules.most_from * of,
        Quantity.MAJORITY: 2 * count > of,
        Quantity.FEW: 0 < 100 * count <= rules.few_to * of,
        Quantity.NONE: count == 0,
    }[quantity]


def _why(claim: QuantityClaim, count: int, of: int, share: Decimal, rules: QuantityRules) -> str:
    limits = {
        Quantity.MOST: f"means {rules.most_from}% or more",
        Quantity.FEW: f"means {rules.few_to}% or less, and somebody",
    }
    meaning = (_MEANINGS | limits)[claim.quantity]
    return f"“{claim.words}” {meaning}, but it was {count} of {of} ({shown(share, 1)}%)."
