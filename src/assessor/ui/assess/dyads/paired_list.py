"""The questions of a pair: both answers side by side with their gap, or what holds them back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from assessor.operations.surveys.dyad_views import DyadDetails, PairedQuestion
from assessor.terms import Group
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.group_marks import draw_group_mark
from assessor.ui.widgets.hidden_cell import draw_hidden
from assessor.ui.widgets.paint import (
    break_lines,
    draw_lines,
    draw_text,
    hairline,
    painting,
    painting_on,
    text_width,
)
from assessor.ui.widgets.row_delegate import paint_row_ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ROW_ROLE, AnyIndex, ListRow

_ANSWER, _GAP, _INSET, _HEAD = 144, 48, 16, 40
_WIDE_GAP = 2


@dataclass(frozen=True)
class PairedRow(ListRow):
    """A question with two answers and their gap; `hidden` stands in their place where nothing is shown."""

    answers: tuple[str, str] = ("", "")
    gap: int | None = None
    hidden: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        if self.hidden:
            return f"{self.title}: {self.hidden}"
        sro, administrator = self.answers
        said = _tr("{question}. SRO: {sro}. Administrator: {administrator}.").format(
            question=self.title, sro=sro, administrator=administrator
        )
        return f"{said} {_tr('Gap {gap}').format(gap=gap_words(self.gap))}"


def paired_rows(details: DyadDetails) -> list[PairedRow]:
    """The rows of a pair: the stage of collaboration first."""
    questions = [*([details.stage] if details.stage else []), *details.questions]
    return [
        PairedRow(
            each.code,
            each.texts[0],
            answers=each.answers,
            gap=each.gap,
            hidden="" if each.is_shown else held_words(each, is_waiting=bool(details.waits_for)),
        )
        for each in questions
    ]


def held_words(question: PairedQuestion, *, is_waiting: bool) -> str:
    """Why nothing is shown of a question."""
    sro, administrator = question.held_back
    if sro and administrator:
        return _tr("both: consultant only")
    if sro or administrator:
        return _tr("SRO: consultant only") if sro else _tr("Administrator: consultant only")
    return _tr("not shared yet") if is_waiting else ""


def gap_words(gap: int | None) -> str:
    """A gap with its sign."""
    return "–" if gap is None else f"{gap:+d}".replace("-", "−") if gap else "0"


class PairedDelegate(QStyledItemDelegate):
    """Paints PairedRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As high as the lines of the question."""
        view, row = option.widget, index.data(ROW_ROLE)
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        question, answer, *_ = _columns(QRectF(0, 0, width, 10))
        height = 0.0
        if isinstance(row, PairedRow):
            heights = [break_lines(words, Role.BODY, answer.width(), 3).height for words in row.answers]
            height = max(break_lines(row.title, Role.BODY, question.width(), 7).height, *heights)
        return QSize(width, int(height) + 2 * look().padding(_INSET) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint question, answers and gap."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, PairedRow):
            return
        question, sro, administrator, gap = _columns(QRectF(option.rect))
        with painting(painter):
            paint_row_ground(painter, option)
            lines = break_lines(row.title, Role.BODY, question.width(), 7)
            top = question.center().y() - lines.height / 2
            draw_lines(painter, lines, QRectF(question.left(), top, question.width(), lines.height), "ink")
            if row.hidden:
                area = QRectF(sro.left(), question.center().y() - 14, gap.right() - sro.left(), 28)
                draw_hidden(painter, area, row.hidden)
                return
            for words, area in zip(row.answers, (sro, administrator), strict=True):
                _draw_answer(painter, words, area)
            is_wide = row.gap is not None and abs(row.gap) >= _WIDE_GAP
            role = Role.BODY_BOLD if is_wide else Role.BODY
            tone = "concern" if is_wide else "ink2"
            side = Qt.AlignmentFlag.AlignRight
            draw_text(painter, gap_words(row.gap), role, gap, tone, side, tabular=True)


class PairedList(RowList):
    """The questions of a pair; `chosen` tells the code."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setItemDelegate(PairedDelegate(self))

    def show_questions(self, rows: Sequence[PairedRow]) -> None:
        """Show these questions."""
        self.show_rows(rows)


class PairedHead(QWidget):
    """The headings above the answers."""

    def __init__(self, above: "PairedList") -> None:
        super().__init__()
        self._list = above
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the headings where the columns stand."""
        columns = _columns(QRectF(0, 0, self._list.viewport().width(), self.height()))
        with painting_on(self) as painter:
            painter.fillRect(self.rect(), look().color("surface"))
            draw_text(painter, _tr("Question"), Role.SMALL_MEDIUM, columns[0], "ink2")
            names = ((Group.SRO, _tr("SRO")), (Group.ADM, _tr("Administrator")))
            for (group, word), area in zip(names, columns[1:3], strict=True):
                draw_group_mark(painter, group, area.left(), area.center().y() - 5, 10)
                draw_text(painter, word, Role.SMALL_MEDIUM, area.adjusted(16, 0, 0, 0), "ink2")
            draw_text(painter, _tr("Gap"), Role.SMALL_MEDIUM, columns[3], "ink2", Qt.AlignmentFlag.AlignRight)
            bottom = self.height() - 1
            hairline(painter, 0, bottom, self.width(), bottom + 1)


def _draw_answer(painter: QPainter, words: str, area: QRectF) -> None:
    lines = break_lines(words, Role.BODY, area.width(), 3)
    top = area.center().y() - lines.height / 2
    draw_lines(painter, lines, QRectF(area.left(), top, area.width(), lines.height), "ink")


def _columns(area: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
    """Question, both answers, gap."""
    answer = min(
        _ANSWER, max(area.width() * 0.2, text_width(_tr("Administrator"), Role.SMALL_MEDIUM) + 2 * _INSET + 4)
    )
    left, top, height = area.left() + _INSET, area.top(), area.height()
    room = area.width() - 2 * _INSET - _GAP - 2 * answer
    return (
        QRectF(left, top, room - _INSET, height),
        QRectF(left + room, top, answer - _INSET, height),
        QRectF(left + room + answer, top, answer - _INSET, height),
        QRectF(left + room + 2 * answer, top, _GAP, height),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("dyads", text)
