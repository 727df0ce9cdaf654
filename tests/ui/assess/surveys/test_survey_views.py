"""The views of survey results: each shows its figure as chart and as table, is copied, and is printed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.operations.survey_specimens import write_items
from tests.ui.assess.surveys.survey_screen import bring_in_wave, is_shown, open_surveys
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.surveys.survey_waves import edit_wave
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group
from assessor.ui.assess.surveys.survey_menus import more_menu
from assessor.ui.assess.surveys.survey_view_bar import BREAKDOWN, CHANGES, PROFILE, RATES, RESULTS, SIDES
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.buttons import QuietButton


@pytest.fixture
def screen(window: MainWindow) -> SurveysScreen:
    return open_surveys(window)


@pytest.fixture
def wave(engagement: Engagement, screen: SurveysScreen, tmp_path: Path) -> str:
    """The wave of the pictures, brought in behind the screen's back."""
    return bring_in_wave(engagement, tmp_path)


def choose(screen: SurveysScreen, view: str) -> None:
    """Choose a view as a click does."""
    screen.view.bar.views.choose(view)
    screen.view.bar.views.chosen.emit(view)


def turn(screen: SurveysScreen, shape: str) -> None:
    """Choose chart or table as a click does."""
    screen.view.bar.shape.choose(shape)
    screen.view.bar.shape.chosen.emit(shape)


def test_every_view_is_reached_from_the_bar(screen: SurveysScreen, wave: str) -> None:
    for view, page in screen.view.views.items():
        choose(screen, view)
        assert is_shown(screen, page)
        assert screen.view.bar.views.key == view
    assert screen.groups.isHidden()
    choose(screen, RESULTS)
    assert screen.groups.isVisible()


def test_groups_stand_side_by_side_and_hidden_ones_keep_their_row(screen: SurveysScreen, wave: str) -> None:
    choose(screen, SIDES)
    page = screen.view.sides
    assert "SROs, n 6" in page.page.figure.chart.accessibleName()
    page.list.choose("ROL")
    page.list.chosen.emit("ROL")
    said = page.page.figure.chart.accessibleName()
    assert "Partners: n < 5, not shown" in said
    assert "Worded in reverse" in said
    assert page.page.title.text() == "Role clarity"


def test_who_answered_is_drawn_with_what_was_expected(screen: SurveysScreen, wave: str) -> None:
    choose(screen, RATES)
    said = screen.view.rates.figure.chart.accessibleName()
    assert "Teachers: 38 of 92, 41%, 60% expected" in said
    assert "Partners: n < 5, not shown" in said


def test_numbers_are_shown_as_tables_and_copied_as_lines(screen: SurveysScreen, wave: str) -> None:
    choose(screen, PROFILE)
    turn(screen, "table")
    page = screen.view.profile
    assert page.figure.table.isVisible()
    assert not page.figure.chart.isVisible()
    screen.view.bar.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Construct", "SROs", "Admin."]
    assert lines[1].split("\t")[-1] == "n < 5"
    turn(screen, "chart")
    assert page.figure.chart.isVisible()


def test_both_tables_of_the_constructs_are_copied(screen: SurveysScreen, wave: str) -> None:
    turn(screen, "table")
    screen.view.bar.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Communication\t33\t" in text
    assert "Difference, points" in text


def test_change_needs_a_second_wave(screen: SurveysScreen, engagement: Engagement, wave: str) -> None:
    choose(screen, CHANGES)
    assert screen.view.changes.empty.isVisible()


def test_waves_are_compared_on_what_was_asked_alike(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    given = {"Role": ["Teacher"] * 12, "COM5": [2, 3, 4] * 4, "ROL4": [2, 2, 3] * 4, "ROL5": [1, 3, 4] * 4}
    for number, more in ((1, 0), (2, 1)):
        answers = {code: [each + more if isinstance(each, int) else each for each in column]
                   for code, column in given.items()}  # fmt: skip
        path = write_items(tmp_path / f"{number}.csv", answers)
        found = finish(import_survey(engagement, path, title=f"Wave {number}")).wave_id
        edit_wave(engagement, found, opened_on=date(2025 + number, 10, 1))
    choose(screen, CHANGES)
    page = screen.view.changes
    assert page.fields[1].value() is Group.TCH
    said = page.page.figure.chart.accessibleName()
    assert "Role clarity: Wave 1, n 12 2.5, Wave 2, n 12 3.5, difference +1.0, flagged" in said
    page.fields[2].set_value("items")
    page.edited.emit()
    assert "ROL4" not in page.page.figure.chart.accessibleName()
    assert "difference +1.0" in page.page.figure.chart.accessibleName()


def test_a_construct_is_broken_down_by_a_question_with_choices(screen: SurveysScreen, wave: str) -> None:
    choose(screen, BREAKDOWN)
    page = screen.view.breakdown
    assert page.page.isVisible()
    assert "Together" in page.page.figure.chart.accessibleName()
    page.fields[2].set_value(Group.ADM)
    page.edited.emit()
    assert "Together, n 14" in page.page.figure.chart.accessibleName()


def test_results_are_printed_looked_at_and_saved(
    qtbot: QtBot, screen: SurveysScreen, wave: str, tmp_path: Path
) -> None:
    screen.view.bar.print.click()
    page = screen.view.printed
    assert is_shown(screen, page)
    qtbot.waitUntil(page.save.isEnabled, timeout=60_000)
    assert page.count.text().endswith(" pages")
    with qtbot.waitSignal(screen.said):
        screen.printing.save_to(tmp_path / "results.pdf")
    assert (tmp_path / "results.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(CannotDo, match="could not be written"):
        screen.printing.save_to(tmp_path / "gone" / "results.pdf")
    page.back.click()
    assert is_shown(screen, screen.view.constructs)


def test_results_are_worked_out_once_for_each_change(
    screen: SurveysScreen, engagement: Engagement, wave: str
) -> None:
    first = screen._kept.results(wave)
    screen.groups.chosen.emit(Group.STU.value)
    choose(screen, PROFILE)
    assert screen._kept.results(wave) is first
    edit_wave(engagement, wave, title="Another")
    assert screen._kept.results(wave) is not first


def test_forms_and_paper_are_reached_from_the_menu(
    qtbot: QtBot, screen: SurveysScreen, window: MainWindow, wave: str
) -> None:
    menu = more_menu(screen)
    paper = next(action for action in menu.actions() if action.text() == "Paper forms")
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        paper.trigger()
    assert gone.args == ["paper_batches", ""]


def test_everything_on_every_view_has_a_name_and_is_reached_by_tab(
    qapp: QApplication, qtbot: QtBot, screen: SurveysScreen, window: MainWindow, wave: str
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for shape in ("chart", "table"):
        turn(screen, shape)
        for view in screen.view.views:
            choose(screen, view)
            assert unnamed(window) == []
            assert not_reached_by_tab(window) == []


def test_only_questions_that_went_to_the_same_people_are_broken_down(
    screen: SurveysScreen, wave: str
) -> None:
    choose(screen, BREAKDOWN)
    page = screen.view.breakdown
    offered = [page.fields[0].box.itemText(place) for place in range(page.fields[0].box.count())]
    assert "Communication" in offered
    assert "In the last 12 months I have trained together with our SRO." not in offered
    groups = [page.fields[2].box.itemText(place) for place in range(page.fields[2].box.count())]
    assert groups == ["All answers", "SROs", "Admin."]


def test_a_group_that_answered_one_wave_only_is_refused_with_the_reason(
    screen: SurveysScreen, engagement: Engagement, wave: str, tmp_path: Path
) -> None:
    later = write_items(tmp_path / "later.csv", {"Role": ["Teacher"] * 12, "ROL4": [2, 3, 4] * 4})
    found = finish(import_survey(engagement, later, title="Later")).wave_id
    edit_wave(engagement, found, opened_on=date(2027, 10, 1))
    screen.show_element(found)
    choose(screen, CHANGES)
    page = screen.view.changes
    page.fields[1].set_value(Group.STU)
    page.edited.emit()
    assert page.page.hidden.isVisible()
    assert not page.page.figure.isVisible()


def test_the_two_are_compared_item_by_item_widest_first(screen: SurveysScreen, wave: str) -> None:
    page = screen.view.constructs
    page.difference.by_item.click()
    said = page.difference.chart.accessibleName()
    assert "Where SROs and administrators differ" in said
    assert said.count("flagged") > 5
    page.difference.chart.chosen.emit("ROL1")
    assert page.difference.chart.chosen_key == "ROL1"
    assert page.chosen_code == "ROL"  # teachers were not asked the item
    screen.groups.choose("ADM")
    screen.groups.chosen.emit("ADM")
    page.difference.chart.chosen.emit("ROL1")
    assert page.chosen_code == "ROL1"
    page.difference.by_item.click()
    assert page.difference.chart.chosen_key == "ROL"


def test_forms_paper_and_pairs_are_a_click_away_before_there_is_a_wave(
    qtbot: QtBot, screen: SurveysScreen
) -> None:
    buttons = {button.text(): button for button in screen.elsewhere.findChildren(QuietButton)}
    assert set(buttons) == {"Survey forms", "Paper forms", "Pairs"}
    assert screen.elsewhere.isVisible()
    with qtbot.waitSignal(screen.asked_to_go) as gone:
        buttons["Survey forms"].click()
    assert gone.args == ["survey_forms", ""]
