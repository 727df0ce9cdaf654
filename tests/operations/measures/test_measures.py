"""Measures: definitions from the library, values in four states, arrests within referrals."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.operations.measures.measure_values import edit_value, enter_counts, enter_value
from assessor.operations.measures.measures import (
    add_measure,
    add_measure_from_library,
    edit_measure,
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


def test_more_arrests_than_referrals_are_refused_as_rates_where_counts_are_unknown(
    engagement: Engagement,
) -> None:
    enter_value(engagement, add_measure_from_library(engagement, "K01"), SEPTEMBER, Decimal("0.5"))
    arrests = add_measure_from_library(engagement, "K02")
    enter_value(engagement, arrests, SEPTEMBER, Decimal(5))

    with pytest.raises(CannotDo, match="every arrest is a referral"):
        enter_value(engagement, arrests, SEPTEMBER, Decimal("5.1"))
    assert [value.value for value in get_measure(engagement, arrests).values] == [Decimal(5)]


def test_a_count_corrected_later_is_held_to_the_same_rule(engagement: Engagement) -> None:
    enter_counts(engagement, add_measure_from_library(engagement, "K01"), SEPTEMBER, 7, 1400)
    arrests = add_measure_from_library(engagement, "K02")
    enter_counts(engagement, arrests, SEPTEMBER, 2, 1400)
    (value,) = get_measure(engagement, arrests).values

    with pytest.raises(CannotDo, match="9 arrests cannot stand beside 7 referrals"):
        edit_value(engagement, value.id, numerator=9)
    assert get_measure(engagement, arrests).values == (value,)


def test_counts_give_the_rate_the_library_asks_for(engagement: Engagement) -> None:
    per_hundred = add_measure_from_library(engagement, "K01")
    per_thousand = add_measure_from_library(engagement, "K02")
    own = add_measure(engagement, "L1", "Notices in time")
    for measure in (per_hundred, per_thousand, own):
        enter_counts(engagement, measure, SEPTEMBER, 7, 1412)

    rates = [get_measure(engagement, m).values[0].value for m in (per_hundred, per_thousand, own)]
    assert rates == [Decimal("0.50"), Decimal("4.96"), Decimal("0.50")]
    with pytest.raises(CannotDo, match="some to count among"):
        enter_counts(engagement, own, OCTOBER, 7, 0)


def test_a_period_moved_onto_another_is_refused(engagement: Engagement) -> None:
    measure = add_measure(engagement, "L1", "Calls")
    enter_value(engagement, measure, SEPTEMBER, Decimal(1))
    moved = enter_value(engagement, measure, OCTOBER, Decimal(2))

    with pytest.raises(CannotDo, match="has a value already"):
        edit_value(engagement, moved, period_start=SEPTEMBER, period_label="Sep 26")
    assert [value.period_start for value in get_measure(engagement, measure).values] == [SEPTEMBER, OCTOBER]
