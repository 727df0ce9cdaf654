"""How the head of the room says that what was typed is in the file, and since when."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, icon, painting_on, text_width

_ICON, _GAP = 16, 6
_MINUTE = timedelta(minutes=1)


class KeptWords(QWidget):
    """“Kept, 3 s ago”, painted in a room that does not change with its words: nothing beside it moves."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._kept_at: datetime | None = None
        self._is_typing = False
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Kept"))

    @property
    def is_kept(self) -> bool:
        """Whether everything typed is in the file."""
        return self._kept_at is not None

    def show_kept(self, is_kept: bool) -> None:
        """Say whether everything typed is in the file."""
        self._is_typing = not is_kept
        self._kept_at = self._now() if is_kept else None
        self.show_since()

    def show_since(self) -> None:
        """Say how long ago it was kept."""
        words = self._say()
        if words != self.words:
            self.words = words
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest words."""
        longest = max(text_width(words, Role.BODY) for words in (self._ago(59), self.tr("Kept just now")))
        return QSize(_ICON + _GAP + longest, Role.BODY.line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint tick and words at the right."""
        with painting_on(self) as painter:
            draw_text(
                painter, self.words, Role.BODY, QRectF(self.rect()), "ink3", Qt.AlignmentFlag.AlignRight
            )
            if self.is_kept:
                left = self.width() - text_width(self.words, Role.BODY) - _GAP - _ICON
                icon(painter, "check", "good", left, (self.height() - _ICON) / 2, _ICON)

    def _say(self) -> str:
        if self._kept_at is None:
            return self.tr("Typing") if self._is_typing else ""
        since = max(self._now() - self._kept_at, timedelta())
        if since < timedelta(seconds=1):
            return self.tr("Kept just now")
        if since < _MINUTE:
            return self._ago(int(since.total_seconds()))
        return self.tr("Kept, {minutes} min ago").format(minutes=since // _MINUTE)

    def _ago(self, seconds: int) -> str:
        return self.tr("Kept, {seconds} s ago").format(seconds=seconds)
