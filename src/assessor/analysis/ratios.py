"""Rates and ratios of events among students, with the rules that keep small numbers from being compared."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import exp, log, sqrt
from typing import Final

from assessor.analysis.rounding import decimal_of, percent
from assessor.terms import CannotDo

LEAST_EVENTS: Final = 10
LEAST_STUDENTS: Final = 30
EVENTS_WITHOUT_INTERVAL: Final = 20
LEAST_ENROLLED: Final = 50
TOO_FEW_WORDS: Final = "too few to compare"
_Z = 1.96


class ArrestsExceedReferrals(CannotDo):
    """More school-related arrests than referrals to law enforcement, although every arrest is a referral."""


@dataclass(frozen=True)
class GroupCount:
    """A group's enrolled students, and those with an event (for a risk) or the events (for a rate)."""

    events: int
    enrolled: int

    def __post_init__(self) -> None:
        if self.events < 0 or self.enrolled < 0:
            raise ValueError("events and enrolled students are never negative")


@dataclass(frozen=True)
class Ratio:
    """A risk ratio with its 95 % interval: 1 is equal. Show the interval with it always."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Comparison:
    """A group beside all others: risks 0–1, difference and composition in % points, excess in events.

    `ratio` is None where the numbers are too few; then `words` say so.
    """

    risk: Decimal
    others_risk: Decimal
    ratio: Ratio | None
    difference: Decimal
    composition: Decimal | None
    excess: Decimal
    words: str


def rate(events: int, enrolled: int, per: int = 100) -> Decimal | None:
    """Return events per 100 (or `per`) enrolled students; None where nobody is enrolled.

    Source: domain.md 6.1, K01 (per 100), K02 (per 1,000). Raises ValueError for negative counts.
    """
    count = GroupCount(events, enrolled)
    return decimal_of(Fraction(count.events * per, count.enrolled)) if enrolled else None


def arrest_share(arrests: int, referrals: int) -> Decimal | None:
    """Return arrests as % of referrals (K03), 0–100; None without a referral. Raises as `check_arrests`."""
    check_arrests(arrests, referrals)
    return percent(arrests, referrals)


def check_arrests(arrests: int, referrals: int) -> None:
    """Refuse more arrests than referrals: every arrest is a referral (domain.md 6.1, CRDC).

    Raises ArrestsExceedReferrals, whose message says what to mend; ValueError for negative counts.
    """
    if min(arrests, referrals) < 0:
        raise ValueError("counts are never negative")
    if arrests > referrals:
        raise ArrestsExceedReferrals(
            f"{arrests} arrests but only {referrals} referrals: every arrest is a referral, "
            "so add the arrests to the referrals or correct one of the two."
        )


def doubts_about_counts(enrolled: int, events: int) -> tuple[str, ...]:
    """Return the sentences to warn with at an import: a rate above 100 %, a school under 50 students.

    Source: domain.md 6.1 (what an analysis of CRDC data dropped). Empty where there is no doubt.
    """
    doubts = []
    if enrolled < LEAST_ENROLLED:
        doubts.append(f"Fewer than {LEAST_ENROLLED} students are enrolled: rates swing widely.")
    if events > enrolled:
        doubts.append("There are more events than enrolled students: check both numbers.")
    return tuple(doubts)


def too_few_to_compare(group: GroupCount, others: GroupCount) -> bool:
    """Return whether a side has fewer than 10 events or 30 students: then no ratio (domain.md 6.2)."""
    return any(one.events < LEAST_EVENTS or one.enrolled < LEAST_STUDENTS for one in (group, others))


def risk_ratio(group: GroupCount, others: GroupCount) -> Ratio | None:
    """Return the ratio of two risks with its 95 % interval; None where the others have no event.

    exp(ln RR ± 1.96 × √(1/a − 1/n1 + 1/c − 1/n2)); where the group has no event, half a one is added to
    each cell of the table for the interval. Not for showing below the least numbers: `compare_with_others`.
    Source: domain.md 6.2 (Katz and others 1978).
    Raises ValueError where nobody is enrolled, or fewer than have an event.
    """
    for one in (group, others):
        if not one.enrolled or one.events > one.enrolled:
            raise ValueError("a risk needs enrolled students, and no more events than those")
    if not others.events:
        return None
    added = 0.0 if group.events else 0.5
    a, c = group.events + added, others.events + added
    n1, n2 = group.enrolled + 2 * added, others.enrolled + 2 * added
    spread = _Z * sqrt(1 / a - 1 / n1 + 1 / c - 1 / n2)
    middle = log(a / n1) - log(c / n2)
    value = float(Fraction(group.events * others.enrolled, group.enrolled * others.events))
    return Ratio(value, exp(middle - spread), exp(middle + spread))


def compare_with_others(group: GroupCount, others: GroupCount) -> Comparison:
    """Return how a group compares with all other students of the school.

    Risk R = events / enrolled; difference R − R_others; composition: share of events − share of enrollment;
    excess events: those above R_others × enrolled. It describes, infers no cause, and sets no target.
    Source: domain.md 6.2.
    Raises ValueError where nobody is enrolled on a side, or fewer than have an event.
    """
    return _compare(
        group, others, both=GroupCount(group.events + others.events, group.enrolled + others.enrolled)
    )


def compare_with_state(group: GroupCount, state_others: GroupCount) -> Comparison:
    """Return the alternate comparison: a group beside all other students of the state, without a composition.

    For where the local comparison group is too small. Source: domain.md 6.2. Raises as `compare_with_others`.
    """
    return _compare(group, state_others, both=None)


def needs_interval(group: GroupCount, others: GroupCount) -> bool:
    """Return whether a ratio must not stand alone: fewer than 20 events on a side (domain.md 6.2)."""
    return min(group.events, others.events) < EVENTS_WITHOUT_INTERVAL


def _compare(group: GroupCount, others: GroupCount, both: GroupCount | None) -> Comparison:
    ratio = risk_ratio(group, others)
    few = too_few_to_compare(group, others)
    risk, others_risk = (Fraction(one.events, one.enrolled) for one in (group, others))
    composition = None
    if both is not None and both.events:
        share = Fraction(group.events, both.events) - Fraction(group.enrolled, both.enrolled)
        composition = decimal_of(100 * share)
    return Comparison(
        decimal_of(risk),
        decimal_of(others_risk),
        None if few else ratio,
        decimal_of(100 * (risk - others_risk)),
        composition,
        decimal_of(group.events - others_risk * group.enrolled),
        TOO_FEW_WORDS if few else "",
    )
