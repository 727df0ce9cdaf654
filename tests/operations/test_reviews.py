"""Reviews: one line a goal, decided to continue, adjust or stop."""

from datetime import date

from assessor.model import Goal
from assessor.operations.reviews import decide_on_goal, get_review, list_reviews, record_review, remove_review
from assessor.store import Engagement
from assessor.terms import ReviewDecision

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
