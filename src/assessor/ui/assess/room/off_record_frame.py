"""What shows from two meters that a session is off the record: the window's edge, a tag, the line covered."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, icon, outline, painting_on, soft_fill, text_width

_EDGE, _ICON, _TAG_HEIGHT, _PADDING, _GAP, _INSET = 4, 20, 32, 14, 8, 20
_MEANING, _SIGN = "concern", "circle-pause"


class OffRecordFrame(QWidget):
    """A frame painted over the edge of the whole window, above everything; it takes no clicks."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_over(self, window: QWidget) -> None:
        """Draw the frame over a window, now: not when the event is over."""
        if self.parent() is not window:
            if (before := self.parentWidget()) is not None:
                before.removeEventFilter(self)
            self.setParent(window)
            window.installEventFilter(self)
        self._fit(window.rect())
        self.show()
        self.raise_()
        self.repaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cover the edge alone."""
        super().resizeEvent(event)
        self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Fill what the mask leaves."""
        with painting_on(self) as painter:
            painter.fillRect(self.rect(), look().color(_MEANING))

    def _fit(self, rect: QRect) -> None:
        self.setGeometry(rect)
        self.raise_()


class OffRecordTag(QWidget):
    """That the session is off the record, and for how long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_time(self, since: timedelta) -> None:
        """Show how long it has been."""
        minutes, seconds = divmod(max(int(since.total_seconds()), 0), 60)
        words = self.tr("Off the record · {time}").format(time=f"{minutes}:{seconds:02d}")
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.setFixedSize(self.sizeHint())
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        words = text_width(self._words, Role.BODY_BOLD, tabular=True)
        return QSize(2 * _PADDING + _ICON + _GAP + words, _TAG_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint fill, sign and time."""
        with painting_on(self) as painter:
            soft_fill(painter, self.rect(), _MEANING)
            icon(painter, _SIGN, _MEANING, _PADDING, (_TAG_HEIGHT - _ICON) / 2, _ICON)
            left = _PADDING + _ICON + _GAP
            rect = QRectF(left, 0, self.width() - left, _TAG_HEIGHT)
            draw_text(painter, self._words, Role.BODY_BOLD, rect, _MEANING, tabular=True)


class OffRecordCover(QWidget):
    """Lies over the input line and hides what it holds: filled, without a word that was typed."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.installEventFilter(self)
        self._line = line
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the line."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def show_over_line(self) -> None:
        """Cover the line, now."""
        self.resize(self._line.size())
        self.show()
        self.raise_()
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint fill, frame and the one sentence."""
        with painting_on(self) as painter:
            painter.fillRect(self.rect(), look().color("surface"))
            soft_fill(painter, self.rect(), _MEANING)
            outline(painter, self.rect(), _MEANING, width=2)
            icon(painter, _SIGN, _MEANING, _INSET, (self.height() - _ICON) / 2, _ICON)
            self._paint_words(painter, _INSET + _ICON + 12)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        """On one line, or where there is no room for both on two."""
        told, way_back = self.words
        rect = QRectF(left, 0, self.width() - left - _INSET, self.height())
        used = text_width(told, Role.INPUT) + 16
        if used + text_width(way_back, Role.LIVE) < rect.width():
            draw_text(painter, told, Role.INPUT, rect, _MEANING)
            draw_text(painter, way_back, Role.LIVE, rect.adjusted(used, 0, 0, 0), "ink2")
            return
        top = (self.height() - Role.INPUT.line - Role.SMALL.line) / 2
        draw_text(painter, told, Role.INPUT, QRectF(left, top, rect.width(), Role.INPUT.line), _MEANING)
        below = QRectF(left, top + Role.INPUT.line, rect.width(), Role.SMALL.line)
        draw_text(painter, way_back, Role.SMALL, below, "ink2")

    @property
    def words(self) -> tuple[str, str]:
        """What it says, and how to go back."""
        return self.tr("Nothing typed now is kept."), self.tr("Ctrl+Shift+O goes back on the record")
