"""A pair is made, its answers chosen, both agree, and only then do their answers stand side by side."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.operations.survey_waves import bring_in_wave

from assessor.operations.clients import add_site, begin_engagement, edit_client
from assessor.operations.surveys import survey_waves
from assessor.operations.surveys.dyads import list_candidates, list_dyads
from assessor.store import Engagement
from assessor.terms import Group
from assessor.ui.assess.dyads.dyads import DyadsScreen
from assessor.ui.assess.dyads.paired_list import PairedRow
from assessor.ui.widgets.row_models import ROW_ROLE

AGREED = date(2026, 11, 12)


@pytest.fixture
def screen(engagement: Engagement, tmp_path: Path, qtbot: QtBot) -> Iterator[DyadsScreen]:
    """A wave with one SRO and one administrator, and no pair yet."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    edit_client(engagement, dyad_readers="the superintendent")
    add_site(engagement, "Cedar Ridge Middle")
    answers = {"COM1": [4], "TRU1": [5], "COM4": [2], "STG": [1]}
    bring_in_wave(engagement, tmp_path, SRO=answers, ADM={**answers, "COM1": [2], "STG": [4]})
    made = DyadsScreen(engagement)
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


def add_pair(screen: DyadsScreen) -> None:
    """The pair of the wave, with the answers of the only two."""
    screen.add_pair(survey_waves.list_waves(screen.engagement)[0].id, None)
    screen.refresh_if_stale()
    for group, fields in screen.view.facts.parties.items():
        found = list_candidates(screen.engagement, screen.view.list.chosen_id, group)
        fields.answers.edited.emit(found[0].respondent)
        screen.refresh_if_stale()


def agree(screen: DyadsScreen, *groups: Group) -> None:
    for group in groups:
        screen.view.facts.parties[group].agreed_on.edited.emit(AGREED)
        screen.refresh_if_stale()


def rows(screen: DyadsScreen) -> dict[str, PairedRow]:
    model = screen.view.paired.list.rows
    found = [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]
    return {row.element_id: row for row in found}


def test_without_a_pair_the_screen_says_what_it_is_for(screen: DyadsScreen) -> None:
    assert screen.view.stack.currentWidget() is screen.view.empty
    assert screen.view.add.isHidden()


def test_nothing_stands_side_by_side_until_both_agreed(screen: DyadsScreen) -> None:
    add_pair(screen)
    agree(screen, Group.SRO)
    assert {row.hidden for row in rows(screen).values()} == {"not shared yet"}
    assert {row.answers for row in rows(screen).values()} == {("", "")}
    assert not screen.view.paired.waits.isHidden()
    agree(screen, Group.ADM)
    assert rows(screen)["COM1"].answers == ("Agree", "Disagree")
    assert "SRO: Agree. Administrator: Disagree. Gap +2" in rows(screen)["COM1"].spoken
    assert screen.view.paired.waits.isHidden()
    assert not screen.view.paired.discuss.isHidden()
    assert screen.head.line.text() == "1 of 1 shared"


def test_a_question_is_held_back_and_shared_again_by_its_switch(screen: DyadsScreen, qtbot: QtBot) -> None:
    add_pair(screen)
    agree(screen, Group.SRO, Group.ADM)
    paired = screen.view.paired
    paired.list.choose("COM1")
    qtbot.mouseClick(paired.hold_administrator, Qt.MouseButton.LeftButton)
    screen.refresh_if_stale()
    assert rows(screen)["COM1"].hidden == "Administrator: consultant only"
    paired.list.choose("TRU1")
    assert not paired.hold_administrator.isChecked()
    paired.list.choose("COM1")
    assert paired.hold_administrator.isChecked()
    qtbot.mouseClick(paired.hold_administrator, Qt.MouseButton.LeftButton)
    screen.refresh_if_stale()
    assert rows(screen)["COM1"].answers == ("Agree", "Disagree")


def test_a_pair_is_removed_and_its_place_is_empty_again(screen: DyadsScreen, qtbot: QtBot) -> None:
    add_pair(screen)
    qtbot.mouseClick(screen.view.facts.remove, Qt.MouseButton.LeftButton)
    screen.refresh_if_stale()
    assert list_dyads(screen.engagement) == []
    assert screen.view.stack.currentWidget() is screen.view.empty
