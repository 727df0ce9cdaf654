"""Behavior is counted by code, setting by setting, one change however often it was seen."""

import pytest

from assessor.operations import observations
from assessor.operations.observations import count_behaviors, note_behavior, split_times
from assessor.operations.remarks import list_remarks, note_remark
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, SittingKind


@pytest.fixture
def sitting(engagement: Engagement) -> str:
    return add_sitting(engagement, SittingKind.OBSERVATION, "North High")


@pytest.mark.parametrize(
    ("typed", "times", "words"),
    [
        ("", 1, ""),
        ("Greets students", 1, "Greets students"),
        ("x3", 3, ""),
        ("×3 Greets students", 3, "Greets students"),
        ("X 12 Waves", 12, "Waves"),
        ("x-ray of a bag", 1, "x-ray of a bag"),
        ("x3rd floor", 1, "x3rd floor"),
    ],
)
def test_how_often_stands_before_the_words(typed: str, times: int, words: str) -> None:
    assert split_times(typed) == (times, words)


def test_several_times_are_several_lines_and_one_change(engagement: Engagement, sitting: str) -> None:
    note_behavior(engagement, sitting, "SUP", "Support", 3, question="O1", setting="Arrival")
    rows = list_remarks(engagement, sitting)
    assert [(row.behavior, row.setting, row.position) for row in rows] == [
        ("SUP", "Arrival", place) for place in range(3)
    ]
    engagement.undo()
    assert list_remarks(engagement, sitting) == []


@pytest.mark.parametrize("times", [0, observations.MOST_AT_ONCE + 1])
def test_an_unlikely_number_is_refused(engagement: Engagement, sitting: str, times: int) -> None:
    with pytest.raises(CannotDo, match="from 1 to 50 times"):
        note_behavior(engagement, sitting, "SUP", "Support", times)


def test_one_observation_goes_through_several_settings(engagement: Engagement, sitting: str) -> None:
    note_behavior(engagement, sitting, "SUP", "Support", 2, setting="Arrival and dismissal")
    note_behavior(engagement, sitting, "ENF", "Enforce", setting="Lunch")
    note_behavior(engagement, sitting, "SUP", "Support", setting="Lunch")
    note_remark(engagement, sitting, "Students sit apart.", setting="Lunch")
    table = count_behaviors(list_remarks(engagement, sitting), ["SUP", "INF", "DIR", "ENF", "COL"])
    assert table.codes == ("SUP", "INF", "DIR", "ENF", "COL")
    assert table.settings == ("Arrival and dismissal", "Lunch")
    assert table.counts == {
        ("Arrival and dismissal", "SUP"): 2,
        ("Lunch", "ENF"): 1,
        ("Lunch", "SUP"): 1,
    }
    assert (table.total, table.of_code("SUP"), table.of_code("COL")) == (4, 3, 0)
