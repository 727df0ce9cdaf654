"""What the lines of the plan share when painted: their ground, chevrons, owners, dates, bars."""

from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from assessor.palette import PAGE_MARGIN
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.marks import AVATAR, draw_avatar
from assessor.ui.widgets.paint import draw_text, fill, hairline, icon
from assessor.ui.widgets.row_delegate import paint_row_ground

BAR_WIDTH, BAR_HEIGHT = 64, 4
L_contra = TypeVar("L_contra", contravariant=True)


@dataclass(frozen=True)
class RowState:
    """How a line is painted: chosen, unfolded, with lines beneath."""

    is_chosen: bool
    is_open: bool
    has_children: bool


class Row(Protocol[L_contra]):
    """What paints the lines of one level."""

    def height(self, line: L_contra, width: float) -> int:
        """The height in px."""

    def paint(self, painter: QPainter, rect: QRectF, line: L_contra, state: RowState) -> None:
        """Paint a line on its ground."""

    def tip(self, line: L_contra, x: float, width: float) -> str:
        """What the tooltip at `x` says; empty where nothing is hidden."""

    def field_at(self, x: float, width: float) -> str:
        """The field at `x`, as it is edited."""

    def field_rect(self, field: str, rect: QRectF) -> QRectF:
        """Where the editor of a field stands."""


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, is_quiet: bool) -> bool:
    """Paint the ground of a line, of a `quiet` one in the color of the canvas; whether it is chosen."""
    is_chosen = paint_row_ground(painter, option)
    if is_quiet and not is_chosen:
        rect = QRectF(option.rect)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, look().color("sunken" if is_hovered else "canvas"))
        hairline(painter, rect.left(), rect.bottom() - 1, rect.right(), rect.bottom())
    return is_chosen


def draw_chevron(painter: QPainter, rect: QRectF, state: RowState) -> None:
    """Draw the chevron of a line that has others beneath."""
    if state.has_children:
        name = "chevron-down" if state.is_open else "chevron-right"
        icon(painter, name, "ink2", rect.left() + PAGE_MARGIN, rect.center().y() - 8, 16)


def draw_owner(painter: QPainter, cell: QRectF, owner: str, nobody: str, *, shows_name: bool) -> None:
    """Draw who answers for a line, or that nobody does."""
    middle = cell.center().y()
    if owner:
        draw_avatar(painter, cell.left(), middle - AVATAR / 2, owner)
        if shows_name:
            name = cell.adjusted(AVATAR + 8, 0, -8, 0)
            draw_text(painter, owner, Role.BODY, name)
        return
    icon(painter, "circle-alert", "watch", cell.left(), middle - 8, 16)
    if shows_name:
        draw_text(painter, nobody, Role.BODY, cell.adjusted(24, 0, -8, 0), "watch")


def draw_bar(painter: QPainter, right: float, middle: float, percent: int) -> None:
    """Draw how far something is as a thin bar that ends at `right`."""
    bar = QRectF(right - BAR_WIDTH, middle - BAR_HEIGHT / 2, BAR_WIDTH, BAR_HEIGHT)
    fill(painter, bar, "ring", BAR_HEIGHT / 2)
    if percent:
        done = QRectF(bar.left(), bar.top(), max(bar.width() * percent / 100, BAR_HEIGHT), BAR_HEIGHT)
        fill(painter, done, "accent", BAR_HEIGHT / 2)


def draw_right(painter: QPainter, text: str, role: Role, rect: QRectF, token: str) -> None:
    """Draw a line of text that ends at the right of `rect`."""
    draw_text(painter, text, role, rect, token, Qt.AlignmentFlag.AlignRight)
