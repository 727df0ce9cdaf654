"""A title that is a field of as many lines as it needs, where Enter saves."""

from PySide6.QtCore import QEvent, QObject, Qt

from assessor.ui.typeface import Role
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.text_fields import LongTextField


class TitleField(LongTextField):
    """One claim on one line, however long: line breaks become blanks."""

    def __init__(self, label: str, hint: str) -> None:
        super().__init__(label, hint, Role.TITLE, least_lines=1)
        self.label.hide()

    def value(self) -> str:
        """The title without line breaks."""
        return " ".join(self.box.toPlainText().split())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save on Enter."""
        if watched is self.box and pressed_key(event) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
            return True
        return super().eventFilter(watched, event)
