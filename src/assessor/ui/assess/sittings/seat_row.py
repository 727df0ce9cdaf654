"""One person at a sitting: seat, code, what they agreed to, and when they left."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.operations.seats import SeatRow
from assessor.terms import Group
from assessor.ui.assess.sittings.consent_toggle import ConsentToggle
from assessor.ui.assess.sittings.sitting_words import clock, group_word, seat_label
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.group_marks import GroupMark
from assessor.ui.widgets.speaker_chips import SpeakerChip
from assessor.ui.widgets.texts import Text, explain


class SeatLine(QWidget):
    """One seat. A wide one shows group and all three consents; a narrow one has the first in its menu."""

    consent_given = Signal(str, str, bool)
    """Participant id, which consent, and whether it was given."""
    left_or_back = Signal(str)
    taken_off = Signal(str)
    asked = Signal(str)

    def __init__(self, *, is_wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat: SeatRow | None = None
        self._is_wide = is_wide
        self.chip = SpeakerChip("P1")
        self.mark: GroupMark | None = None
        self.code = Text("", Role.BODY_MEDIUM)
        self.note = Text("", Role.SMALL, "ink3")
        self.part = ConsentToggle(self.tr("Take part"), self.tr("Takes part"))
        self.quoted = ConsentToggle(self.tr("Quote"), self.tr("May be quoted"))
        self.recorded = ConsentToggle(self.tr("Record"), self.tr("May be recorded"))
        self.toggles = {
            "takes_part": self.part,
            "may_be_quoted": self.quoted,
            "may_be_recorded": self.recorded,
        }
        self.more = IconButton("ellipsis", self.tr("More"))
        self._row = QHBoxLayout(self)
        self._place()
        for which, toggle in self.toggles.items():
            toggle.clicked.connect(lambda is_on, which=which: self._consent(which, is_on))
        self.more.clicked.connect(self._offer)

    def show_seat(self, seat: SeatRow, *, may_change: bool) -> None:
        """Show a seat."""
        self._show_group(seat.group)
        self.seat = seat
        self.chip.setText(seat_label(seat.number))
        self.code.setText(seat.code)
        explain(self.code, seat.description)
        self.note.setText(self._words(seat))
        self.note.setVisible(bool(self.note.text()))
        for toggle, word, is_on in (
            (self.part, self.tr("{code} takes part"), seat.takes_part),
            (self.quoted, self.tr("{code} may be quoted"), seat.may_be_quoted),
            (self.recorded, self.tr("{code} may be recorded"), seat.may_be_recorded),
        ):
            toggle.setChecked(is_on)
            toggle.setAccessibleName(word.format(code=seat.code))
            toggle.setEnabled(may_change)
        self.more.setVisible(may_change)
        self.more.setAccessibleName(self.tr("More about {code}").format(code=seat.code))

    def _place(self) -> None:
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.code)
        words.addWidget(self.note)
        self._row.addWidget(self.chip)
        self._row.addLayout(words, 1)
        for widget in (*self.toggles.values(), self.more):
            self._row.addWidget(widget)
        self.part.setVisible(self._is_wide)

    def _show_group(self, group: Group) -> None:
        if not self._is_wide or (self.seat and self.mark and self.seat.group is group):
            return
        if self.mark:
            self._row.removeWidget(self.mark)
            self.mark.deleteLater()
        self.mark = GroupMark(group)
        self._row.insertWidget(1, self.mark)

    def _words(self, seat: SeatRow) -> str:
        if not seat.takes_part:
            return self.tr("takes no part")
        if seat.left_at:
            return self.tr("left {time}").format(time=clock(seat.left_at, seconds=False))
        return (seat.description or group_word(seat.group)) if self._is_wide else ""

    def _consent(self, which: str, is_given: bool) -> None:
        if self.seat:
            self.consent_given.emit(self.seat.participant_id, which, is_given)

    def _offer(self) -> None:
        menu = QMenu(self)
        for word, chosen in self.offers():
            menu.addAction(word, chosen)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def offers(self) -> list[tuple[str, Callable[[], None]]]:
        """What else can be done with the seat: the word, and what it does."""
        seat = self.seat
        if seat is None:
            return []
        leaving = self.tr("Is back") if seat.left_at else self.tr("Left now")
        part = self.tr("Takes no part") if seat.takes_part else self.tr("Takes part")
        offers = [] if self._is_wide else [(leaving, lambda: self.left_or_back.emit(seat.id))]
        if not self._is_wide:
            offers.append((part, lambda: self._consent("takes_part", not seat.takes_part)))
        off = self.tr("Take off this sitting") if self._is_wide else self.tr("Was never here")
        return [
            *offers,
            (self.tr("Show person"), lambda: self.asked.emit(seat.participant_id)),
            (off, lambda: self.taken_off.emit(seat.id)),
        ]
