"""The year: an action done, a meeting with its decision, values of a measure, a review, the printed plan."""

from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QRadioButton
from tests.journeys.hands import Hands

from assessor.operations import action_steps, meetings, reviews
from assessor.operations.measures.measures import get_measure, list_measures
from assessor.terms import ActionStatus, MeetingState, ReviewDecision, ValueState


def update_an_action(hands: Hands, action_id: str) -> None:
    """Done by key, with its note."""
    screen = hands.go("action_steps")
    screen.show_element(action_id)
    screen.view.list.setFocus()
    hands.press("4")
    hands.type("Both heads signed it.")
    newest = action_steps.list_updates(hands.engagement, action_id)[0]
    assert (newest.status, newest.note) == (ActionStatus.DONE, "Both heads signed it.")


def hold_a_meeting(hands: Hands) -> None:
    """One meeting planned, logged as held, with who came and what was decided."""
    screen = hands.go("meetings")
    hands.click(screen.view.empty.button)
    panel = screen.view.planning
    hands.choose(panel.rhythm, "nce")
    hands.click(panel.plan)
    (meeting,) = meetings.list_meetings(hands.engagement)
    screen.view.list.setFocus()
    hands.press("2")
    hands.type("SRO, principal")
    decisions = screen.view.detail.decisions
    decisions.new.line.setFocus()
    hands.type("Sort calls by the guide")
    (held,) = meetings.list_meetings(hands.engagement)
    assert (held.state, held.attended_by) == (MeetingState.HELD, "SRO, principal")
    assert [each.text for each in meetings.list_decisions(hands.engagement, meeting.id)] == [
        "Sort calls by the guide"
    ]


def enter_values(hands: Hands) -> None:
    """A number, a zero that was counted, and a month that was not collected."""
    screen = hands.go("measures")
    measure = next(row for row in list_measures(hands.engagement) if row.code == "K06")
    screen.show_element(measure.id)
    screen.view.detail.values_heading.action.click()
    _type_into(hands, "Sep 26")
    table = screen.view.detail.table
    _type_value(hands, table, "5.9")
    QTest.keyClicks(table, "z")
    QTest.keyClicks(table, "n")
    values = [(value.state, value.value) for value in get_measure(hands.engagement, measure.id).values]
    assert values == [
        (ValueState.VALUE, Decimal("5.9")),
        (ValueState.ZERO, Decimal(0)),
        (ValueState.NOT_COLLECTED, None),
    ]


def _type_value(hands: Hands, table: QLineEdit, text: str) -> None:
    QTest.keyClicks(table, text[0])
    _type_into(hands, text[1:])


def _type_into(hands: Hands, text: str) -> None:
    editor = hands.focused()
    assert isinstance(editor, QLineEdit)
    hands.type(text)
    hands.qtbot.wait(1)


def review_the_plan(hands: Hands, goal_id: str) -> None:
    """A review with a decision for the goal, and why."""
    screen = hands.go("reviews")
    hands.click(screen.view.empty.button)
    hands.type("Mid-year review")
    goal = screen.view.detail.goals.goals[goal_id]
    hands.click(next(one for one in goal.choice.findChildren(QRadioButton) if one.text() == "Adjust"))
    hands.fill(goal.reason, "The guide was late.")
    (row,) = reviews.list_reviews(hands.engagement)
    (decided,) = reviews.get_review(hands.engagement, row.id).goals
    assert row.title == "Mid-year review"
    assert (decided.decision, decided.reason) == (ReviewDecision.ADJUST, "The guide was late.")


def print_the_plan(hands: Hands, monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    """The draft, printed from the Report screen to a file of one's own."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    screen = hands.go("strategic_plan")
    hands.until(lambda: not screen.view.pane.pages.isHidden())
    hands.click(screen.print)
    hands.until(target.exists)
    hands.until(screen.print.isEnabled)
    document = pypdfium2.PdfDocument(target)
    words = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    for written in (
        "Larkfield Unified",
        "No one says who handles conduct",
        "Write the one-page guide",
        "6.2",
    ):
        assert written in words
    assert "Maria Alvarez" not in words
