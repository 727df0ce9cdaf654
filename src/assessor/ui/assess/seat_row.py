"""People at a sitting: seat, code, consent, and when they left; more are seated in one go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from assessor.operations.participants import ParticipantRow
from assessor.operations.seats import SeatRow
from assessor.terms import Group
from assessor.ui.assess.consent_toggle import ConsentToggle
from assessor.ui.assess.sitting_words import clock, group_word, seat_label
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import ChoiceBox
from assessor.ui.widgets.speaker_chips import SpeakerChip
from assessor.ui.widgets.texts import Text, as_menu_words, explain

_MOST = 20


class SeatLine(QWidget):
    """One seat."""

    consent_given = Signal(str, str, bool)
    """Participant id, which consent, and whether it was given."""
    left_or_back = Signal(str)
    taken_off = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat: SeatRow | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(6)
        self.chip = SpeakerChip("P1")
        self.code = Text("", Role.BODY_MEDIUM)
        self.note = Text("", Role.SMALL, "ink3")
        self.quoted = ConsentToggle(self.tr("Quote"), self.tr("May be quoted"))
        self.recorded = ConsentToggle(self.tr("Record"), self.tr("May be recorded"))
        self.more = IconButton("ellipsis", self.tr("More"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.code)
        words.addWidget(self.note)
        self._row.addWidget(self.chip)
        self._row.addLayout(words, 1)
        for widget in (self.quoted, self.recorded, self.more):
            self._row.addWidget(widget)
        self.quoted.clicked.connect(lambda is_on: self._consent("may_be_quoted", is_on))
        self.recorded.clicked.connect(lambda is_on: self._consent("may_be_recorded", is_on))
        self.more.clicked.connect(self._offer)

    def show_seat(self, seat: SeatRow, *, may_change: bool) -> None:
        """Show a seat."""
        self.seat = seat
        self.chip.setText(seat_label(seat.number))
        self.code.setText(seat.code)
        explain(self.code, seat.description)
        left = self.tr("left {time}").format(time=clock(seat.left_at, seconds=False)) if seat.left_at else ""
        self.note.setText(left if seat.takes_part else self.tr("takes no part"))
        self.note.setVisible(bool(self.note.text()))
        for toggle, word, is_on in (
            (self.quoted, self.tr("{code} may be quoted"), seat.may_be_quoted),
            (self.recorded, self.tr("{code} may be recorded"), seat.may_be_recorded),
        ):
            toggle.setChecked(is_on)
            toggle.setAccessibleName(word.format(code=seat.code))
            toggle.setEnabled(may_change)
        self.more.setVisible(may_change)
        self.more.setAccessibleName(self.tr("More about {code}").format(code=seat.code))

    def _consent(self, which: str, is_given: bool) -> None:
        if self.seat:
            self.consent_given.emit(self.seat.participant_id, which, is_given)

    def _offer(self) -> None:
        seat = self.seat
        if seat is None:
            return
        menu = QMenu(self)
        menu.addAction(
            self.tr("Is back") if seat.left_at else self.tr("Left now"),
            lambda: self.left_or_back.emit(seat.id),
        )
        menu.addAction(self.tr("Show person"), lambda: self.asked.emit(seat.participant_id))
        menu.addAction(self.tr("Was never here"), lambda: self.taken_off.emit(seat.id))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class SeatLines(QWidget):
    """All seats of a sitting, and how to add some."""

    consent_given = Signal(str, str, bool)
    left_or_back = Signal(str)
    taken_off = Signal(str)
    asked = Signal(str)
    new_seated = Signal(object, int)
    """The group and how many new participants of it sit down."""
    known_seated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[SeatLine] = []
        self._known: Callable[[], Sequence[ParticipantRow]] = list
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self._adding())

    def offer_known(self, known: Callable[[], Sequence[ParticipantRow]]) -> None:
        """Ask this for the people who can be seated, when the menu opens."""
        self._known = known

    def show_seats(self, seats: Sequence[SeatRow], group: Group | None, *, may_change: bool) -> None:
        """Show these seats; `group` is offered for new ones."""
        while len(self._lines) > len(seats):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(seats):
            self._lines.append(self._line())
            self._column.addWidget(self._lines[-1])
        for line, seat in zip(self._lines, seats, strict=True):
            line.show_seat(seat, may_change=may_change)
        self.adding.setVisible(may_change)
        if group:
            self.groups.setCurrentIndex(list(Group).index(group))

    def _line(self) -> SeatLine:
        line = SeatLine()
        line.consent_given.connect(self.consent_given)
        line.left_or_back.connect(self.left_or_back)
        line.taken_off.connect(self.taken_off)
        line.asked.connect(self.asked)
        return line

    def _adding(self) -> QWidget:
        self.adding = QWidget()
        column = QVBoxLayout(self.adding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        column.addLayout(row)
        column.addLayout(buttons)
        self.count = QLineEdit("1")
        self.count.setValidator(QIntValidator(1, _MOST, self.count))
        self.count.setFixedSize(48, 32)
        self.count.setAccessibleName(self.tr("How many people"))
        self.groups = ChoiceBox()
        self.groups.setAccessibleName(self.tr("Group of new people"))
        self.groups.addItems([group_word(group) for group in Group])
        self.add = PlainButton(self.tr("Seat them"), "user-plus")
        self.known = QuietButton(self.tr("Seat someone known"))
        menu = QMenu(self.known)
        menu.aboutToShow.connect(lambda: self._fill_known(menu))
        self.known.setMenu(menu)
        row.addWidget(self.count)
        row.addWidget(self.groups, 1)
        buttons.addWidget(self.add)
        buttons.addWidget(self.known)
        buttons.addStretch(1)
        self.add.clicked.connect(
            lambda: self.new_seated.emit(list(Group)[self.groups.currentIndex()], int(self.count.text() or 1))
        )
        return self.adding

    def _fill_known(self, menu: QMenu) -> None:
        menu.clear()
        here = {line.seat.participant_id for line in self._lines if line.seat}
        groups: dict[Group, QMenu] = {}
        for person in self._known():
            if person.id in here:
                continue
            if person.group not in groups:
                groups[person.group] = menu.addMenu(group_word(person.group))
            words = "  ".join(word for word in (person.code, person.description) if word)
            action = groups[person.group].addAction(as_menu_words(words))
            action.triggered.connect(lambda _=False, person=person: self.known_seated.emit(person.id))
        if not groups:
            menu.addAction(self.tr("Nobody else is known")).setEnabled(False)
