"""The menu that takes a measure's value from a survey wave."""

from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from tests.operations.kept_waves import items, keep_wave
from tests.ui.evaluate.measures_screen import measure, show_calls
from tests.ui.followed import Followed

from assessor.operations.measures.measures import add_measure_from_library, get_measure
from assessor.terms import Group
from assessor.ui.evaluate.measures import MeasuresScreen

ITEMS = items("ROL4", "ROL5", "ROL6", *(f"{code}{n}" for code in ("TRU", "SAF", "FAI") for n in (1, 2)))
ANSWERS = {
    Group.TCH: dict.fromkeys(ITEMS, [2, 3, 4, 5] * 6),
    Group.STU: dict.fromkeys(ITEMS, [4, 3, 5, 5] * 6),
}


@pytest.fixture
def screen(followed: Followed) -> MeasuresScreen:
    """The measures, and a wave of a survey."""
    keep_wave(followed.engagement, ITEMS, ANSWERS, title="Survey & more", closed_on=date(2026, 10, 30))
    return show_calls(followed)


def _choose(screen: MeasuresScreen, measure_id: str) -> QMenu:
    screen.refresh_if_stale()
    screen.show_element(measure_id)
    menu: QMenu = screen.view.detail.top.waves
    menu.aboutToShow.emit()
    return menu


def _opened(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def test_only_measures_that_surveys_tell_offer_it(screen: MeasuresScreen, followed: Followed) -> None:
    assert not screen.view.detail.top.waves.menuAction().isVisible()
    _choose(screen, followed.ids["quiz"])
    assert screen.view.detail.top.waves.menuAction().isVisible()


def test_a_value_is_taken_with_its_counts(screen: MeasuresScreen, followed: Followed) -> None:
    (wave,) = _choose(screen, followed.ids["quiz"]).actions()
    assert wave.text() == "Survey && more"
    (offered,) = _opened(wave).actions()
    assert offered.text() == "Staff know the boundary\t50.00"
    offered.trigger()
    (value,) = measure(followed, "quiz").values
    assert (value.numerator, value.denominator, value.period_label) == (24, 48, "Survey & more")


def test_many_values_stand_by_construct_and_the_measures_own_comes_first(
    screen: MeasuresScreen, followed: Followed
) -> None:
    measure_id = add_measure_from_library(followed.engagement, "K28")
    (wave,) = _choose(screen, measure_id).actions()
    constructs = {action.text(): action for action in _opened(wave).actions()}
    assert list(constructs) == ["Role clarity", "Trust", "Perceived safety", "Fairness and respect"]
    trust = _opened(constructs["Trust"]).actions()
    assert trust[0].text() == "Trust: teachers and staff\t3.50"
    trust[0].trigger()
    assert get_measure(followed.engagement, measure_id).title == "Trust: teachers and staff"
    (wave,) = _choose(screen, measure_id).actions()
    assert _opened(wave).actions()[0].text() == "Trust: teachers and staff\t3.50"


def test_a_wave_without_a_day_says_so_in_place(screen: MeasuresScreen, followed: Followed) -> None:
    keep_wave(followed.engagement, ITEMS, ANSWERS, title="Some day")
    waves = {action.text(): action for action in _choose(screen, followed.ids["quiz"]).actions()}
    _opened(waves["Some day"]).actions()[0].trigger()
    assert measure(followed, "quiz").values == ()
    assert "when “Some day” was open" in screen.problem.sentence
