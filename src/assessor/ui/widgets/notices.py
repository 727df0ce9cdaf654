"""Empty states and errors in place: what this is for, what went wrong, and the way on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PrimaryButton, QuietButton
from assessor.ui.widgets.paint import icon, painting_on
from assessor.ui.widgets.texts import ANY_NUMBER, Paragraph, Text, announce

_WIDTH = 360


class Icon(QWidget):
    """An icon by itself; what it means stands in words beside it."""

    def __init__(self, name: str, tone: str = "ink2", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """The icon's square."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the icon."""
        with painting_on(self) as painter:
            icon(painter, self._name, self._tone, 0, 0, self._size)


class EmptyState(QWidget):
    """Says what a place is for and offers the first step; `asked` when the step is taken.

    A quiet second step may stand beneath it: `second_asked`.
    """

    asked = Signal()
    second_asked = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        step: str = "",
        parent: QWidget | None = None,
        *,
        second: str = "",
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addStretch(1)
        center = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Icon(icon, "accent"), alignment=center)
        column.addWidget(Text(title, Role.LIVE_BOLD, align=center), alignment=center)
        self._text = Text(text, Role.BODY, "ink2", lines=ANY_NUMBER, align=center)
        self._text.setFixedSize(_WIDTH, self._text.heightForWidth(_WIDTH))
        column.addWidget(self._text, alignment=center)
        self.button = PrimaryButton(step)
        self.button.clicked.connect(self.asked)
        if not step:
            self.button.hide()  # never shown before it has a parent: it would flash as a window of its own
        column.addSpacing(4)
        column.addWidget(self.button, alignment=center)
        if second:
            self.second = QuietButton(second)
            self.second.clicked.connect(self.second_asked)
            column.addWidget(self.second, alignment=center)
        column.addStretch(2)


class ErrorLine(QWidget):
    """An error where it happened: icon, one sentence, and the way out as a link (`asked`)."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        self._sentence = Paragraph("", Role.BODY, "concern")
        self._way_out = QuietButton("", flush=True)
        self._way_out.clicked.connect(self.asked)
        row.addWidget(Icon("circle-alert", "concern", 16))
        row.addWidget(self._sentence, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._way_out)
        row.addStretch(1)
        self.setAccessibleName("")
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now; empty while all is well."""
        return self._sentence.text() if not self.isHidden() else ""

    def tell(self, sentence: str, way_out: str = "") -> None:
        """Show a sentence, and a link where there is a way out."""
        self._sentence.setText(sentence)
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))
        self.setAccessibleName(sentence)
        announce(self, sentence)
        self.show()

    def clear(self) -> None:
        """All is well again."""
        self.hide()
