"""The request list is taken over, asked for, answered and tied to documents; what waits is said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from assessor.operations import document_requests as requests
from assessor.operations.document_imports import import_document
from assessor.operations.document_requests import RequestRow
from assessor.operations.documents import list_documents
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import RequestState
from assessor.ui.assess.requests.document_requests import DocumentRequestsScreen
from assessor.ui.widgets.link_lines import LinkLine
from assessor.ui.widgets.row_models import ROW_ROLE, ListRow
from assessor.ui.widgets.texts import Text

TODAY = date(2026, 9, 30)


@pytest.fixture
def screen(engagement: Engagement, qtbot: QtBot) -> Iterator[DocumentRequestsScreen]:
    """The screen with nothing asked for."""
    made = DocumentRequestsScreen(engagement)
    made.today = TODAY
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


@pytest.fixture
def listed(screen: DocumentRequestsScreen) -> DocumentRequestsScreen:
    """The shipped list, taken over on the screen."""
    screen.view.empty.button.click()
    return screen


def _find(screen: DocumentRequestsScreen, key: str) -> RequestRow:
    return next(row for row in requests.list_requests(screen.engagement) if row.key == key)


def _rows(screen: DocumentRequestsScreen) -> list[ListRow]:
    model = screen.view.list.model()
    found = (model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount()))
    return [row for row in found if isinstance(row, ListRow)]


def _headings(screen: DocumentRequestsScreen) -> list[str]:
    return [row.title for row in _rows(screen) if row.element_id.startswith("heading:")]


def test_the_shipped_list_is_taken_over_in_one_step(screen: DocumentRequestsScreen) -> None:
    assert screen.view.empty.isVisible()
    screen.view.empty.button.click()
    assert len(requests.list_requests(screen.engagement)) == 18
    assert screen.head.line.text() == "0 of 18 answered"
    assert screen.view.detail.name.value() == "Agreement and all amendments"


def test_all_is_marked_as_asked_and_due_in_two_weeks(listed: DocumentRequestsScreen) -> None:
    listed.view.ask.click()
    row = _find(listed, "D07")
    assert (row.state, row.asked_on, row.due_on) == (RequestState.ASKED, TODAY, date(2026, 10, 14))
    assert listed.view.ask.isHidden()
    assert _headings(listed) == ["Waited for"]


def test_overdue_stands_first_and_in_the_head(listed: DocumentRequestsScreen) -> None:
    row = _find(listed, "D07")
    requests.ask_for_documents(listed.engagement, [row.id], date(2026, 9, 1), date(2026, 9, 18))
    assert _headings(listed) == ["Overdue", "Not asked yet"]
    assert _rows(listed)[1].trailing == "12 days overdue"
    assert listed.head.line.text() == "0 of 18 answered · 1 overdue"
    listed.show_element(row.id)
    assert listed.view.detail.overdue.text() == "12 days overdue"


def test_what_came_of_it_is_chosen_and_dated(listed: DocumentRequestsScreen) -> None:
    row = _find(listed, "D10")
    listed.show_element(row.id)
    box = listed.view.detail.state.box
    box.setCurrentIndex(list(RequestState).index(RequestState.DOES_NOT_EXIST))
    box.activated.emit(box.currentIndex())
    row = _find(listed, "D10")
    assert (row.state, row.answered_on) == (RequestState.DOES_NOT_EXIST, TODAY)
    assert listed.view.detail.tag.text() == "Does not exist"
    assert listed.head.line.text() == "1 of 18 answered"


def test_ones_own_request_is_added_named_and_removed(screen: DocumentRequestsScreen, qtbot: QtBot) -> None:
    screen.view.add.click()
    qtbot.keyClicks(screen.view.detail.name.box, "Bus contract")
    screen.view.detail.name.save()
    assert requests.list_requests(screen.engagement)[0].title == "Bus contract"
    assert not screen.view.detail.criteria.isVisible()
    screen.view.detail.remove.click()
    assert screen.view.empty.isVisible()


def test_a_note_says_why_it_was_refused(listed: DocumentRequestsScreen, qtbot: QtBot) -> None:
    row = _find(listed, "D13")
    listed.show_element(row.id)
    note = listed.view.detail.form.fields["note"]
    qtbot.keyClicks(note.editor, "Counsel advises against it.")
    note.save()
    assert _find(listed, "D13").note == "Counsel advises against it."


def test_a_document_is_tied_shown_and_untied(
    listed: DocumentRequestsScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "Agreement 2023.txt"
    path.write_text("The SRO shall not discipline students.", encoding="utf-8")
    finish(import_document(listed.engagement, path))
    document = list_documents(listed.engagement)[0]
    listed.show_element(_find(listed, "D01").id)
    listed.view.detail.add_document.menu().actions()[0].trigger()
    assert _find(listed, "D01").state is RequestState.RECEIVED
    lines = listed.view.detail.findChildren(LinkLine)
    assert [line.accessibleName() for line in lines if not line.isHidden()] == [document.title]
    with qtbot.waitSignal(listed.asked_to_go) as told:
        lines[-1].click()
    assert told.args == ["documents", document.id]
    listed.view.detail.document_removed.emit(document.id)
    assert _find(listed, "D01").documents == ()


def test_what_is_held_up_is_listed_and_leads_to_what_would_help(listed: DocumentRequestsScreen) -> None:
    listed.view.segments.choose("blocked")
    listed.view.segments.chosen.emit("blocked")
    assert listed.view.blocked.isVisible()
    assert listed.view.blocked.choose("C2")
    listed.view.blocked.opened.emit("C2")
    assert listed.view.detail.name.value() == "Designation of the law-enforcement unit"
    notes = [text.text() for text in listed.view.detail.criteria_heading.findChildren(Text)]
    assert "C2 cannot be rated yet" in notes


def test_the_letter_is_copied(listed: DocumentRequestsScreen) -> None:
    listed.view.copy.click()
    letter = QGuiApplication.clipboard().text()
    assert letter.startswith("Document request")
    assert "18. Public reports and board minutes" in letter


def test_once_all_is_answered_no_letter_is_offered(listed: DocumentRequestsScreen) -> None:
    for row in requests.list_requests(listed.engagement):
        requests.set_request_state(listed.engagement, row.id, RequestState.RECEIVED, TODAY)
    assert listed.view.copy.isHidden()
    assert listed.head.line.text() == "18 of 18 answered"
    listed.view.segments.choose("blocked")
    listed.view.segments.chosen.emit("blocked")
    assert listed.view.none_blocked.isVisible()
