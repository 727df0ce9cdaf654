"""Policies and agreements: documents handed over, what is recorded of them, and their review."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from assessor.operations import documents, second_readings
from assessor.operations.documents import DocumentRow
from assessor.operations.policy_reviews import ReviewDetails, list_reviews
from assessor.terms import CannotDo
from assessor.ui.assess.documents.document_import import DocumentImport
from assessor.ui.assess.documents.document_kinds import kind_words
from assessor.ui.assess.documents.documents_layout import DocumentsLayout
from assessor.ui.assess.documents.policy_reviewing import PolicyReviewing
from assessor.ui.screens import Screen
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import break_lines
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.texts import explain

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_WIDEST_NOTE = 360


class DocumentsScreen(Screen):
    """The list of documents with their facts, and the review of one of them."""

    key, title = "documents", "Policies and agreements"
    tables = frozenset(
        {
            "client",
            "criterion_rating",
            "document",
            "document_page",
            "evidence",
            "finding",
            "passage",
            "policy_review",
            "requirement_check",
        }
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = DocumentsLayout()
        self.note = Tag("", Meaning.WATCH, "")
        self._build_head()
        self.set_content(self.view)
        self.reviewing = PolicyReviewing(self, self.view.review)
        self.importing = DocumentImport(self, self.view.job)
        self._places = self.head.title.text()
        self._rows: dict[str, DocumentRow] = {}
        self._reviews: dict[str, ReviewDetails] = {}
        self._shown = ""
        self._wire()
        self.setAcceptDrops(not engagement.read_only)

    def refresh(self) -> None:
        """Show the documents there are, or the review that is open."""
        self._refresh_review()
        if not self.reviewing.review_id:
            rows = documents.list_documents(self.engagement)
            self._rows = {row.id: row for row in rows}
            self._reviews = self._own_reviews()
            self.view.list.show_rows([self._list_row(row) for row in rows])
            self._show_facts(self.view.list.chosen_id)
        self._show_page()

    def show_element(self, element_id: str) -> None:
        """Choose a document; open the review where a passage or rating is asked for."""
        if self.view.list.choose(element_id):
            self._leave_review()
            return
        document_id = documents.find_document(self.engagement, element_id)
        if document_id:
            self.view.list.choose(document_id)
            self.open_review(document_id)
            self.reviewing.show_element(element_id)

    def open_review(self, document_id: str, review_id: str = "") -> None:
        """Read a document beside the criteria: in one's own reading, unless another is asked for."""
        if not document_id:
            return
        self.finish_editing()
        if not self.importing.is_running:
            self.view.job.hide()  # what went wrong before has been read
        self.attempt(lambda: self.reviewing.open(document_id, review_id))
        self._show_page()
        if self.reviewing.review_id:
            self.view.review.criteria.focus_open()

    def remove_document(self) -> None:
        """Remove the chosen document; the toast offers to undo it."""
        if self._shown and not self.engagement.read_only:
            document_id = self._shown
            self.attempt(
                lambda: documents.remove_document(self.engagement, document_id),
                done=self.tr("Document removed"),
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.importing.bring_in(paths)

    def _build_head(self) -> None:
        review = self.view.review
        self.head.add_before(review.back)
        self.head.add_beside(self.note)
        for widget in (review.rated, review.ring, review.next, self.view.add):
            self.head.add_action(widget)

    def _wire(self) -> None:
        view, facts = self.view, self.view.facts
        view.add.clicked.connect(self.importing.choose)
        view.empty.asked.connect(self.importing.choose)
        self.importing.imported.connect(self._imported)
        self.importing.found_here.connect(view.list.choose)
        self.reviewing.second_asked.connect(self._ask_second_reader)
        facts.readings.opened.connect(lambda review_id: self.open_review(self._shown, review_id))
        facts.readings.begun.connect(self._begin_second_reading)
        facts.readings.difference_asked.connect(self._open_at)
        facts.versions.newer_asked.connect(lambda: self.importing.choose_newer(self._shown))
        facts.versions.changes_asked.connect(self._open_changes)
        facts.versions.document_asked.connect(view.list.choose)
        view.list.chosen.connect(self._show_facts)
        view.list.opened.connect(self.open_review)
        self.reviewing.left.connect(self._leave_review)
        facts.review.clicked.connect(lambda: self.open_review(self._shown))
        facts.original.clicked.connect(self._save_original)
        view.review.reading.no_text.asked.connect(self._save_original)
        facts.remove.clicked.connect(self.remove_document)
        facts.title.edited.connect(self._rename)
        facts.kind.edited.connect(lambda kind: self._edit(kind=kind))
        facts.dated_on.edited.connect(lambda day: self._edit(dated_on=day))
        facts.received_on.edited.connect(lambda day: self._edit(received_on=day))
        facts.note.edited.connect(lambda note: self._edit(note=note))
        facts.set_read_only(self.engagement.read_only)

    def _own_reviews(self) -> dict[str, ReviewDetails]:
        """The reading of each document: one's own before another's."""
        by_own = sorted(
            list_reviews(self.engagement),
            key=lambda review: (review.reviewer == self.engagement.author, review.rated),
        )
        return {review.document_id: review for review in by_own}

    def _refresh_review(self) -> None:
        try:
            self.reviewing.refresh()
        except CannotDo:  # its beginning was undone, or the document is gone: back to what there is
            self.reviewing.close()

    def _show_page(self) -> None:
        view, document = self.view, self.reviewing.document
        is_reviewing = bool(self.reviewing.review_id) and document is not None
        page = view.review if is_reviewing else view.columns if self._rows else view.empty
        view.pages.setCurrentWidget(page)
        for widget in (view.review.back, view.review.rated, view.review.ring, view.review.next):
            widget.setVisible(is_reviewing)
        is_empty = page is view.empty
        view.add.setVisible(not (is_reviewing or is_empty or self.engagement.read_only))
        view.empty.button.setVisible(not self.engagement.read_only)
        shown = document if is_reviewing else None
        self.head.title.setText(shown.title if shown else self._places)
        self._show_note(shown.note if shown else "")

    def _show_note(self, note: str) -> None:
        line = break_lines(note, Role.SMALL_MEDIUM, _WIDEST_NOTE, 1)
        self.note.setVisible(bool(note))
        self.note.show_as("".join(line.texts), Meaning.WATCH, "")
        explain(self.note, note if line.is_cut else "")

    def _show_facts(self, document_id: str) -> None:
        if document_id != self._shown:
            self.finish_editing()
        self._shown = document_id
        row = self._rows.get(document_id)
        if row is not None:
            self.view.facts.show_document(row, self._reviews.get(document_id))
            self._show_readers(row)
            if self.engagement.read_only and document_id not in self._reviews:
                self.view.facts.review.lock(self.engagement.read_only)
            else:
                self.view.facts.review.unlock()

    def _show_readers(self, row: DocumentRow) -> None:
        is_read_only = bool(self.engagement.read_only)
        facts, review = self.view.facts, self._reviews.get(row.id)
        readings = second_readings.list_readings(self.engagement, row.id) if review else []
        comparison = second_readings.compare_readings(self.engagement, review.id) if review else None
        facts.readings.show_readings(readings, comparison, is_read_only=is_read_only)
        facts.versions.show_document(row, is_read_only=is_read_only)

    def _list_row(self, row: DocumentRow) -> ListRow:
        review = self._reviews.get(row.id)
        trailing = ""
        if review is not None:
            count = len(review.rubric.criteria)
            trailing = self.tr("{rated} of {count} rated").format(rated=review.rated, count=count)
        parts = [
            self.tr("Earlier version") if row.newer_id else "",
            "" if row.has_text else self.tr("Scanned, no text"),
            str(row.dated_on.year) if row.dated_on else "",
            kind_words(row.kind),
        ]
        return ListRow(
            row.id,
            row.title,
            second=" · ".join(part for part in parts if part),
            icon="file-text",
            trailing=trailing,
        )

    def _imported(self, document_id: str) -> None:
        self.refresh_if_stale()
        title = documents.get_document(self.engagement, document_id).title
        self.said.emit(self.tr("Imported {title}").format(title=title), True)
        if not self.reviewing.review_id:
            self.view.list.choose(document_id)
            self.view.list.setFocus()

    def _leave_review(self) -> None:
        if not self.reviewing.review_id:
            return
        self.finish_editing()
        document_id = self.reviewing.document.id if self.reviewing.document else ""
        self.reviewing.close()
        self.refresh()
        self.view.list.choose(document_id)
        self.view.list.setFocus()

    def _ask_second_reader(self) -> None:
        self._leave_review()
        self.view.facts.readings.ask_name()

    def _begin_second_reading(self, name: str) -> None:
        document_id = self._shown
        review_id = self.attempt(
            lambda: second_readings.begin_second_reading(self.engagement, document_id, name, _today()),
            done=self.tr("{reader} reads as well").format(reader=name),
        )
        if review_id:
            self.open_review(document_id, review_id)

    def _open_at(self, code: str) -> None:
        review = self._reviews.get(self._shown)
        self.open_review(self._shown, review.id if review else "")
        self.reviewing.choose(code)
        self.view.review.criteria.focus_open()

    def _open_changes(self) -> None:
        self.open_review(self._shown)
        self.reviewing.show_changes()

    def _rename(self, title: str) -> None:
        if title:
            self._edit(title=title)
        else:
            self.view.facts.title.refuse(self.tr("A document needs a title. Write one."))

    def _edit(self, **changed: str | date | None) -> None:
        document_id = self._shown
        self.attempt(lambda: documents.edit_document(self.engagement, document_id, **changed))

    def _save_original(self) -> None:
        row = self._rows[self._shown]
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the original"), row.file_name)
        if name:
            self.attempt(
                lambda: Path(name).write_bytes(documents.read_original(self.engagement, row.id)),
                done=self.tr("Original saved"),
                undoable=False,
            )


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day on the wall
