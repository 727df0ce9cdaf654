"""Rhythms of meetings: the days they fall on, and how many were held."""

from datetime import date

import pytest

from assessor.operations import meetings
from assessor.operations.meeting_rhythms import Rhythm, days_of, list_fidelity
from assessor.store import Engagement
from assessor.terms import CannotDo

FIRST, LAST = date(2027, 1, 6), date(2027, 2, 28)


def test_a_weekly_rhythm_keeps_its_weekday() -> None:
    days = days_of(Rhythm.WEEKLY, FIRST, date(2027, 1, 27))

    assert [day.day for day in days] == [6, 13, 20, 27]
    assert [day.day for day in days_of(Rhythm.TWO_WEEKS, FIRST, date(2027, 2, 4))] == [6, 20, 3]


def test_a_month_too_short_takes_its_last_day() -> None:
    days = days_of(Rhythm.MONTHLY, date(2027, 1, 31), date(2027, 4, 30))

    assert [(day.month, day.day) for day in days] == [(1, 31), (2, 28), (3, 31), (4, 30)]


def test_a_daily_rhythm_has_school_days_only() -> None:
    days = days_of(Rhythm.DAILY, date(2027, 1, 9), date(2027, 1, 19))

    assert [day.day for day in days] == [11, 12, 13, 14, 15, 18, 19]


def test_once_needs_no_last_day() -> None:
    assert days_of(Rhythm.ONCE, FIRST, None) == [FIRST]


@pytest.mark.parametrize(
    ("until", "said"),
    [(None, "until which day"), (date(2026, 1, 1), "before"), (date(2099, 1, 1), "more than")],
)
def test_a_rhythm_without_a_sensible_end_is_refused(until: date | None, said: str) -> None:
    with pytest.raises(CannotDo, match=said):
        days_of(Rhythm.WEEKLY, FIRST, until)


def test_fidelity_counts_what_is_due_and_says_what_was_not_logged(engagement: Engagement) -> None:
    ids = meetings.plan_rhythm(engagement, "M2", days_of(Rhythm.WEEKLY, FIRST, LAST))
    meetings.plan_meeting(engagement, "M8", date(2027, 6, 1))
    meetings.log_meeting(engagement, ids[0], "SRO, principal")
    meetings.cancel_meeting(engagement, ids[1], "SRO in court")
    (weekly,) = list_fidelity(meetings.list_meetings(engagement), FIRST, LAST, date(2027, 1, 29))

    assert (weekly.kind, len(weekly.states), weekly.due, weekly.held, weekly.open) == ("M2", 8, 4, 1, 2)
    assert weekly.percent == 25


def test_nothing_due_gives_no_share(engagement: Engagement) -> None:
    meetings.plan_meeting(engagement, "M2", LAST)
    (weekly,) = list_fidelity(meetings.list_meetings(engagement), FIRST, LAST, FIRST)

    assert (weekly.due, weekly.percent) == (0, None)
