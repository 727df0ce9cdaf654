"""Periods: months, terms and school years, named, followed and read as typed."""

from datetime import date

import pytest

from assessor.instruments.measures import Frequency
from assessor.operations.periods import Period, frequency_of, last_day, period_after, period_of, read_period
from assessor.terms import CannotDo

MONTH, TERM, YEAR, WAVE = Frequency.MONTH, Frequency.TERM, Frequency.YEAR, Frequency.WAVE


@pytest.mark.parametrize(
    ("day", "frequency", "period"),
    [
        (date(2026, 9, 17), MONTH, Period(date(2026, 9, 1), "Sep 26")),
        (date(2026, 12, 31), TERM, Period(date(2026, 8, 1), "Fall 2026")),
        (date(2027, 7, 31), TERM, Period(date(2027, 1, 1), "Spring 2027")),
        (date(2027, 7, 31), YEAR, Period(date(2026, 8, 1), "2026–27")),
        (date(2099, 8, 1), YEAR, Period(date(2099, 8, 1), "2099–00")),
        (date(2026, 11, 2), WAVE, Period(date(2026, 11, 2), "2 Nov 26")),
    ],
)
def test_a_day_lies_in_its_period(day: date, frequency: Frequency, period: Period) -> None:
    assert period_of(day, frequency) == period


@pytest.mark.parametrize(
    ("starts_on", "frequency", "label"),
    [
        (date(2026, 12, 1), MONTH, "Jan 27"),
        (date(2026, 8, 1), TERM, "Spring 2027"),
        (date(2027, 1, 1), TERM, "Fall 2027"),
        (date(2026, 8, 1), YEAR, "2027–28"),
    ],
)
def test_a_period_is_followed_by_the_next(starts_on: date, frequency: Frequency, label: str) -> None:
    assert period_after(starts_on, frequency).label == label


def test_a_period_ends_the_day_before_the_next_begins() -> None:
    assert last_day(date(2027, 2, 1), MONTH) == date(2027, 2, 28)
    assert last_day(date(2026, 8, 1), TERM) == date(2026, 12, 31)
    assert last_day(date(2026, 11, 2), WAVE) == date(2026, 11, 2)


@pytest.mark.parametrize("typed", ["Sep 26", "september 2026", "Sept. 2026", "2026-09"])
def test_a_month_is_read_however_it_is_typed(typed: str) -> None:
    assert read_period(typed) == Period(date(2026, 9, 1), "Sep 26")


def test_terms_years_and_days_are_read() -> None:
    assert read_period("fall 2026").starts_on == date(2026, 8, 1)
    assert read_period("2026-27").label == "2026–27"
    assert read_period("2026-09-14").label == "14 Sep 26"


@pytest.mark.parametrize("typed", ["", "soon", "2026-13-01", "2026-02-30", "2026–29", "Se 26x"])
def test_what_is_no_period_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(CannotDo, match="Write it as"):
        read_period(typed)


def test_how_often_follows_what_was_taken_before_what_was_said() -> None:
    assert frequency_of("term, year") is TERM
    assert frequency_of("each year, by term") is YEAR
    assert frequency_of("now and then") is MONTH
    assert frequency_of("term", [date(2026, 9, 1), date(2026, 10, 1)]) is MONTH
    assert frequency_of("month", [date(2026, 8, 1), date(2027, 1, 1)]) is TERM
    assert frequency_of("month", [date(2025, 8, 1), date(2026, 8, 1)]) is YEAR
