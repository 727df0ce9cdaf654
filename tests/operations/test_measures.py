"""Measures: definitions from the library, values in four states, arrests within referrals."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.operations.measures import (
    add_measure,
    add_measure_from_library,
    edit_measure,
    enter_value,
    get_measure,
    list_measures,
    remove_measure,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, ValueState

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def test_a_measure_from_the_library_brings_its_whole_definition(engagement: Engagement) -> None:
    measure = get_measure(engagement, add_measure_from_library(engagement, "K06"))

    assert measure.definition
    assert measure.formula
    assert measure.caveat
    assert measure.definition_version >= 1


def test_zero_is_a_state_of_its_own_and_not_blank(engagement: Engagement) -> None:
    measure_id = add_measure(engagement, "L1", "Calls")
    enter_value(engagement, measure_id, SEPTEMBER, Decimal(0))
    enter_value(engagement, measure_id, OCTOBER, state=ValueState.NOT_COLLECTED)

    assert [(value.state, value.value) for value in get_measure(engagement, measure_id).values] == [
        (ValueState.ZERO, Decimal(0)),
        (ValueState.NOT_COLLECTED, None),
    ]


def test_a_value_entered_twice_for_a_period_is_replaced(engagement: Engagement) -> None:
    measure_id = add_measure(engagement, "L1", "Calls")
    enter_value(engagement, measure_id, SEPTEMBER, Decimal("6.2"))
    enter_value(engagement, measure_id, SEPTEMBER, Decimal("5.9"))

    assert [value.value for value in get_measure(engagement, measure_id).values] == [Decimal("5.9")]


@pytest.mark.parametrize(("state", "value"), [(ValueState.VALUE, None), (ValueState.SUPPRESSED, Decimal(3))])
def test_a_state_and_a_number_that_do_not_agree_are_refused(
    engagement: Engagement, state: ValueState, value: Decimal | None
) -> None:
    measure_id = add_measure(engagement, "L1", "Calls")

    with pytest.raises(CannotDo):
        enter_value(engagement, measure_id, SEPTEMBER, value, state=state)
    assert get_measure(engagement, measure_id).values == ()


def test_more_arrests_than_referrals_are_refused(engagement: Engagement) -> None:
    referrals = add_measure_from_library(engagement, "K01")
    arrests = add_measure_from_library(engagement, "K02")
    enter_value(engagement, referrals, SEPTEMBER, Decimal("0.5"), numerator=7)

    with pytest.raises(CannotDo, match="every arrest is a referral"):
        enter_value(engagement, arrests, SEPTEMBER, Decimal("6.4"), numerator=9)
    assert get_measure(engagement, arrests).values == ()


def test_a_list_shows_the_newest_value(engagement: Engagement) -> None:
    measure_id = add_measure(engagement, "L1", "Calls")
    edit_measure(engagement, measure_id, baseline=Decimal("6.20"), target=Decimal("3.8"))
    enter_value(engagement, measure_id, OCTOBER, Decimal("5.10"))
    enter_value(engagement, measure_id, SEPTEMBER, Decimal("6.1"))
    row = list_measures(engagement)[0]

    assert (row.latest, row.latest_label, row.baseline) == (Decimal("5.10"), "Oct 26", Decimal("6.20"))


def test_a_removed_measure_comes_back_with_its_values(engagement: Engagement) -> None:
    measure_id = add_measure(engagement, "L1", "Calls")
    enter_value(engagement, measure_id, SEPTEMBER, Decimal(6))
    before = get_measure(engagement, measure_id)
    remove_measure(engagement, measure_id)
    engagement.undo()

    assert get_measure(engagement, measure_id) == before
