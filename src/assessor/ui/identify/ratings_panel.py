"""The ratings of a finding: a strip of facts that unfolds into scales, the confidence check and flags."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assessor.analysis.rounding import shown
from assessor.operations.findings import FindingDetails
from assessor.ui.identify.finding_words import word
from assessor.ui.identify.rating_scale import RatingScale
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.paint import fill, focus_ring, icon, painting_on
from assessor.ui.widgets.sections import Fact, FactsStrip
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text

RATINGS = ("impact", "urgency", "effort", "method_limits", "coherence", "adequacy", "relevance")
_FLAGS = ("is_legal", "is_safety", "is_equity", "is_privacy")
_OPEN = "–"


class RatingsStrip(KeyboardRing, FactsStrip):
    """The facts of a finding. `asked` when pressed: the ratings unfold beneath."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("ratings_strip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(self.tr("Rate this finding"))

    def show_finding(self, details: FindingDetails) -> None:
        """Show score, impact, urgency, prevalence and confidence."""
        numbers = details.numbers
        level, share = numbers.level, numbers.prevalence
        self.show_facts(
            [
                Fact(_said(numbers.score), word(level) if level else self.tr("Priority, open")),
                Fact(_said(details.impact), self.tr("Impact of 5")),
                Fact(_said(details.urgency), self.tr("Urgency of 5")),
                Fact(_OPEN if share is None else f"{shown(share, 0)}%", self.tr("of groups asked")),
                Fact(word(numbers.confidence) if numbers.confidence else _OPEN, self.tr("Confidence")),
            ]
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold the ratings."""
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold or fold the ratings by Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the facts, and a pencil while pointed at."""
        if self.underMouse() or self.has_ring:
            with painting_on(self) as painter:
                fill(painter, self.rect(), "canvas", 0)
        super().paintEvent(event)
        with painting_on(self) as painter:
            if self.underMouse() or self.has_ring:
                icon(painter, "pencil", "ink3", self.width() - 20, 8, 14)
            if self.has_ring:
                focus_ring(painter, QRectF(self.rect()))


class RatingsPanel(QWidget):
    """Edits every rating in place. `rated` tells one rating; `edited` flags and notes."""

    rated = Signal(str, object)
    edited = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ratings_panel")
        self.scales = {name: self._scale(name) for name in RATINGS}
        self.confidence_note = TextField(self.tr("Note on confidence"), self.tr("What the check rests on"))
        words = (self.tr("Legal"), self.tr("Safety"), self.tr("Equity"), self.tr("Privacy"))
        self.flags = {name: Switch(said) for name, said in zip(_FLAGS, words, strict=True)}
        self.why = Paragraph("", Role.SMALL, "watch")
        self.override_note = TextField(self.tr("Why it is high all the same"))
        self._lay_out()
        self._wire()

    def show_finding(self, details: FindingDetails) -> None:
        """Show the ratings of a finding."""
        for name, scale in self.scales.items():
            scale.set_value(getattr(details, name))
        for name, flag in self.flags.items():
            flag.setChecked(getattr(details, name))
        self.confidence_note.set_value(details.confidence_note)
        self.override_note.set_value(details.override_note)
        priority = details.numbers.priority
        self.why.setText(priority.why if priority else "")
        self.why.setVisible(bool(priority and priority.why))
        self.override_note.setVisible(bool(details.override_note or (priority and priority.note_needed)))

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        for scale in self.scales.values():
            scale.set_read_only(is_read_only)
        for flag in self.flags.values():
            flag.setEnabled(not is_read_only)
        for field in (self.confidence_note, self.override_note):
            field.set_read_only(is_read_only)

    def _scale(self, name: str) -> RatingScale:
        least, most = (1, 5) if name in {"impact", "urgency", "effort"} else (0, 3)
        label, ends = self._words(name)
        scale = RatingScale(label, least, most)
        scale.setObjectName(f"rating_{name}")
        scale.explain_cells(ends)
        return scale

    def _words(self, name: str) -> tuple[str, str]:
        """What a rating is called, and what its ends mean (domain.md 4.5, 4.7)."""
        return {
            "impact": (self.tr("Impact"), self.tr("1 nuisance, 5 safety or rights")),
            "urgency": (self.tr("Urgency"), self.tr("1 no rush, 5 deadline or harm")),
            "effort": (self.tr("Effort"), self.tr("1 a decision, 5 a budget")),
            "method_limits": (self.tr("Method limits"), self.tr("0 no concern, 3 serious")),
            "coherence": (self.tr("Coherence"), self.tr("Does it all fit together?")),
            "adequacy": (self.tr("Adequacy"), self.tr("Is it rich, and is it enough?")),
            "relevance": (self.tr("Relevance"), self.tr("Right people, schools and time?")),
        }[name]

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 92)
        grid.setColumnStretch(2, 1)
        place = 0
        for name, scale in self.scales.items():
            if name == "method_limits":
                grid.addWidget(Text(self.tr("Confidence check"), Role.BODY_BOLD), place, 0, 1, 3)
                place += 1
            label, ends = self._words(name)
            grid.addWidget(Text(label), place, 0)
            grid.addWidget(scale, place, 1)
            grid.addWidget(Text(ends, Role.SMALL, "ink3"), place, 2)
            place += 1
        flags = QHBoxLayout()
        flags.setSpacing(16)
        for flag in self.flags.values():
            flags.addWidget(flag)
        flags.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self.confidence_note)
        column.addLayout(flags)
        column.addWidget(self.why)
        column.addWidget(self.override_note)

    def _wire(self) -> None:
        for name, scale in self.scales.items():
            scale.rated.connect(lambda value, name=name: self.rated.emit(name, value))
        for name, flag in self.flags.items():
            flag.clicked.connect(lambda on, name=name: self.edited.emit({name: on}))
        for field_name in ("confidence_note", "override_note"):
            field: TextField = getattr(self, field_name)
            field.edited.connect(lambda text, name=field_name: self.edited.emit({name: text}))


def _said(value: int | None) -> str:
    return _OPEN if value is None else str(value)
