"""What a measure's values must keep to: a state agrees with its number, arrests stay within referrals."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import literal, null, or_, select
from sqlalchemy.orm import Session

from assessor.analysis.ratios import ArrestsExceedReferrals
from assessor.model import Measure, MeasurePart, MeasureValue
from assessor.terms import CannotDo, ValueState

PAIRS_OF_ARRESTS = (("K02", "K01"), ("K02Y", "K01Y"))
_PER_THOUSAND = 10  # arrests are told per 1,000 students, referrals per 100


@dataclass(frozen=True)
class Told:
    """What is told of one measure in one period: the count and the rate, each if it is known."""

    counted: int | None
    rate: Decimal | None


def check_state(state: ValueState, value: Decimal | None) -> None:
    """Raise CannotDo when a state and a number do not agree."""
    if state is ValueState.VALUE and value is None:
        raise CannotDo("Type a number, or say that it is zero, not collected or suppressed.")
    if state in {ValueState.NOT_COLLECTED, ValueState.SUPPRESSED} and value is not None:
        raise CannotDo("A period that was not collected or is suppressed has no number. Empty it first.")


def check_arrests(session: Session, period_start: date) -> None:
    """Compare arrests with referrals in a period, of the whole, each school and each group of students.

    Raises ArrestsExceedReferrals: every arrest is a referral (domain.md 6.1).
    """
    for arrests_code, referrals_code in PAIRS_OF_ARRESTS:
        told: defaultdict[tuple[str, str], dict[str, Told]] = defaultdict(dict)
        for code, site, group, counted, rate in _told(session, period_start, (arrests_code, referrals_code)):
            told[site or "", group][code] = Told(counted, rate)
        for pair in told.values():
            if len(pair) == 2:
                compare_arrests(pair[arrests_code], pair[referrals_code])


def compare_arrests(arrests: Told, referrals: Told) -> None:
    """Compare counts where both are known, else rates. Raises ArrestsExceedReferrals."""
    if arrests.counted is not None and referrals.counted is not None:
        if arrests.counted > referrals.counted:
            raise ArrestsExceedReferrals(
                f"{arrests.counted} arrests cannot stand beside {referrals.counted} referrals: every arrest"
                " is a referral. Check both counts."
            )
        return
    if arrests.rate is None or referrals.rate is None:
        return
    if arrests.rate > referrals.rate * _PER_THOUSAND:
        raise ArrestsExceedReferrals(
            f"{arrests.rate:f} arrests per 1,000 students cannot stand beside {referrals.rate:f}"
            " referrals per 100: every arrest is a referral. Check both values."
        )


def is_pair_of_arrests(code: str) -> bool:
    """Whether a measure is compared as arrests or referrals."""
    return any(code in pair for pair in PAIRS_OF_ARRESTS)


def _told(session: Session, period_start: date, codes: tuple[str, str]) -> list[Any]:
    """Code, site, group, count and rate of both measures in a period: of the whole, then of its parts."""
    whole = (
        select(Measure.code, null(), literal(""), MeasureValue.numerator, MeasureValue.value)
        .join(Measure, Measure.id == MeasureValue.measure_id)
        .where(MeasureValue.period_start == period_start, Measure.code.in_(codes))
    )
    parts = (
        select(
            Measure.code,
            MeasurePart.site_id,
            MeasurePart.subgroup,
            MeasurePart.numerator,
            MeasurePart.value,
        )
        .join(Measure, Measure.id == MeasurePart.measure_id)
        .where(
            MeasurePart.period_start == period_start,
            Measure.code.in_(codes),
            or_(MeasurePart.site_id.is_not(None), MeasurePart.subgroup != ""),  # its school is still here
        )
    )
    return [*session.execute(whole), *session.execute(parts)]
