"""The frame of the window: where one can go, undo, the search box, the toast, and what is said in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from assessor.operations.clients import add_site, edit_client, list_sites
from assessor.store.engagement import Engagement
from assessor.terms import CannotDo
from assessor.ui import places
from assessor.ui.main_window import MainWindow
from assessor.ui.screens import Screen
from assessor.ui.theme import Appearance, look
from assessor.ui.widgets.text_fields import TextField

_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SitesScreen(Screen):
    """A small screen as others write them: it counts its refreshes and edits a site's name."""

    key, title, tables = "goals", "Goals", frozenset({"site"})

    def __init__(self, engagement: Engagement, parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.refreshed = 0
        self.shown = ""
        self.name = TextField("Name")
        self.set_content(self.name)

    def refresh(self) -> None:
        self.refreshed += 1

    def show_element(self, element_id: str) -> None:
        self.shown = element_id


@pytest.fixture
def sites(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> SitesScreen:
    """The window with the small screen in the place of the goals."""
    monkeypatch.setattr(places.Place, "screen_class", lambda _place: SitesScreen)
    window.go("goals")
    screen = window.screen_of("goals")
    assert isinstance(screen, SitesScreen)
    return screen


def test_a_stage_shows_its_screens_in_the_stage_bar_and_a_single_screen_hides_it(window: MainWindow) -> None:
    window.go("protocols")
    assert window.stage_bar.isVisible()
    window.go("findings")
    assert not window.stage_bar.isVisible()


def test_the_rail_goes_back_to_the_screen_last_seen_in_a_stage(window: MainWindow, qtbot: QtBot) -> None:
    window.go("trainings")
    window.go("overview")
    rail_entry = window.rail.findChild(QWidget, "rail_plan")
    assert rail_entry is not None
    qtbot.mouseClick(rail_entry, Qt.MouseButton.LeftButton)
    assert window.key == "trainings"


def test_a_screen_refreshes_only_when_its_tables_changed_and_it_is_seen(
    window: MainWindow, sites: SitesScreen, engagement: Engagement
) -> None:
    assert sites.refreshed == 1
    edit_client(engagement, notes="Something else")
    assert sites.refreshed == 1
    add_site(engagement, "Ridge Middle")
    assert sites.refreshed == 2
    window.go("overview")
    add_site(engagement, "Oak Elementary")
    assert sites.refreshed == 2
    window.go("goals")
    assert sites.refreshed == 3


def test_going_to_an_element_shows_it(window: MainWindow, sites: SitesScreen) -> None:
    window.go("goals", "an element")
    assert sites.shown == "an element"


def test_what_cannot_be_done_is_said_under_the_head(sites: SitesScreen) -> None:
    def refuse() -> None:
        raise CannotDo("Oak Elementary is used by a sitting. Remove the sitting first.")

    sites.attempt(refuse, done="Site removed")
    assert sites.problem.sentence == "Oak Elementary is used by a sitting. Remove the sitting first."
    sites.attempt(lambda: None)
    assert sites.problem.sentence == ""


def test_a_doing_is_said_in_the_toast_and_undo_takes_it_back(
    window: MainWindow, sites: SitesScreen, engagement: Engagement, qtbot: QtBot
) -> None:
    sites.attempt(lambda: add_site(engagement, "Ridge Middle"), done="Site added")
    assert window.toast.sentence == "Site added"
    assert window.toast.take_focus()
    qtbot.keyClick(window.toast.undo_button, Qt.Key.Key_Space)
    assert list_sites(engagement) == []
    assert window.toast.sentence == "Undone: Add site Ridge Middle"


def test_undo_belongs_to_the_text_in_focus_and_then_to_the_engagement(
    window: MainWindow, sites: SitesScreen, engagement: Engagement, qtbot: QtBot
) -> None:
    add_site(engagement, "Ridge Middle")
    sites.name.line.setFocus()
    qtbot.keyClicks(sites.name.line, "Oak")
    window.menus.undo.trigger()
    assert (sites.name.line.text(), len(list_sites(engagement))) == ("", 1)
    window.menus.undo.trigger()
    assert list_sites(engagement) == []


def test_the_keys_of_undo_pass_a_text_that_has_nothing_to_undo(
    window: MainWindow, sites: SitesScreen, engagement: Engagement, qtbot: QtBot
) -> None:
    add_site(engagement, "Ridge Middle")
    sites.name.line.setFocus()
    qtbot.keyClick(sites.name.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list_sites(engagement) == []
    qtbot.keyClick(sites.name.line, Qt.Key.Key_Z, _CONTROL_SHIFT)
    assert [site.name for site in list_sites(engagement)] == ["Ridge Middle"]


def test_the_menu_names_what_undo_takes_back(window: MainWindow, engagement: Engagement) -> None:
    add_site(engagement, "Ridge Middle")
    assert window.menus.undo.text() == "Undo “Add site Ridge Middle”"


def test_the_header_names_client_cycle_and_state_of_the_file(
    window: MainWindow, engagement: Engagement
) -> None:
    assert (window.header.name.text(), window.header.cycle.text()) == (
        "Larkfield Unified",
        "Cycle 1 · 2026–27",
    )
    edit_client(engagement, name="Larkfield Union")
    assert window.header.name.text() == "Larkfield Union"
    assert window.windowTitle() == "Larkfield Union – Assessor"


def test_the_search_box_finds_a_screen_and_enter_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.find.trigger()
    qtbot.keyClicks(window.header.search, "who de")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    assert window.key == "role_decisions"
    assert window.header.search.text() == ""


def test_the_search_box_finds_an_action_and_does_it(window: MainWindow, qtbot: QtBot) -> None:
    window.menus.find.trigger()
    qtbot.keyClicks(window.header.search, "dark")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    assert look().appearance is Appearance.DARK


def test_escape_leaves_the_search_box_empty_and_the_place_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    before = window.key
    window.menus.find.trigger()
    qtbot.keyClicks(window.header.search, "plan")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert (window.key, window.header.search.text()) == (before, "")


def test_a_room_takes_the_whole_window_and_gives_it_back(window: MainWindow, sites: SitesScreen) -> None:
    room = QPlainTextEdit()
    sites.room_entered.emit(room)
    assert not window.rail.isVisible()
    sites.room_left.emit()
    assert window.rail.isVisible()


def test_closing_saves_what_is_being_typed(window: MainWindow, sites: SitesScreen, qtbot: QtBot) -> None:
    told: list[object] = []
    sites.name.edited.connect(told.append)
    qtbot.keyClicks(sites.name.line, "Oak")
    window.close()
    assert told == ["Oak"]


def test_switching_light_and_dark_repaints_with_other_colors(window: MainWindow) -> None:
    light = window.grab().toImage().pixelColor(700, 400)
    look().wear(Appearance.DARK)
    dark = window.grab().toImage().pixelColor(700, 400)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_the_window_is_whole_at_1280_by_720(window: MainWindow) -> None:
    window.resize(1280, 720)
    assert (window.rail.width(), window.header.height()) == (88, 48)
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720


def test_a_line_edit_outside_a_field_keeps_its_own_undo(window: MainWindow, qtbot: QtBot) -> None:
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    window.menus.undo.trigger()
    assert line.text() == ""


def test_recent_engagements_that_are_gone_are_not_offered(tmp_path: Path) -> None:
    from assessor.ui.preferences import Preferences

    kept, gone = tmp_path / "kept.assessor", tmp_path / "gone.assessor"
    for path in (kept, gone):
        path.touch()
        Preferences().opened(path)
    gone.unlink()
    assert Preferences().recent() == [kept]
