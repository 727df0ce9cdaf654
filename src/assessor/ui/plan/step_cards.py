"""Steps on a rail, edited in place: a mark at the left, fields at the right, and a menu for the rest."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.paint import draw_text, painting_on

_DOT, _NUMBER = 5, 24


class Rail(QWidget):
    """The rail beside a step: an open dot on a line, or the step's number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._is_first = self._is_last = False
        self.setFixedWidth(32)

    def show_place(self, number: str, *, is_first: bool, is_last: bool) -> None:
        """Show where on the rail the step stands; without a number a dot."""
        self._number, self._is_first, self._is_last = number, is_first, is_last
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint line and mark."""
        with painting_on(self) as painter:
            middle, mark = self.width() / 2, 16.0
            painter.setPen(QPen(look().color("accent"), 2))
            painter.setBrush(look().color("surface"))
            top = mark if self._is_first else 0.0
            painter.drawLine(QPointF(middle, top), QPointF(middle, mark if self._is_last else self.height()))
            if self._number:
                self._paint_number(painter, middle, mark)
            else:
                painter.drawEllipse(QPointF(middle, mark), _DOT, _DOT)

    def _paint_number(self, painter: QPainter, middle: float, mark: float) -> None:
        disc = QRectF(middle - _NUMBER / 2, mark - _NUMBER / 2, _NUMBER, _NUMBER)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        draw_text(painter, self._number, Role.SMALL_BOLD, disc, "accent", Qt.AlignmentFlag.AlignHCenter)


class StepCard(QWidget):
    """One step. `edited` tells step, field and value; `asked` step and doing (up, down, remove, …)."""

    edited = Signal(str, str, object)
    asked = Signal(str, str)

    def __init__(self, step_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step_id = step_id
        self.fields: dict[str, Field] = {}
        self.rail = Rail()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 16)
        self.body.setSpacing(0)
        self.more = IconButton("ellipsis", self.tr("What can be done with this step"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.rail)
        self.row.addLayout(self.body, 1)
        self.row.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)

    def add(self, name: str, field: Field) -> None:
        """Add a field under the others, without its label: what it holds says what it is."""
        self.know(name, field)
        field.label.hide()
        self.body.addWidget(field)

    def offer(self, doings: dict[str, str]) -> None:
        """Offer these doings and their words in the menu."""
        menu = QMenu(self)
        for doing, words in doings.items():
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, doing=doing: self.asked.emit(self.step_id, doing))
        self.more.setMenu(menu)

    def know(self, name: str, field: Field) -> None:
        """Tell what is edited in a field placed elsewhere."""
        self.fields[name] = field
        field.edited.connect(lambda value: self.edited.emit(self.step_id, name, value))

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the step be read but not changed."""
        for field in self.fields.values():
            field.set_read_only(is_read_only)
        self.more.setVisible(not is_read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the step."""
        moves = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and key in moves:
            self.asked.emit(self.step_id, moves[key])
        else:
            super().keyPressEvent(event)


class CardList(QWidget):
    """Cards in a column, kept while the same steps are shown so that the keyboard stays where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, StepCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def arrange(self, cards: dict[str, StepCard]) -> None:
        """Put these cards in their order; those not among them go."""
        for key, card in self.cards.items():
            if cards.get(key) is not card:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        if list(cards) != list(self.cards):
            focused = self.focusWidget()
            for card in cards.values():
                self._column.removeWidget(card)
                self._column.addWidget(card)
            if focused is not None and any(card.isAncestorOf(focused) for card in cards.values()):
                focused.setFocus()
        self.cards = cards
