"""Everyone at a sitting, what all of them agreed to at once, and more people seated in one go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from assessor.operations.participants import ParticipantRow
from assessor.operations.seats import SeatRow
from assessor.terms import Group
from assessor.ui.assess.sittings.consent_toggle import ConsentToggle
from assessor.ui.assess.sittings.seat_row import SeatLine
from assessor.ui.assess.sittings.sitting_words import group_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import ChoiceBox
from assessor.ui.widgets.texts import Text, as_menu_words

_MOST = 20
_MORE = 32


class ConsentOfAll(QWidget):
    """Above the rows: one toggle a column, given where everyone agreed."""

    given = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggles = {
            "takes_part": ConsentToggle(self.tr("Take part"), self.tr("Everyone takes part")),
            "may_be_quoted": ConsentToggle(self.tr("Quote"), self.tr("Everyone may be quoted")),
            "may_be_recorded": ConsentToggle(self.tr("Record"), self.tr("Everyone may be recorded")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        row.addWidget(Text(self.tr("All agree"), Role.SMALL, "ink3"), 1)
        for which, toggle in self.toggles.items():
            row.addWidget(toggle)
            toggle.clicked.connect(lambda is_on, which=which: self.given.emit(which, is_on))
        row.addSpacing(_MORE + row.spacing())

    def show_seats(self, seats: Sequence[SeatRow], *, may_change: bool) -> None:
        """Show to what all of these agreed."""
        for which, toggle in self.toggles.items():
            toggle.setChecked(all(getattr(seat, which) for seat in seats))
            toggle.setEnabled(may_change)
        self.setVisible(len(seats) > 1)


class SeatLines(QWidget):
    """All seats of a sitting, and how to add some."""

    consent_given = Signal(str, str, bool)
    consent_of_all_given = Signal(str, bool)
    left_or_back = Signal(str)
    taken_off = Signal(str)
    asked = Signal(str)
    new_seated = Signal(object, int)
    """The group and how many new participants of it sit down."""
    known_seated = Signal(str)

    def __init__(self, *, is_wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_wide = is_wide
        self._lines: list[SeatLine] = []
        self._group: Group | None = None
        self._known: Callable[[], Sequence[ParticipantRow]] = list
        self.all = ConsentOfAll()
        self.all.given.connect(self.consent_of_all_given)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.all)
        column.addLayout(self._column)
        column.addWidget(self._adding())

    def offer_known(self, known: Callable[[], Sequence[ParticipantRow]]) -> None:
        """Ask this for the people who can be seated, when the menu opens."""
        self._known = known

    def show_seats(self, seats: Sequence[SeatRow], group: Group | None, *, may_change: bool) -> None:
        """Show these seats; `group` is offered for new ones, until another one is chosen."""
        while len(self._lines) > len(seats):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(seats):
            self._lines.append(self._line())
            self._column.addWidget(self._lines[-1])
        for line, seat in zip(self._lines, seats, strict=True):
            line.show_seat(seat, may_change=may_change)
        self.all.show_seats(seats, may_change=may_change)
        if not self._is_wide:
            self.all.hide()
        self.adding.setVisible(may_change)
        self.known.setVisible(may_change)
        if group and group is not self._group:
            self.groups.setCurrentIndex(list(Group).index(group))
        self._group = group

    def _line(self) -> SeatLine:
        line = SeatLine(is_wide=self._is_wide)
        line.consent_given.connect(self.consent_given)
        line.left_or_back.connect(self.left_or_back)
        line.taken_off.connect(self.taken_off)
        line.asked.connect(self.asked)
        return line

    def _adding(self) -> QWidget:
        self.adding = QWidget()
        self.count = QLineEdit("1")
        self.count.setValidator(QIntValidator(1, _MOST, self.count))
        self.count.setFixedSize(48, 32)
        self.count.setAccessibleName(self.tr("How many people"))
        self.groups = ChoiceBox()
        self.groups.setAccessibleName(self.tr("Group of new people"))
        self.groups.addItems([group_word(group) for group in Group])
        self.add = PlainButton(self.tr("Seat them"), "user-plus")
        self.known = QuietButton(self.tr("Seat someone known"), flush=self._is_wide)
        menu = QMenu(self.known)
        menu.aboutToShow.connect(lambda: self._fill_known(menu))
        self.known.setMenu(menu)
        self._place_adding()
        self.add.clicked.connect(self._seat)
        self.count.returnPressed.connect(self._seat)
        return self.adding

    def _place_adding(self) -> None:
        column = QVBoxLayout(self.adding)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.count)
        row.addWidget(self.groups, 1)
        if self._is_wide:
            row.addWidget(self.add)  # who lays a wide one out has a place for those known
            return
        column.addLayout(buttons)
        buttons.addWidget(self.add)
        buttons.addWidget(self.known)
        buttons.addStretch(1)

    def _seat(self) -> None:
        self.new_seated.emit(list(Group)[self.groups.currentIndex()], int(self.count.text() or 1))

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
