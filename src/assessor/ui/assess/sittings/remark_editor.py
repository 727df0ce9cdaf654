"""A remark opened in its place: words, speakers, how close they are, whether they may be printed, codes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.instruments.guides import Guide
from assessor.operations.codes import list_codes
from assessor.operations.remarks import RemarkRow
from assessor.operations.seats import SeatRow
from assessor.palette import PAGE_MARGIN
from assessor.terms import Clearance, Fidelity, FindingKind, RemarkKind
from assessor.ui.assess.sittings.remark_parts import CodeRow, FirstWordingLine, LacksLine, Refusal, TallyRow
from assessor.ui.assess.sittings.seat_toggles import SeatToggles
from assessor.ui.assess.sittings.sitting_words import clearance_word, clock, fidelity_word, remark_kind_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Text

_KIND_TITLES = {
    FindingKind.BARRIER: "Barriers",
    FindingKind.STRENGTH: "Strengths",
    FindingKind.OPPORTUNITY: "Opportunities",
}


class RemarkEditor(Ground):
    """Edits one remark. Signals tell what a person changed; `show_remark` shows what the file holds."""

    text_edited = Signal(object)
    speakers_chosen = Signal(object)
    fidelity_chosen = Signal(object)
    quote_flagged = Signal(bool)
    clearance_chosen = Signal(object)
    code_added = Signal(str)
    code_removed = Signal(str)
    field_edited = Signal(str, object)
    closed = Signal()
    removed = Signal()
    mended = Signal()
    """The line is done; on to the next that needs a hand."""
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self.time = Text("", Role.SMALL, "ink3", tabular=True)
        self.lacks = LacksLine()
        self.text = LongTextField(self.tr("Words"), role=Role.LIVE, least_lines=1)
        self.first = FirstWordingLine()
        self.tally = TallyRow()
        self.seats = SeatToggles()
        self.kind = ChoiceField(self.tr("Kind of line"), _kinds())
        self.question = ChoiceField(self.tr("Question"))
        self.setting = TextField(self.tr("Setting"))
        self.behavior = ChoiceField(self.tr("Behavior"))
        self.fidelity = Segments(
            [Segment(f, fidelity_word(f)) for f in Fidelity], self.tr("How close to the words")
        )
        self.quote = Switch(self.tr("Flag as quotation"))
        self.clearance = Segments(
            [Segment(c, clearance_word(c)) for c in Clearance], self.tr("May it be printed")
        )
        self.refusal = Refusal()
        self.problem = ErrorLine()
        self.add_code = PlainButton(self.tr("Add code"), "tag")
        self.codes = CodeRow(self.add_code)
        self.remove = QuietButton(self.tr("Remove line"), "trash-2")
        self.close_button = QuietButton(self.tr("Done"), "check")
        self._fill_codes()
        self._place()
        self._wire()

    def offer(self, seats: Sequence[SeatRow], guide: Guide | None) -> None:
        """Offer these seats, and the questions and behavior codes of a guide."""
        self.seats.show_seats(seats)
        questions = guide.questions if guide else ()
        none = [Choice("", self.tr("None"))]
        self.question.show_choices([*none, *(Choice(q.code, f"{q.code}  {q.title}") for q in questions)])
        behaviors = guide.behaviors if guide else ()
        self.behavior.show_choices([*none, *(Choice(b.code, f"{b.code}  {b.label}") for b in behaviors)])
        is_observed = bool(behaviors)
        for widget in (self.setting, self.behavior):
            widget.setVisible(is_observed)
        self.seats.setVisible(not is_observed)

    def show_remark(self, row: RemarkRow) -> None:
        """Show what the file holds of a remark."""
        self.time.setText(clock(row.said_at))
        self.text.set_value(row.text)
        self.seats.show_chosen(row.speakers)
        for field, value in (
            (self.kind, row.kind),
            (self.question, row.question),
            (self.setting, row.setting),
            (self.behavior, row.behavior),
        ):
            field.set_value(value)
        self.fidelity.choose(row.fidelity)
        self.quote.setChecked(row.is_quote)
        self.clearance.choose(row.clearance)
        self.tally.show_tally(row)
        is_said = row.kind is RemarkKind.SAID
        for widget in (self.fidelity, self.quote, self.clearance):
            widget.setVisible(is_said)
        self.refusal.say(row.why_not_quoted if is_said and row.clearance is not Clearance.CLEARED else "")
        self.codes.show_codes(row.codes)
        self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell when the words need more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().event(event)

    def height_at(self, width: int) -> int:
        """The height this needs."""
        layout = self.layout()
        if layout is None:
            return 0
        layout.activate()
        return max(layout.heightForWidth(width), layout.minimumSize().height())

    def paintEvent(self, event: object) -> None:
        """Paint ground and the lines above and below."""
        super().paintEvent(event)
        with painting_on(self) as painter:
            hairline(painter, 0, 0, self.width(), 1)
            hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def _fill_codes(self) -> None:
        menu = QMenu(self.add_code)
        for kind in FindingKind:
            kinds = menu.addMenu(self.tr(_KIND_TITLES[kind]))
            categories: dict[str, QMenu] = {}
            for code in list_codes(kind):
                if code.category not in categories:
                    categories[code.category] = kinds.addMenu(code.category)
                action = categories[code.category].addAction(f"{code.code}  {code.label}")
                action.setToolTip(code.meaning)
                action.triggered.connect(lambda _=False, code=code.code: self.code_added.emit(code))
        self.add_code.setMenu(menu)

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 12)
        column.setSpacing(10)
        head = _row(self.time)
        head.addStretch(1)
        head.addWidget(self.remove)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addWidget(self.lacks)
        column.addWidget(self.text)
        column.addWidget(self.first)
        column.addWidget(self.seats)
        places = _row(self.kind, self.question, self.behavior, self.setting)
        places.addStretch(1)
        column.addLayout(places)
        close = _row(self.fidelity, self.quote)
        close.addStretch(1)
        column.addLayout(close)
        cleared = _row(self.clearance)
        cleared.addStretch(1)
        column.addLayout(cleared)
        column.addWidget(self.refusal)
        column.addWidget(self.tally)
        column.addWidget(self.problem)
        column.addWidget(self.codes)

    def _wire(self) -> None:
        self.text.edited.connect(self.text_edited)
        self.seats.chosen.connect(self.speakers_chosen)
        self.fidelity.chosen.connect(lambda key: self.fidelity_chosen.emit(Fidelity(key)))
        self.quote.clicked.connect(self.quote_flagged)
        self.clearance.chosen.connect(lambda key: self.clearance_chosen.emit(Clearance(key)))
        self.codes.removed.connect(self.code_removed)
        self.kind.edited.connect(lambda value: self.field_edited.emit("kind", value))
        self.question.edited.connect(lambda value: self.field_edited.emit("question", value))
        self.setting.edited.connect(lambda value: self.field_edited.emit("setting", value))
        self.behavior.edited.connect(lambda value: self.field_edited.emit("behavior", value))
        self.tally.edited.connect(self.field_edited)
        self.remove.clicked.connect(self.removed)
        self.lacks.next.clicked.connect(self.mended)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(
                QKeySequence(keys),
                self,
                self.mended.emit,
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )
        self.close_button.clicked.connect(self.closed)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
    return row


def _kinds() -> list[Choice]:
    """What a line can be made into; a while off the record is none."""
    return [Choice(kind, remark_kind_word(kind)) for kind in RemarkKind if kind is not RemarkKind.OFF_RECORD]
