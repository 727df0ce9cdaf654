"""People, sites, agencies and the client, each mended where it stands."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assessor.operations.clients import (
    add_agency,
    add_site,
    edit_client,
    get_client,
    list_agencies,
    list_cycles,
    list_sites,
)
from assessor.operations.participants import add_participant, get_participant, list_participants
from assessor.operations.roster import enter_in_roster, get_roster_entry
from assessor.operations.seats import seat_participants
from assessor.operations.sittings import add_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.assess.people.participants import ParticipantsScreen
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.text_fields import TextField


@pytest.fixture
def screen(window: MainWindow) -> ParticipantsScreen:
    window.go("participants")
    window.activateWindow()
    found = window.screen_of("participants")
    assert isinstance(found, ParticipantsScreen)
    return found


def retype(field: TextField, text: str) -> None:
    field.editor.setFocus()
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClicks(field.line, text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


def test_the_first_person_is_added_from_the_empty_page(screen: ParticipantsScreen) -> None:
    assert screen.people.pages.currentWidget() is screen.people.empty
    screen.people.empty.button.click()
    assert [row.code for row in list_participants(screen.engagement)] == ["TCH-01"]

    QTest.keyClicks(screen.people.description.line, "Middle school teacher")
    QTest.keyClick(screen.people.description.line, Qt.Key.Key_Return)
    assert list_participants(screen.engagement)[0].description == "Middle school teacher"


def test_a_code_that_is_taken_is_refused_in_place(screen: ParticipantsScreen) -> None:
    add_participant(screen.engagement, Group.TCH)
    second = add_participant(screen.engagement, Group.TCH)
    screen.show_element(second)
    retype(screen.people.code, "TCH-01")

    assert "is taken" in screen.people.code.problem.sentence
    assert get_participant(screen.engagement, second).code == "TCH-02"


def test_consent_is_switched_by_key(screen: ParticipantsScreen) -> None:
    person = add_participant(screen.engagement, Group.STU)
    screen.people.may_be_quoted.setFocus()
    QTest.keyClick(screen.people.may_be_quoted, Qt.Key.Key_Space)

    assert get_participant(screen.engagement, person).may_be_quoted


def test_a_name_is_shown_only_when_asked_for_and_hidden_for_the_next_person(
    screen: ParticipantsScreen,
) -> None:
    first = add_participant(screen.engagement, Group.TCH)
    enter_in_roster(screen.engagement, first, "Maria Alvarez")
    second = add_participant(screen.engagement, Group.TCH)
    screen.show_element(first)
    roster = screen.people.roster
    assert roster.name.line.text() == ""
    assert not roster.name.isVisible()

    roster.show_button.click()
    assert roster.name.line.text() == "Maria Alvarez"
    assert roster.note.isVisible()
    screen.show_element(second)
    assert roster.name.line.text() == ""
    assert not roster.name.isVisible()


def test_a_name_typed_goes_to_the_roster_of_the_person_shown(screen: ParticipantsScreen) -> None:
    person = add_participant(screen.engagement, Group.TCH)
    screen.people.roster.show_button.click()
    retype(screen.people.roster.name, "Ben Okafor")
    assert get_roster_entry(screen.engagement, person).name == "Ben Okafor"

    retype(screen.people.roster.name, "")
    assert get_roster_entry(screen.engagement, person).name == ""


def test_a_person_leads_to_the_sittings_they_were_at(
    window: MainWindow, screen: ParticipantsScreen, qtbot: QtBot
) -> None:
    person = add_participant(screen.engagement, Group.TCH)
    sitting = add_sitting(screen.engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_participants(screen.engagement, sitting, [person])
    screen.show_element(person)
    with qtbot.waitSignal(screen.asked_to_go) as went:
        screen.people.sat.opened.emit(sitting)

    assert went.args == ["sittings", sitting]


def test_a_removed_person_comes_back(screen: ParticipantsScreen) -> None:
    add_participant(screen.engagement, Group.TCH)
    screen.people.remove.click()
    assert list_participants(screen.engagement) == []
    screen.engagement.undo()

    assert [row.code for row in list_participants(screen.engagement)] == ["TCH-01"]


def test_sites_and_agencies_are_mended_where_they_stand(screen: ParticipantsScreen) -> None:
    site = add_site(screen.engagement, "Ridge", "middle")
    agency = add_agency(screen.engagement, "Police", employment="Posted by contract")
    screen.show_element(site)
    assert screen.segments.key == "places"
    retype(screen.places.name, "Ridge Middle")
    retype(screen.places.enrollment, "640")
    screen.show_element(agency)
    assert screen.places.employment.value() == "Posted by contract"
    retype(screen.places.name, "")
    assert "needs a name" in screen.places.name.problem.sentence
    retype(screen.places.name, "Larkfield Police")

    assert [(row.name, row.enrollment) for row in list_sites(screen.engagement)] == [("Ridge Middle", 640)]
    assert [row.name for row in list_agencies(screen.engagement)] == ["Larkfield Police"]


def test_a_smaller_threshold_is_refused_in_place(screen: ParticipantsScreen) -> None:
    screen.show_page("client")
    retype(screen.client.public, "15")
    assert "why it is raised" in screen.client.public.problem.sentence
    edit_client(screen.engagement, threshold_reason="Small schools")
    screen.refresh_if_stale()
    retype(screen.client.public, "15")
    assert get_client(screen.engagement).public_threshold == 15
    retype(screen.client.public, "8")

    assert "only goes up" in screen.client.public.problem.sentence
    assert get_client(screen.engagement).public_threshold == 15


def test_what_was_agreed_is_typed_into_its_fields(screen: ParticipantsScreen) -> None:
    screen.show_page("client")
    name, languages = screen.client.name, screen.client.fields["languages"]
    assert isinstance(languages, TextField)
    retype(languages, "English, Spanish")
    retype(name, "")
    assert "needs a name" in name.problem.sentence
    retype(name, "Larkfield Unified School District")
    client = get_client(screen.engagement)

    assert (client.name, client.languages) == ("Larkfield Unified School District", "English, Spanish")


def test_whom_to_hear_is_planned_under_coverage(screen: ParticipantsScreen) -> None:
    went: list[tuple[str, str]] = []
    screen.asked_to_go.connect(lambda place, element: went.append((place, element)))
    screen.show_page("client")
    screen.client.whom.action.click()

    assert went == [("coverages", "")]


def test_the_next_cycle_begins_and_can_be_taken_back(screen: ParticipantsScreen) -> None:
    screen.show_page("client")
    screen.client.cycles.action.click()
    assert [cycle.number for cycle in list_cycles(screen.engagement)] == [1, 2]
    screen.engagement.undo()

    assert [cycle.number for cycle in list_cycles(screen.engagement)] == [1]


def test_thresholds_are_shown_as_they_stand(screen: ParticipantsScreen) -> None:
    screen.show_page("client")

    assert (screen.client.public.value(), screen.client.internal.value()) == (Decimal(10), Decimal(5))


def test_a_read_only_engagement_offers_no_doings(screen: ParticipantsScreen, engagement: Engagement) -> None:
    add_participant(engagement, Group.TCH)
    engagement.read_only = "This file can only be read."
    screen.refresh()
    screen.show_page("people")

    assert not screen.people.add.isVisible()
    assert not screen.people.remove.isVisible()
    assert not screen.people.description.editor.isEnabled()
