"""What was published of a wave is told on its page once results are saved, not while they are looked at."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.assess.surveys.survey_screen import bring_in_wave, open_surveys

from assessor.operations.surveys.published_groups import list_published
from assessor.store import Engagement
from assessor.terms import CannotDo
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def screen(qtbot: QtBot, window: MainWindow, engagement: Engagement, tmp_path: Path) -> SurveysScreen:
    """The screen with the wave of the pictures, its results printed to be looked at."""
    bring_in_wave(engagement, tmp_path)
    found = open_surveys(window)
    found.view.bar.print.click()
    qtbot.waitUntil(found.view.printed.save.isEnabled, timeout=60_000)
    return found


def test_saving_is_told_on_the_page_of_the_wave(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    published = screen.view.wave.published
    screen.go_to(screen.view.wave)
    assert published.isHidden()
    screen.printing.save_to(tmp_path / "results.pdf")
    assert not published.isHidden()
    line = published.lines.text()
    assert line.startswith("Results printed · ")
    assert line.endswith("Administrators 14, Teachers and staff 38, Students 212, Parents and guardians 64")
    engagement.undo()
    assert published.isHidden()


def test_pages_that_cannot_be_saved_are_not_noted(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    with pytest.raises(CannotDo, match="could not be written"):
        screen.printing.save_to(tmp_path / "gone" / "results.pdf")
    assert list_published(engagement) == []


def test_a_file_that_can_only_be_read_says_so_in_place_of_saving(
    screen: SurveysScreen, engagement: Engagement, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engagement, "read_only", "larkfield.assessor is write-protected. Copy it.")
    screen.view.printed.save.click()
    assert "has to be noted in the file. larkfield.assessor" in screen.problem.sentence
