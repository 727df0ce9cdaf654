"""The survey screen in its window, and the wave of the pictures on it."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.operations.survey_specimens import INVITED, write_wave

from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.surveys.survey_waves import ask_group, edit_wave
from assessor.progress import finish
from assessor.store import Engagement
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow


def open_surveys(window: MainWindow) -> SurveysScreen:
    """The screen, gone to."""
    window.go("surveys")
    found = window.findChild(SurveysScreen)
    assert found is not None
    return found


def bring_in_wave(engagement: Engagement, folder: Path) -> str:
    """The wave of the pictures, brought in behind the screen's back."""
    path = write_wave(folder / "wave.csv")
    wave_id = finish(import_survey(engagement, path, title="Survey, wave 1")).wave_id
    edit_wave(engagement, wave_id, opened_on=date(2026, 10, 12), closed_on=date(2026, 11, 6))
    for group, invited in INVITED.items():
        ask_group(engagement, wave_id, group, invited=invited)
    return wave_id


def read_table(qtbot: QtBot, screen: SurveysScreen, path: Path) -> None:
    """Have a table read, up to the proposal of what to bring in."""
    with qtbot.waitSignal(screen.importing.proposed, timeout=20_000):
        screen.importing.read(path)


def is_shown(screen: SurveysScreen, page: QWidget) -> bool:
    return screen.view.pages.currentWidget() is page
