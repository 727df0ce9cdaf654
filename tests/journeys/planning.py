"""The next weeks: a finding verified, a goal that answers it, an objective, an action, and a protocol."""

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tests.journeys.hands import Hands

from assessor.operations import action_steps, evidence, goals, objectives, plans, protocols
from assessor.operations.findings import get_finding
from assessor.operations.measures.measures import list_measures
from assessor.terms import FindingStatus, Method


def verify_a_finding(hands: Hands, finding_id: str) -> None:
    """More evidence from the picker, every rating, then verified."""
    screen = hands.go("findings")
    screen.show_element(finding_id)
    detail = screen.view.detail
    hands.click(detail.evidence_heading.action)
    for words in ("Nobody ever showed", "student conduct", "know which student"):
        detail.picker.typed.setFocus()
        detail.picker.typed.selectAll()
        hands.type(words)
    hands.press(Qt.Key.Key_Escape)
    tied = evidence.list_evidence(hands.engagement, finding_id)
    assert len({row.method for row in tied}) >= 3, [(row.method, row.words) for row in tied]
    assert Method.SRV in {row.method for row in tied}
    _rate(hands, detail)
    hands.fill(detail.finding_head.title, "No one says who handles conduct")
    hands.click(detail.finding_head.verify)
    found = get_finding(hands.engagement, finding_id)
    assert detail.finding_head.problem.sentence == ""
    assert found.status is FindingStatus.VERIFIED
    assert found.title == "No one says who handles conduct"
    assert found.numbers.priority is not None


def _rate(hands: Hands, detail: Any) -> None:
    if not detail.ratings.isVisible():
        detail.strip.setFocus()
        hands.press(Qt.Key.Key_Return)
    for name, scale in detail.ratings.scales.items():
        scale.setFocus()
        hands.press("2" if name == "effort" else "3" if "impact" not in name else "5")


def answer_with_a_goal(hands: Hands, finding_id: str) -> str:
    """A goal of the library, tied to the finding, with its objective, its measure and its course."""
    screen = hands.go("goals")
    hands.click(screen.view.empty.button)
    screen.view.library.list.choose("G2")
    hands.click(screen.view.library.add)
    (goal,) = goals.list_goals(hands.engagement)
    screen.show_element(goal.id)
    screen.view.panel.show_details()
    check = screen.view.panel.goal.findings.checks[finding_id]
    if not check.isChecked():
        hands.click(check)
    assert [each.id for each in goals.get_goal(hands.engagement, goal.id).findings] == [finding_id]
    hands.click(screen.view.plan_button)
    fields = screen.view.panel.plan.fields
    hands.fill(fields["starts_on"], "1 Nov 2026")
    hands.fill(fields["ends_on"], "30 Jun 2028")
    assert plans.get_plan(hands.engagement).ends_on == date(2028, 6, 30)
    return goal.id


def set_an_objective(hands: Hands, goal_id: str) -> str:
    """An objective typed into the outline, with a measure from the library, baseline and target."""
    screen = hands.go("goals")
    screen.show_element(goal_id)
    hands.click(screen.view.add_objective)
    _type_line(hands, screen, "Cut calls for school rules from 6.2 to 3.8")
    objective_id = screen.view.trees["outline"].chosen_id
    screen.view.panel.show_details()
    form = screen.view.panel.objective
    hands.fill(form.fields["who"], "Staff of both schools")
    hands.choose(form.measure, "K06")
    hands.fill(form.course.fields["baseline"], "6.2")
    hands.fill(form.course.fields["target"], "3.8")
    hands.fill(form.course.fields["target_on"], "30 Jun 2027")
    measure = objectives.get_objective(hands.engagement, objective_id).measure
    assert measure is not None
    assert (measure.baseline, measure.target) == (Decimal("6.2"), Decimal("3.8"))
    assert [row.code for row in list_measures(hands.engagement)][-1] == "K06"
    return str(objective_id)


def plan_an_action(hands: Hands, objective_id: str) -> str:
    """An action step with its owner and its dates, by Tab from cell to cell."""
    screen = hands.go("goals")
    screen.show_element(objective_id)
    hands.click(screen.view.add_action)
    _type_line(hands, screen, "Write the one-page guide", Qt.Key.Key_Tab)
    _type_line(hands, screen, "R. Okafor", Qt.Key.Key_Tab)
    _type_line(hands, screen, "2 Nov 2026 - 20 Nov 2026")
    action_id = screen.view.trees["outline"].chosen_id
    action = action_steps.get_action(hands.engagement, action_id)
    assert (action.title, action.owner) == ("Write the one-page guide", "R. Okafor")
    assert (action.start_on, action.due_on) == (date(2026, 11, 2), date(2026, 11, 20))
    return str(action_id)


def fill_in_a_protocol(hands: Hands) -> None:
    """The protocol for what is urgent, taken from the library and adapted."""
    screen = hands.go("protocols")
    screen.view.list.choose("library:urgent")
    hands.click(screen.view.preview.add)
    hands.fill(screen.view.protocol.rules.fields["owner"], "Principals")
    (row,) = protocols.list_protocols(hands.engagement)
    found = protocols.get_protocol(hands.engagement, row.id)
    card = screen.view.protocol.steps.cards[found.steps[0].id]
    hands.fill(card.clock, "at once")
    found = protocols.get_protocol(hands.engagement, row.id)
    assert (found.owner, found.steps[0].clock) == ("Principals", "at once")


def _type_line(hands: Hands, screen: Any, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    editor = screen.view.trees["outline"].findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, end)
    hands.qtbot.wait(1)
