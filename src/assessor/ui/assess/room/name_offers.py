"""Names of the roster typed into the line of the note-taking room: a code is offered, and Tab puts it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from assessor.operations.names import NameOffer, offers_in
from assessor.operations.pseudonyms import Pseudonyms
from assessor.ui.assess.room.room_below import RoomBelow


class NameOffers(QObject):
    """Looks at the line with every letter, and takes Tab while a code is offered."""

    def __init__(self, line: QLineEdit, below: RoomBelow) -> None:
        super().__init__(line)
        self._line, self._below = line, below
        self._names = Pseudonyms({})
        self.offers: list[NameOffer] = []
        line.textChanged.connect(self._look)
        line.installEventFilter(self)

    def know(self, names: Pseudonyms) -> None:
        """Offer codes for these names from now on."""
        self._names = names
        self._look(self._line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the code on Tab; without an offer the key is the line's."""
        is_tab = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        )
        if is_tab and self.offers and not self._line.isReadOnly():
            self._put(self.offers[-1])
            return True
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        offers = offers_in(self._names, text)
        if offers or self.offers:
            self.offers = offers
            self._below.offer_names(offers)

    def _put(self, offer: NameOffer) -> None:
        """Write the code over the name, as typing does: the line's own undo takes it back."""
        at_end = self._line.cursorPosition() >= offer.end
        place = self._line.cursorPosition() + len(offer.code) - len(offer.name)
        self._line.setSelection(offer.start, len(offer.name))
        self._line.insert(offer.code)
        if at_end:
            self._line.setCursorPosition(place)
        self._line.textEdited.emit(self._line.text())
