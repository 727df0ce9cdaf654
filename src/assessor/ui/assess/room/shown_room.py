"""What the note-taking room shows of its sitting: question, lines, seats, counts and clocks."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from assessor.instruments.abbreviations import get_abbreviations
from assessor.operations.typed_lines import Speakers
from assessor.terms import SittingKind
from assessor.ui.assess.room.room_hints import keys_of, room_hints
from assessor.ui.assess.room.room_layout import RoomLayout
from assessor.ui.assess.room.room_notes import RoomNotes
from assessor.ui.assess.sittings.note_rows import NoteRow
from assessor.ui.assess.sittings.sitting_words import clock, consent_words, kind_word, seat_labels

_LEAST_TITLE = 216
"""The title is cut last, in px."""


class ShownRoom(RoomLayout):
    """Shows a RoomNotes: all of it, or what one doing changed."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._now = now
        self._named: Speakers | None = None
        self.input.offer_words(get_abbreviations().by_code())

    def show_room(self, notes: RoomNotes, rows: Sequence[NoteRow]) -> None:
        """Show everything."""
        self.title.setText(notes.sitting.title)
        self.title.setMinimumWidth(min(self.title.sizeHint().width(), _LEAST_TITLE))
        self.about.setText(_about(notes))
        codes = [behavior.code for behavior in notes.behaviors]
        is_observed, is_guided = _is_observed(notes), bool(notes.questions)
        self.hints.show_hints(room_hints(codes, is_observed=is_observed, is_guided=is_guided))
        self.keys.show_keys(keys_of(codes, is_observed=is_observed))
        self.notes.show_notes(rows, seat_labels(notes.sitting.seats))
        self.show_seats(notes)
        self.show_question(notes)

    def show_seats(self, notes: RoomNotes) -> None:
        """Show who is at the table."""
        sitting = notes.sitting
        self.side.table.show_seats(sitting.seats, sitting.table_shape)
        self.notes.stream.delegate.show_seats(seat_labels(sitting.seats))
        self.input.offer({seat.number for seat in sitting.seats}, {one.code for one in notes.behaviors})
        self.show_counts(notes)

    def show_question(self, notes: RoomNotes) -> None:
        """Show what is asked now, and how far each question is."""
        question = notes.question
        self.strip.setVisible(bool(notes.questions))
        self.strip.show_questions(notes.questions)
        if question is None:
            self.question.setText(self.tr("Notes without a guide"))
        elif _is_observed(notes):
            self.question.setText(f"{question.title}. {question.text}")
        else:
            self.question.setText(question.text)
        self.show_states(notes)
        self.show_time(notes)

    def show_states(self, notes: RoomNotes) -> None:
        """Show which questions are covered, skipped or touched early."""
        self.strip.show_states(notes.states())
        early = notes.touched_early()
        words = ""
        if early:
            labels = seat_labels(notes.sitting.seats)
            who = ", ".join(labels.get(code, code) for code in early.speakers)
            by = self.tr("{question} was touched at {time} by {who}")
            words = by if who else self.tr("{question} was touched at {time}")
            time = clock(early.said_at, seconds=False)
            words = words.format(question=early.question, time=time, who=who)
        if words != self.touched.text():
            self.touched.setText(words)
        self.touched.setVisible(bool(words))

    def show_counts(self, notes: RoomNotes) -> None:
        """Show what the notes add up to."""
        self._named = self.input.speakers
        named = self._named.seats if self._named else ()
        now = self._now()
        self.side.show_counts(notes.count(now), notes.sitting.seats, notes.asked, now, named)

    def show_named(self, notes: RoomNotes) -> None:
        """Show who is named in the line, where that is someone else than before."""
        if self.input.speakers != self._named:
            self.show_counts(notes)

    def show_time(self, notes: RoomNotes) -> None:
        """Show the clocks, and how long ago the line was kept."""
        now = self._now()
        sitting = notes.sitting
        self.clock.show_time(now, sitting.started_at, sitting.minutes)
        self.time_tag.show_left(self.clock.minutes_left)
        used = notes.used(now)
        self.strip.show_used(used)
        question = notes.question
        spent = used.get(notes.asked, timedelta())
        self.question_clock.show_used(spent, question.minutes if question else 0)
        self.kept.show_since()


def _is_observed(notes: RoomNotes) -> bool:
    return notes.sitting.kind is SittingKind.OBSERVATION


def _about(notes: RoomNotes) -> str:
    if _is_observed(notes):
        return kind_word(notes.sitting.kind)
    return f"{kind_word(notes.sitting.kind)} · {consent_words(notes.sitting.seats)}"
