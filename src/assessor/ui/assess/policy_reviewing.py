"""Reading a document against a rubric: what its panes show, and what marking and rating do."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from assessor.exchange.document_paragraphs import paragraphs_of
from assessor.operations import documents, policy_reviews
from assessor.operations.documents import DocumentRow, PassageRow
from assessor.operations.findings import draft_finding_from_rating
from assessor.operations.policy_reviews import ReviewDetails
from assessor.operations.second_readings import list_other_ratings
from assessor.terms import Practice
from assessor.ui.assess.passage_painting import Highlight
from assessor.ui.assess.policy_review_layout import PolicyReviewLayout
from assessor.ui.assess.reading_text import ReadingText

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class PolicyReviewing(QObject):
    """Wires the review of one document at a time. `left` when a person goes back to all documents."""

    left = Signal()

    def __init__(self, screen: "Screen", view: PolicyReviewLayout) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, view
        self._engagement = screen.engagement
        self.review_id = ""
        self.document: DocumentRow | None = None
        self._review: ReviewDetails | None = None
        self._passages: list[PassageRow] = []
        self._wire()

    def open(self, document_id: str) -> None:
        """Begin reading a document, or go on. Raises CannotDo when it was removed."""
        author = self._engagement.author
        review_id = policy_reviews.begin_review(self._engagement, document_id, author, on=_today())
        content = documents.get_document_content(self._engagement, document_id)
        self.review_id, self.document = review_id, content.document
        paragraphs = paragraphs_of(
            content.document.format,
            content.pages,
            self.tr("This page has no text: it is blank, or a picture."),
        )
        self._view.reading.show_document(
            ReadingText(paragraphs),
            len(content.pages),
            content.document.words,
            has_text=content.document.has_text,
        )
        self.refresh()
        codes = [each.code for each in self._shown.rubric.criteria]
        self._view.reading.view.keys.set_codes(codes)
        titles = {each.code: f"{each.code} {each.title}" for each in self._shown.rubric.criteria}
        self._view.reading.view.margin.set_titles(titles)
        self.choose(self._next_unrated(after="") or codes[0])

    def close(self) -> None:
        """Leave the review."""
        self.review_id = ""

    def refresh(self) -> None:
        """Show ratings and marks as they are now. Raises CannotDo when the review was removed."""
        if not self.review_id or self.document is None:
            return
        review = policy_reviews.get_review(self._engagement, self.review_id)
        self.document = documents.get_document(self._engagement, review.document_id)
        self._review = review
        self._passages = documents.list_passages(self._engagement, review.document_id)
        self._show()

    def choose(self, code: str) -> None:
        """Open a criterion, and bring its first passage into view."""
        if code == self._view.criteria.open_code:
            return
        self._screen.finish_editing()
        self._view.criteria.open(code)
        self._show()
        first = next((one for one in self._highlights() if one.criterion == code), None)
        if first is not None:
            self._view.reading.view.bring_into_view(first.start)

    def show_element(self, element_id: str) -> None:
        """Open the criterion of a rating or passage, and bring the passage into view."""
        ratings = {rating.id: code for code, rating in self._shown.ratings.items()}
        if element_id in ratings:
            self.choose(ratings[element_id])
        else:
            self._choose_passage(element_id)
            self._go_to_passage(element_id)

    def choose_next_unrated(self) -> None:
        """Open the next criterion that is not decided, round the end."""
        code = self._next_unrated(after=self._view.criteria.open_code)
        if code:
            self.choose(code)
            self._view.criteria.focus_open()
        else:
            self._screen.said.emit(self.tr("Every criterion is rated"), False)

    @property
    def _shown(self) -> ReviewDetails:
        if self._review is None:
            raise RuntimeError("no review is open")
        return self._review

    @property
    def _is_read_only(self) -> bool:
        return bool(self._engagement.read_only)

    def _wire(self) -> None:
        view, text, criteria = self._view, self._view.reading.view, self._view.criteria
        view.back.clicked.connect(self.left)
        view.next.clicked.connect(self.choose_next_unrated)
        view.reading.mark_asked.connect(lambda: self._mark(criteria.open_code))
        text.keys.named.connect(self._named_in_text)
        text.passage_chosen.connect(self._choose_passage)
        criteria.chosen.connect(self.choose)
        criteria.rated.connect(self._rate)
        criteria.cleared.connect(self._clear)
        criteria.next_asked.connect(self.choose_next_unrated)
        panel = criteria.panel
        panel.practice_chosen.connect(self._compare)
        panel.note.edited.connect(self._note)
        panel.reason.edited.connect(self._leave_out)
        panel.evidence.asked.connect(self._go_to_passage)
        panel.evidence.removed.connect(self._unmark)
        panel.draft.clicked.connect(lambda: self._draft(criteria.open_code))
        panel.finding.clicked.connect(self._go_to_finding)
        view.foot.draft_asked.connect(self._draft)
        view.foot.finding_asked.connect(
            lambda finding_id: self._screen.asked_to_go.emit("findings", finding_id)
        )
        back = QShortcut(QKeySequence("Alt+Left"), view)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def _show(self) -> None:
        view, review = self._view, self._shown
        others = list_other_ratings(self._engagement, self.review_id)
        pages, has_text = (self.document.pages, self.document.has_text) if self.document else (1, True)
        view.criteria.show_review(
            review, self._passages, pages, others, has_text=has_text, is_read_only=self._is_read_only
        )
        view.foot.show_review(review, is_read_only=self._is_read_only)
        code = view.criteria.open_code
        view.reading.view.show_highlights(self._highlights(), code)
        view.reading.set_criterion(code, can_mark=not self._is_read_only)
        count = len(review.rubric.criteria)
        words = self.tr("{rated} of {count} criteria rated").format(rated=review.rated, count=count)
        view.rated.setText(words)
        view.rated.setFixedWidth(view.rated.sizeHint().width())  # a long title gives way to it
        view.ring.show_part(review.rated / count)

    def _highlights(self) -> list[Highlight]:
        reading = self._view.reading.view.reading
        placed = ((one, reading.positions(one.span)) for one in self._passages)
        return [Highlight(one.id, one.criterion, start, end) for one, (start, end) in placed if start < end]

    def _next_unrated(self, after: str) -> str:
        codes = [each.code for each in self._shown.rubric.criteria]
        start = codes.index(after) + 1 if after in codes else 0
        ratings = self._shown.ratings
        in_turn = [*codes[start:], *codes[:start]]
        return next((code for code in in_turn if code not in ratings or not ratings[code].is_rated), "")

    # Marking

    def _named_in_text(self, code: str) -> None:
        if self._view.reading.view.textCursor().hasSelection() and not self._is_read_only:
            self._mark(code)
        else:
            self.choose(code)

    def _mark(self, code: str) -> None:
        view = self._view.reading.view
        spans = view.selected
        if not code or self.document is None or self._is_read_only:
            return
        section = view.reading.paragraph_at(view.textCursor().selectionStart()).section
        document_id = self.document.id
        marked = self._screen.attempt(
            lambda: documents.mark_passages(
                self._engagement,
                document_id,
                spans,
                review_id=self.review_id,
                criterion=code,
                section=section,
            ),
            done=self.tr("Marked for {criterion}").format(criterion=code),
        )
        if marked:
            view.drop_selection()
            self.choose(code)

    def _unmark(self, passage_id: str) -> None:
        self._screen.attempt(
            lambda: documents.unmark_passage(self._engagement, passage_id), done=self.tr("Mark removed")
        )

    def _choose_passage(self, passage_id: str) -> None:
        passage = next((one for one in self._passages if one.id == passage_id), None)
        if passage is not None and passage.criterion:
            self.choose(passage.criterion)

    def _go_to_passage(self, passage_id: str) -> None:
        found = next((one for one in self._highlights() if one.passage_id == passage_id), None)
        if found is not None:
            self._view.reading.view.bring_into_view(found.start)

    # Rating

    def _rate(self, code: str, level: int) -> None:
        self.choose(code)
        self._screen.attempt(
            lambda: policy_reviews.rate_criterion(self._engagement, self.review_id, code, level, on=_today())
        )

    def _clear(self, code: str) -> None:
        if code in self._shown.ratings and self._shown.ratings[code].is_rated:
            self._screen.attempt(
                lambda: policy_reviews.clear_rating(self._engagement, self.review_id, code),
                done=self.tr("Rating of {criterion} cleared").format(criterion=code),
            )

    def _leave_out(self, reason: str) -> None:
        code = self._view.criteria.open_code
        if reason:
            self._screen.attempt(
                lambda: policy_reviews.leave_out_criterion(self._engagement, self.review_id, code, reason)
            )
        else:
            self._clear(code)

    def _note(self, note: str) -> None:
        code = self._view.criteria.open_code
        self._screen.attempt(
            lambda: policy_reviews.note_on_criterion(self._engagement, self.review_id, code, note)
        )

    def _compare(self, practice: Practice | None) -> None:
        code = self._view.criteria.open_code
        self._screen.attempt(
            lambda: policy_reviews.compare_with_practice(self._engagement, self.review_id, code, practice)
        )

    # Findings

    def _draft(self, code: str) -> None:
        rating = self._shown.ratings[code]
        self._screen.attempt(
            lambda: draft_finding_from_rating(self._engagement, rating.id),
            done=self.tr("Draft finding made from {criterion}").format(criterion=code),
        )

    def _go_to_finding(self) -> None:
        rating = self._shown.ratings.get(self._view.criteria.open_code)
        if rating is not None and rating.finding_id:
            self._screen.asked_to_go.emit("findings", rating.finding_id)


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day on the wall
