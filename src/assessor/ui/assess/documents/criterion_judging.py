"""Judging a criterion: level, reason, note, practice, what two readers agree on, the finding it makes."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assessor.operations import policy_reviews
from assessor.operations.findings import draft_finding_from_rating
from assessor.operations.policy_gaps import rate_with_consequence
from assessor.operations.policy_reviews import RatingRow, ReviewDetails
from assessor.operations.second_readings import take_over_level
from assessor.terms import Practice
from assessor.ui.assess.documents.policy_review_layout import PolicyReviewLayout

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class CriterionJudging(QObject):
    """Judges in one review at a time. `criterion_asked` tells a criterion to open."""

    criterion_asked = Signal(str)

    def __init__(self, screen: "Screen", view: PolicyReviewLayout) -> None:
        super().__init__(screen)
        self._screen, self._engagement = screen, screen.engagement
        self._criteria = view.criteria
        self._review_id = ""
        self._ratings: Mapping[str, RatingRow] = {}
        criteria, panel = view.criteria, view.criteria.panel
        criteria.rated.connect(self._rate)
        criteria.cleared.connect(self._clear)
        criteria.confirmed.connect(self._confirm)
        panel.practice_chosen.connect(self._compare)
        panel.note.edited.connect(self._note)
        panel.reason.edited.connect(self._leave_out)
        panel.confirm.clicked.connect(lambda: self._confirm(criteria.open_code))
        panel.second_reader.take_over.clicked.connect(self._take_over)
        panel.draft.clicked.connect(self.draft_from_open)
        panel.finding.clicked.connect(self._go_to_finding)
        view.foot.draft_asked.connect(self._draft)
        view.foot.finding_asked.connect(self._go)

    def show(self, review: ReviewDetails) -> None:
        """Judge in this review."""
        self._review_id, self._ratings = review.id, review.ratings

    def draft_from_open(self) -> None:
        """Draft a finding from the open criterion."""
        self._draft(self._criteria.open_code)

    @property
    def _is_read_only(self) -> bool:
        return bool(self._engagement.read_only)

    def _rate(self, code: str, level: int) -> None:
        self.criterion_asked.emit(code)
        made = self._screen.attempt(
            lambda: rate_with_consequence(self._engagement, self._review_id, code, level, on=_today())
        )
        if made:
            words = self.tr("{criterion} is critical and at 0: a draft finding was made")
            self._screen.said.emit(words.format(criterion=code), True)

    def _confirm(self, code: str) -> None:
        rating = self._ratings.get(code)
        if rating is None or not rating.is_carried or self._is_read_only:
            return
        self._screen.attempt(
            lambda: policy_reviews.confirm_rating(self._engagement, self._review_id, code, on=_today()),
            done=self.tr("{criterion} confirmed").format(criterion=code),
        )

    def _take_over(self) -> None:
        code = self._criteria.open_code
        self._screen.attempt(
            lambda: take_over_level(self._engagement, self._review_id, code, on=_today()),
            done=self.tr("Agreed on {criterion}").format(criterion=code),
        )

    def _clear(self, code: str) -> None:
        if code in self._ratings and self._ratings[code].is_rated:
            self._screen.attempt(
                lambda: policy_reviews.clear_rating(self._engagement, self._review_id, code),
                done=self.tr("Rating of {criterion} cleared").format(criterion=code),
            )

    def _leave_out(self, reason: str) -> None:
        code = self._criteria.open_code
        if reason:
            self._screen.attempt(
                lambda: policy_reviews.leave_out_criterion(self._engagement, self._review_id, code, reason)
            )
        else:
            self._clear(code)

    def _note(self, note: str) -> None:
        code = self._criteria.open_code
        self._screen.attempt(
            lambda: policy_reviews.note_on_criterion(self._engagement, self._review_id, code, note)
        )

    def _compare(self, practice: Practice | None) -> None:
        code = self._criteria.open_code
        self._screen.attempt(
            lambda: policy_reviews.compare_with_practice(self._engagement, self._review_id, code, practice)
        )

    def _draft(self, code: str) -> None:
        rating = self._ratings.get(code)
        if self._is_read_only:
            return
        if rating is None or rating.level is None:
            self._screen.problem.tell(
                self.tr("{criterion} has no level yet. Rate it first.").format(criterion=code)
            )
            return
        if rating.finding_id is not None:
            self._screen.said.emit(
                self.tr("{criterion} has its finding already").format(criterion=code), False
            )
            return
        self._screen.attempt(
            lambda: draft_finding_from_rating(self._engagement, rating.id),
            done=self.tr("Draft finding made from {criterion}").format(criterion=code),
        )

    def _go_to_finding(self) -> None:
        rating = self._ratings.get(self._criteria.open_code)
        if rating is not None and rating.finding_id:
            self._screen.asked_to_go.emit("findings", rating.finding_id)

    def _go(self, finding_id: str) -> None:
        self._screen.asked_to_go.emit("findings", finding_id)


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day on the wall
