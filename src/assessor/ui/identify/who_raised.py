"""Who raised a finding: one row a group, with a menu of what it did and fields for where it was asked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.findings import GroupRow
from assessor.terms import Group, Raised
from assessor.ui.identify.finding_words import word
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.group_marks import SIZE, draw_group_mark
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, painting_on, text_width
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import explain

_HEIGHT = 24


class WhoRaised(QWidget):
    """Edits what each group did. `noted` tells group, state (None: as evidence tells) and further columns."""

    noted = Signal(str, object, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("who_raised")
        self._rows: dict[Group, _GroupLine] = {}
        self._is_read_only = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def lines(self) -> list["_GroupLine"]:
        """The rows from the top."""
        return list(self._rows.values())

    def show_groups(self, rows: Sequence[GroupRow]) -> None:
        """Show what each group did."""
        if [row.group for row in rows] != list(self._rows):
            for old in self._rows.values():
                old.hide()
                self._column.removeWidget(old)
                old.deleteLater()
            self._rows = {row.group: self._line(row.group) for row in rows}
            for line in self._rows.values():
                self._column.addWidget(line)
        for row in rows:
            self._rows[row.group].show_row(row)
            self._rows[row.group].set_read_only(self._is_read_only)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let it be read but not changed."""
        self._is_read_only = is_read_only
        for line in self._rows.values():
            line.set_read_only(is_read_only)

    def _line(self, group: Group) -> "_GroupLine":
        line = _GroupLine(group)
        line.noted.connect(lambda raised, values: self.noted.emit(group, raised, values))
        return line


class _GroupLine(QWidget):
    noted = Signal(object, dict)

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.button = _GroupButton(group)
        self.where_asked = TextField(self.tr("Where it was asked"), self.tr("2 focus groups, survey"))
        self.extent = TextField(self.tr("How widely"), self.tr("in both groups"))
        self._raised = Raised.NOT_ASKED
        menu = QMenu(self.button)
        menu.addActions([self._action(raised) for raised in Raised])
        self._as_told = menu.addAction(self.tr("As the evidence tells"))
        self._as_told.triggered.connect(lambda: self.noted.emit(None, {}))
        menu.addSeparator()
        menu.addAction(self.tr("Where it was asked…")).triggered.connect(self._unfold)
        self.button.setMenu(menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        for field in (self.where_asked, self.extent):
            column.addWidget(field)
            field.hide()
        self.where_asked.edited.connect(lambda text: self.noted.emit(self._raised, {"where_asked": text}))
        self.extent.edited.connect(lambda text: self.noted.emit(self._raised, {"extent": text}))

    def show_row(self, row: GroupRow) -> None:
        """Show what the group did."""
        self._raised = row.raised
        self._as_told.setEnabled(row.is_recorded)
        self.button.show_row(row)
        self.where_asked.set_value(row.where_asked)
        self.extent.set_value(row.extent)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let it be read but not changed."""
        self.button.setEnabled(not is_read_only)
        for field in (self.where_asked, self.extent):
            field.set_read_only(is_read_only)

    def _action(self, raised: Raised) -> QAction:
        action = QAction(word(raised), self)
        action.triggered.connect(lambda: self.noted.emit(raised, {}))
        return action

    def _unfold(self) -> None:
        is_folded = self.where_asked.isHidden()
        for field in (self.where_asked, self.extent):
            field.setVisible(is_folded)
        if is_folded:
            self.where_asked.setFocus(Qt.FocusReason.OtherFocusReason)


class _GroupButton(KeyboardRing, QPushButton):
    def __init__(self, group: Group) -> None:
        super().__init__()
        self._group = group
        self._row = GroupRow(group, Raised.NOT_ASKED)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: GroupRow) -> None:
        """Show what the group did."""
        self._row = row
        self.setAccessibleName(f"{word(self._group)}: {self._said}")
        explain(self, ", ".join(part for part in (row.where_asked, row.extent) if part))
        self.update()

    @property
    def _said(self) -> str:
        return self.tr("Too few to tell") if self._row.is_hidden else word(self._row.raised)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint mark, group and state."""
        with painting_on(self) as painter:
            if self.underMouse() and self.isEnabled():
                fill(painter, QRectF(self.rect()).adjusted(-4, 0, 4, 0), "chip", 4)
            draw_group_mark(painter, self._group, 0, (_HEIGHT - SIZE) / 2)
            state = text_width(self._said, Role.BODY)
            room = self.width() - state
            draw_text(painter, word(self._group), Role.BODY, QRectF(20, 0, room - 28, _HEIGHT), "ink")
            tone = "ink" if self._row.raised is Raised.RAISED and not self._row.is_hidden else "ink3"
            draw_text(painter, self._said, Role.BODY, QRectF(room, 0, state, _HEIGHT), tone)
            if self.has_ring:
                focus_ring(painter, self.rect())
