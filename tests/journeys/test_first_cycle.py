"""One consultant's first cycle through the real window: from the name of the client to the printed plan."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.journeys import assessing, carrying_out, planning
from tests.journeys.hands import Hands

from assessor.operations.clients import get_client, list_sites
from assessor.operations.findings import list_findings
from assessor.operations.histories import list_changes
from assessor.operations.meetings import list_meetings
from assessor.operations.participants import list_participants
from assessor.operations.reviews import list_reviews
from assessor.store import Engagement, copies

_STEPS_BACK = 10


def begin(hands: Hands, path: Path) -> None:
    """Begin an engagement on the welcome screen."""
    welcome = hands.program.welcome
    assert welcome is not None
    welcome.keep_in(path)
    hands.qtbot.keyClicks(welcome.view.client.line, "Larkfield Unified")
    hands.qtbot.keyClick(welcome.view.client.line, Qt.Key.Key_Return)
    assert hands.window.header.name.text() == "Larkfield Unified"


def work_through(hands: Hands, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Assess, identify, plan, implement, evaluate."""
    assessing.add_schools_and_agency(hands)
    assessing.add_people(hands)
    assessing.hear_a_focus_group(hands)
    assessing.bring_in_a_survey(hands, monkeypatch, folder)
    finding = assessing.rate_an_agreement(hands, monkeypatch, folder)
    planning.verify_a_finding(hands, finding)
    goal = planning.answer_with_a_goal(hands, finding)
    objective = planning.set_an_objective(hands, goal)
    action = planning.plan_an_action(hands, objective)
    planning.fill_in_a_protocol(hands)
    carrying_out.update_an_action(hands, action)
    carrying_out.hold_a_meeting(hands)
    carrying_out.enter_values(hands)
    carrying_out.review_the_plan(hands, goal)


def content(engagement: Engagement) -> dict[str, object]:
    """Every row but those of the journal."""
    tables = json.loads(copies.dump(engagement))["tables"]
    return {name: rows for name, rows in tables.items() if name not in {"change", "row_change"}}


def go_back_and_forth(hands: Hands) -> None:
    """Ten changes taken back by key and made again, each named in the menu before it is."""
    after = content(hands.engagement)
    labels = [change.label for change in list_changes(hands.engagement, limit=_STEPS_BACK)]
    for label in labels:
        assert hands.engagement.can_undo() == label
        assert label in hands.window.menus.undo.text()
        hands.undo()
    assert content(hands.engagement) != after
    for label in reversed(labels):
        assert hands.engagement.can_redo() == label
        hands.redo()
    assert content(hands.engagement) == after


def test_a_first_cycle_from_begin_to_print(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Larkfield.assessor"
    begin(hands, path)
    work_through(hands, monkeypatch, tmp_path)
    carrying_out.print_the_plan(hands, monkeypatch, tmp_path / "plan.pdf")
    go_back_and_forth(hands)
    before = content(hands.engagement)
    hands.program.show_welcome()
    hands.program.open(path)
    again = hands.engagement
    assert content(again) == before
    assert again.check_integrity() == []
    assert get_client(again).name == "Larkfield Unified"
    assert len(list_sites(again)) == 2
    assert len(list_participants(again)) == 8
    assert [row.title for row in list_findings(again)] == ["No one says who handles conduct"]
    assert len(list_meetings(again)) == len(list_reviews(again)) == 1
