"""How an objective stands in the outline: its text, its SMART letters, and its course or what is open."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from assessor.analysis.smart import SmartFact
from assessor.operations.outlines import CourseLine, ObjectiveLine
from assessor.palette import PAGE_MARGIN
from assessor.ui.plan.columns import NUMBER, TITLE, columns_of
from assessor.ui.plan.row_parts import RowState
from assessor.ui.plan.words import smart_question
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.paint import Lines, break_lines, draw_lines, draw_text, icon, text_width
from assessor.ui.widgets.smart_letters import draw_smart

_PADDING, _GAP, _SECOND = 12, 4, 20
_MOST_LINES = 2
_TRACK = 76
_BLANKS = ("{date}", "{x}", "{y}")


class ObjectiveRow:
    """Paints objectives."""

    def height(self, line: ObjectiveLine, width: float) -> int:
        """One or two lines of text, and the line beneath."""
        lines = _text_of(line, width)
        return lines.height + _GAP + _SECOND + 2 * look().padding(_PADDING)

    def paint(self, painter: QPainter, rect: QRectF, line: ObjectiveLine, state: RowState) -> None:
        """Paint an objective."""
        top = rect.top() + look().padding(_PADDING)
        number = QRectF(rect.left() + NUMBER, top, TITLE - NUMBER - 4, 20)
        draw_text(painter, line.number, Role.BODY_BOLD, number, "ink2", tabular=True)
        lines = _text_of(line, rect.width())
        draw_lines(painter, lines, QRectF(rect.left() + TITLE, top, lines.width + 1, lines.height))
        letters = rect.left() + columns_of(rect.width()).status
        draw_smart(painter, letters, top, line.met, on_selection=state.is_chosen)
        second = QRectF(rect.left() + TITLE, top + lines.height + _GAP, 0, _SECOND)
        second.setRight(rect.right() - PAGE_MARGIN)
        if line.open_fact is not None:
            _paint_open(painter, second, line.open_fact)
        elif line.course is not None:
            _paint_course(painter, second, line.course)

    def tip(self, line: ObjectiveLine, x: float, width: float) -> str:
        """Over the letters why each is met or open; elsewhere what is cut."""
        if x >= columns_of(width).status:
            return "\n".join(f"{fact.letter}  {fact.why} {fact.to_do}".rstrip() for fact in line.smart)
        cut = line.text if _text_of(line, width).is_cut else ""
        fact = line.open_fact
        sentence = "" if fact is None else _sentence(fact)
        is_long = text_width(sentence, Role.SMALL) > width - TITLE - PAGE_MARGIN - 24
        return "\n".join(part for part in (cut, sentence if is_long else "") if part)

    def field_at(self, x: float, width: float) -> str:  # noqa: ARG002  # an objective has one field in its line
        """Its text."""
        return "" if x < NUMBER else "title"

    def field_rect(self, field: str, rect: QRectF) -> QRectF:  # noqa: ARG002  # as above
        """Over the text."""
        right = columns_of(rect.width()).status - 12
        return QRectF(rect.left() + TITLE - 10, rect.top() + 6, right - TITLE + 10, 32)


def _text_of(line: ObjectiveLine, width: float) -> Lines:
    text = line.text
    for blank in _BLANKS:
        text = text.replace(blank, "___")
    return break_lines(text, Role.BODY_MEDIUM, columns_of(width).status - 24 - TITLE, _MOST_LINES)


def _sentence(fact: SmartFact) -> str:
    return f"{fact.why} {fact.to_do}"


def _paint_open(painter: QPainter, rect: QRectF, fact: SmartFact) -> None:
    icon(painter, "circle-alert", "watch", rect.left(), rect.center().y() - 7, 14)
    question = smart_question(fact.letter)
    left = rect.left() + 22
    width = text_width(question, Role.SMALL_BOLD)
    draw_text(painter, question, Role.SMALL_BOLD, QRectF(left, rect.top(), width + 1, rect.height()), "watch")
    rest = QRectF(left + width + 4, rect.top(), rect.right() - left - width - 4, rect.height())
    draw_text(painter, _sentence(fact), Role.SMALL, rest, "watch")


def _paint_course(painter: QPainter, rect: QRectF, course: CourseLine) -> None:
    """The measure, and a line from the filled dot of the baseline to the open one of the target."""
    x = rect.left()
    x = (
        _word(
            painter,
            f"{course.code}, {course.title[:1].lower()}{course.title[1:]}",
            Role.SMALL,
            rect,
            x,
            "ink2",
        )
        + 16
    )
    middle = rect.center().y()
    if course.baseline is None:
        x = _word(
            painter, QCoreApplication.translate("plan", "baseline to come"), Role.SMALL, rect, x, "ink2"
        )
    else:
        x = _word(painter, _plain(course.baseline), Role.SMALL_BOLD, rect, x, "ink2")
    x += 12
    painter.setPen(QPen(look().color("edge"), 2))
    painter.drawLine(QPointF(x, middle), QPointF(x + _TRACK, middle))
    painter.setPen(QPen(look().color("ink2"), 2))
    painter.setBrush(look().color("ink2" if course.baseline is not None else "surface"))
    painter.drawEllipse(QPointF(x, middle), 3, 3)
    painter.setPen(QPen(look().color("accent"), 2))
    painter.setBrush(look().color("surface"))
    painter.drawEllipse(QPointF(x + _TRACK, middle), 4, 4)
    x += _TRACK + 12
    x = _word(painter, _plain(course.target), Role.SMALL_BOLD, rect, x, "accent") + 16
    if course.target_on:
        _word(painter, long_day(course.target_on), Role.SMALL, rect, x, "ink2")


def _word(painter: QPainter, text: str, role: Role, rect: QRectF, x: float, token: str) -> float:
    """Draw a word from `x` and return where it ends."""
    room = max(rect.right() - x, 0)
    width = min(text_width(text, role), room)
    draw_text(painter, text, role, QRectF(x, rect.top(), width, rect.height()), token)
    return x + width


def _plain(number: Decimal | None) -> str:
    if number is None:
        return "–"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
