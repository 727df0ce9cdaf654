"""What the state asks on the screen: at its criteria and as a list, met or not, and drafted as a finding."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.assess.documents.agreement_review import bring_in_agreement, open_review, press
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.instruments.overlays import get_overlay
from assessor.operations import findings
from assessor.operations.clients import begin_engagement, edit_client
from assessor.operations.requirements import RequirementRow, list_requirements
from assessor.store import Engagement
from assessor.ui.assess.documents.documents import DocumentsScreen
from assessor.ui.assess.documents.requirement_view import RequirementView
from assessor.ui.assess.documents.review_strip import REQUIREMENTS
from assessor.ui.widgets.texts import Paragraph


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, tmp_path: Path) -> DocumentsScreen:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    edit_client(engagement, state="WA")
    bring_in_agreement(engagement, tmp_path)
    return open_review(qtbot, engagement)


def show_rules(qtbot: QtBot, screen: DocumentsScreen) -> None:
    button = screen.view.review.strip.views._buttons[REQUIREMENTS]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def decide(qtbot: QtBot, view: RequirementView, key: str) -> None:
    qtbot.mouseClick(view.choice._buttons[key], Qt.MouseButton.LeftButton)


def is_met(screen: DocumentsScreen, code: str) -> bool | None:
    rows = list_requirements(screen.engagement, screen.reviewing.review_id).rows
    return next(row.is_met for row in rows if row.code == code)


def test_a_criterion_says_what_the_state_asks_there_and_leads_to_it(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    press("b", "2")
    (line,) = screen.view.review.criteria.panel.requirements.findChildren(QPushButton)
    assert line.accessibleName().startswith("WA4: Policy bars SROs from formal discipline")
    assert line.accessibleName().endswith("not decided")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)

    pane = screen.view.review.requirements
    assert pane.isVisible()
    assert pane.isAncestorOf(screen.focusWidget())


def test_a_requirement_is_met_not_met_or_undecided_again(qtbot: QtBot, screen: DocumentsScreen) -> None:
    show_rules(qtbot, screen)
    view = screen.view.review.requirements.views["WA4"]
    assert not view.note.isVisible()
    decide(qtbot, view, "not_met")
    assert is_met(screen, "WA4") is False
    qtbot.keyClicks(view.note.editor, "Nothing bars it")
    view.note.save()
    decide(qtbot, view, "met")
    assert is_met(screen, "WA4") is True
    decide(qtbot, view, "met")

    assert is_met(screen, "WA4") is None


def test_a_requirement_not_met_is_counted_and_becomes_a_finding(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    show_rules(qtbot, screen)
    view = screen.view.review.requirements.views["WA2"]
    decide(qtbot, view, "not_met")
    with qtbot.waitSignal(screen.said) as said:
        qtbot.mouseClick(view.finding, Qt.MouseButton.LeftButton)
    (finding,) = findings.list_findings(screen.engagement)
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        qtbot.mouseClick(view.finding, Qt.MouseButton.LeftButton)

    assert said.args == ["Draft finding made from WA2", True]
    assert gone.args == ["findings", finding.id]
    assert screen.reviewing.checking.not_met == 1


def test_the_day_the_rules_were_read_and_their_source_stand_over_them(
    qtbot: QtBot, screen: DocumentsScreen
) -> None:
    show_rules(qtbot, screen)
    told = [label.text() for label in screen.view.review.requirements.findChildren(type(screen.head.line))]

    assert "Washington" in told
    assert "as of April 20, 2026" in told
    assert any(text.startswith("RCW 28A.320.124") for text in texts(screen))
    assert any("not a statement of the law" in text for text in texts(screen))


def texts(screen: DocumentsScreen) -> list[str]:
    return [each.text() for each in screen.view.review.requirements.findChildren(Paragraph)]


def test_a_state_without_rules_says_so(qtbot: QtBot, screen: DocumentsScreen) -> None:
    show_rules(qtbot, screen)
    edit_client(screen.engagement, state="HI")

    assert any("No requirements of HI are on file" in text for text in texts(screen))
    assert set(screen.view.review.requirements.views) == {"US1", "US2"}


def test_everything_in_the_rules_has_a_name_and_is_reached(qtbot: QtBot, screen: DocumentsScreen) -> None:
    show_rules(qtbot, screen)
    decide(qtbot, screen.view.review.requirements.views["WA1"], "not_met")
    qtbot.wait(50)

    assert unnamed(screen) == []
    assert not_reached_by_tab(screen) == []


def test_a_decision_carried_over_is_confirmed_by_choosing_it_again(qtbot: QtBot) -> None:
    overlay = get_overlay("wa")
    row = RequirementRow(overlay.requirements[0], overlay, is_met=True, is_carried=True)
    view = RequirementView(row)
    qtbot.addWidget(view)
    view.show()
    assert view.carried.isVisible()
    with qtbot.waitSignal(view.decided) as confirmed:
        decide(qtbot, view, "met")
    view.show_requirement(replace(row, is_carried=False), is_read_only=False)
    with qtbot.waitSignal(view.decided) as taken_back:
        decide(qtbot, view, "met")

    assert (confirmed.args, taken_back.args) == ([True], [None])
