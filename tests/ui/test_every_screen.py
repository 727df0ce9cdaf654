"""Every screen of the places table: it is there, it has names for all one meets, and Tab reaches it all."""

import pytest
from tests.ui.walk import not_reached_by_tab, unnamed

from assessor.ui.main_window import MainWindow, missing_screens
from assessor.ui.places import PLACES

_KEYS = [place.key for place in PLACES]


def test_every_place_has_its_screen() -> None:
    assert missing_screens() == []


def test_every_screen_bears_the_key_and_title_of_its_place() -> None:
    for place in PLACES:
        screen = place.screen_class()
        assert (screen.key, screen.title) == (place.key, str(place.english))


@pytest.mark.parametrize("key", _KEYS)
def test_everything_that_takes_focus_on_a_screen_has_a_name(window: MainWindow, key: str) -> None:
    window.go(key)
    assert unnamed(window) == []


@pytest.mark.parametrize("key", _KEYS)
def test_tab_reaches_everything_on_a_screen(window: MainWindow, key: str) -> None:
    window.go(key)
    assert not_reached_by_tab(window) == []
