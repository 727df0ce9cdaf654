"""One delegate for the lines of the plan: it hands each level to what paints it, and opens the editors."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, OwnerLines
from assessor.ui.plan.line_editors import LineEditor, StatusEditor
from assessor.ui.plan.plan_model import LINE_ROLE, Line
from assessor.ui.plan.row_parts import RowState, paint_ground
from assessor.ui.typeface import Role
from assessor.ui.widgets.days import read_span, typed_span
from assessor.ui.widgets.paint import painting
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.texts import plain_tip

_ROLES = {GoalLine: Role.LIVE_BOLD, ObjectiveLine: Role.BODY_MEDIUM}


class PlanDelegate(QStyledItemDelegate):
    """Paints lines by level. `edited` tells id, field and value; `refused` why a value was not understood."""

    edited = Signal(str, str, object)
    refused = Signal(str)

    def __init__(self, rows: dict[type, Any], this_year: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.field = "title"
        self.owners: list[str] = []
        self._this_year = this_year

    def row_of(self, line: Line) -> Any:
        """What paints a line."""
        return self.rows[type(line)]

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the level says."""
        width = _width(option)
        line = index.data(LINE_ROLE)
        return QSize(width, 0 if line is None else self.row_of(line).height(line, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a line on its ground."""
        line = index.data(LINE_ROLE)
        view = option.widget
        if line is None:
            return
        with painting(painter):
            is_quiet = isinstance(line, GoalLine | OwnerLines)
            is_chosen = paint_ground(painter, option, is_quiet=is_quiet)
            is_open = isinstance(view, QTreeView) and view.isExpanded(index)
            has_children = index.model().hasChildren(index)
            self.row_of(line).paint(
                painter, QRectF(option.rect), line, RowState(is_chosen, is_open, has_children)
            )

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say what is cut or why."""
        line = index.data(LINE_ROLE)
        tip = "" if line is None else self.row_of(line).tip(line, event.pos().x(), view.viewport().width())
        if tip:
            QToolTip.showText(event.globalPos(), plain_tip(tip), view)
            return True
        return super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: ARG002  # Qt's
        """The editor of the field asked for."""
        line = index.data(LINE_ROLE)
        if self.field == "status":
            editor = StatusEditor(parent)
            editor.decided.connect(lambda: self._decide(editor))
            return editor
        names = {
            "title": self.tr("Title"),
            "owner": self.tr("Owner"),
            "dates": self.tr("Dates, as in 2 Nov – 20 Nov, or how often"),
        }
        role = _ROLES.get(type(line), Role.BODY)
        return LineEditor(names[self.field], parent, role, self.owners if self.field == "owner" else None)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Over the field."""
        rect = self.row_of(index.data(LINE_ROLE)).field_rect(self.field, QRectF(option.rect))
        editor.setGeometry(rect.toRect())

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the value as it is."""
        line = index.data(LINE_ROLE)
        if isinstance(editor, StatusEditor):
            editor.fill_in(line.status, line.percent)
        elif isinstance(editor, LineEditor):
            editor.fill_in(_text_of(line, self.field))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:  # noqa: ARG002  # Qt's
        """Tell the new value, if it differs; the screen writes it."""
        line = index.data(LINE_ROLE)
        if isinstance(editor, StatusEditor):
            if (editor.status, editor.percent) != (line.status, line.percent):
                self.edited.emit(line.id, "status", (editor.status, editor.percent))
            return
        if isinstance(editor, LineEditor):
            self._tell(line, editor.text().strip())

    def _tell(self, line: Any, text: str) -> None:
        if text == _text_of(line, self.field) or (self.field == "title" and not text):
            return
        if self.field != "dates":
            self.edited.emit(line.id, self.field, text)
            return
        try:
            self.edited.emit(line.id, "dates", read_span(text, self._this_year))
        except ValueError as wrong:
            self.refused.emit(str(wrong))

    def _decide(self, editor: StatusEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()


def _text_of(line: Any, field: str) -> str:
    if field == "owner":
        return str(line.owner)
    if field == "dates" and isinstance(line, ActionLine):
        return typed_span(line.start_on, line.due_on, line.rhythm)
    return str(line.text if isinstance(line, ObjectiveLine) else line.title)
