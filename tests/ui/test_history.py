"""The history lists every change by day, tells what each did, and takes back the newest."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from assessor.operations import clients
from assessor.operations.histories import ChangeRow
from assessor.operations.participants import add_participant
from assessor.operations.roster import destroy_roster, enter_in_roster
from assessor.store.engagement import Engagement
from assessor.terms import Group
from assessor.ui.history import HistoryScreen
from assessor.ui.history_rows import CHANGE_ROLE, PAGE
from assessor.ui.history_story import StoryView
from assessor.ui.theme import Appearance, look


@pytest.fixture
def site(engagement: Engagement) -> str:
    """A school, in an engagement just begun."""
    clients.begin_engagement(engagement, "Larkfield Unified", "2026–27")
    return clients.add_site(engagement, "Ridge")


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, site: str) -> Iterator[HistoryScreen]:
    """The history, seen."""
    shown = HistoryScreen(engagement)
    qtbot.addWidget(shown)
    shown.resize(1192, 672)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close_screen()


def listed(screen: HistoryScreen) -> list[str]:
    found = [screen.changes.index(n).data(CHANGE_ROLE) for n in range(screen.changes.rowCount())]
    return [row.sentence if isinstance(row, ChangeRow) else str(row).split(",")[0] for row in found]


def stories(screen: HistoryScreen) -> list[str]:
    return [
        view.accessibleName() for view in screen.view.detail.findChildren(StoryView) if not view.isHidden()
    ]


def test_changes_stand_under_their_day_newest_first(screen: HistoryScreen) -> None:
    assert listed(screen) == ["Today", "Add site Ridge", "Begin engagement"]
    assert screen.view.title.text() == "Add site Ridge"


def test_a_day_cannot_be_chosen(screen: HistoryScreen) -> None:
    assert screen.changes.flags(screen.changes.index(0)) == Qt.ItemFlag.NoItemFlags


def test_what_is_done_meanwhile_comes_on_top_and_is_shown(
    qtbot: QtBot, screen: HistoryScreen, site: str
) -> None:
    clients.edit_site(screen.engagement, site, name="Ridge Middle")
    assert listed(screen)[:2] == ["Today", "Edit site"]
    told = ["Site Ridge Middle, Changed. Name: Ridge → Ridge Middle"]
    qtbot.waitUntil(lambda: stories(screen) == told)


def test_an_older_change_stays_chosen_while_others_come(
    qtbot: QtBot, screen: HistoryScreen, site: str
) -> None:
    screen.view.list.setCurrentIndex(screen.changes.index(2))
    clients.edit_site(screen.engagement, site, name="Ridge Middle")
    assert screen.view.title.text() == "Begin engagement"
    assert not screen.view.undo.isVisible()
    assert screen.view.why_not.isVisible()


def test_what_was_forgotten_is_told_and_why_nothing_brings_it_back(
    qtbot: QtBot, screen: HistoryScreen
) -> None:
    person = add_participant(screen.engagement, Group.TCH)
    enter_in_roster(screen.engagement, person, "Zephyrine Oduya")
    destroy_roster(screen.engagement)
    assert listed(screen)[1:3] == ["Destroy roster", "Enter name in roster"]
    assert screen.view.title.text() == "Destroy roster"
    assert not screen.view.undo.isVisible()
    assert screen.view.why_not.text() == "This was done for good and cannot be taken back."
    screen.view.list.setCurrentIndex(screen.changes.index(2))
    assert screen.view.why_not.text().startswith("What this change did was forgotten for good since")
    assert stories(screen) == []
    assert "Oduya" not in str(listed(screen))


def test_the_newest_change_is_taken_back_and_made_again(qtbot: QtBot, screen: HistoryScreen) -> None:
    qtbot.mouseClick(screen.view.undo, Qt.MouseButton.LeftButton)
    assert clients.list_sites(screen.engagement) == []
    assert listed(screen)[1] == "Undo “Add site Ridge”"
    assert screen.view.undo.text() == "Do it again"
    qtbot.mouseClick(screen.view.undo, Qt.MouseButton.LeftButton)
    assert [row.name for row in clients.list_sites(screen.engagement)] == ["Ridge"]
    assert listed(screen)[1] == "Redo “Add site Ridge”"
    qtbot.mouseClick(screen.view.undo, Qt.MouseButton.LeftButton)
    assert clients.list_sites(screen.engagement) == []


def test_older_changes_are_fetched_page_by_page(screen: HistoryScreen, site: str) -> None:
    for number in range(PAGE + 20):
        clients.edit_site(screen.engagement, site, name=f"Ridge {number}")
    fresh = HistoryScreen(screen.engagement)
    fresh.refresh()
    assert fresh.changes.rowCount() == PAGE + 1
    assert fresh.changes.canFetchMore()
    fresh.changes.fetchMore()
    assert fresh.changes.rowCount() == PAGE + 23
    assert not fresh.changes.canFetchMore()
    fresh.close_screen()


def test_a_change_asked_for_is_fetched_however_far_back_it_lies(screen: HistoryScreen, site: str) -> None:
    first = screen.changes.index(2).data(CHANGE_ROLE).id
    for number in range(PAGE + 20):
        clients.edit_site(screen.engagement, site, name=f"Ridge {number}")
    fresh = HistoryScreen(screen.engagement)
    fresh.refresh()
    fresh.show_element(first)
    assert fresh.view.title.text() == "Begin engagement"
    fresh.close_screen()


def test_the_history_keeps_the_rules_of_models(screen: HistoryScreen, site: str) -> None:
    tester = QAbstractItemModelTester(screen.changes, QAbstractItemModelTester.FailureReportingMode.Fatal)
    clients.edit_site(screen.engagement, site, name="Ridge Middle")
    screen.engagement.undo()
    assert screen.changes.rowCount(QModelIndex()) == 5
    assert tester is not None


def test_a_change_tells_its_author_time_and_rows(screen: HistoryScreen) -> None:
    said = screen.view.facts.text()
    assert said.startswith("You · Today, ")
    assert said.endswith(" · 1 row")


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_history_paints_in_every_look(screen: HistoryScreen, site: str, appearance: Appearance) -> None:
    clients.edit_site(screen.engagement, site, name="Ridge Middle" * 30)
    look().wear(appearance)
    assert not screen.grab().isNull()
