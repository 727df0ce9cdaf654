"""The toast: one sentence and Undo, six seconds, staying while the pointer or focus is on it."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, fill, icon, outline, painting_on, text_width
from assessor.ui.widgets.texts import Text, announce

_HEIGHT, _INSET, _STAYS = 40, 24, 6000


class Toast(QWidget):
    """Stands at the left bottom of `over`. `undo_asked` when Undo is clicked."""

    undo_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        row = QHBoxLayout(self)
        row.setContentsMargins(44, 0, 12, 0)
        row.setSpacing(16)
        self._sentence = Text("", Role.BODY, "surface")
        self.undo_button = _UndoButton(self.tr("Undo"), self)
        self.undo_button.clicked.connect(self._undo_clicked)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.undo_button)
        self._clock = QTimer(self, singleShot=True, interval=_STAYS)
        self._clock.timeout.connect(self._leave)
        over.installEventFilter(self)
        self.undo_button.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """Say one sentence, with Undo beside it where the doing can be undone."""
        self._sentence.setText(sentence)
        self.undo_button.setVisible(undoable)
        self.setAccessibleName(sentence)
        announce(self, sentence)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def take_focus(self) -> bool:
        """Move the keyboard to Undo; whether there was one."""
        can = not self.isHidden() and not self.undo_button.isHidden()
        if can:
            self.undo_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return can

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only widgets are watched
        """Follow the size of what it stands over, and stay while in focus."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        elif event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self._clock.start()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay under the pointer."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again."""
        self._clock.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the ground and the check."""
        with painting_on(self) as painter:
            fill(painter, self.rect(), "ink")
            icon(painter, "check", "surface", 16, (_HEIGHT - 16) / 2, 16)

    def _leave(self) -> None:
        if self.undo_button.hasFocus():
            self._clock.start()
        else:
            self.hide()

    def _undo_clicked(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _place(self) -> None:
        room = self._over.width() - 2 * _INSET
        wanted = 44 + self._sentence.sizeHint().width() + 28
        wanted += self.undo_button.sizeHint().width() if not self.undo_button.isHidden() else 0
        self.resize(QSize(min(wanted, max(room, 120)), _HEIGHT))
        self.move(QPoint(_INSET, self._over.height() - _HEIGHT - _INSET))


class _UndoButton(QPushButton):
    """Undo, in the color that stands on the toast's dark ground."""

    def sizeHint(self) -> QSize:
        """The word and its padding."""
        return QSize(text_width(self.text(), Role.BODY_BOLD) + 16, 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the word."""
        with painting_on(self) as painter:
            draw_text(
                painter, self.text(), Role.BODY_BOLD, self.rect(), "accentmid", Qt.AlignmentFlag.AlignHCenter
            )
            if self.hasFocus():
                outline(painter, self.rect(), "accentmid", 4, 2)
