"""The stage bar shows what it has room for; the rest is under More, the chosen entry never."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assessor.ui.widgets.stage_bar import StageBar

ENTRIES = {
    "sittings": "Interviews and groups",
    "documents": "Policies and agreements",
    "document_requests": "Requests",
    "surveys": "Surveys",
    "audits": "Audits",
    "partners": "Partners",
    "participants": "People and sites",
    "coverages": "Coverage",
}


@pytest.fixture
def bar(qtbot: QtBot) -> StageBar:
    made = StageBar()
    qtbot.addWidget(made)
    made.resize(1192, 40)
    made.show_entries(ENTRIES, "sittings")
    made.show()
    return made


def _shown(bar: StageBar) -> list[str]:
    buttons = {each.objectName().removeprefix("stage_"): each for each in bar.findChildren(QPushButton)}
    return [key for key in ENTRIES if buttons[key].isVisible()]


def _folded(bar: StageBar) -> list[str]:
    return [action.text() for action in bar.more.menu().actions()]


def test_eight_entries_have_room_in_the_usual_window(bar: StageBar) -> None:
    assert _shown(bar) == list(ENTRIES)
    assert bar.more.isHidden()


def test_a_narrow_bar_puts_the_last_entries_under_more(bar: StageBar) -> None:
    bar.resize(700, 40)
    shown = _shown(bar)
    assert shown == list(ENTRIES)[: len(shown)]
    assert _folded(bar) == list(ENTRIES.values())[len(shown) :]
    assert bar.more.isVisible()
    assert bar.more.geometry().right() <= bar.width()


def test_an_entry_chosen_under_more_comes_into_sight(bar: StageBar, qtbot: QtBot) -> None:
    bar.resize(600, 40)
    with qtbot.waitSignal(bar.chosen) as told:
        bar.more.menu().actions()[-1].trigger()
    assert told.args == ["coverages"]
    bar.show_entries(ENTRIES, "coverages")
    assert "coverages" in _shown(bar)
    assert "Coverage" not in _folded(bar)
    assert bar.more.geometry().right() <= bar.width()


def test_everything_is_back_once_there_is_room(bar: StageBar) -> None:
    bar.resize(500, 40)
    bar.resize(1192, 40)
    assert _shown(bar) == list(ENTRIES)
    assert bar.more.isHidden()


def test_a_narrow_bar_does_not_keep_the_window_wide(bar: StageBar) -> None:
    assert bar.minimumSizeHint().width() < 400


def test_another_stage_has_entries_of_its_own(bar: StageBar) -> None:
    bar.show_entries({"goals": "Goals", "trainings": "Training"}, "trainings")
    names = {each.objectName() for each in bar.findChildren(QPushButton) if each.isVisible()}
    assert names == {"stage_goals", "stage_trainings"}
