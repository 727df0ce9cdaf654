"""The SMART check."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.smart import (
    Letter,
    ObjectiveFacts,
    change_in_percent,
    check_smart,
    most_change_in_percent,
)

SOUND = ObjectiveFacts(
    text="Teachers who know which matters are theirs",
    who="Teachers of both schools",
    measure="ROL6, % favorable",
    baseline=Decimal(50),
    target=Decimal(65),
    due_on=date(2027, 6, 1),
    plan_starts_on=date(2026, 8, 1),
    plan_ends_on=date(2029, 6, 30),
    findings=2,
)


def fact(letter, **changes):
    return next(found for found in check_smart(replace(SOUND, **changes)) if found.letter is letter)


def test_a_sound_objective_meets_all_five_and_says_why():
    facts = check_smart(SOUND)
    assert "".join(found.letter for found in facts) == "SMART"
    assert all(found.met and found.why and not found.to_do for found in facts)
    assert fact(Letter.MEASURABLE).why == "ROL6, % favorable: from 50 to 65."
    assert fact(Letter.ATTAINABLE).why == "A change of 30% of the baseline, within 40%."


@pytest.mark.parametrize(
    ("letter", "changes"),
    [
        (Letter.SPECIFIC, {"text": " "}),
        (Letter.SPECIFIC, {"who": ""}),
        (Letter.MEASURABLE, {"measure": ""}),
        (Letter.MEASURABLE, {"baseline": None}),
        (Letter.MEASURABLE, {"target": None}),
        (Letter.ATTAINABLE, {"target": Decimal("70.1")}),
        (Letter.ATTAINABLE, {"baseline": Decimal(0)}),
        (Letter.ATTAINABLE, {"baseline": None}),
        (Letter.RELEVANT, {"findings": 0}),
        (Letter.TIMELY, {"due_on": None}),
        (Letter.TIMELY, {"due_on": date(2026, 7, 31)}),
        (Letter.TIMELY, {"due_on": date(2029, 7, 1)}),
        (Letter.TIMELY, {"plan_ends_on": None}),
    ],
)
def test_what_is_missing_is_open_with_a_reason_and_something_to_do(letter, changes):
    found = fact(letter, **changes)
    assert not found.met
    assert found.why.endswith(".")
    assert found.to_do.endswith(".")


def test_a_change_of_exactly_forty_percent_is_attainable():
    assert fact(Letter.ATTAINABLE, target=Decimal(70)).met
    assert fact(Letter.ATTAINABLE, target=Decimal(30)).met


def test_a_larger_change_is_attainable_where_it_is_justified():
    found = fact(Letter.ATTAINABLE, target=Decimal(90), attainable_reason="A call guide comes into use.")
    assert found.met
    assert "call guide" in found.why


def test_two_years_allow_twice_the_change():
    assert fact(Letter.ATTAINABLE, target=Decimal(89), due_on=date(2028, 8, 1)).met
    assert not fact(Letter.ATTAINABLE, target=Decimal(91), due_on=date(2028, 8, 1)).met


def test_a_baseline_still_to_be_taken_is_measurable():
    assert fact(Letter.MEASURABLE, baseline=None, baseline_plan="Count in October.").met


def test_keeping_a_zero_at_zero_is_attainable():
    assert fact(Letter.ATTAINABLE, baseline=Decimal(0), target=Decimal(0)).met


def test_one_finding_is_said_in_the_singular():
    assert fact(Letter.RELEVANT, findings=1).why == "It answers 1 finding."


@given(st.decimals(1, 500, places=1), st.decimals(0, 500, places=1))
def test_the_size_of_a_change_does_not_depend_on_its_direction_or_unit(baseline, change):
    assert change_in_percent(baseline, baseline + change) == change_in_percent(baseline, baseline - change)
    assert change_in_percent(10 * baseline, 10 * baseline + 10 * change) == change_in_percent(
        baseline, baseline + change
    )


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_year_is_the_least_time_a_change_is_measured_over(start, end):
    assert most_change_in_percent(start, end) >= 40
    assert most_change_in_percent(None, end) == 40
