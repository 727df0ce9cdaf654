"""The overview of an engagement that has hardly begun: the first steps in order, and which are done."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.overviews import Counts
from assessor.ui.overview_words import counted, tr
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, hairline, icon, outline, painting_on
from assessor.ui.widgets.texts import Paragraph, Text

_WIDTH, _HEIGHT, _DISC = 640, 64, 24


@dataclass(frozen=True)
class Step:
    """A first step: where it is done, and what is done of it already."""

    place: str
    title: str
    text: str
    done: str = ""


def first_steps(counts: Counts) -> list[Step]:
    """The steps that lead into an engagement."""
    schools = counted(counts.sites, tr("school"), tr("schools")) if counts.sites else ""
    people = counted(counts.people, tr("person"), tr("people")) if counts.people else ""
    contacts = tr("planned") if counts.contacts else ""
    return [
        Step(
            "participants",
            tr("Name the schools and the agency"),
            tr("Everything heard and read is filed by the place it comes from."),
            schools,
        ),
        Step(
            "participants",
            tr("Add the people and plan whom to hear"),
            tr("People are known by codes; names stay in a roster apart."),
            people or contacts,
        ),
        Step(
            "documents",
            tr("Bring in the agreement and policies"),
            tr("Read them against the rubric, passage by passage."),
        ),
        Step(
            "surveys",
            tr("Bring in the survey"),
            tr("A table from any survey tool. Small groups are protected."),
        ),
        Step(
            "sittings",
            tr("Begin the interviews and groups"),
            tr("Notes are timed, and every line is kept as it is typed."),
        ),
    ]


class FirstSteps(QWidget):
    """The steps as a numbered list. `opened` tells the place."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_StepRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Text(tr("First steps"), Role.LIVE_BOLD))
        self._column.addSpacing(4)
        self._column.addWidget(
            Paragraph(
                tr("In any order. This page fills from what you record, and tells what is next and late.")
            )
        )
        self._column.addSpacing(12)
        self.setMaximumWidth(_WIDTH)

    def show_steps(self, steps: list[Step]) -> None:
        """Show these steps."""
        if len(self.rows) != len(steps):
            for number, step in enumerate(steps, start=1):
                row = _StepRow(number, step)
                row.clicked.connect(lambda *_, row=row: self.opened.emit(row.step.place))
                self.rows.append(row)
                self._column.addWidget(row)
        for row, step in zip(self.rows, steps, strict=True):
            row.show_step(step)


class _StepRow(KeyboardRing, QAbstractButton):
    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self._number = number
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self.step = step
        said = (step.title, step.text, step.done)
        self.setAccessibleName(". ".join(part for part in said if part))
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines with their padding."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint number or check, the words, and an arrow."""
        step, wide = self.step, self.width()
        with painting_on(self) as painter:
            if self.underMouse():
                painter.fillRect(self.rect(), look().color("canvas"))
            hairline(painter, 0, 0, wide, 1)
            disc = QRectF(0, (_HEIGHT - _DISC) / 2, _DISC, _DISC)
            if step.done:
                fill(painter, disc, "goodsoft", _DISC / 2)
                icon(painter, "check", "good", disc.left() + 5, disc.top() + 5, 14)
            else:
                outline(painter, disc, "edge", _DISC / 2)
                draw_text(
                    painter, str(self._number), Role.SMALL_BOLD, disc, "ink2", Qt.AlignmentFlag.AlignHCenter
                )
            left, right = _DISC + 16, wide - 120
            draw_text(painter, step.title, Role.BODY_BOLD, QRectF(left, 12, right - left, 20))
            draw_text(painter, step.text, Role.SMALL, QRectF(left, 34, right - left, 16), "ink3")
            done = QRectF(right, 0, 96, _HEIGHT)
            draw_text(painter, step.done, Role.BODY, done, "ink3", Qt.AlignmentFlag.AlignRight)
            icon(painter, "chevron-right", "ink3", wide - 16, (_HEIGHT - 14) / 2, 14)
            if self.has_ring:
                focus_ring(painter, self.rect(), 4)
