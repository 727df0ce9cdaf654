"""How a goal stands in the outline: number, title, counts, how far, and whether it answers nothing."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from assessor.operations.outlines import GoalLine
from assessor.palette import PAGE_MARGIN, RADIUS_SMALL
from assessor.ui.plan.columns import NUMBER
from assessor.ui.plan.row_parts import BAR_WIDTH, RowState, draw_bar, draw_chevron
from assessor.ui.plan.words import count_objectives
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, text_width
from assessor.ui.widgets.step_words import count_actions
from assessor.ui.widgets.tags import HEIGHT, Meaning, draw_tag, tag_width

_HEIGHT, _BADGE, _TITLE = 44, 24, NUMBER + 32
_LINK = "link-2"


class GoalRow:
    """Paints goals; the same on the calendar, where only the title is shown."""

    def height(self, line: GoalLine, width: float) -> int:  # noqa: ARG002  # one line, whatever the width
        """One line."""
        return look().row_height(_HEIGHT)

    def paint(self, painter: QPainter, rect: QRectF, line: GoalLine, state: RowState) -> None:
        """Paint a goal."""
        draw_chevron(painter, rect, state)
        badge = QRectF(rect.left() + NUMBER, rect.center().y() - _BADGE / 2, _BADGE, _BADGE)
        fill(painter, badge, "surface" if state.is_chosen else "accentsoft", RADIUS_SMALL)
        centered = Qt.AlignmentFlag.AlignHCenter
        draw_text(painter, str(line.number), Role.BODY_BOLD, badge, "accent", centered)
        right = self._paint_right(painter, rect, line, state)
        title = QRectF(rect.left() + _TITLE, rect.top(), right - 16 - rect.left() - _TITLE, rect.height())
        draw_text(painter, line.title, Role.LIVE_BOLD, title)

    def tip(self, line: GoalLine, x: float, width: float) -> str:
        """The title where it is cut; what to do where it answers nothing."""
        if x > _TITLE + self._room(line, width):
            return "" if line.findings else _loose_tip()
        is_cut = text_width(line.title, Role.LIVE_BOLD) > self._room(line, width)
        return line.title if is_cut else ""

    def field_at(self, x: float, width: float) -> str:  # noqa: ARG002  # a goal has one field in its line
        """The title, or the chevron."""
        return "" if x < NUMBER else "title"

    def field_rect(self, field: str, rect: QRectF) -> QRectF:  # noqa: ARG002  # a goal has one field in its line
        """Over the title."""
        return rect.adjusted(_TITLE - 10, 5, -PAGE_MARGIN, -6)

    def is_on_tag(self, line: GoalLine, x: float, width: float) -> bool:
        """Whether `x` lies on the tag that says it answers nothing."""
        return (
            not line.findings and x > _TITLE + self._room(line, width) and x < width - PAGE_MARGIN - BAR_WIDTH
        )

    def _paint_right(self, painter: QPainter, rect: QRectF, line: GoalLine, state: RowState) -> float:
        middle, right = rect.center().y(), rect.right() - PAGE_MARGIN
        draw_bar(painter, right, middle, line.percent)
        right -= BAR_WIDTH + 12
        counts = _counts(line)
        width = text_width(counts, Role.SMALL)
        token = "ink2" if state.is_chosen else "ink3"
        draw_text(
            painter, counts, Role.SMALL, QRectF(right - width, rect.top(), width + 1, rect.height()), token
        )
        right -= width
        if not line.findings:
            right -= 8 + tag_width(_loose(), _LINK)
            draw_tag(painter, right, middle - HEIGHT / 2, _loose(), Meaning.WATCH, _LINK)
        return right

    def _room(self, line: GoalLine, width: float) -> float:
        tag = 0 if line.findings else 8 + tag_width(_loose(), _LINK)
        taken = PAGE_MARGIN + BAR_WIDTH + 12 + text_width(_counts(line), Role.SMALL) + tag + 16
        return width - taken - _TITLE


def _counts(line: GoalLine) -> str:
    return f"{count_objectives(len(line.objectives))}, {count_actions(len(line.actions))}"


def _loose() -> str:
    return QCoreApplication.translate("plan", "answers no finding")


def _loose_tip() -> str:
    return QCoreApplication.translate("plan", "Click to say which finding this goal answers")
