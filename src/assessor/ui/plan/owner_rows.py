"""How owners and their action steps stand in the view by owner."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from assessor.analysis.actions import Light
from assessor.operations.outlines import ActionLine, OwnerLines
from assessor.palette import PAGE_MARGIN
from assessor.ui.plan.action_rows import ActionRow
from assessor.ui.plan.columns import NUMBER, Columns
from assessor.ui.plan.row_parts import RowState, draw_chevron, draw_right
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.marks import AVATAR, draw_avatar
from assessor.ui.widgets.paint import draw_text, icon, text_width
from assessor.ui.widgets.step_words import count_actions

_HEIGHT, _TITLE = 44, NUMBER + 36


class OwnerRow:
    """Paints owners."""

    def height(self, line: OwnerLines, width: float) -> int:  # noqa: ARG002  # one line, whatever the width
        """One line."""
        return look().row_height(_HEIGHT)

    def paint(self, painter: QPainter, rect: QRectF, line: OwnerLines, state: RowState) -> None:
        """Paint an owner and what is to be known of the load."""
        draw_chevron(painter, rect, state)
        middle = rect.center().y()
        if line.owner:
            draw_avatar(painter, rect.left() + NUMBER, middle - AVATAR / 2, line.owner)
        else:
            icon(painter, "circle-alert", "watch", rect.left() + NUMBER + 2, middle - 10, 20)
        counts = _counts(line)
        right = rect.right() - PAGE_MARGIN
        width = text_width(counts, Role.SMALL)
        draw_right(
            painter,
            counts,
            Role.SMALL,
            QRectF(right - width - 1, rect.top(), width + 1, rect.height()),
            "ink2" if state.is_chosen else "ink3",
        )
        title = QRectF(
            rect.left() + _TITLE, rect.top(), right - width - 16 - rect.left() - _TITLE, rect.height()
        )
        name = line.owner or QCoreApplication.translate("plan", "No owner")
        draw_text(painter, name, Role.LIVE_BOLD, title, "ink" if line.owner else "watch")

    def tip(self, line: OwnerLines, x: float, width: float) -> str:
        """The name where it is cut."""
        room = width - PAGE_MARGIN - text_width(_counts(line), Role.SMALL) - 16 - _TITLE
        return line.owner if x < width - 160 and text_width(line.owner, Role.LIVE_BOLD) > room else ""

    def field_at(self, x: float, width: float) -> str:  # noqa: ARG002  # nothing is edited here
        """Nothing."""
        return ""

    def field_rect(self, field: str, rect: QRectF) -> QRectF:  # noqa: ARG002  # nothing is edited here
        """Nowhere."""
        return rect


class OwnedActionRow(ActionRow):
    """Paints action steps under their owner: the third column says what for."""

    def __init__(self, number_of: dict[str, str]) -> None:
        self.number_of = number_of

    def field_at(self, x: float, width: float) -> str:
        """The owner is edited over the column that says what for, too."""
        return super().field_at(x, width)

    def _paint_third(self, painter: QPainter, cell: QRectF, line: ActionLine, columns: Columns) -> None:
        word = self.number_of.get(line.objective_id, "")
        shown = QCoreApplication.translate("plan", "Objective {number}").format(number=word)
        draw_text(painter, shown if columns.shows_names else word, Role.SMALL, cell, "ink2")


def _counts(line: OwnerLines) -> str:
    late = sum(action.light is Light.RED for action in line.actions)
    undated = sum(not action.has_dates for action in line.actions)
    parts = [count_actions(len(line.actions))]
    if late:
        parts.append(QCoreApplication.translate("plan", "{number} late").format(number=late))
    if undated:
        parts.append(QCoreApplication.translate("plan", "{number} without dates").format(number=undated))
    return ", ".join(parts)
