"""The reviews screen: decided goal by goal beside the measures, and the next cycle begun in the open."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from tests.ui.followed import TODAY, Followed, show_screen
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import clients, reviews
from assessor.operations.reviews import GoalReviewRow
from assessor.terms import ReviewDecision
from assessor.ui.evaluate.goal_decisions import GoalDecision
from assessor.ui.evaluate.reviews import ReviewsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.tags import Tag


@pytest.fixture
def screen(followed: Followed) -> ReviewsScreen:
    found = show_screen(followed.window, "reviews", followed.ids["review"])
    assert isinstance(found, ReviewsScreen)
    return found


def goal_of(screen: ReviewsScreen, followed: Followed, key: str) -> GoalDecision:
    return screen.view.detail.goals.goals[followed.ids[key]]


def decided(followed: Followed, place: int) -> GoalReviewRow:
    return reviews.get_review(followed.engagement, followed.ids["review"]).goals[place]


def press(qtbot: QtBot, goal: GoalDecision, word: str) -> None:
    button = next(b for b in goal.choice.findChildren(QRadioButton) if b.text() == word)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_goal_stands_beside_its_measures_and_actions(screen: ReviewsScreen, followed: Followed) -> None:
    goal = goal_of(screen, followed, "goal_0")

    assert [tag.text() for tag in goal.findChildren(Tag) if tag.isVisible()] == ["K06 0.28 on track"]
    assert (goal.progress.text(), goal.late.text()) == ("6 actions, 53% done", "2 late")
    assert screen.view.list.rows.data(screen.view.list.currentIndex()).trailing == "1 of 3 goals decided"  # type: ignore[attr-defined]


def test_a_goal_is_decided_by_one_click_and_asks_why(
    qtbot: QtBot, screen: ReviewsScreen, followed: Followed
) -> None:
    goal = goal_of(screen, followed, "goal_1")
    assert goal.fields.isHidden()
    press(qtbot, goal, "Stop")
    assert goal.missing.isVisible()
    qtbot.keyClicks(goal.reason.box, "Done sooner than planned.")
    goal.reason.save()

    found = decided(followed, 1)
    assert (found.decision, found.reason) == (ReviewDecision.STOP, "Done sooner than planned.")
    assert goal.missing.isHidden()
    assert screen.view.detail.goals_heading._note.text() == "2 of 3 decided"


def test_the_choice_goes_by_arrow_keys(qtbot: QtBot, screen: ReviewsScreen, followed: Followed) -> None:
    goal = goal_of(screen, followed, "goal_1")
    opened = next(b for b in goal.choice.findChildren(QRadioButton) if b.text() == "Open")
    opened.setFocus()
    qtbot.keyClick(opened, Qt.Key.Key_Right)

    assert decided(followed, 1).decision is ReviewDecision.CONTINUE
    assert goal.change.isHidden()


def test_a_decision_can_be_left_open_again(qtbot: QtBot, screen: ReviewsScreen, followed: Followed) -> None:
    press(qtbot, goal_of(screen, followed, "goal_0"), "Open")

    assert decided(followed, 0).decision is None


def test_a_review_is_recorded_for_today_and_begins_with_its_title(
    qtbot: QtBot, screen: ReviewsScreen, followed: Followed
) -> None:
    screen.add.click()
    title = screen.view.detail.title
    assert title.box.hasFocus()
    qtbot.keyClicks(title.box, "Spring review")
    qtbot.keyClick(title.box, Qt.Key.Key_Return)

    assert {row.title for row in reviews.list_reviews(followed.engagement)} == {
        "Fall term review",
        "Spring review",
    }
    assert [row.reviewed_on for row in reviews.list_reviews(followed.engagement)] == [TODAY, TODAY]


def test_a_review_keeps_its_day(screen: ReviewsScreen, followed: Followed) -> None:
    field = screen.view.detail.fields["reviewed_on"]
    field.edited.emit(None)

    assert "needs a title and a day" in field.problem.sentence
    assert reviews.list_reviews(followed.engagement)[0].reviewed_on == TODAY


def test_the_next_cycle_is_explained_before_it_begins_and_can_be_undone(
    screen: ReviewsScreen, followed: Followed
) -> None:
    screen.view.foot.next.click()
    panel = screen.view.cycle
    assert panel.heading.text() == "Begin cycle 2"
    assert panel.label.value() == "2027–28"
    assert panel.undecided.isVisible()
    assert screen.add.isHidden()
    panel.begin.click()
    cycles = clients.list_cycles(followed.engagement)
    assert [(cycle.number, cycle.started_on, cycle.ended_on) for cycle in cycles] == [
        (1, None, TODAY),
        (2, TODAY, None),
    ]
    assert screen.view.foot.name.text() == "Cycle 2 · 2027–28"
    followed.engagement.undo()
    assert screen.view.foot.name.text() == "Cycle 1 · 2026–27"


def test_a_cycle_cannot_begin_before_the_one_that_runs(screen: ReviewsScreen, followed: Followed) -> None:
    (cycle,) = clients.list_cycles(followed.engagement)
    clients.edit_cycle(followed.engagement, cycle.id, started_on=date(2027, 6, 1))
    screen.view.foot.next.click()
    screen.view.cycle.begin.click()

    assert "began later" in screen.view.cycle.started_on.problem.sentence
    assert len(clients.list_cycles(followed.engagement)) == 1


def test_escape_leaves_the_cycle_as_it_is(qtbot: QtBot, screen: ReviewsScreen) -> None:
    screen.view.foot.next.click()
    qtbot.keyClick(screen.view.cycle.label.line, Qt.Key.Key_Escape)

    assert screen.view.right.currentWidget() is screen.view.detail
    assert screen.add.isVisible()


def test_a_review_removed_comes_back_by_undo(screen: ReviewsScreen, followed: Followed) -> None:
    before = reviews.get_review(followed.engagement, followed.ids["review"])
    screen.view.detail.remove.trigger()
    assert screen.view.right.currentWidget() is screen.view.empty
    followed.engagement.undo()
    assert reviews.get_review(followed.engagement, followed.ids["review"]) == before
    assert screen.view.right.currentWidget() is screen.view.detail


def test_an_engagement_without_reviews_offers_the_first(window: MainWindow) -> None:
    empty = show_screen(window, "reviews")
    assert isinstance(empty, ReviewsScreen)
    assert empty.view.right.currentWidget() is empty.view.empty
    empty.view.empty.button.click()
    assert empty.view.right.currentWidget() is empty.view.detail
    assert empty.view.detail.no_goals.isVisible()


@pytest.mark.parametrize("is_at_cycle", [False, True])
def test_everything_has_a_name_and_tab_reaches_it(
    screen: ReviewsScreen, followed: Followed, is_at_cycle: bool
) -> None:
    if is_at_cycle:
        screen.view.foot.next.click()

    assert followed.window is not None
    assert unnamed(followed.window) == []
    assert not_reached_by_tab(followed.window) == []
