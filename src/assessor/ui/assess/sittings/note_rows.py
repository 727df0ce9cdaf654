"""The notes as rows: remarks, and a ruled line where another question begins; they change in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from assessor.operations.askings import Course
from assessor.operations.remarks import RemarkRow
from assessor.ui.assess.sittings.sitting_words import (
    clock,
    fidelity_word,
    remark_kind_word,
    shown_text,
    tally_words,
)
from assessor.ui.widgets.row_models import AnyIndex

NOTE_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class QuestionRow:
    """Where another question begins."""

    id: str
    code: str
    text: str
    asked_at: datetime | None


NoteRow = RemarkRow | QuestionRow


def note_rows(
    remarks: Sequence[RemarkRow],
    questions: Mapping[str, str],
    now: str = "",
    now_at: datetime | None = None,
    course: Course | None = None,
) -> list[NoteRow]:
    """The remarks with a row before each run of one question; last the question asked `now`, if nothing was
    said on it yet. `questions` maps codes to the words asked; `course` knows when they were."""
    course = course or Course((), ())
    rows: list[NoteRow] = []
    asked = ""
    for remark in remarks:
        if remark.question != asked:
            asked = remark.question
            if asked:
                began = course.asked_at(asked, before=remark.said_at) or remark.said_at
                rows.append(QuestionRow(question_place(asked, began), asked, questions.get(asked, ""), began))
        rows.append(remark)
    if now and now != asked:
        began_now = now_at or course.asked_at(now)
        rows.append(QuestionRow(question_place(now, began_now), now, questions.get(now, ""), began_now))
    return rows


def question_place(question: str, began: datetime | None) -> str:
    """The id of the row of a question asked at a moment."""
    return f"question {question} {began and began.isoformat()}"


class NotesModel(QAbstractListModel):
    """Note rows. Rows that stay keep their place, so that an open one stays open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[NoteRow] = []

    def show_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show these rows: what differs between first and last common row is taken out and put in."""
        new = list(rows)
        old_ids, new_ids = [row.id for row in self.rows], [row.id for row in new]
        head = _common(old_ids, new_ids)
        tail = _common(old_ids[head:][::-1], new_ids[head:][::-1])
        if head < len(old_ids) - tail:
            self.beginRemoveRows(QModelIndex(), head, len(old_ids) - tail - 1)
            del self.rows[head : len(old_ids) - tail]
            self.endRemoveRows()
        if head < len(new_ids) - tail:
            self.beginInsertRows(QModelIndex(), head, len(new_ids) - tail - 1)
            self.rows[head:head] = new[head : len(new_ids) - tail]
            self.endInsertRows()
        for place, row in enumerate(new):
            if self.rows[place] != row:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def add_rows(self, rows: Sequence[NoteRow]) -> None:
        """Show these rows after the last."""
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows.extend(rows)
        self.endInsertRows()

    def drop_last(self) -> None:
        """Take the last row out."""
        self.beginRemoveRows(QModelIndex(), len(self.rows) - 1, len(self.rows) - 1)
        self.rows.pop()
        self.endRemoveRows()

    def drop_oldest(self, count: int) -> None:
        """Take so many rows out at the top."""
        self.beginRemoveRows(QModelIndex(), 0, count - 1)
        del self.rows[:count]
        self.endRemoveRows()

    def replace_row(self, row: NoteRow) -> int:
        """Show what a row says now; its place, -1 when it is not there."""
        place = self.place_of(row.id)
        if place >= 0:
            self.rows[place] = row
            self.dataChanged.emit(self.index(place), self.index(place))
        return place

    def place_of(self, row_id: str) -> int:
        """Where a row stands; -1 when it is not there."""
        places = range(len(self.rows) - 1, -1, -1)
        return next((place for place in places if self.rows[place].id == row_id), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = NOTE_ROLE) -> object:
        """The row itself, its text, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == NOTE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Questions cannot be chosen."""
        if index.isValid() and isinstance(self.rows[index.row()], QuestionRow):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _spoken(row: NoteRow) -> str:
    if isinstance(row, QuestionRow):
        return f"{row.code}: {row.text}"
    who = ", ".join(row.speakers)
    tally = "".join(tally_words(row)) if row.agree is not None else ""
    words = [
        clock(row.said_at),
        who or remark_kind_word(row.kind),
        shown_text(row),
        fidelity_word(row.fidelity),
    ]
    return ", ".join(word for word in [*words, tally] if word)
