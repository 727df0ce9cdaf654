"""Fields for one of several choices and for a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assessor.ui.theme import look
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.paint import draw_text, fill, icon, outline, painting_on, text_width

_FORMATS = ("yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "M/d/yyyy", "M/d/yy")
_SHOWN = "MMM d, yyyy"


@dataclass(frozen=True)
class Choice:
    """A choice: the value told and the word shown."""

    value: object
    label: str


class ChoiceField(Field):
    """One of several. `edited` tells the value of the choice at once."""

    def __init__(self, label: str, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        self.box = ChoiceBox()
        super().__init__(label, self.box, parent)
        self._choices: list[Choice] = []
        self.show_choices(choices)
        self.box.activated.connect(self.save)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these choices; the value shown stays."""
        if list(choices) == self._choices:
            return
        value = self.value()
        self._choices = list(choices)
        self.box.clear()
        self.box.addItems([choice.label for choice in self._choices])
        self._show(value)

    def value(self) -> object:
        """The value of the choice shown; None when none is."""
        place = self.box.currentIndex()
        return self._choices[place].value if 0 <= place < len(self._choices) else None

    def _show(self, value: object) -> None:
        self.box.setCurrentIndex(self._place_of(value))

    def _holds(self, value: object) -> bool:
        """None may be a choice with a word of its own, which an empty box does not show."""
        return self.box.currentIndex() == self._place_of(value)

    def _place_of(self, value: object) -> int:
        values = [choice.value for choice in self._choices]
        return values.index(value) if value in values else -1


class ChoiceBox(QComboBox):
    """A combo box of our own drawing that leaves the wheel to the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumHeight(32)
        self.setItemDelegate(QStyledItemDelegate(self))  # the style's own ignores the style sheet
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Room for the longest word."""
        words = [self.itemText(place) for place in range(self.count())]
        return QSize(max((text_width(word, Role.BODY) for word in words), default=60) + 44, 32)

    def minimumSizeHint(self) -> QSize:
        """Room for all but very long words."""
        return QSize(min(self.sizeHint().width(), 160), 32)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the word, and outline and arrow once it is hovered or in focus."""
        active = self.underMouse() or self.hasFocus()
        with painting_on(self) as painter:
            rect = QRectF(self.rect())
            if active and self.isEnabled():
                fill(painter, rect, "surface")
                outline(
                    painter, rect, "accent" if self.hasFocus() else "edge", 6, 2 if self.hasFocus() else 1
                )
            words, token = (
                self.currentText() or self.placeholderText(),
                "ink" if self.currentText() else "ink3",
            )
            draw_text(painter, words, Role.BODY, rect.adjusted(4, 0, -32, 0), token)
            if self.isEnabled():
                icon(painter, "chevron-down", "ink3", rect.right() - 26, rect.center().y() - 8, 16)


class DateField(Field):
    """A day, typed or taken from a calendar. `edited` tells datetime.date or None."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        self.line.setProperty("quiet", True)
        self.line.setPlaceholderText(hint)
        self.line.setFixedHeight(32)
        self.line.setTextMargins(-2, 0, 0, 0)  # QLineEdit's own inset
        super().__init__(label, self.line, parent)
        self.line.setMinimumWidth(120)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.save)
        self._offer_calendar()

    def value(self) -> date | None:
        """The day; None where there is none."""
        text = " ".join(self.line.text().replace(",", " ").split())
        if not text:
            return None
        for form in _FORMATS:
            day = QLocale(QLocale.Language.English).toDate(text, form, 2000)
            if day.isValid():
                return date(day.year(), day.month(), day.day())
        raise ValueError(self.tr("“{text}” is not a day; write it as Jun 30, 2027").format(text=text))

    def save(self) -> None:
        """Tell the day, and write it in the usual form."""
        super().save()
        if not self._is_typing and not self.line.hasFocus():
            self._show(self.value())

    def _show(self, value: object) -> None:
        english = QLocale(QLocale.Language.English)
        text = (
            english.toString(QDate(value.year, value.month, value.day), _SHOWN)
            if isinstance(value, date)
            else ""
        )
        if self.line.text() != text:
            self.line.setText(text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the day be read and not written, and offer no calendar then."""
        super().set_read_only(read_only)
        self._calendar_button.setVisible(not read_only)

    def _offer_calendar(self) -> None:
        button = IconButton("calendar", self.tr("Choose the day: {label}").format(label=self.label.text()))
        button.clicked.connect(lambda: self._open_calendar(button))
        self._calendar_button = button
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101  # made by Field
        row = QHBoxLayout()
        row.setSpacing(4)
        layout.insertLayout(1, row)
        row.addWidget(self.line, 1)
        row.addWidget(button)

    def _open_calendar(self, button: QWidget) -> None:
        try:
            day = self.value()
        except ValueError:
            day = None
        calendar = _Calendar(day, self)
        calendar.day_chosen.connect(self._take)
        calendar.adjustSize()
        room = self.screen().availableGeometry().adjusted(0, 0, -calendar.width(), -calendar.height())
        place = button.mapToGlobal(QPoint(0, button.height() + 4))
        calendar.move(min(place.x(), room.right()), min(place.y(), room.bottom()))
        calendar.show()

    def _take(self, day: date) -> None:
        self._show(day)
        self.save()


def _put_into_our_look(days: QCalendarWidget) -> None:
    """Qt paints weekends red and its arrows black, whatever the look."""
    day = QTextCharFormat()
    day.setForeground(look().color("ink"))
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        days.setWeekdayTextFormat(weekend, day)
    heading = QTextCharFormat()
    heading.setForeground(look().color("ink3"))
    days.setHeaderTextFormat(heading)
    ratio = days.devicePixelRatioF()
    for name, arrow in (
        ("qt_calendar_prevmonth", "chevron-left"),
        ("qt_calendar_nextmonth", "chevron-right"),
    ):
        button = days.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(QIcon(look().icon(arrow, "ink2", 16, ratio)))


class _Calendar(QFrame):
    day_chosen = Signal(object)

    def __init__(self, day: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        days = QCalendarWidget()
        days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        _put_into_our_look(days)
        if day:
            days.setSelectedDate(QDate(day.year, day.month, day.day))
        days.activated.connect(self._chosen)
        days.clicked.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(days)
        days.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _chosen(self, day: QDate) -> None:
        self.day_chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
