"""Who spoke, as one chip a seat that is switched on and off."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from assessor.operations.seats import SeatRow
from assessor.ui.assess.sittings.sitting_words import seat_label
from assessor.ui.typeface import Role
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.paint import draw_text, fill, focus_ring, outline, painting_on, text_width
from assessor.ui.widgets.texts import Text, explain

_HEIGHT = 28


class SeatToggle(QCheckBox):
    """One seat: filled when it spoke."""

    def __init__(self, seat: SeatRow, parent: QWidget | None = None) -> None:
        super().__init__(seat_label(seat.number), parent)
        self.seat = seat
        self.setAccessibleName(self.tr("{seat}, {code}, spoke").format(seat=self.text(), code=seat.code))
        explain(self, f"{seat.code}  {seat.description}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """The label and padding."""
        return QSize(max(text_width(self.text(), Role.SMALL_BOLD) + 20, 36), _HEIGHT)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002  # anywhere
        """Anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint the chip."""
        rect = QRectF(self.rect())
        with painting_on(self) as painter:
            if self.isChecked():
                fill(painter, rect, "accent", 4)
            else:
                fill(painter, rect, "chip" if self.underMouse() else "surface", 4)
                outline(painter, rect, "edge", 4)
            tone = "onaccent" if self.isChecked() else "ink"
            draw_text(painter, self.text(), Role.SMALL_BOLD, rect, tone, Qt.AlignmentFlag.AlignHCenter)
            if self.hasFocus():
                focus_ring(painter, rect.adjusted(2, 2, -2, -2), 2)


class SeatToggles(QWidget):
    """The seats side by side; `chosen` tells the participant ids of those switched on."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toggles: list[SeatToggle] = []
        self._row = FlowRows(4, self)
        self._row.addWidget(Text(self.tr("Spoken by"), Role.SMALL, "ink3"))
        self._unknown = Text(self.tr("unknown"), Role.SMALL, "watch")
        self._row.addWidget(self._unknown)

    def show_seats(self, seats: Sequence[SeatRow]) -> None:
        """Offer these seats."""
        if [toggle.seat for toggle in self._toggles] == list(seats):
            return
        for toggle in self._toggles:
            self._row.removeWidget(toggle)
            toggle.hide()
            toggle.deleteLater()
        self._toggles = [SeatToggle(seat) for seat in seats]
        for place, toggle in enumerate(self._toggles):
            toggle.clicked.connect(self._told)
            self._row.insert_widget(place + 1, toggle)

    def show_chosen(self, codes: Collection[str]) -> None:
        """Switch on those who spoke."""
        for toggle in self._toggles:
            toggle.setChecked(toggle.seat.code in codes)
        self._unknown.setVisible(not codes)
        self._row.invalidate()

    def _told(self) -> None:
        self.chosen.emit([toggle.seat.participant_id for toggle in self._toggles if toggle.isChecked()])
