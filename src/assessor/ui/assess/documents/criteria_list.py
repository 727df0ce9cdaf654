"""The criteria of a rubric by group: heads with their scores, rows with their levels, one of them open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from assessor.analysis.text_changes import ChangeKind
from assessor.instruments.rubrics import Rubric
from assessor.operations.document_versions import FollowedPassage
from assessor.operations.documents import PassageRow
from assessor.operations.policy_reviews import ReviewDetails
from assessor.operations.requirements import RequirementList
from assessor.operations.second_readings import OtherRating
from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.documents.criterion_keys import CriterionKeys
from assessor.ui.assess.documents.criterion_panel import CriterionPanel, Judged
from assessor.ui.assess.documents.criterion_row import RIGHT, CriterionRow, CriterionShown
from assessor.ui.assess.documents.score_head import ScoreHead
from assessor.ui.assess.people.emptying import empty, hidden_stop
from assessor.ui.typeface import Role
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.texts import Paragraph

_ROOM_FOR_PRACTICE = 580


@dataclass(frozen=True)
class Beside:
    """What bears on the criteria of a reading, and is no part of it."""

    passages: Sequence[PassageRow] = ()
    pages: int = 1
    has_text: bool = True
    others: Mapping[str, OtherRating] = field(default_factory=dict)
    requirements: RequirementList | None = None
    followed: Mapping[str, Sequence[FollowedPassage]] = field(default_factory=dict)

    def of(self, review: ReviewDetails, code: str) -> Judged:
        """What bears on one criterion."""
        return Judged(
            review.ratings.get(code),
            [one for one in self.passages if one.criterion == code],
            self.pages,
            self.has_text,
            self.others.get(code),
            self.requirements.of_criterion(code) if self.requirements else (),
            self.followed.get(code, ()),
        )

    def has_changed(self, code: str) -> bool:
        """Whether words a criterion rests on read otherwise than in the earlier version, or are gone."""
        here = self.followed.get(code, ())
        return any(one.kind in (ChangeKind.CHANGED, ChangeKind.REMOVED) for one in here)


class CriteriaList(QScrollArea):
    """Rows of criteria with one open. Signals tell the criterion and what a person did to it."""

    chosen = Signal(str)
    rated = Signal(str, int)
    cleared = Signal(str)
    next_asked = Signal()
    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.keys = CriterionKeys(self)
        self.keys.named.connect(self._named)
        self._before_rows = hidden_stop(self)
        self.panel = CriterionPanel()
        self.rows: dict[str, CriterionRow] = {}
        self._heads: dict[str, ScoreHead] = {}
        self._rubric: Rubric | None = None
        self.open_code = ""
        self._inner = Ground("surface")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(self._inner)
        self.panel.setParent(self._inner)
        self.panel.hide()
        self.panel.descriptors.rated.connect(lambda level: self.rated.emit(self.open_code, level))
        self.panel.resized.connect(lambda: QTimer.singleShot(0, self, self.bring_into_view))
        self.panel.clear.clicked.connect(lambda: self.cleared.emit(self.open_code))

    def show_review(self, review: ReviewDetails, beside: Beside, *, is_read_only: bool) -> None:
        """Show the ratings and scores of a reading, and what bears on them."""
        if review.rubric != self._rubric:
            self._lay_out(review.rubric)
        for code, row in self.rows.items():
            row.is_read_only = is_read_only
            row.show_criterion(_shown(review, code, beside))
        for group, head in self._heads.items():
            score = review.score if not group else review.groups.get(group)
            head.show_score(score.percent if score else None, score.band if score else None)
        if self.open_code in self.rows:
            criterion = review.rubric.get_criterion(self.open_code)
            judged = beside.of(review, self.open_code)
            self.panel.show_criterion(criterion, judged, is_read_only=is_read_only)

    def shows(self, rubric: Rubric) -> bool:
        """Whether there are rows for a rubric."""
        return rubric == self._rubric

    def open(self, code: str) -> None:
        """Open a criterion beneath its row; the one open before closes. Call show_review then."""
        if code == self.open_code or code not in self.rows:
            return
        before = self.rows.get(self.open_code)
        had_focus = bool(before and before.hasFocus())
        if before is not None:
            before.open(False)
        self.open_code = code
        row = self.rows[code]
        row.open(True)
        self._column.removeWidget(self.panel)
        self._column.insertWidget(self._column.indexOf(row) + 1, self.panel)
        self.panel.show()
        if had_focus:
            row.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self.bring_into_view)  # where its size stays the same

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the panel how much room it has."""
        self.panel.set_narrow(self.viewport().width() < _ROOM_FOR_PRACTICE)
        super().resizeEvent(event)

    def bring_into_view(self) -> None:
        """Scroll so that the open criterion is seen whole, or from its row on where it is taller."""
        row = self.rows.get(self.open_code)
        if row is None:
            return
        self._column.activate()
        head = self._heads[row.shown.code[:1]]
        is_first = self._column.indexOf(row) == self._column.indexOf(head) + 1
        top = head.y() if is_first else row.y()
        area = QRect(0, top, 1, self.panel.geometry().bottom() - top)
        bar = self.verticalScrollBar()
        if area.bottom() > bar.value() + self.viewport().height():
            bar.setValue(area.bottom() - self.viewport().height() + 1)
        if top < bar.value():
            bar.setValue(top)

    def focus_open(self) -> None:
        """Put the keyboard on the open row."""
        if self.open_code in self.rows:
            self.rows[self.open_code].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, rubric: Rubric) -> None:
        """Make heads and rows for a rubric, in place of those there were."""
        self._column.removeWidget(self.panel)
        empty(self._column)
        self._rubric, self.rows, self._heads, self.open_code = rubric, {}, {}, ""
        self.keys.set_codes(each.code for each in rubric.criteria)
        bands = {band.code: band.label for band in rubric.bands}
        before: QWidget = self._before_rows
        for group in rubric.groups:
            self._add_head(group.code, group.title, bands)
            for criterion in rubric.list_criteria(group.code):
                shown = CriterionShown(criterion.code, criterion.title, criterion.critical)
                row = CriterionRow(shown, self.keys)
                self._add_row(row)
                QWidget.setTabOrder(before, row)
                before = row
        self._add_head("", self.tr("Overall"), bands)
        caution = Paragraph(rubric.caution, Role.SMALL, "ink3")
        caution.setContentsMargins(0, 0, 0, 0)
        foot = QVBoxLayout()
        foot.setContentsMargins(PAGE_MARGIN, 12, RIGHT, 24)
        foot.addWidget(caution)
        holder = QWidget()
        holder.setLayout(foot)
        self._column.addWidget(holder)
        self._column.addStretch(1)

    def _add_head(self, code: str, title: str, bands: Mapping[str, str]) -> None:
        self._heads[code] = ScoreHead(code, title, bands)
        self._column.addWidget(self._heads[code])

    def _add_row(self, row: CriterionRow) -> None:
        code = row.shown.code
        row.open(False)
        row.clicked.connect(lambda: self.chosen.emit(code))
        row.rated.connect(lambda level: self.rated.emit(code, level))
        row.cleared.connect(lambda: self.cleared.emit(code))
        row.left_out.connect(self.panel.ask_reason)
        row.stepped.connect(lambda step: self._step(code, step))
        row.next_asked.connect(self.next_asked)
        row.confirmed.connect(lambda: self.confirmed.emit(code))
        self.rows[code] = row
        self._column.addWidget(row)

    def _step(self, code: str, step: int) -> None:
        codes = list(self.rows)
        place = codes.index(code) + step
        if 0 <= place < len(codes):
            self.chosen.emit(codes[place])
            self.focus_open()

    def _named(self, code: str) -> None:
        self.chosen.emit(code)
        self.focus_open()


def _shown(review: ReviewDetails, code: str, beside: Beside) -> CriterionShown:
    criterion, rating = review.rubric.get_criterion(code), review.ratings.get(code)
    if rating is None:
        return CriterionShown(code, criterion.title, criterion.critical)
    return CriterionShown(
        code,
        criterion.title,
        criterion.critical,
        rating.level,
        bool(rating.not_applicable_reason),
        rating.passages,
        is_carried=rating.is_carried and rating.is_rated,
        has_finding=rating.finding_id is not None,
        has_changed=beside.has_changed(code),
    )
