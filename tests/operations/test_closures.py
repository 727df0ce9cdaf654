"""Days without school."""

from datetime import date

import pytest

from assessor.operations.closures import add_closure, list_closures, remove_closure
from assessor.store import Engagement
from assessor.terms import CannotDo


def test_days_without_school_are_listed_by_day_and_removed(engagement: Engagement) -> None:
    add_closure(engagement, date(2026, 12, 21), date(2027, 1, 1), "winter break")
    labor_day = add_closure(engagement, date(2026, 9, 7), date(2026, 9, 7), " Labor Day ")
    assert [row.label for row in list_closures(engagement)] == ["Labor Day", "winter break"]
    remove_closure(engagement, labor_day)
    assert [row.first_on for row in list_closures(engagement)] == [date(2026, 12, 21)]


def test_days_that_end_before_they_begin_are_refused(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="later last day"):
        add_closure(engagement, date(2026, 9, 8), date(2026, 9, 7))
    assert list_closures(engagement) == []
