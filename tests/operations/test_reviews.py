"""Reviews: one line a goal, decided to continue, adjust or stop."""

from datetime import date

import pytest
from sqlalchemy import select

from assessor.model import Goal, Review
from assessor.operations.clients import begin_cycle, begin_engagement, list_cycles
from assessor.operations.reviews import (
    decide_on_goal,
    get_review,
    list_reviews,
    record_review,
    remove_review,
    withdraw_decision,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, ReviewDecision

DAY = date(2027, 1, 29)


def add_goals(engagement: Engagement) -> list[str]:
    with engagement.change("Add goals") as session:
        goals = [Goal(position=n, title=f"Goal {n}") for n in (1, 2)]
        session.add_all(goals)
        session.flush()
        return [goal.id for goal in goals]


def test_every_goal_has_a_line_and_is_open_until_decided(engagement: Engagement) -> None:
    first, _ = add_goals(engagement)
    review_id = record_review(engagement, "Fall term", DAY)
    decide_on_goal(engagement, review_id, first, ReviewDecision.ADJUST, "Behind", "Later date")

    assert [
        (line.number, line.decision, line.change) for line in get_review(engagement, review_id).goals
    ] == [
        (1, ReviewDecision.ADJUST, "Later date"),
        (2, None, ""),
    ]


def test_a_decision_taken_again_replaces_the_first(engagement: Engagement) -> None:
    first, _ = add_goals(engagement)
    review_id = record_review(engagement, "Fall term", DAY)
    decide_on_goal(engagement, review_id, first, ReviewDecision.STOP)
    decide_on_goal(engagement, review_id, first, ReviewDecision.CONTINUE)

    assert get_review(engagement, review_id).goals[0].decision is ReviewDecision.CONTINUE
    assert list_reviews(engagement)[0].goals == 1


def test_a_removed_review_comes_back_with_its_decisions(engagement: Engagement) -> None:
    first, _ = add_goals(engagement)
    review_id = record_review(engagement, "Fall term", DAY)
    decide_on_goal(engagement, review_id, first, ReviewDecision.STOP, "Done")
    before = get_review(engagement, review_id)
    remove_review(engagement, review_id)
    engagement.undo()

    assert get_review(engagement, review_id) == before


def test_a_decision_withdrawn_leaves_the_goal_open(engagement: Engagement) -> None:
    first, _ = add_goals(engagement)
    review_id = record_review(engagement, "Fall term", DAY)
    decide_on_goal(engagement, review_id, first, ReviewDecision.STOP)
    withdraw_decision(engagement, review_id, first)

    assert get_review(engagement, review_id).goals[0].decision is None


def test_a_review_belongs_to_the_cycle_that_runs(engagement: Engagement) -> None:
    begin_engagement(engagement, "Larkfield", "2026–27")
    begin_cycle(engagement, "2027–28", date(2027, 7, 1))
    record_review(engagement, "Fall term", DAY)

    with engagement.reading() as session:
        assert session.scalar(select(Review.cycle_id)) == list_cycles(engagement)[-1].id


def test_a_review_without_a_title_is_refused(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="needs a title"):
        record_review(engagement, " ", DAY)
