"""Marking in the text: words linked to a criterion by button or key, pages of a scan cited by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assessor.operations import documents
from assessor.operations.documents import PassageRow
from assessor.ui.assess.documents.passage_painting import Highlight
from assessor.ui.assess.documents.policy_review_layout import PolicyReviewLayout

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class PassageMarking(QObject):
    """Marks for one review at a time. `criterion_asked` tells a criterion to open."""

    criterion_asked = Signal(str)

    def __init__(self, screen: "Screen", view: PolicyReviewLayout) -> None:
        super().__init__(screen)
        self._screen, self._engagement = screen, screen.engagement
        self._criteria, self._pane = view.criteria, view.reading
        self._review_id, self._document_id = "", ""
        self.passages: list[PassageRow] = []
        self._pane.mark_asked.connect(lambda: self.mark(self._criteria.open_code))
        self._pane.view.keys.named.connect(self._named_in_text)
        self._pane.view.passage_chosen.connect(self.choose_passage)
        panel = self._criteria.panel
        panel.evidence.asked.connect(self.go_to)
        panel.evidence.removed.connect(self._unmark)
        panel.citation.cited.connect(self._cite)

    def show(self, review_id: str, document_id: str, passages: Sequence[PassageRow]) -> None:
        """Mark for this review; another reader's passages are not shown."""
        self._review_id, self._document_id = review_id, document_id
        self.passages = [one for one in passages if one.review_id in ("", review_id)]

    def highlights(self) -> list[Highlight]:
        """The passages as they stand in the text."""
        reading = self._pane.view.reading
        placed = ((one, reading.positions(one.span)) for one in self.passages)
        return [Highlight(one.id, one.criterion, start, end) for one, (start, end) in placed if start < end]

    def mark(self, code: str) -> None:
        """Mark the words selected for a criterion."""
        view = self._pane.view
        spans = view.selected
        if not code or not self._document_id or self._is_read_only:
            return
        section = view.reading.paragraph_at(view.textCursor().selectionStart()).section
        marked = self._screen.attempt(
            lambda: documents.mark_passages(
                self._engagement,
                self._document_id,
                spans,
                review_id=self._review_id,
                criterion=code,
                section=section,
            ),
            done=self.tr("Marked for {criterion}").format(criterion=code),
        )
        if marked:
            view.drop_selection()
            self.criterion_asked.emit(code)

    def choose_passage(self, passage_id: str) -> None:
        """Open the criterion of a passage."""
        passage = next((one for one in self.passages if one.id == passage_id), None)
        if passage is not None and passage.criterion:
            self.criterion_asked.emit(passage.criterion)

    def go_to(self, passage_id: str) -> None:
        """Bring a passage into view."""
        found = next((one for one in self.highlights() if one.passage_id == passage_id), None)
        if found is not None:
            self._pane.view.bring_into_view(found.start)

    @property
    def _is_read_only(self) -> bool:
        return bool(self._engagement.read_only)

    def _named_in_text(self, code: str) -> None:
        if self._pane.view.textCursor().hasSelection() and not self._is_read_only:
            self.mark(code)
        else:
            self.criterion_asked.emit(code)

    def _unmark(self, passage_id: str) -> None:
        self._screen.attempt(
            lambda: documents.unmark_passage(self._engagement, passage_id), done=self.tr("Mark removed")
        )

    def _cite(self, page: int, words: str) -> None:
        code = self._criteria.open_code
        self._screen.attempt(
            lambda: documents.cite_page(
                self._engagement,
                self._document_id,
                page,
                review_id=self._review_id,
                criterion=code,
                words=words,
            ),
            done=self.tr("Page {page} cited for {criterion}").format(page=page, criterion=code),
        )
