"""The partnership and trust indexes: construct means of both parties on a scale from 0 to 100."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from assessor.analysis.rounding import Number, decimal_of
from assessor.terms import Group

PARTNERSHIP_CONSTRUCTS: Final = ("COM", "ROL", "TRU", "GOA", "CON", "INF", "RES")
TRUST_CONSTRUCTS: Final = ("TRU",)
COMMUNITY_TRUST_CONSTRUCTS: Final = ("TRU", "FAI")
PARTIES: Final = (Group.SRO, Group.ADM)
COMMUNITY: Final = (Group.STU, Group.PAR, Group.TCH)

Means = Mapping[Group, Mapping[str, Number]]
"""Construct means, 1–5, by group and construct code."""


@dataclass(frozen=True)
class Index:
    """An index from 0 to 100, with the mean (1–5) of each party behind it: show them side by side."""

    value: Decimal
    parties: tuple[tuple[Group, Decimal], ...]


def partnership_index(means: Means) -> Index | None:
    """Return the partnership index: COM, ROL, TRU, GOA, CON, INF and RES of SRO and administrators.

    Each party weighs the same; (m − 1) / 4 × 100. None where a party lacks one of the seven.
    Source: domain.md 2.5 item 12. Raises ValueError for a mean outside 1–5.
    """
    return _index(means, PARTIES, PARTNERSHIP_CONSTRUCTS)


def trust_index(means: Means) -> Index | None:
    """Return the trust index: TRU of SRO and administrators, 0–100; None where a party has none.

    Source: domain.md 2.5 item 12, measure K29. Raises ValueError for a mean outside 1–5.
    """
    return _index(means, PARTIES, TRUST_CONSTRUCTS)


def community_trust_index(means: Means) -> Index | None:
    """Return community trust: TRU and FAI of those of students, parents and teachers who were asked, 0–100.

    None where nobody was asked, or one of those asked lacks a construct.
    Source: domain.md 2.5 item 12, measure K29. Raises ValueError for a mean outside 1–5.
    """
    asked = [group for group in COMMUNITY if group in means]
    return _index(means, asked, COMMUNITY_TRUST_CONSTRUCTS) if asked else None


def _index(means: Means, groups: Sequence[Group], constructs: Sequence[str]) -> Index | None:
    parties = []
    for group in groups:
        found = means.get(group, {})
        if any(construct not in found for construct in constructs):
            return None
        scores = [Fraction(found[construct]) for construct in constructs]
        if any(not 1 <= score <= 5 for score in scores):
            raise ValueError(f"a mean of {group} is not between 1 and 5")
        parties.append((group, sum(scores, Fraction()) / len(scores)))
    mean = sum((score for _, score in parties), Fraction()) / len(parties)
    return Index(decimal_of((mean - 1) * 25), tuple((group, decimal_of(score)) for group, score in parties))
