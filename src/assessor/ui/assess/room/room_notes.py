"""What the note-taking room knows of its sitting: read once, then carried on line by line."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from assessor.instruments.guides import Behavior, Guide, Question
from assessor.operations import remarks, sittings
from assessor.operations.askings import Course, QuestionState, question_states, read_course
from assessor.operations.note_counts import NoteCounts, RunningCounts, read_counts
from assessor.operations.remarks import RemarkRow
from assessor.operations.sittings import SittingDetails
from assessor.terms import SittingKind
from assessor.ui.assess.sittings.note_rows import NoteRow, QuestionRow, note_rows, question_place

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

MOST_SHOWN = 300
"""Lines in the stream; older ones stand in the record. More would only cost time when the room opens."""


@dataclass
class RoomNotes:
    """The sitting, the sums over all its lines, and the newest lines themselves."""

    engagement: "Engagement"
    sitting: SittingDetails
    guide: Guide | None
    counts: RunningCounts = field(default_factory=RunningCounts)
    course: Course = field(default_factory=lambda: Course((), ()))

    def read(self) -> list[NoteRow]:
        """Read everything anew and return the newest rows."""
        self.read_sitting()
        self.counts = read_counts(self.engagement, self.sitting.id)
        newest = remarks.list_remarks(self.engagement, self.sitting.id, MOST_SHOWN)
        return note_rows(newest, self._words, self.asked, course=self.course)

    def read_sitting(self) -> None:
        """Read who is there and what is asked anew."""
        self.sitting = sittings.get_sitting(self.engagement, self.sitting.id)
        self.course = read_course(self.engagement, self.sitting.id)

    def add(self, remark_id: str, last: NoteRow | None) -> list[NoteRow]:
        """Count a remark noted just now and return the rows that come after the last one shown."""
        (row,) = remarks.get_remarks(self.engagement, [remark_id])
        self.counts.add(row)
        question = last.code if isinstance(last, QuestionRow) else last.question if last else ""
        return [row] if row.question == question else [*self._ruled(row.question, row.said_at), row]

    def mark(self, remark_id: str) -> RemarkRow | None:
        """Count what was marked on the last remark and return it; None where it is not the last."""
        before = self.counts.last_said
        found = remarks.get_remarks(self.engagement, [remark_id])
        if before is None or before.id != remark_id or not found:
            return None
        self.counts.mark(before, found[0])
        return found[0]

    def ask(self) -> list[NoteRow]:
        """Read what is asked now and return the row that says so."""
        self.read_sitting()
        return list(self._ruled(self.asked, self.course.asked_at(self.asked)))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the guide."""
        return self.guide.questions if self.guide else ()

    @property
    def behaviors(self) -> tuple[Behavior, ...]:
        """In an observation, what the observer counts."""
        is_observed = self.sitting.kind is SittingKind.OBSERVATION
        return self.guide.behaviors if self.guide and is_observed else ()

    def behavior_word(self, code: str) -> str:
        """What a behavior code stands for; empty where it is none."""
        return next((one.label for one in self.behaviors if one.code == code), "")

    @property
    def asked(self) -> str:
        """Code of the question asked now."""
        return self.sitting.question

    @property
    def question(self) -> Question | None:
        """The question asked now."""
        return next((one for one in self.questions if one.code == self.asked), None)

    def count(self, now: datetime) -> NoteCounts:
        """The counts as they are to be shown."""
        return self.counts.count(self.sitting.seats, self.asked, now)

    def used(self, now: datetime) -> dict[str, timedelta]:
        """The time used by question."""
        return self.course.used(now)

    def states(self) -> dict[str, QuestionState]:
        """How far each question is."""
        return question_states((one.code for one in self.questions), self.asked, self.counts.by_question)

    def touched_early(self) -> RemarkRow | None:
        """The last line on the question to come that was touched most lately."""
        early = [code for code, state in self.states().items() if state is QuestionState.TOUCHED]
        rows = [self.counts.newest[code] for code in early if code in self.counts.newest]
        return max(rows, key=lambda row: row.said_at, default=None)

    def _ruled(self, question: str, asked_at: datetime | None) -> tuple[QuestionRow, ...]:
        if not question:
            return ()
        moment = self.course.asked_at(question, before=asked_at) or asked_at
        return (
            QuestionRow(question_place(question, moment), question, self._words.get(question, ""), moment),
        )

    @property
    def _words(self) -> dict[str, str]:
        return {one.code: one.text for one in self.questions}
