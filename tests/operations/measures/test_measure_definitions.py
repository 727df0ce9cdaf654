"""A measure's definition: another one is a new version, and nothing is compared across it."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.analysis.targets import Status
from assessor.operations.measures.measure_readings import chart_of, judge_measure
from assessor.operations.measures.measure_values import enter_value
from assessor.operations.measures.measures import (
    add_measure,
    add_measure_from_library,
    edit_measure,
    get_measure,
    keep_definition,
)
from assessor.store import Engagement
from assessor.terms import Direction

MONTHS = [date(2026, month, 1) for month in range(1, 13)]
STARTS = date(2026, 1, 1)


@pytest.fixture
def counted(engagement: Engagement) -> str:
    """A measure that six months were counted of."""
    measure = add_measure(
        engagement,
        "L1",
        "Calls",
        direction=Direction.LOWER,
        unit="count",
        baseline=Decimal(10),
        target=Decimal(5),
        target_on=date(2027, 6, 30),
    )
    for month in MONTHS[:6]:
        enter_value(engagement, measure, month, Decimal(10))
    return measure


def versions(engagement: Engagement, measure: str) -> list[int]:
    return [value.definition_version for value in get_measure(engagement, measure).values]


def test_values_carry_the_version_of_the_definition_they_were_counted_by(
    engagement: Engagement, counted: str
) -> None:
    edit_measure(engagement, counted, definition="Calls for any reason, walk-ups as well")
    enter_value(engagement, counted, MONTHS[6], Decimal(22))

    assert get_measure(engagement, counted).definition_version == 2
    assert versions(engagement, counted) == [1, 1, 1, 1, 1, 1, 2]


def test_a_definition_still_being_written_is_no_new_version_with_every_pause(
    engagement: Engagement, counted: str
) -> None:
    for words in ("Calls", "Calls for any reason", "Calls for any reason, walk-ups as well"):
        edit_measure(engagement, counted, definition=words)

    assert get_measure(engagement, counted).definition_version == 2


def test_a_measure_that_nothing_was_counted_of_keeps_its_first_version(engagement: Engagement) -> None:
    measure = add_measure(engagement, "L1", "Calls")
    edit_measure(engagement, measure, definition="Calls for any reason", formula="Count", unit="calls")

    assert get_measure(engagement, measure).definition_version == 1


@pytest.mark.parametrize("values", [{"target": Decimal(4)}, {"title": "All calls"}, {"definition": ""}])
def test_what_does_not_change_what_is_counted_is_no_new_version(
    engagement: Engagement, counted: str, values: dict[str, object]
) -> None:
    edit_measure(engagement, counted, **values)

    assert get_measure(engagement, counted).definition_version == 1


def test_the_status_says_that_the_definition_changed(engagement: Engagement, counted: str) -> None:
    assert judge_measure(get_measure(engagement, counted), STARTS) is not Status.DEFINITION_CHANGED
    edit_measure(engagement, counted, formula="Calls and walk-ups")
    enter_value(engagement, counted, MONTHS[6], Decimal(22))

    assert judge_measure(get_measure(engagement, counted), STARTS) is Status.DEFINITION_CHANGED


def test_a_baseline_taken_by_the_new_definition_is_judged_again(engagement: Engagement, counted: str) -> None:
    edit_measure(engagement, counted, formula="Calls and walk-ups")
    enter_value(engagement, counted, MONTHS[6], Decimal(22))
    label = get_measure(engagement, counted).values[-1].period_label
    edit_measure(engagement, counted, baseline=Decimal(22), baseline_period=label)

    assert judge_measure(get_measure(engagement, counted), STARTS) is not Status.DEFINITION_CHANGED


def test_the_chart_takes_no_median_and_sees_no_signal_across_definitions(
    engagement: Engagement, counted: str
) -> None:
    edit_measure(engagement, counted, definition="Calls for any reason")
    for month in MONTHS[6:]:
        enter_value(engagement, counted, month, Decimal(22))
    chart = chart_of(get_measure(engagement, counted), STARTS)

    assert chart.median == 22
    assert len(chart.points) == 6
    assert chart.signals == ()


def test_a_definition_that_only_reads_otherwise_keeps_all_values_together(
    engagement: Engagement, counted: str
) -> None:
    edit_measure(engagement, counted, definition="Calls to an SRO")
    keep_definition(engagement, counted)

    assert versions(engagement, counted) == [2] * 6
    assert engagement.undo() == "Keep one definition"
    assert versions(engagement, counted) == [1] * 6


def test_measures_of_the_federal_collection_are_taken_with_their_definition(engagement: Engagement) -> None:
    enrolled = get_measure(engagement, add_measure_from_library(engagement, "ENR"))

    assert (enrolled.title, enrolled.unit) == ("Enrolled students", "students")
