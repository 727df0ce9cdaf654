"""Training is taken from the catalog, planned and held."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor.operations import trainings
from assessor.store import Engagement
from assessor.ui.plan.trainings import TrainingsScreen


@pytest.fixture
def screen(engagement: Engagement, today: date, qtbot: QtBot) -> Iterator[TrainingsScreen]:
    """The screen with nothing planned."""
    made = TrainingsScreen(engagement)
    made.today = today
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


@pytest.fixture
def session(screen: TrainingsScreen) -> str:
    """A session of the catalog in the plan, chosen."""
    added = trainings.add_training_from_catalog(screen.engagement, "T03")
    screen.show_element(added)
    return added


def _only(screen: TrainingsScreen) -> trainings.TrainingRow:
    return trainings.list_trainings(screen.engagement)[0]


def _write(qtbot: QtBot, screen: TrainingsScreen, name: str, text: str) -> None:
    field = screen.view.training.form.fields[name]
    qtbot.keyClicks(field.editor, text)
    field.save()


def test_an_empty_plan_begins_in_the_catalog(screen: TrainingsScreen) -> None:
    assert screen.view.no_trainings.isVisible()
    screen.view.no_trainings.button.click()
    screen.view.catalog.list.choose("T05")
    screen.view.catalog.add.click()
    assert _only(screen).code == "T05"
    assert screen.view.training.isVisible()


def test_escape_leaves_the_catalog(screen: TrainingsScreen, session: str, qtbot: QtBot) -> None:
    screen.view.add.click()
    assert screen.view.catalog.isVisible()
    qtbot.keyClick(screen.view.catalog.list, Qt.Key.Key_Escape)
    assert screen.view.training.isVisible()


def test_a_session_is_planned_held_and_counted_in_place(
    screen: TrainingsScreen, session: str, qtbot: QtBot
) -> None:
    assert screen.view.training.tag.text() == "No date yet"
    _write(qtbot, screen, "planned_on", "5 Mar 2027")
    assert screen.view.training.tag.text() == "Planned"
    _write(qtbot, screen, "held_on", "6 Nov 2026")
    _write(qtbot, screen, "invited", "12")
    _write(qtbot, screen, "attended", "10")
    assert (_only(screen).invited, _only(screen).attended) == (12, 10)
    assert screen.view.training.tag.text() == "Short by 2"
    assert screen.head.line.text() == "1 held"


def test_more_people_than_were_invited_is_said_and_not_kept(
    screen: TrainingsScreen, session: str, qtbot: QtBot
) -> None:
    _write(qtbot, screen, "invited", "5")
    _write(qtbot, screen, "attended", "6")
    assert "only 5 were invited" in screen.problem.sentence
    assert _only(screen).attended is None


def test_a_session_belongs_to_the_core_set_or_not(screen: TrainingsScreen, session: str) -> None:
    was = _only(screen).is_core
    screen.view.training.core.click()
    assert _only(screen).is_core is not was


def test_a_training_of_ones_own_is_added_named_and_removed(screen: TrainingsScreen, qtbot: QtBot) -> None:
    screen.view.own.click()
    field = screen.view.training.title_field
    field.box.selectAll()
    qtbot.keyClicks(field.box, "Ride along")
    field.save()
    assert _only(screen).title == "Ride along"
    screen.view.training.remove.click()
    assert trainings.list_trainings(screen.engagement) == []
    assert screen.view.no_trainings.isVisible()


def test_what_is_typed_belongs_to_the_session_it_was_typed_for(
    screen: TrainingsScreen, session: str, qtbot: QtBot
) -> None:
    other = trainings.add_training_from_catalog(screen.engagement, "T05")
    screen.show_element(session)
    qtbot.keyClicks(screen.view.training.form.fields["owner"].editor, "Safety director")
    screen.show_element(other)
    owners = {row.id: row.owner for row in trainings.list_trainings(screen.engagement)}
    assert owners == {session: "Safety director", other: ""}
