"""Fields for one line, for several lines, and for numbers."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.fields import Field


class TextField(Field):
    """One line. `edited` tells str."""

    def __init__(
        self, label: str, hint: str = "", role: Role = Role.BODY, parent: QWidget | None = None
    ) -> None:
        self.line = QLineEdit()
        self.line.setProperty("quiet", True)
        self.line.setPlaceholderText(hint)
        self.line.setFont(role.font())
        self.line.setTextMargins(-2, 0, 0, 0)  # QLineEdit's own inset
        self.line.setMinimumHeight(max(32, role.line + 8))
        super().__init__(label, self.line, parent)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.save)

    def value(self) -> str:
        """The text without blanks around it."""
        return self.line.text().strip()

    def _show(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)


class NumberField(TextField):
    """A number with a unit beside it in words. `edited` tells Decimal or None."""

    def __init__(
        self,
        label: str,
        hint: str = "",
        least: Decimal | int | None = None,
        most: Decimal | int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, parent=parent)
        self._least, self._most = least, most
        self.line.setMaximumWidth(160)

    def value(self) -> Decimal | None:  # type: ignore[override]  # a number is told, not its text
        """The number, None where there is none."""
        text = self.line.text().strip().replace("−", "-").replace(",", "")
        if not text:
            return None
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise ValueError(
                self.tr("“{text}” is not a number; write digits only").format(text=text)
            ) from None
        self._check(number)
        return number

    def _check(self, number: Decimal) -> None:
        if not number.is_finite():
            raise ValueError(self.tr("Write a number in digits"))
        if self._least is not None and number < self._least:
            raise ValueError(self.tr("Write {least} or more").format(least=self._least))
        if self._most is not None and number > self._most:
            raise ValueError(self.tr("Write {most} or less").format(most=self._most))

    def _show(self, value: object) -> None:
        self.line.setText("" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value))


class LongTextField(Field):
    """Several lines, growing with the text. `edited` tells str. Tab goes on to the next field."""

    def __init__(
        self,
        label: str,
        hint: str = "",
        role: Role = Role.BODY,
        least_lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        self.box = _GrowingText(role, least_lines)
        self.box.setPlaceholderText(hint)
        super().__init__(label, self.box, parent)
        self.box.textChanged.connect(self._changed)
        self._is_showing = False

    def value(self) -> str:
        """The text without blanks around it."""
        return self.box.toPlainText().strip()

    def _changed(self) -> None:
        if not self._is_showing:
            self._typed()

    def _show(self, value: object) -> None:
        self._is_showing = True
        self.box.show_text("" if value is None else str(value))
        self._is_showing = False


class _GrowingText(QTextEdit):
    def __init__(self, role: Role, least_lines: int) -> None:
        super().__init__()
        self._role, self._least_lines = role, least_lines
        self.setProperty("quiet", True)
        self.setFont(role.font())
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())
        self.show_text("")

    def show_text(self, text: str) -> None:
        """Show a text in the line height of its role; what was typed before cannot be undone."""
        self.setPlainText(text)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(self._role.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self.document().clearUndoRedoStacks()

    def sizeHint(self) -> QSize:
        """As many lines as there are, and never fewer than asked for."""
        least = self._least_lines * self._role.line
        return QSize(240, max(round(self.document().size().height()), least) + 12)

    def minimumSizeHint(self) -> QSize:
        """The whole text: the page scrolls, not the box."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Escape to the screen."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
