"""The items of an audit under their sections, answered by keys while walking."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from assessor.operations.audits import AuditDetails, AuditItemRow
from assessor.terms import AuditAnswer
from assessor.ui.assess.audits.audit_words import ANSWER_MEANINGS, answer_word
from assessor.ui.widgets.headed_lists import HeadedList, LedRow, RowGroup
from assessor.ui.widgets.tags import Meaning

ANSWERS: Sequence[AuditAnswer] = tuple(AuditAnswer)
"""In the order of their keys, 1 to 5."""


class AuditItemList(HeadedList):
    """Keys: 1–5 answer, Backspace takes back, N goes to the next open item, F drafts, Enter to the note."""

    answered = Signal(object)
    """An AuditAnswer, or None when the answer is taken back."""
    next_asked = Signal()
    draft_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.is_read_only = False

    def show_audit(self, audit: AuditDetails) -> None:
        """Show every item with its answer."""
        groups = []
        for section in audit.checklist.sections:
            rows = [audit.items[item.code] for item in section.items]
            done = sum(row.answer is not None for row in rows)
            count = self.tr("{done} of {all}").format(done=done, all=len(rows))
            groups.append(RowGroup(section.title, tuple(_row(row) for row in rows), count=count))
        self.show_groups(groups)

    def step(self, by: int = 1) -> None:
        """Go on to the next item, past a heading."""
        place = self.currentIndex().row() + by
        while 0 <= place < self.rows.rowCount():
            index = self.rows.index(place)
            if self.rows.flags(index):
                self.setCurrentIndex(index)
                self._center()
                return
            place += by

    def choose(self, element_id: str) -> bool:
        """Put the selection on an item, with what comes before and after in sight."""
        is_shown = super().choose(element_id)
        self._center()
        return is_shown

    def _center(self) -> None:
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, take back, go on."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or not self._pressed(event):
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        typed = event.text().lower()
        if typed in {"1", "2", "3", "4", "5"}:
            if not self.is_read_only:
                self.answered.emit(ANSWERS[int(typed) - 1])
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            if not self.is_read_only:
                self.answered.emit(None)
        elif typed == "n":
            self.next_asked.emit()
        elif typed == "f":
            self.draft_asked.emit()
        else:
            return False
        return True


def _row(row: AuditItemRow) -> LedRow:
    word = answer_word(row.answer) if row.answer else ""
    meaning = ANSWER_MEANINGS[row.answer] if row.answer else Meaning.NEUTRAL
    is_behind = row.answer in (AuditAnswer.NOT_SEEN, AuditAnswer.NOT_APPLICABLE)
    return LedRow(
        row.item.code, row.item.text, tag=word, tag_meaning=meaning, lead=row.item.code, is_behind=is_behind
    )
