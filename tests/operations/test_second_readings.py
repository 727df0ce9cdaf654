"""A second reader: blind until one's own decision, then side by side, with agreement from 20 criteria on."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assessor.operations.document_imports import import_document
from assessor.operations.policy_reviews import (
    begin_review,
    clear_rating,
    find_review,
    get_review,
    leave_out_criterion,
    note_on_criterion,
    rate_criterion,
)
from assessor.operations.second_readings import (
    begin_second_reading,
    compare_readings,
    list_other_ratings,
    list_readings,
    take_over_level,
)
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo


@pytest.fixture
def first(engagement: Engagement, tmp_path: Path) -> str:
    path = tmp_path / "mou.txt"
    path.write_text("An agreement.")
    return begin_review(engagement, finish(import_document(engagement, path)), "D. Amari", date(2026, 11, 1))


@pytest.fixture
def second(engagement: Engagement, first: str) -> str:
    document_id = get_review(engagement, first).document_id
    return begin_second_reading(engagement, document_id, " J. Ruiz ", date(2026, 11, 9))


def test_both_readings_are_told_the_first_one_first(engagement: Engagement, first: str, second: str) -> None:
    rate_criterion(engagement, second, "A1", 2)
    document_id = get_review(engagement, first).document_id
    readings = list_readings(engagement, document_id)

    assert [(row.id, row.reviewer, row.rated) for row in readings] == [
        (first, "D. Amari", 0),
        (second, "J. Ruiz", 1),
    ]
    assert find_review(engagement, document_id, "J. Ruiz") == second
    assert find_review(engagement, document_id, "Somebody") == first


@pytest.mark.parametrize(
    ("name", "why"), [("  ", "needs a reader"), ("d. amari", "reads this document already")]
)
def test_a_second_reader_has_a_name_of_their_own(
    engagement: Engagement, first: str, name: str, why: str
) -> None:
    with pytest.raises(CannotDo, match=why):
        begin_second_reading(engagement, get_review(engagement, first).document_id, name)


def test_the_other_level_is_not_told_before_ones_own_is_given(
    engagement: Engagement, first: str, second: str
) -> None:
    rate_criterion(engagement, first, "B2", 1, date(2026, 11, 12))
    note_on_criterion(engagement, first, "B3", "Not decided")
    hidden = list_other_ratings(engagement, second)

    assert list(hidden) == ["B2"]
    assert (hidden["B2"].is_hidden, hidden["B2"].level, hidden["B2"].rated_on) == (True, None, None)
    rate_criterion(engagement, second, "B2", 3)
    told = list_other_ratings(engagement, second)["B2"]
    assert (told.is_hidden, told.reviewer, told.level) == (False, "D. Amari", 1)
    clear_rating(engagement, second, "B2")
    assert list_other_ratings(engagement, second)["B2"].is_hidden


def test_a_reading_alone_has_nothing_beside_it(engagement: Engagement, first: str) -> None:
    assert list_other_ratings(engagement, first) == {}
    assert compare_readings(engagement, first) is None


def rate_both(engagement: Engagement, first: str, second: str, count: int) -> None:
    """Rate the first `count` criteria twice: the second reader differs by one on every fifth."""
    for number, criterion in enumerate(get_review(engagement, first).rubric.criteria[:count]):
        level = number % 4
        rate_criterion(engagement, first, criterion.code, level)
        other = level if number % 5 else (level + 1) % 4
        rate_criterion(engagement, second, criterion.code, other)


def test_agreement_is_told_from_twenty_criteria_on(engagement: Engagement, first: str, second: str) -> None:
    rate_both(engagement, first, second, 19)
    few = compare_readings(engagement, first)
    assert few is not None
    assert (few.agreement.double_rated, few.agreement.percent, few.agreement.kappa) == (19, None, None)
    rate_both(engagement, first, second, 20)
    enough = compare_readings(engagement, first)

    assert enough is not None
    assert (enough.agreement.same, enough.agreement.percent) == (16, Decimal(80))
    assert enough.agreement.kappa is not None
    assert len(enough.differences) == 4
    assert enough.other.reviewer == "J. Ruiz"


def test_a_criterion_left_out_by_one_differs_and_counts_in_no_agreement(
    engagement: Engagement, first: str, second: str
) -> None:
    leave_out_criterion(engagement, first, "A4", "The county pays")
    rate_criterion(engagement, second, "A4", 2)
    found = compare_readings(engagement, first)

    assert found is not None
    assert [(one.criterion, one.mine, one.theirs) for one in found.differences] == [("A4", None, 2)]
    assert found.agreement.double_rated == 0


def test_an_agreed_level_is_taken_over_and_agreement_stays_what_it_was(
    engagement: Engagement, first: str, second: str
) -> None:
    rate_both(engagement, first, second, 20)
    take_over_level(engagement, first, "A1", date(2026, 11, 20))
    rating = get_review(engagement, first).ratings["A1"]
    found = compare_readings(engagement, first)

    assert (rating.level, rating.own_level) == (1, 0)
    assert found is not None
    assert "A1" not in {one.criterion for one in found.differences}
    assert found.agreement.same == 16
    assert engagement.undo() == "Take over the level of A1"
    assert get_review(engagement, first).ratings["A1"].level == 0


def test_nothing_is_taken_over_blindly(engagement: Engagement, first: str, second: str) -> None:
    rate_criterion(engagement, second, "A1", 3)
    with pytest.raises(CannotDo, match="not rated by both"):
        take_over_level(engagement, first, "A1")
