"""Fields that save themselves: a plain label above, quiet until used, `edited` after a pause or when left."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.texts import Text

PAUSE = 600


class Field(QWidget):
    """What every field has: its label, its editor, its error, and when to tell.

    `edited` tells a new value 600 ms after typing pauses, on leaving and on Enter, and only where it differs.
    `set_value` shows a value without telling, and leaves alone what a person is just typing.
    """

    edited = Signal(object)

    def __init__(self, label: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._told: object = None
        self._is_typing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.save)
        self.label = Text(label, Role.SMALL, "ink3")
        self.label.setBuddy(editor)
        self.problem = ErrorLine()
        editor.setAccessibleName(label)
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self.problem)
        column.addStretch(1)  # an alignment at the top would cut a wrapped error short

    def value(self) -> object:
        """What the editor holds now; raises ValueError with a sentence when it cannot be understood."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value from the record."""
        self._told = value
        if self._is_typing:
            return
        self.problem.clear()
        if not self._holds(value):
            self._show(value)
            self._is_typing = False
            self._pause.stop()

    def save(self) -> None:
        """Tell now what was typed, if it differs from what was told before."""
        self._pause.stop()
        try:
            value = self.value()
        except ValueError as wrong:
            self.problem.tell(str(wrong))
            return
        self.problem.clear()
        self._is_typing = False
        if value != self._told:
            self._told = value
            self.edited.emit(value)

    def finish(self) -> None:
        """Save what was typed, and drop it where it cannot be understood: something else is shown next."""
        if self._is_typing:
            self.save()
        if self._is_typing:
            self._is_typing = False
            self.set_value(self._told)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the value be read but not changed."""
        self.editor.setEnabled(not is_read_only)

    def refuse(self, sentence: str, way_out: str = "") -> None:
        """Say in place why a value was not taken."""
        self.problem.tell(sentence, way_out)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on leaving."""
        left = watched is self.editor and event.type() == QEvent.Type.FocusOut
        if left and isinstance(event, QFocusEvent) and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._leave()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save before it is out of sight."""
        self._leave()
        super().hideEvent(event)

    def _leave(self) -> None:
        if self._is_typing:
            self.save()

    def _typed(self) -> None:
        self._is_typing = True
        self._pause.start()

    def _holds(self, value: object) -> bool:
        try:
            return self.value() == value
        except ValueError:
            return False

    def _show(self, value: object) -> None:
        raise NotImplementedError
