"""The first weeks: schools and people, a focus group by keyboard, a survey, and an agreement rated."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from tests.journeys.hands import CONTROL, Hands
from tests.operations.survey_specimens import write_wave

from assessor.operations import documents, participants
from assessor.operations.clients import list_agencies, list_sites
from assessor.operations.findings import list_findings
from assessor.operations.remarks import list_remarks
from assessor.operations.sittings import list_sittings
from assessor.operations.surveys.survey_waves import list_waves
from assessor.terms import Group

AGREEMENT = (
    "III. Roles and Responsibilities\n"
    "3.1 The SRO serves as a guest teacher.\n"
    "3.2 The SRO may assist school staff with student conduct as needed.\n"
)
CONDUCT = "may assist school staff with student conduct as needed"


def add_schools_and_agency(hands: Hands) -> None:
    """Two schools and the agency, on the page for places."""
    screen = hands.go("participants")
    screen.show_page("places")
    hands.click(screen.places.empty.button)
    hands.fill(screen.places.name, "North High")
    hands.choose(screen.places.level, "High school")
    hands.pick(screen.places.add, "School or other site")
    hands.fill(screen.places.name, "Ridge Middle")
    hands.pick(screen.places.add, "Law-enforcement agency")
    hands.fill(screen.places.name, "Larkfield Police")
    assert {site.name for site in list_sites(hands.engagement)} == {"North High", "Ridge Middle"}
    assert [agency.name for agency in list_agencies(hands.engagement)] == ["Larkfield Police"]


def add_people(hands: Hands) -> None:
    """An officer, an administrator and a teacher who may be quoted, with a name on the roster."""
    screen = hands.go("participants")
    screen.show_page("people")
    hands.click(screen.people.empty.button)
    hands.fill(screen.people.description, "Middle school teacher")
    screen.people.may_be_quoted.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.click(screen.people.roster.show_button)
    hands.fill(screen.people.roster.name, "Maria Alvarez")
    hands.pick(screen.people.add, "SROs")
    hands.fill(screen.people.description, "Officer")
    hands.pick(screen.people.add, "Administrators")
    people = {person.code: person for person in participants.list_participants(hands.engagement)}
    assert set(people) == {"TCH-01", "SRO-01", "ADM-01"}
    assert people["TCH-01"].may_be_quoted
    assert people["TCH-01"].description == "Middle school teacher"


def hear_a_focus_group(hands: Hands) -> None:
    """Six teachers, one of them known; everything noted by keys, then ended."""
    screen = hands.go("sittings")
    hands.click(screen.view.empty.button)
    hands.fill(screen.view.record.title, "Teachers, Ridge Middle")
    hands.choose(screen.view.record.side.guide.choice, "teachers")
    seats = screen.view.record.setup.people
    hands.pick(seats.known, "Teachers and staff", "TCH-01  Middle school teacher")
    seats.groups.setCurrentIndex(list(Group).index(Group.TCH))
    seats.count.setFocus()
    seats.count.selectAll()
    QTest.keyClicks(seats.count, "5")
    hands.click(seats.add)
    hands.click(screen.view.take_notes)
    _take_notes(hands)
    hands.click(screen.room.end)
    hands.type("They agree on the line, and disagree on who draws it.", end=None)
    screen.finish_editing()
    _check_notes(hands)


def _take_notes(hands: Hands) -> None:
    line: Any = hands.focused()
    for typed in (
        "2 I send the student to the office.",
        '1 "Nobody ever showed us a list."',
        "+1 2 3 -6",
        ":nod 3 5",
        ";; Is the binder read at all?",
    ):
        hands.type(typed)
    QTest.keyClick(line, Qt.Key.Key_Down, CONTROL)
    hands.type("? Somebody at the back agrees.")


def _check_notes(hands: Hands) -> None:
    (sitting,) = list_sittings(hands.engagement)
    noted = list_remarks(hands.engagement, sitting.id)
    assert [row.text for row in noted] == [
        "I send the student to the office.",
        "Nobody ever showed us a list.",
        "Nod",
        "Is the binder read at all?",
        "Somebody at the back agrees.",
    ]
    assert noted[1].speakers == ("TCH-01",)
    assert (noted[1].agree, noted[1].dissent) == (3, 1)
    assert noted[0].question != noted[4].question
    assert sitting.ended_at is not None


def bring_in_a_survey(hands: Hands, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A table of answers, read, looked over, named and brought in."""
    table = write_wave(folder / "answers.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    screen = hands.go("surveys")
    hands.click(screen.view.empty.button)
    hands.until(lambda: screen.view.pages.currentWidget() is screen.view.reading)
    reading = screen.view.reading
    reading.table.choose(1)
    assert "Dropped" in reading.table.columns.index(1, 1).data()
    hands.fill(reading.side.title, "Fall survey")
    hands.click(screen.bring_in)
    hands.until(lambda: screen.view.pages.currentWidget() is screen.view.constructs)
    assert [wave.title for wave in list_waves(hands.engagement)] == ["Fall survey"]


def rate_an_agreement(hands: Hands, monkeypatch: pytest.MonkeyPatch, folder: Path) -> str:
    """The agreement is read, its words marked for B2, criteria rated by keys; a finding comes of a zero."""
    paper = folder / "SRO agreement.txt"
    paper.write_text(AGREEMENT, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(paper)], ""))
    screen = hands.go("documents")
    hands.click(screen.view.empty.button)
    hands.until(lambda: documents.list_documents(hands.engagement))
    hands.until(lambda: not screen.importing.is_running)
    screen.view.list.setFocus()
    hands.press(Qt.Key.Key_Return)
    hands.press("2", "n", "1")
    _mark(screen, CONDUCT)
    hands.press("b", "2")
    screen.view.review.criteria.rows["B2"].setFocus()
    hands.press("0")
    (passage,) = documents.list_passages(hands.engagement, documents.list_documents(hands.engagement)[0].id)
    assert (passage.text, passage.criterion) == (CONDUCT, "B2")
    (finding,) = list_findings(hands.engagement)
    hands.click(screen.view.review.criteria.panel.finding)
    assert hands.window.key == "findings"
    return finding.id


def _mark(screen: Any, words: str) -> None:
    view = screen.view.review.reading.view
    found = view.document().find(words)
    caret = QTextCursor(view.document())
    caret.setPosition(found.selectionStart())
    view.setFocus()
    view.setTextCursor(caret)
    while view.textCursor().position() < found.selectionEnd():
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
