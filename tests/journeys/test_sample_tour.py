"""Looking at the sample as a new user does: every screen, a word found and followed, history, a release."""

import logging
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.hands import CONTROL, Hands
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations import goals, plans
from assessor.ui.places import PLACES
from assessor.ui.report import release_dialog
from assessor.ui.report.release_dialog import Release

SETTLING = 100  # ms for what a screen shows a moment later


@pytest.fixture
def sample(hands: Hands, built: Path, tmp_path: Path) -> Hands:
    """Hands on a copy of the sample."""
    path = tmp_path / "Sample engagement.assessor"
    shutil.copy(built, path)
    hands.program.open(path)
    return hands


def test_every_screen_of_the_sample_shows_without_a_fault_and_tab_reaches_it_all(
    sample: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        for place in PLACES:
            screen = sample.go(place.key)
            sample.qtbot.wait(SETTLING)
            assert screen.problem.sentence == ""
            assert sample.window.key == place.key
            sample.activate()
            assert unnamed(sample.window) == []
            assert not_reached_by_tab(sample.window) == []
    assert caplog.records == []


def test_a_word_somebody_said_is_found_and_followed_to_its_line(sample: Hands) -> None:
    sample.activate()
    QTest.keyClick(sample.window, Qt.Key.Key_K, CONTROL)
    box = sample.window.header.search
    assert box.hasFocus()
    sample.type("person with the radio", end=None)
    found = [(one.title, one.second) for one in box._found]
    place = next(n for n, (_, where) in enumerate(found) if where == "In Interviews and groups")
    for _ in range(place):
        sample.press(Qt.Key.Key_Down)
    sample.press(Qt.Key.Key_Return)
    assert sample.window.key == "sittings"
    notes = sample.go("sittings").view.record.notes
    assert notes.open_row is not None
    assert "person with the radio" in notes.open_row.text


def test_a_screen_is_reached_by_its_name(sample: Hands) -> None:
    sample.activate()
    QTest.keyClick(sample.window, Qt.Key.Key_K, CONTROL)
    sample.type("who dec")
    assert sample.window.key == "role_decisions"


def test_what_is_changed_anywhere_stands_on_top_of_the_history_and_is_taken_back_there(
    sample: Hands,
) -> None:
    history = sample.go("history")
    screen = sample.go("participants")
    screen.show_page("client")
    before = screen.client.name.value()
    sample.fill(screen.client.name, "Larkfield Unified School District")
    sample.until(lambda: sample.window.header.name.text() == "Larkfield Unified School District")
    sample.go("history")
    assert history.view.title.text() == "Edit client"
    sample.click(history.view.undo)
    sample.until(lambda: sample.window.header.name.text() == before)
    sample.go("participants")
    assert screen.client.name.value() == before


def test_the_release_is_locked_by_a_goal_without_a_finding_and_open_when_it_is_mended(
    sample: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = sample.go("strategic_plan")
    assert report.release.isEnabled(), report.release.toolTip()
    goal = goals.list_goals(sample.engagement)[0]
    for finding in goals.get_goal(sample.engagement, goal.id).findings:
        goals.unanswer_finding(sample.engagement, goal.id, finding.id)
    assert not report.release.isEnabled()
    assert "required rule" in report.release.toolTip()
    answered = len(goals.get_goal(sample.engagement, goal.id).findings)
    while not answered:
        sample.undo()
        answered = len(goals.get_goal(sample.engagement, goal.id).findings)
    assert report.release.isEnabled()
    before = len(plans.list_versions(sample.engagement))
    monkeypatch.setattr(
        release_dialog.ReleasePlanDialog,
        "ask",
        lambda *_: Release("Edition 2", "Winter figures", "The Board"),
    )
    sample.click(report.release)
    versions = plans.list_versions(sample.engagement)
    assert len(versions) == before + 1
    assert any(version.is_released and version.label == "Edition 2" for version in versions)
