"""What stands beneath the line of the note-taking room: its keys, or the one thing to know now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.names import NameOffer
from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.texts import Paragraph, Text, announce

_CONCERN_SHOWN = 15_000
"""Milliseconds in which a contact can be read and noted down."""
_ICON = 16


class Notice(QWidget):
    """A sign, a sentence, and what it means for the next key."""

    def __init__(self, sign: str, tone: str) -> None:
        super().__init__()
        self.told, self.then = Text("", Role.SMALL_BOLD, tone), Paragraph("", Role.SMALL, "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Icon(sign, tone, _ICON), alignment=top)
        row.addWidget(self.told, alignment=top)
        row.addWidget(self.then, 1)

    def tell(self, told: str, then: str) -> None:
        """Say it, to a screen reader too where it is new."""
        if (told, then) != (self.told.text(), self.then.text()):
            self.told.setText(told)
            self.then.setText(then)
            announce(self, f"{told} {then}")


class RoomBelow(QWidget):
    """Shows one of four: off the record, a concern set apart, a name to be a code, and else the keys."""

    def __init__(self, hints: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hints = hints
        self.off_words = Text(
            self.tr("The clock runs on. The break is noted with its times and without its content."),
            Role.SMALL,
            "ink3",
        )
        self.concern, self.offer = Notice("shield", "concern"), Notice("lock", "accent")
        self._is_off = self._offers = False
        self._showing = QTimer(self, singleShot=True, interval=_CONCERN_SHOWN)
        self._showing.timeout.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (hints, self.off_words, self.concern, self.offer):
            column.addWidget(widget)
        self._show()

    def show_off_record(self, is_off: bool) -> None:
        """Say nothing but that the break is noted without its content; or go on."""
        self._is_off = is_off
        self._show()

    def tell_concern(self, contact: str) -> None:
        """Say for a while that a concern was set apart, and whom to tell."""
        told = self.tr("Set apart. Nothing of it is exported.")
        if contact:
            then = self.tr("Do not ask further. Report to: {contact}").format(contact=contact)
        else:
            then = self.tr(
                "Do not ask further. No contact is entered: ask the client today whom to tell, "
                "and enter it under People and sites."
            )
        self.concern.tell(told, then)
        self._showing.start()
        self._show()

    def offer_names(self, offers: Sequence[NameOffer]) -> None:
        """Offer a code for the last name typed; none, and the keys stand here again."""
        self._offers = bool(offers)
        if offers:
            self.offer.tell(*self._words(offers[-1]))
        self._show()

    def _words(self, last: NameOffer) -> tuple[str, str]:
        if last.is_shared:
            told = self.tr("{name} is the name of several people.")
            then = self.tr("Tab puts {code}, and so does Enter.")
        elif last.is_certain:
            told = self.tr("{name} is {code}.")
            then = self.tr("Tab puts the code, and so does Enter: names stand on the roster alone.")
        else:
            told = self.tr("{name} may be {code}.")
            then = self.tr("Tab puts the code. Enter leaves it a word.")
        values = {"name": last.name, "code": last.code}
        return told.format(**values), then.format(**values)

    def _show(self) -> None:
        is_told = self._showing.isActive()
        shown: QWidget = self.hints
        if self._is_off:
            shown = self.off_words
        elif is_told:
            shown = self.concern
        elif self._offers:
            shown = self.offer
        for widget in (self.hints, self.off_words, self.concern, self.offer):
            widget.setVisible(widget is shown)
