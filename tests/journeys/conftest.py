"""What journeys share: the program in its look, driven by one pair of hands, and the sample."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.journeys.hands import Hands
from tests.sample.conftest import built
from tests.ui.conftest import _plain_look, qapp, qapp_cls

from assessor.app import Program

__all__ = ["_plain_look", "built", "qapp", "qapp_cls"]


@pytest.fixture
def hands(qapp: object, qtbot: QtBot) -> Iterator[Hands]:
    """Hands on the program, which shows its welcome screen and is closed at the end."""
    made = Hands(Program(qapp), qtbot)  # type: ignore[arg-type]  # the application of the tests
    made.program.show_welcome()
    yield made
    made.program.end()
    if made.program.welcome is not None:
        made.program.welcome.close()
