"""The grid of program data in a window: three measures, three terms of referrals, two schools."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from assessor.operations import clients
from assessor.operations.measures.measure_cells import TypedCell, enter_cells
from assessor.operations.measures.measures import add_measure_from_library
from assessor.operations.periods import read_period
from assessor.store import Engagement
from assessor.ui.assess.program_data.program_data import ProgramDataScreen

TODAY = date(2026, 11, 20)


@dataclass
class Counted:
    """The screen, and the ids of measures and schools by name."""

    screen: ProgramDataScreen
    engagement: Engagement
    ids: dict[str, str]


@pytest.fixture
def counted(qtbot: QtBot, engagement: Engagement) -> Iterator[Counted]:
    """Shows terms; the keyboard is in the grid."""
    clients.begin_engagement(engagement, "Larkfield Unified", "2026–27")
    ids = {name: clients.add_site(engagement, name) for name in ("Ridge Middle", "Oak High")}
    ids |= {code: add_measure_from_library(engagement, code) for code in ("K01", "K02", "K04")}
    for label, text in (("Fall 2025", "22/1391"), ("Spring 2026", "19/1391"), ("Fall 2026", "17/1412")):
        enter_cells(engagement, [TypedCell(ids["K01"], read_period(label), text)])
    screen = ProgramDataScreen(engagement)
    screen.today = TODAY
    qtbot.addWidget(screen)
    screen.resize(1180, 600)
    screen.show()
    qtbot.waitExposed(screen)
    screen.view.grid.table.setFocus()
    yield Counted(screen, engagement, ids)
    screen.close_screen()
