"""A remark opened in its place: words, speakers, how close they are, whether they may be printed, codes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.instruments.guides import Guide
from assessor.operations.codes import list_codes
from assessor.operations.remarks import RemarkRow
from assessor.operations.seats import SeatRow
from assessor.palette import PAGE_MARGIN
from assessor.terms import Clearance, Fidelity, FindingKind, RemarkKind
from assessor.ui.assess.seat_toggles import SeatToggles
from assessor.ui.assess.sitting_words import clearance_word, clock, fidelity_word, remark_kind_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.notices import ErrorLine, Icon
from assessor.ui.widgets.paint import hairline, painting_on
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph, Text

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
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("canvas", parent)
        self.time = Text("", Role.SMALL, "ink3", tabular=True)
        self.text = LongTextField(self.tr("Words"), role=Role.LIVE, least_lines=1)
        self.seats = SeatToggles()
        self.kind = ChoiceField(self.tr("Kind of line"), [Choice(k, remark_kind_word(k)) for k in RemarkKind])
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
        self.refusal = _Refusal()
        self.problem = ErrorLine()
        self.add_code = PlainButton(self.tr("Add code"), "tag")
        self.codes = _Codes(self.add_code)
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
        column.addWidget(self.text)
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
        self.remove.clicked.connect(self.removed)
        self.close_button.clicked.connect(self.closed)


class _Refusal(QWidget):
    """Why words may not be printed, in place."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._sentence = Paragraph("", Role.SMALL, "ink2")
        row.addWidget(Icon("lock", "ink3", 14), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)

    def say(self, sentence: str) -> None:
        """Say a sentence; none hides the line."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))


class _Codes(QWidget):
    """The codes of a remark, each with a button that takes it off, and one that adds another."""

    removed = Signal(str)

    def __init__(self, add: QWidget) -> None:
        super().__init__()
        self._row = FlowRows(4, self)
        self._row.addWidget(add)
        self._shown: dict[str, QWidget] = {}

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show these codes."""
        if list(codes) == list(self._shown):
            return
        for widget in self._shown.values():
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = {code: self._code(code) for code in codes}
        for place, widget in enumerate(self._shown.values()):
            self._row.insert_widget(place, widget)

    def _code(self, code: str) -> QWidget:
        entry = next((one for one in list_codes() if one.code == code), None)
        word = f"{code} {entry.label}" if entry else code
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        text = Text(word, Role.SMALL_MEDIUM, "ink2")
        take_off = IconButton("x", self.tr("Take code {code} off").format(code=code))
        take_off.clicked.connect(lambda: self.removed.emit(code))
        row.addWidget(text)
        row.addWidget(take_off)
        row.addSpacing(4)
        return holder


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
    return row
