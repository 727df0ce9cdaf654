"""Policy reviews: levels, reasons, practice, and scores that agree with the rubric's arithmetic."""

from decimal import Decimal
from pathlib import Path

import pytest

from assessor.model import ContentCopy
from assessor.operations.document_imports import import_document
from assessor.operations.findings import draft_finding_from_rating
from assessor.operations.policy_reviews import (
    begin_review,
    clear_rating,
    compare_with_practice,
    get_review,
    leave_out_criterion,
    list_reviews,
    note_on_criterion,
    rate_criterion,
    remove_review,
)
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Practice


@pytest.fixture
def review_id(engagement: Engagement, tmp_path: Path) -> str:
    path = tmp_path / "mou.txt"
    path.write_text("An agreement.")
    return begin_review(engagement, finish(import_document(engagement, path)), "D. Amari")


def test_beginning_twice_goes_on_with_the_same_reading(engagement: Engagement, review_id: str) -> None:
    document_id = get_review(engagement, review_id).document_id

    assert begin_review(engagement, document_id) == review_id


def test_a_group_scores_as_in_the_published_example(engagement: Engagement, review_id: str) -> None:
    """domain.md 10: A1 (weight 2) = 2, A2 = 3, A3 = 1, A4 N/A, A5 = 2 make 10 of 15."""
    for criterion, level in (("A1", 2), ("A2", 3), ("A3", 1), ("A5", 2)):
        rate_criterion(engagement, review_id, criterion, level)
    leave_out_criterion(engagement, review_id, "A4", "The county pays for everything")
    review = get_review(engagement, review_id)

    group = review.groups["A"]
    assert (group.points, group.possible) == (10, 15)
    assert group.percent is not None
    assert round(group.percent, 1) == Decimal("66.7")
    assert review.rated == 5


def test_a_critical_zero_caps_the_whole(engagement: Engagement, review_id: str) -> None:
    for criterion in get_review(engagement, review_id).rubric.criteria:
        rate_criterion(engagement, review_id, criterion.code, 0 if criterion.code == "B3" else 3)
    score = get_review(engagement, review_id).score

    assert score.critical_zeros == ("B3",)
    assert score.capped
    assert score.band == "developing"


def test_a_criterion_is_left_out_only_with_a_reason(engagement: Engagement, review_id: str) -> None:
    with pytest.raises(CannotDo, match="only with a reason"):
        leave_out_criterion(engagement, review_id, "A4", "  ")


def test_a_level_outside_the_rubric_is_refused(engagement: Engagement, review_id: str) -> None:
    with pytest.raises(CannotDo, match="4 is no level"):
        rate_criterion(engagement, review_id, "A4", 4)


def test_note_and_practice_stay_when_a_level_is_cleared(engagement: Engagement, review_id: str) -> None:
    rate_criterion(engagement, review_id, "B2", 1)
    note_on_criterion(engagement, review_id, "B2", "Vague")
    compare_with_practice(engagement, review_id, "B2", Practice.DONE_ONLY)
    clear_rating(engagement, review_id, "B2")
    rating = get_review(engagement, review_id).ratings["B2"]

    assert (rating.level, rating.note, rating.practice) == (None, "Vague", Practice.DONE_ONLY)
    assert not rating.is_rated


def test_the_rubric_used_is_kept_in_the_engagement(engagement: Engagement, review_id: str) -> None:
    with engagement.reading() as session:
        copy = session.query(ContentCopy).one()

    assert (copy.kind, copy.version) == ("rubrics", 1)
    assert "Governance and purpose" in copy.text


def test_a_removed_reading_comes_back_with_its_ratings(engagement: Engagement, review_id: str) -> None:
    rate_criterion(engagement, review_id, "B2", 1)
    before = get_review(engagement, review_id)
    remove_review(engagement, review_id)
    assert list_reviews(engagement) == []
    engagement.undo()

    assert get_review(engagement, review_id) == before


def test_a_rating_knows_the_finding_drafted_from_it(engagement: Engagement, review_id: str) -> None:
    rating_id = rate_criterion(engagement, review_id, "B3", 0)
    assert get_review(engagement, review_id).ratings["B3"].finding_id is None
    finding_id = draft_finding_from_rating(engagement, rating_id)

    assert get_review(engagement, review_id).ratings["B3"].finding_id == finding_id
    engagement.undo()
    assert get_review(engagement, review_id).ratings["B3"].finding_id is None
