"""What a meeting decided: one line a decision, unfolding to be edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.meetings import DecisionRow
from assessor.operations.outlines import ActionLine
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.detail_columns import Beside
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import (
    break_lines,
    draw_lines,
    draw_text,
    focus_ring,
    hairline,
    icon,
    painting_on,
)
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.text_fields import LongTextField, TextField

_PADDING, _ICON, _GAP = 10, 16, 12


class DecisionLines(QWidget):
    """Shows decisions. `edited` tells id, name and value; `removed` an id; `added` a text."""

    edited = Signal(str, str, object)
    removed = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = TextField(self.tr("What was decided"), self.tr("Write a decision and press Enter"))
        self.new.line.installEventFilter(self)
        self.new.label.hide()
        self._links: dict[str, _DecisionLink] = {}
        self._is_read_only = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.new)

    @property
    def links(self) -> "list[_DecisionLink]":
        """The decisions from the top."""
        return list(self._links.values())

    def show_decisions(self, rows: Sequence[DecisionRow], actions: Sequence[ActionLine]) -> None:
        """Show these decisions; what is unfolded stays so while it is there."""
        if [row.id for row in rows] != list(self._links):
            unfolded = {found for found, link in self._links.items() if link.is_unfolded}
            self._build([row.id for row in rows], unfolded)
        codes = {action.id: action.code for action in actions}
        for row in rows:
            self._links[row.id].show_row(row, codes.get(row.action_step_id or "", ""), actions)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let decisions be read but not changed."""
        self._is_read_only = is_read_only
        self.new.setVisible(not is_read_only)
        for link in self.links:
            link.set_read_only(is_read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on Enter."""
        if watched is self.new.line and pressed_key(event) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.added.emit(self.new.value())
            return True
        return super().eventFilter(watched, event)

    def taken(self) -> None:
        """The text was recorded: begin the next."""
        self.new.line.clear()
        self.new.set_value("")
        self.new.finish()
        self.new.problem.clear()

    def _build(self, ids: Sequence[str], unfolded: set[str]) -> None:
        for old in self._links.values():
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self._links = {found: _DecisionLink(found) for found in ids}
        for place, (found, link) in enumerate(self._links.items()):
            link.edited.connect(self.edited)
            link.removed.connect(self.removed)
            link.set_read_only(self._is_read_only)
            self._column.insertWidget(place, link)
            if found in unfolded:
                link.unfold()


class _DecisionLink(QWidget):
    edited = Signal(str, str, object)
    removed = Signal(str)

    def __init__(self, decision_id: str) -> None:
        super().__init__()
        self.node = _DecisionNode()
        self.text = LongTextField(self.tr("What was decided"), least_lines=1)
        self.owner = TextField(self.tr("Owner"), self.tr("One, by role"))
        self.due_on = DateField(self.tr("Due"))
        self.action = ChoiceField(self.tr("Belongs to the action"))
        self.fields: dict[str, Field] = {
            "text": self.text,
            "owner": self.owner,
            "due_on": self.due_on,
            "action_step_id": self.action,
        }
        self.remove = IconButton("trash-2", self.tr("Remove decision"))
        self.editor = QWidget()
        self._lay_out()
        self.node.clicked.connect(self.unfold)
        self.remove.clicked.connect(lambda: self.removed.emit(decision_id))
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name: self.edited.emit(decision_id, name, value))

    @property
    def is_unfolded(self) -> bool:
        """Whether it is being edited."""
        return not self.editor.isHidden()

    def unfold(self) -> None:
        """Unfold, or fold again."""
        self.editor.setVisible(not self.is_unfolded)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let it be read but not changed."""
        self.remove.setVisible(not is_read_only)
        for field in self.fields.values():
            field.set_read_only(is_read_only)

    def show_row(self, row: DecisionRow, code: str, actions: Sequence[ActionLine]) -> None:
        """Show a decision."""
        due = self.tr("due {day}").format(day=short_day(row.due_on, this_year=0)) if row.due_on else ""
        tied = f"{code} {row.action_step}".strip() if row.action_step_id else ""
        self.node.show_words(row.text, " · ".join(filter(None, [row.owner, due, tied])))
        none = Choice(None, self.tr("None"))
        self.action.show_choices([none, *(Choice(a.id, f"{a.code}  {a.title}") for a in actions)])
        for name, field in self.fields.items():
            field.set_value(getattr(row, name))

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self.editor)
        inner.setContentsMargins(_ICON + _GAP - 4, 4, 0, 12)
        inner.setSpacing(4)
        inner.addWidget(self.text)
        inner.addWidget(Beside((self.owner, 1), (self.due_on, 1)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.action, 1)
        row.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignBottom)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.node)
        column.addWidget(self.editor)
        self.editor.hide()


class _DecisionNode(KeyboardRing, QPushButton):
    """A decision on up to three lines, with owner, day and action beneath."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._second = "", ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str, second: str) -> None:
        """Show these words."""
        self._words, self._second = words, second
        self.setAccessibleName(f"{words}, {second}" if second else words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Decisions wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines, and the second line."""
        lines = break_lines(self._words, Role.BODY_MEDIUM, max(width - _ICON - _GAP, 80), 3)
        return lines.height + (18 if self._second else 0) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """At the width it has."""
        return QSize(320, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """The whole height."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the words."""
        left = _ICON + _GAP
        with painting_on(self) as painter:
            if self.underMouse():
                painter.fillRect(self.rect(), look().color("canvas"))
            hairline(painter, 0, self.height() - 1, self.width(), self.height())
            icon(painter, "flag", "accent", 0, _PADDING + 2, _ICON)
            lines = break_lines(self._words, Role.BODY_MEDIUM, max(self.width() - left, 80), 3)
            draw_lines(painter, lines, QRectF(left, _PADDING, lines.width + 1, lines.height))
            second = QRectF(left, _PADDING + lines.height, self.width() - left, 18)
            draw_text(painter, self._second, Role.SMALL, second, "ink3")
            if self.has_ring:
                focus_ring(painter, self.rect(), 4)
