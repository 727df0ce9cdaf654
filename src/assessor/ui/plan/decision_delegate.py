"""How the matrix is painted: who decides stands out, everyone else is words."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from assessor.operations.role_decisions import RoleDecisionRow
from assessor.palette import PAGE_MARGIN, RADIUS_SMALL
from assessor.terms import Part
from assessor.ui.plan.decision_model import LINE_ROLE, NOTE, TITLE, SectionLine
from assessor.ui.plan.line_editors import LineEditor
from assessor.ui.plan.part_words import part_word
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import (
    Lines,
    break_lines,
    draw_lines,
    draw_text,
    fill,
    hairline,
    icon,
    outline,
    painting,
)
from assessor.ui.widgets.row_models import AnyIndex
from assessor.ui.widgets.texts import plain_tip

_ROW, _SECTION, _HEAD, _PADDING = 36, 44, 52, 8
_CENTER = Qt.AlignmentFlag.AlignHCenter


class DecisionHead(QHeaderView):
    """The names of the offices over their columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(0, _HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one name."""
        area = QRectF(rect)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        with painting(painter):
            painter.fillRect(area, look().color("surface"))
            hairline(painter, area.left(), area.bottom() - 1, area.right() + 1, area.bottom(), "edge")
            is_office = TITLE < section < NOTE
            left = PAGE_MARGIN if section == TITLE else _PADDING
            inner = area.adjusted(2, 0, -2, 0) if is_office else area.adjusted(left, 0, -_PADDING, 0)
            lines = break_lines(words, Role.SMALL_MEDIUM, inner.width(), 2)
            top = area.bottom() - 10 - lines.height
            place = QRectF(inner.left(), top, inner.width(), lines.height)
            align = _CENTER if is_office else Qt.AlignmentFlag.AlignLeft
            draw_lines(painter, lines, place, "ink2" if is_office else "ink3", align)


class DecisionDelegate(QStyledItemDelegate):
    """Paints one cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002  # Qt's signature
        """One line, or two where title or note needs them."""
        line = index.data(LINE_ROLE)
        if isinstance(line, SectionLine):
            return QSize(0, _SECTION)
        height = look().row_height(_ROW)
        view = self.parent()
        if isinstance(view, QAbstractItemView) and index.column() in (TITLE, NOTE):
            width = view.visualRect(index).width()
            lines = _lines_of(line, index.column(), width)
            height = max(height, lines.height + 16)
        return QSize(0, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a cell, or the heading of a section."""
        line = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        with painting(painter):
            painter.fillRect(rect, look().color("surface"))
            if isinstance(line, SectionLine):
                _paint_section(painter, rect, line)
                return
            if not isinstance(line, RoleDecisionRow):
                return
            _paint_ground(painter, rect, option)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if index.column() == TITLE:
                _paint_title(painter, rect, line)
            elif index.column() == NOTE:
                lines = _lines_of(line, NOTE, rect.width())
                top = rect.center().y() - lines.height / 2
                place = QRectF(rect.left() + _PADDING, top, lines.width + 1, lines.height)
                draw_lines(painter, lines, place, "ink2")
            else:
                inner = rect.adjusted(4, 4, -4, -4) if is_chosen else rect
                _paint_part(painter, inner, line.parts[index.column() - 1])
            if is_chosen:
                has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
                ring = rect.adjusted(2, 2, -2, -3)
                outline(painter, ring, "accent" if has_focus else "edge", RADIUS_SMALL + 2, 2)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Say what is wrong with a decision, or what is cut."""
        line = index.data(LINE_ROLE)
        tip = ""
        if isinstance(line, RoleDecisionRow):
            lines = _lines_of(line, index.column(), option.rect.width())
            cut = (line.title if index.column() == TITLE else line.note) if lines.is_cut else ""
            tip = "\n".join(part for part in (cut, line.fault if index.column() == TITLE else "") if part)
        if tip:
            QToolTip.showText(event.globalPos(), plain_tip(tip), view)
            return True
        return super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: ARG002  # Qt's
        """A line over the words."""
        return LineEditor(self.tr("Decision") if index.column() == TITLE else self.tr("Note"), parent)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the words as they are."""
        if isinstance(editor, LineEditor):
            editor.fill_in(str(index.data(Qt.ItemDataRole.EditRole)))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Over the words."""
        left = PAGE_MARGIN - 10 if index.column() == TITLE else 0
        middle = option.rect.center().y()
        editor.setGeometry(option.rect.left() + left, middle - 15, option.rect.width() - left - 4, 32)


def _paint_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, look().color("canvas"))
    hairline(painter, rect.left(), rect.bottom() - 1, rect.right() + 1, rect.bottom())


def _paint_section(painter: QPainter, rect: QRectF, line: SectionLine) -> None:
    words = QRectF(rect.left() + PAGE_MARGIN, rect.top() + 12, rect.width(), rect.height() - 16)
    draw_text(painter, line.title, Role.BODY_BOLD, words, "accent")
    hairline(painter, rect.left(), rect.bottom() - 1, rect.right() + 1, rect.bottom(), "accent")


def _paint_title(painter: QPainter, rect: QRectF, line: RoleDecisionRow) -> None:
    lines = _lines_of(line, TITLE, rect.width())
    top = rect.center().y() - lines.height / 2
    draw_lines(painter, lines, QRectF(rect.left() + PAGE_MARGIN, top, lines.width + 1, lines.height))
    if line.fault:
        icon(painter, "circle-alert", "watch", rect.right() - 22, rect.center().y() - 8, 16)


def _paint_part(painter: QPainter, rect: QRectF, part: Part) -> None:
    cell = rect.adjusted(2, 2, -2, -3)
    word = part_word(part)
    if part in (Part.DECIDES, Part.DECIDES_JOINTLY):
        fill(painter, cell, "accent", RADIUS_SMALL)
        draw_text(painter, word, Role.SMALL_BOLD, cell, "onaccent", _CENTER)
    elif part is Part.DOES:
        fill(painter, cell, "accentsoft", RADIUS_SMALL)
        draw_text(painter, word, Role.SMALL_BOLD, cell, "accent", _CENTER)
    else:
        draw_text(painter, word, Role.SMALL, cell, "ink3" if part is Part.NONE else "ink2", _CENTER)


def _lines_of(line: object, column: int, width: float) -> Lines:
    if not isinstance(line, RoleDecisionRow):
        return break_lines("", Role.BODY, width)
    if column == TITLE:
        room = width - PAGE_MARGIN - _PADDING - (24 if line.fault else 0)
        return break_lines(line.title, Role.BODY, room, 2)
    return break_lines(line.note, Role.SMALL, width - 2 * _PADDING, 2)
