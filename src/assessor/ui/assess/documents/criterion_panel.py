"""The open criterion: what to look for, its levels in words, evidence, practice, note and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.instruments.rubrics import Criterion
from assessor.operations.document_versions import FollowedPassage
from assessor.operations.documents import PassageRow
from assessor.operations.policy_reviews import RatingRow
from assessor.operations.requirements import RequirementRow
from assessor.operations.second_readings import OtherRating
from assessor.palette import SELECTION_BAR
from assessor.terms import Practice
from assessor.ui.assess.documents.criterion_notes import RequirementLines, SinceLines
from assessor.ui.assess.documents.criterion_row import RIGHT, TITLE_LEFT
from assessor.ui.assess.documents.descriptor_rows import DescriptorRows
from assessor.ui.assess.documents.evidence_rows import EvidenceRows
from assessor.ui.assess.documents.page_citation import PageCitation
from assessor.ui.assess.documents.second_reader import SecondReader
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph, Text, explain

_LABELS = 104
_INSET = 4  # of a quiet field


@dataclass(frozen=True)
class Judged:
    """What was decided of a criterion, and what bears on it."""

    rating: RatingRow | None = None
    passages: Sequence[PassageRow] = ()
    pages: int = 1
    has_text: bool = True
    other: OtherRating | None = None
    requirements: tuple[RequirementRow, ...] = ()
    followed: Sequence[FollowedPassage] = ()


class CriterionPanel(QWidget):
    """Shows one criterion with its rating, to be judged."""

    resized = Signal()
    practice_chosen = Signal(object)
    """A Practice, or None when the one chosen is taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look_for = Paragraph()
        self.descriptors = DescriptorRows()
        self.evidence = EvidenceRows()
        self._is_narrow = False
        self.practice = Segments(self._practices(), self.tr("In practice"))
        self.note = LongTextField(
            self.tr("Note"), self.tr("What the text says, in your own words"), least_lines=1
        )
        self.reason = TextField(self.tr("Does not apply"), self.tr("Why it does not apply here"))
        self.citation = PageCitation()
        self.since = SinceLines()
        self.requirements = RequirementLines()
        self.second_reader = SecondReader()
        self.confirm = PlainButton(self.tr("Still right"), "check")
        self.draft = QuietButton(self.tr("Draft a finding"), flush=True)
        self.finding = QuietButton(self.tr("Go to its finding"), trailing="arrow-right", flush=True)
        self.leave_out = QuietButton(self.tr("Does not apply…"), flush=True)
        self.clear = QuietButton(self.tr("Clear the rating"), flush=True)
        self._labels: dict[QWidget, Text] = {}
        self._is_asking_reason, self._code = False, ""
        self._practice: Practice | None = None
        explain(self.leave_out, self.tr("Key X on the row"))
        explain(self.clear, self.tr("Backspace on the row"))
        explain(self.draft, self.tr("Ctrl+Shift+F"))
        explain(self.confirm, self.tr("Carried over from the earlier version; key Y on the row"))
        self._build()
        self.practice.chosen.connect(self._practice_asked)
        self.leave_out.clicked.connect(self.ask_reason)

    def show_criterion(self, criterion: Criterion, judged: Judged, *, is_read_only: bool) -> None:
        """Show a criterion and what was decided of it."""
        if criterion.code != self._code:
            self._code, self._is_asking_reason = criterion.code, False
            self.look_for.setText(criterion.look_for)
            name = self.tr("Level of {criterion}").format(criterion=criterion.code)
            self.descriptors.show_descriptors(criterion.levels, name, is_critical=criterion.critical)
        rating = judged.rating
        self.descriptors.set_level(rating.level if rating else None)
        self.descriptors.set_read_only(is_read_only)
        self._show_evidence(judged, is_read_only)
        self._show_practice(rating.practice if rating else None, is_read_only)
        self.note.set_value(rating.note if rating else "")
        self.note.set_read_only(is_read_only)
        self._show_reason(rating.not_applicable_reason if rating else "", is_read_only)
        self.requirements.show_requirements(judged.requirements)
        self._show_row(self.requirements, bool(judged.requirements))
        self.second_reader.show_other(rating, judged.other, is_read_only=is_read_only)
        self._show_row(self.second_reader, judged.other is not None)
        self._show_ways(rating, is_read_only)

    def set_narrow(self, is_narrow: bool) -> None:
        """Use shorter words where there is little room."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.practice.show_segments(self._practices(self._practice))

    def ask_reason(self) -> None:
        """Ask why the criterion does not apply."""
        self._is_asking_reason = True
        self._show_row(self.reason, True)
        self.leave_out.hide()
        self.reason.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that more or less room is taken."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint ground, bar and hairline."""
        with painting_on(self) as painter:
            painter.fillRect(self.rect(), look().color("surface"))
            painter.fillRect(0, 0, SELECTION_BAR, self.height(), look().color("accent"))
            hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(TITLE_LEFT, 12, RIGHT, 8)
        column.setSpacing(8)
        column.addWidget(self.look_for)
        column.addWidget(self.descriptors)
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        for row, (label, widget, height) in enumerate(
            (
                (self.tr("Evidence"), self.evidence, 24),
                (self.tr("By hand"), self.citation, 32),
                (self.tr("Earlier version"), self.since, 24),
                (self.tr("In practice"), self.practice, 32),
                (self.tr("Note"), self.note, 26),
                (self.tr("Does not apply"), self.reason, 32),
                (self.tr("State asks"), self.requirements, 24),
                (self.tr("Second reader"), self.second_reader, 32),
            )
        ):
            text = Text(label, Role.SMALL, "ink3")
            text.setFixedHeight(height)  # that of the first line beside it
            self._labels[widget] = text
            grid.addWidget(text, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        for line in (self.note, self.reason):
            line.label.hide()
            line.setContentsMargins(-_INSET, 0, 0, 0)  # its words stand under those above
        column.addLayout(grid)
        ways = FlowRows(16)
        for way in (self.confirm, self.draft, self.finding, self.leave_out, self.clear):
            ways.addWidget(way)
        grid.addLayout(ways, grid.rowCount(), 1)

    def _practices(self, chosen: Practice | None = None) -> list[Segment]:
        words = {
            Practice.WRITTEN_AND_DONE: self.tr("Written and done"),
            Practice.WRITTEN_ONLY: self.tr("Written only"),
            Practice.DONE_ONLY: self.tr("Done only"),
            Practice.NEITHER: self.tr("Neither"),
        }
        if self._is_narrow:
            words[Practice.WRITTEN_AND_DONE] = self.tr("Both")
            words[Practice.WRITTEN_ONLY] = self.tr("Written")
            words[Practice.DONE_ONLY] = self.tr("Done")
        return [Segment(each, label, icon="check" if each is chosen else "") for each, label in words.items()]

    def _hint(self, has_text: bool) -> str:
        if not has_text:
            return self.tr("A scan has no text to mark: cite its pages by hand.")
        letter, digit = self._code[:1], self._code[1:]
        words = self.tr("Select the words in the text, then press {letter} and {digit}.")
        return words.format(letter=letter, digit=digit)

    def _show_evidence(self, judged: Judged, is_read_only: bool) -> None:
        self.evidence.show_passages(
            judged.passages,
            judged.pages,
            self._hint(judged.has_text),
            is_read_only=is_read_only,
            all_of_them=False,
        )
        self._show_row(self.citation, not judged.has_text and not is_read_only)
        self.since.show_followed(judged.followed)
        self._show_row(self.since, not self.since.is_empty)

    def _show_practice(self, practice: Practice | None, is_read_only: bool) -> None:
        self._practice = practice
        self.practice.show_segments(self._practices(practice))
        self.practice.choose(practice or "")
        self.practice.setEnabled(not is_read_only)

    def _practice_asked(self, key: str) -> None:
        chosen = Practice(key)
        self.practice_chosen.emit(None if chosen is self._practice else chosen)

    def _show_reason(self, reason: str, is_read_only: bool) -> None:
        self._is_asking_reason = self._is_asking_reason and not reason
        self.reason.set_value(reason)
        self.reason.set_read_only(is_read_only)
        self._show_row(self.reason, bool(reason) or self._is_asking_reason)

    def _show_ways(self, rating: RatingRow | None, is_read_only: bool) -> None:
        has_level = rating is not None and rating.level is not None
        is_rated = rating is not None and rating.is_rated
        has_finding = rating is not None and rating.finding_id is not None
        self.finding.setVisible(has_finding)
        self.draft.setVisible(has_level and not has_finding and not is_read_only)
        self.leave_out.setVisible(not is_rated and not self._is_asking_reason and not is_read_only)
        self.clear.setVisible(is_rated and not is_read_only)
        is_carried = rating is not None and rating.is_carried and is_rated
        self.confirm.setVisible(is_carried and not is_read_only)

    def _show_row(self, widget: QWidget, is_shown: bool) -> None:
        widget.setVisible(is_shown)
        self._labels[widget].setVisible(is_shown)
