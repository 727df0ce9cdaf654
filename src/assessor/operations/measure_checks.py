"""What a measure's values must keep to: a state agrees with its number, arrests stay within referrals."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Measure, MeasureValue
from assessor.terms import CannotDo, ValueState

_ARRESTS, _REFERRALS = "K02", "K01"
_PER_THOUSAND = 10  # arrests are told per 1,000 students, referrals per 100


def check_state(state: ValueState, value: Decimal | None) -> None:
    """Raise CannotDo when a state and a number do not agree."""
    if state is ValueState.VALUE and value is None:
        raise CannotDo("Type a number, or say that it is zero, not collected or suppressed.")
    if state in {ValueState.NOT_COLLECTED, ValueState.SUPPRESSED} and value is not None:
        raise CannotDo("A period that was not collected or is suppressed has no number. Empty it first.")


def check_arrests(session: Session, period_start: date) -> None:
    """Compare counts where both are known, else rates: every arrest is a referral."""
    found = {
        code: (counted, value)
        for code, counted, value in session.execute(
            select(Measure.code, MeasureValue.numerator, MeasureValue.value)
            .join(Measure, Measure.id == MeasureValue.measure_id)
            .where(MeasureValue.period_start == period_start, Measure.code.in_((_ARRESTS, _REFERRALS)))
        )
    }
    if len(found) < 2:
        return
    arrests, referrals = found[_ARRESTS], found[_REFERRALS]
    if arrests[0] is not None and referrals[0] is not None:
        if arrests[0] > referrals[0]:
            raise CannotDo(
                f"{arrests[0]} arrests cannot stand beside {referrals[0]} referrals: every arrest is a"
                " referral. Check both counts."
            )
    elif arrests[1] is not None and referrals[1] is not None and arrests[1] > referrals[1] * _PER_THOUSAND:
        raise CannotDo(
            f"{arrests[1]:f} arrests per 1,000 students cannot stand beside {referrals[1]:f} referrals per"
            " 100: every arrest is a referral. Check both values."
        )
