"""What details are made of: section headings, hairlines, the strip of facts, the note box."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.paint import draw_text, fill, hairline, icon, painting_on, soft_fill, text_width
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import Paragraph, Text

_FACT_INSET, _LEAST_INSET = 9, 4


class SectionHeading(QWidget):
    """A heading, a note beside it and perhaps a quiet action at the right (`asked`)."""

    asked = Signal()

    def __init__(self, title: str, note: str = "", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._title = Text(title, Role.BODY_BOLD)
        self._note = Text(note, Role.BODY, "ink3")
        row.addWidget(self._title)
        row.addWidget(self._note)
        row.addStretch(1)
        self.action = QuietButton(action, flush=True)
        self.action.clicked.connect(self.asked)
        self.action.setVisible(bool(action))
        row.addWidget(self.action)
        self.setMinimumHeight(32)

    def set_note(self, note: str) -> None:
        """Show another note."""
        self._note.setText(note)


class Hairline(QWidget):
    """A line of one px across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the line."""
        with painting_on(self) as painter:
            hairline(painter, 0, 0, self.width(), 1)


@dataclass(frozen=True)
class Fact:
    """A value and its label."""

    value: str
    label: str


class FactsStrip(QWidget):
    """Facts side by side between two hairlines: value 18/600, label 12."""

    def __init__(self, facts: list[Fact] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_facts(facts or [])

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these facts."""
        self._facts = facts
        self.setAccessibleName("; ".join(f"{fact.label}: {fact.value}" for fact in facts))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a value and its label with 8 around."""
        return QSize(sum(self._words()) + _FACT_INSET * self._gaps, 60)

    def minimumSizeHint(self) -> QSize:
        """With less room between the facts."""
        return QSize(sum(self._words()) + _LEAST_INSET * self._gaps, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint values, labels and hairlines."""
        words = self._words()
        room = self.width() - sum(words)
        inset = max(_LEAST_INSET, min(_FACT_INSET, room / max(self._gaps, 1)))
        spare = max(room - inset * self._gaps, 0) / max(len(words), 1)
        with painting_on(self) as painter:
            hairline(painter, 0, 0, self.width(), 1)
            hairline(painter, 0, self.height() - 1, self.width(), self.height())
            x = 0.0
            for number, (fact, width) in enumerate(zip(self._facts, words, strict=True)):
                if number:
                    hairline(painter, round(x), 0, round(x) + 1, self.height())
                    x += inset
                draw_text(painter, fact.value, Role.TITLE, QRectF(x, 8, width + spare, 24))
                draw_text(painter, fact.label, Role.SMALL, QRectF(x, 34, width + spare, 16), "ink3")
                x += width + spare + inset

    @property
    def _gaps(self) -> int:
        return 2 * max(len(self._facts) - 1, 0)

    def _words(self) -> list[int]:
        return [
            max(text_width(fact.value, Role.TITLE), text_width(fact.label, Role.SMALL))
            for fact in self._facts
        ]


class NoteBox(QWidget):
    """A quiet box with an icon, a bold word and what one must know: neutral, or with a meaning."""

    def __init__(
        self,
        title: str,
        text: str,
        icon: str = "info",
        meaning: Meaning = Meaning.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._meaning = icon, meaning
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 12, 16, 12)
        column.setSpacing(0)
        self._title = Text(title, Role.BODY_BOLD, meaning.token)
        self._text = Paragraph(text)
        column.addWidget(self._title)
        column.addWidget(self._text)

    def show_note(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint ground and icon."""
        with painting_on(self) as painter:
            if self._meaning is Meaning.NEUTRAL:
                fill(painter, self.rect(), "sunken")
            else:
                soft_fill(painter, self.rect(), self._meaning)
            icon(painter, self._icon, self._meaning.token, 16, 14, 16)


def vertical(*, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0) -> QVBoxLayout:
    """A column with margins (left, top, right, bottom) and spacing on the grid."""
    column = QVBoxLayout()
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return column
