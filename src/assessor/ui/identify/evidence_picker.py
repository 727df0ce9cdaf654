"""The evidence picker: opens in place, finds what could be tied by the words typed, and ties it by Enter."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from assessor.operations.evidence import EvidenceCandidate, EvidenceKind
from assessor.ui.identify.finding_words import METHOD_ICONS, quoted, word
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from assessor.ui.widgets.choice_fields import ChoiceBox
from assessor.ui.widgets.pressed_keys import pressed_key
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import Text

_PAUSE = 150
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_KINDS = tuple(kind for kind in EvidenceKind if kind is not EvidenceKind.GONE)


class EvidencePicker(QWidget):
    """Offers candidates, handed in when `asked`; tells which was `picked` or `counted_against`."""

    asked = Signal(str, object)
    """The words typed, and the kind looked for (None for all)."""
    picked = Signal(object)
    counted_against = Signal(object)
    closed = Signal()

    def __init__(self, pick: str, *, can_count_against: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates: dict[str, EvidenceCandidate] = {}
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Find by words, group or code"))
        self.typed.setAccessibleName(self.tr("Find evidence"))
        self.typed.installEventFilter(self)
        self.kinds = ChoiceBox()
        self.kinds.setAccessibleName(self.tr("Kind of evidence"))
        self.kinds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.kinds.addItems([self.tr("All kinds"), *(word(kind) for kind in _KINDS)])
        self.list = RowList(self.tr("What could be tied"))
        self.list.setMinimumHeight(232)
        self.nothing = Text("", Role.BODY, "ink3")
        make = PlainButton if can_count_against else PrimaryButton
        self.pick = make(pick, "link-2" if can_count_against else "plus")
        self.against = QuietButton(self.tr("Tie as against"), "undo-2")
        self.against.setVisible(can_count_against)
        self.close_button = QuietButton(self.tr("Done"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._wire()

    def ask(self) -> None:
        """Ask for what fits the words and the kind."""
        place = self.kinds.currentIndex()
        self.asked.emit(self.typed.text(), _KINDS[place - 1] if place > 0 else None)

    def show_candidates(self, candidates: Sequence[EvidenceCandidate]) -> None:
        """Show what was found."""
        self._candidates = {str(number): each for number, each in enumerate(candidates)}
        self.list.show_rows([_row(key, each) for key, each in self._candidates.items()])
        nothing = (
            self.tr("Nothing holds these words.") if self.typed.text() else self.tr("Nothing is left to tie.")
        )
        self.nothing.setText("" if candidates else nothing)
        self.nothing.setVisible(not candidates)
        self.list.setVisible(bool(candidates))
        for button in (self.pick, self.against):
            button.setEnabled(bool(candidates))

    def start(self) -> None:
        """Begin anew: nothing typed, everything offered."""
        self.typed.clear()
        self._pause.stop()
        self.ask()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types."""
        if watched is self.typed and pressed_key(event) in _MOVES:
            self.list.keyPressEvent(cast("QKeyEvent", event))
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        find = QHBoxLayout()
        find.setSpacing(8)
        find.addWidget(self.typed, 1)
        find.addWidget(self.kinds)
        doings = QHBoxLayout()
        doings.setSpacing(8)
        doings.addWidget(self.pick)
        doings.addWidget(self.against)
        doings.addStretch(1)
        doings.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addLayout(find)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addLayout(doings)

    def _wire(self) -> None:
        self._pause.timeout.connect(self.ask)
        self.typed.textEdited.connect(lambda _text: self._pause.start())
        self.typed.returnPressed.connect(self._pick_chosen)
        self.kinds.activated.connect(lambda _place: self.ask())
        self.list.opened.connect(lambda _key: self._pick_chosen())
        self.pick.clicked.connect(self._pick_chosen)
        self.against.clicked.connect(lambda: self._tell(self.counted_against))
        self.close_button.clicked.connect(self.closed)

    def _pick_chosen(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.ask()
        self._tell(self.picked)

    def _tell(self, signal: object) -> None:
        chosen = self._candidates.get(self.list.chosen_id)
        if chosen is not None:
            signal.emit(chosen)  # type: ignore[attr-defined]  # a bound signal has no type of its own


def _row(key: str, candidate: EvidenceCandidate) -> ListRow:
    return ListRow(
        key,
        quoted(candidate.words) if candidate.is_quote else candidate.words,
        candidate.heading,
        icon=METHOD_ICONS[candidate.method],
        icon_meaning=Meaning.ACCENT,
        trailing=candidate.note,
        said=candidate.is_quote,
    )
