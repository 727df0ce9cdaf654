"""Lines under a criterion: what the state asks there, and what became of its passages since before."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assessor.analysis.text_changes import ChangeKind
from assessor.operations.document_versions import FollowedPassage
from assessor.operations.requirements import RequirementRow
from assessor.ui.assess.people.emptying import empty, hidden_stop
from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.focus import KeyboardRing
from assessor.ui.widgets.paint import draw_text, fill, outline, painting_on, text_width
from assessor.ui.widgets.texts import Paragraph, explain

_LONGEST_WORDS = 160
_HEIGHT, _CODE = 24, 44


class RequirementLines(QWidget):
    """The requirements at a criterion, one a line. `asked` tells the code of one to go to."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[RequirementRow, ...] = ()
        self._before_rows = hidden_stop(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_requirements(self, rows: tuple[RequirementRow, ...]) -> None:
        """Show what is asked, and whether it is met."""
        if rows == self._shown:
            return
        self._shown = rows
        empty(self._column)
        before = self._before_rows
        for row in rows:
            line = _RequirementLine(row, self._verdict(row))
            line.clicked.connect(lambda _on=False, code=row.code: self.asked.emit(code))
            self._column.addWidget(line)
            QWidget.setTabOrder(before, line)
            before = line

    def _verdict(self, row: RequirementRow) -> str:
        if row.is_met is None:
            return self.tr("not decided")
        return self.tr("met") if row.is_met else self.tr("not met")


class _RequirementLine(KeyboardRing, QPushButton):
    """Code, words as far as they have room, and whether they are met."""

    def __init__(self, row: RequirementRow, verdict: str) -> None:
        super().__init__()
        self._row, self._verdict = row, verdict
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{row.code}: {row.requirement.text} {verdict}")
        explain(self, row.requirement.text)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint code, words and verdict."""
        tones = {True: "good", False: "concern", None: "ink3"}
        tone = tones[self._row.is_met]
        with painting_on(self) as painter:
            if self.underMouse():
                fill(painter, QRectF(self.rect()).adjusted(-4, 1, 4, -1), "canvas", 4)
            width = text_width(self._verdict, Role.SMALL_MEDIUM)
            verdict = QRectF(self.width() - width, 0, width, _HEIGHT)
            draw_text(painter, self._verdict, Role.SMALL_MEDIUM, verdict, tone)
            draw_text(painter, self._row.code, Role.BODY_BOLD, QRectF(0, 0, _CODE, _HEIGHT), "ink3")
            room = verdict.left() - _CODE - 12
            words = (
                look()
                .metrics(Role.BODY)
                .elidedText(self._row.requirement.text, Qt.TextElideMode.ElideRight, round(room))
            )
            draw_text(painter, words, Role.BODY, QRectF(_CODE, 0, room, _HEIGHT))
            if self.has_ring:
                outline(painter, QRectF(self.rect()), "accent", 4, 2)


class SinceLines(QWidget):
    """What became of a criterion's passages since the earlier version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[FollowedPassage, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(4)

    def show_followed(self, followed: Sequence[FollowedPassage]) -> None:
        """Show the passages that read otherwise, stand elsewhere or are gone."""
        wanted = tuple(one for one in followed if one.kind is not ChangeKind.SAME)
        if wanted == self._shown:
            return
        self._shown = wanted
        empty(self._column)
        for one in wanted:
            tone = "concern" if one.kind is ChangeKind.REMOVED else "ink2"
            self._column.addWidget(Paragraph(self._words(one), Role.BODY, tone))

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self._shown

    def _words(self, one: FollowedPassage) -> str:
        before, now = _short(one.before.text), _short(one.text)
        if one.kind is ChangeKind.REMOVED:
            return self.tr("Gone: “{before}”, p. {page}").format(before=before, page=one.before.page)
        if one.kind is ChangeKind.CHANGED:
            return self.tr("Changed: “{before}” now reads “{now}”").format(before=before, now=now)
        words = self.tr("Moved from p. {before} to p. {now}: “{words}”")
        return words.format(before=one.before.page, now=one.spans[0].page, words=now)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_WORDS else line[:_LONGEST_WORDS].rsplit(" ", 1)[0] + "…"
