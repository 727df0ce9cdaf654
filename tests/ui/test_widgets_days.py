"""Days are read as people type them and written as the plan shows them."""

from datetime import date

import pytest

from assessor.ui.widgets.days import read_span, span, typed_span

NOV_2, NOV_20 = date(2026, 11, 2), date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "2 Nov – 20 Nov",
        "2 Nov - 20 Nov",
        "Nov 2 to Nov 20",
        "2 Nov 2026 – 20 Nov 2026",
        "2026-11-02 – 11/20/2026",
    ],
)
def test_two_days_are_start_and_due(typed: str) -> None:
    assert read_span(typed, 2026) == (NOV_2, NOV_20, "")


def test_one_day_is_due_and_one_with_a_dash_is_the_start() -> None:
    assert read_span("20 Nov", 2026) == (None, NOV_20, "")
    assert read_span("2 Nov –", 2026) == (NOV_2, None, "")


def test_an_end_before_the_start_is_of_the_next_year() -> None:
    assert read_span("15 Dec – 10 Jan", 2026) == (date(2026, 12, 15), date(2027, 1, 10), "")


def test_words_are_a_rhythm_and_nothing_is_nothing() -> None:
    assert read_span("monthly", 2026) == (None, None, "monthly")
    assert read_span("", 2026) == (None, None, "")


@pytest.mark.parametrize(
    ("typed", "sentence"), [("31 Feb", "is not a day"), ("1 Jan – 2 Jan – 3 Jan", "more than two days")]
)
def test_what_is_no_day_is_said(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_span(typed, 2026)


def test_what_is_shown_for_editing_is_read_back_the_same() -> None:
    for start, due, rhythm in (
        (NOV_2, NOV_20, ""),
        (None, NOV_20, ""),
        (NOV_2, None, ""),
        (None, None, "weekly"),
    ):
        assert read_span(typed_span(start, due, rhythm), 2030) == (start, due, rhythm)


def test_days_are_short_in_a_line() -> None:
    assert span(NOV_2, NOV_20) == "Nov 2 – Nov 20"
    assert span(None, NOV_20) == "by Nov 20"
    assert span(None, None) == ""
