"""Reading a document against a rubric: what its panes show, and what marking and rating do."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from assessor.exchange.document_paragraphs import paragraphs_of
from assessor.operations import documents, policy_reviews
from assessor.operations.documents import DocumentContent, DocumentRow
from assessor.operations.policy_reviews import ReviewDetails
from assessor.operations.second_readings import (
    OtherRating,
    ReadingRow,
    list_other_ratings,
    list_readings,
)
from assessor.ui.assess.documents.criteria_list import Beside
from assessor.ui.assess.documents.criterion_judging import CriterionJudging
from assessor.ui.assess.documents.passage_marking import PassageMarking
from assessor.ui.assess.documents.policy_review_layout import PolicyReviewLayout
from assessor.ui.assess.documents.reading_text import ReadingText
from assessor.ui.assess.documents.requirement_checking import RequirementChecking
from assessor.ui.assess.documents.review_strip import CHANGES, CRITERIA, REQUIREMENTS
from assessor.ui.assess.documents.version_watching import VersionWatching

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class PolicyReviewing(QObject):
    """Wires the review of one document at a time. `left` when a person goes back to all documents."""

    left = Signal()
    second_asked = Signal()
    """A second reading is to be begun."""

    def __init__(self, screen: "Screen", view: PolicyReviewLayout) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, view
        self._engagement = screen.engagement
        self.review_id = ""
        self.document: DocumentRow | None = None
        self._review: ReviewDetails | None = None
        self._readings: list[ReadingRow] = []
        self._others: dict[str, OtherRating] = {}
        self._shown_text = ""
        self.marking = PassageMarking(screen, view)
        self.judging = CriterionJudging(screen, view)
        self.checking = RequirementChecking(screen, view.requirements)
        self.versions = VersionWatching(screen, view.changes)
        self._wire()

    def open(self, document_id: str, review_id: str = "") -> None:
        """Begin reading a document, or go on: one's own reading, unless another is asked for.

        Raises CannotDo when it was removed.
        """
        author = self._engagement.author
        opened = review_id or policy_reviews.begin_review(self._engagement, document_id, author, on=_today())
        content = documents.get_document_content(self._engagement, document_id)
        is_shown = self.document is not None and self._shown_text == document_id
        self.review_id, self.document = opened, content.document
        if not is_shown:
            self._show_text(content)
        self.versions.open(opened, document_id, has_earlier=content.document.earlier_id is not None)
        self._view.strip.views.choose(CRITERIA)
        self._view.show_part(CRITERIA)
        self._read()
        if not self._view.criteria.shows(self._shown.rubric):
            self._show()  # its rows must be there before one is opened
        codes = [each.code for each in self._shown.rubric.criteria]
        self._view.reading.view.keys.set_codes(codes)
        titles = {each.code: f"{each.code} {each.title}" for each in self._shown.rubric.criteria}
        self._view.reading.view.margin.set_titles(titles)
        self._open_criterion(self._next_unrated(after="") or codes[0])
        QTimer.singleShot(0, self, self._bring_passage_into_view)  # a long way down: once the text is seen

    def close(self) -> None:
        """Leave the review."""
        self.review_id, self._shown_text = "", ""
        self.versions.close()

    def refresh(self) -> None:
        """Show ratings and marks as they are now. Raises CannotDo when the review was removed."""
        if self.review_id and self.document is not None:
            self._read()
            self._show()

    def _read(self) -> None:
        review = policy_reviews.get_review(self._engagement, self.review_id)
        self.document = documents.get_document(self._engagement, review.document_id)
        self._review = review
        passages = documents.list_passages(self._engagement, review.document_id)
        self.marking.show(review.id, review.document_id, passages)
        self._readings = list_readings(self._engagement, review.document_id)
        self._others = list_other_ratings(self._engagement, review.id)
        self.checking.show(review.id)
        self.judging.show(review)

    def choose(self, code: str) -> None:
        """Open a criterion, and bring its first passage into view."""
        if code == self._view.criteria.open_code:
            return
        self._open_criterion(code)
        self._bring_passage_into_view()

    def _open_criterion(self, code: str) -> None:
        self._screen.finish_editing()
        self._view.criteria.open(code)
        self._show()

    def _bring_passage_into_view(self) -> None:
        code = self._view.criteria.open_code
        first = next((one for one in self.marking.highlights() if one.criterion == code), None)
        if first is not None and self.review_id:
            self._view.reading.view.bring_into_view(first.start)

    def show_element(self, element_id: str) -> None:
        """Open the criterion of a rating or passage, and bring the passage into view."""
        ratings = {rating.id: code for code, rating in self._shown.ratings.items()}
        if element_id in ratings:
            self.choose(ratings[element_id])
        else:
            self.marking.choose_passage(element_id)
            self.marking.go_to(element_id)

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
        view, criteria = self._view, self._view.criteria
        view.back.clicked.connect(self.left)
        view.next.clicked.connect(self.choose_next_unrated)
        self.marking.criterion_asked.connect(self.choose)
        self.judging.criterion_asked.connect(self.choose)
        criteria.chosen.connect(self.choose)
        criteria.next_asked.connect(self.choose_next_unrated)
        criteria.panel.requirements.asked.connect(self._go_to_requirement)
        view.requirements.criterion_asked.connect(self._go_to_criterion)
        view.changes.place_asked.connect(view.reading.find_words)
        view.strip.views.chosen.connect(self._show_part)
        view.strip.reader_chosen.connect(self._open_reading)
        view.strip.second_asked.connect(self.second_asked)
        self.versions.followed_known.connect(self._show)
        for keys, doing in (
            ("Alt+Left", self.left.emit),
            ("Ctrl+Shift+F", self.judging.draft_from_open),
        ):
            shortcut = QShortcut(QKeySequence(keys), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(doing)

    def _show_text(self, content: DocumentContent) -> None:
        self._shown_text = content.document.id
        no_text = self.tr("This page has no text: it is blank, or a picture.")
        paragraphs = paragraphs_of(content.document.format, content.pages, no_text)
        self._view.reading.show_document(
            ReadingText(paragraphs),
            len(content.pages),
            content.document.words,
            has_text=content.document.has_text,
        )

    def _show(self) -> None:
        view, review, document = self._view, self._shown, self.document
        beside = Beside(
            self.marking.passages,
            document.pages if document else 1,
            document.has_text if document else True,
            self._others,
            self.checking.found,
            self.versions.followed,
        )
        view.criteria.show_review(review, beside, is_read_only=self._is_read_only)
        view.foot.show_review(review, is_read_only=self._is_read_only)
        has_earlier = document is not None and document.earlier_id is not None
        view.strip.show_views(self.checking.not_met, has_earlier=has_earlier)
        view.strip.show_readings(self._readings, review.id, can_begin=not self._is_read_only)
        code = view.criteria.open_code
        view.reading.view.show_highlights(self.marking.highlights(), code)
        view.reading.set_criterion(code, can_mark=not self._is_read_only)
        self._show_progress(review)

    def _show_progress(self, review: ReviewDetails) -> None:
        view, count = self._view, len(review.rubric.criteria)
        words = self.tr("{rated} of {count} criteria rated").format(rated=review.rated, count=count)
        if review.carried:
            words = self.tr("{carried} to confirm · {rated} of {count} rated").format(
                carried=review.carried, rated=review.rated, count=count
            )
        view.rated.setText(words)
        view.rated.setFixedWidth(view.rated.sizeHint().width())  # a long title gives way to it
        view.ring.show_part((review.rated - review.carried) / count)
        is_carried = review.carried > 0
        view.next.setText(self.tr("Next to confirm or rate") if is_carried else self.tr("Next unrated"))

    def _next_unrated(self, after: str) -> str:
        codes = [each.code for each in self._shown.rubric.criteria]
        start = codes.index(after) + 1 if after in codes else 0
        ratings = self._shown.ratings
        in_turn = [*codes[start:], *codes[:start]]
        return next(
            (
                code
                for code in in_turn
                if code not in ratings or not ratings[code].is_rated or ratings[code].is_carried
            ),
            "",
        )

    # Parts and readers

    def show_changes(self) -> None:
        """Show what changed since the earlier version."""
        self._view.strip.views.choose(CHANGES)
        self._show_part(CHANGES)

    def _show_part(self, part: str) -> None:
        self._screen.finish_editing()
        self._view.show_part(part)
        if part == CHANGES:
            self.versions.compare()

    def _open_reading(self, review_id: str) -> None:
        if self.document is not None and review_id != self.review_id:
            self._screen.finish_editing()
            document_id, code = self.document.id, self._view.criteria.open_code
            self._screen.attempt(lambda: self.open(document_id, review_id))
            self.choose(code)

    def show_requirements(self) -> None:
        """Show what the state asks."""
        self._view.strip.views.choose(REQUIREMENTS)
        self._show_part(REQUIREMENTS)

    def _go_to_requirement(self, code: str) -> None:
        self.show_requirements()
        self._view.requirements.go_to(code)

    def _go_to_criterion(self, code: str) -> None:
        self._view.strip.views.choose(CRITERIA)
        self._show_part(CRITERIA)
        self.choose(code)
        self._view.criteria.focus_open()


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day on the wall
