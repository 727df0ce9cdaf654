"""Plain text in one of the roles, wrapped with our line heights or cut short with a tooltip."""

from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import break_lines, draw_lines, painting_on, text_width

ANY_NUMBER = 100_000


class Text(QLabel):
    """A piece of plain text. One line unless `lines` says more; what does not fit stands in the tooltip."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: str = "ink",
        *,
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._tone, self._lines, self._align, self._tabular = role, tone, lines, align, tabular
        self._explanation = ""
        self.least = 40
        self.setTextFormat(Qt.TextFormat.PlainText)
        wraps = lines > 1
        self.setWordWrap(wraps)  # QLabel takes height for width from it
        across = QSizePolicy.Policy.Expanding if wraps else QSizePolicy.Policy.Preferred
        down = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, down)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`."""
        super().setText(text)
        self.updateGeometry()
        self._explain()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Show the text in the color of another token."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """One line, or the lines at a comfortable width."""
        if self._lines == 1:
            return QSize(text_width(self.text(), self._role, tabular=self._tabular), self._role.line)
        width = min(text_width(self.text(), self._role), 480)
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters, or the least that it is to keep."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.least), self._role.line)

    def hasHeightForWidth(self) -> bool:
        """Whether the text wraps."""
        return self._lines > 1

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text."""
        if self._lines == 1:
            return self._role.line
        return break_lines(self.text(), self._role, width, self._lines).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell again in the tooltip what no longer fits."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the lines."""
        lines = break_lines(self.text(), self._role, self.width(), self._lines)
        top = (self.height() - lines.height) // 2 if self._lines == 1 else 0
        with painting_on(self) as painter:
            rect = QRect(0, top, self.width(), lines.height)
            draw_lines(painter, lines, rect, self._tone, self._align, tabular=self._tabular)

    def keep_explanation(self, sentence: str) -> None:
        """Say a sentence in the tooltip too, beneath what is cut."""
        self._explanation = sentence
        self._explain()

    def _explain(self) -> None:
        is_cut = break_lines(self.text(), self._role, max(self.width(), 1), self._lines).is_cut
        cut = self.text() if is_cut and self.width() > 1 else ""
        self.setToolTip(plain_tip("\n".join(part for part in (cut, self._explanation) if part)))


def explain(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip of plain text, whatever a person wrote in it."""
    if isinstance(widget, Text):
        widget.keep_explanation(text)
    else:
        widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """A text as a tooltip shows it literally: Qt takes what looks like HTML for HTML."""
    if "<" not in text and "&" not in text:
        return text
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>'


def as_menu_words(text: str) -> str:
    """A text as a menu shows it literally: Qt takes a single & for the letter of a key."""
    return text.replace("&", "&&")


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence that appears without focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Paragraph(Text):
    """Text of any number of lines."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, tone: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, tone, lines=ANY_NUMBER, parent=parent)
