"""Taking notes of one sitting: each line becomes a remark on Enter, and is kept before that."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from assessor.instruments.guides import Question
from assessor.operations import kept_lines, remarks, seats, sittings
from assessor.operations.guides import get_guide_of
from assessor.operations.names import read_names
from assessor.operations.note_counts import NoteCounts, count_notes
from assessor.operations.remarks import RemarkRow
from assessor.operations.safeguarding import count_concerns, get_reporting_contact
from assessor.operations.typed_lines import read_line
from assessor.terms import SittingKind
from assessor.ui.assess.line_taker import LineTaker
from assessor.ui.assess.note_rows import note_rows
from assessor.ui.assess.off_record import OffRecordSwitch
from assessor.ui.assess.room_layout import RoomLayout
from assessor.ui.assess.sitting_words import clock, consent_words, kind_word, seat_labels
from assessor.ui.assess.steady_clock import SteadyClock
from assessor.ui.errors import attempt

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_TICK = 1000
_TABLES = frozenset({"remark", "remark_speaker", "remark_voice", "seat", "sitting", "participant"})


class LiveRoom(RoomLayout):
    """The room of one sitting. `left` when the consultant goes back, `ended` when the sitting is over."""

    left = Signal()
    ended = Signal()
    _heard = Signal(object)

    def __init__(self, engagement: "Engagement", sitting_id: str) -> None:
        self._clock = SteadyClock()
        super().__init__(self._clock.now)
        self._engagement, self._sitting_id = engagement, sitting_id
        self._stop_listening: Callable[[], None] = lambda: None
        self._asked_at: dict[str, datetime] = {}
        self._rows: list[RemarkRow] = []
        self.off = OffRecordSwitch(self, engagement, sitting_id, self._clock.now, self._do)
        self._concerns = count_concerns(engagement, sitting_id)[0]
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self._tick)
        self._wire()

    def enter(self) -> bool:
        """Start or resume the sitting, and go on with the line that was kept; True once it is."""
        self._sitting = sittings.get_sitting(self._engagement, self._sitting_id)
        if self._sitting.started_at is None:
            sittings.begin_sitting(self._engagement, self._sitting_id, self._clock.now())
        elif self._sitting.ended_at is not None:
            sittings.edit_sitting(self._engagement, self._sitting_id, ended_at=None)
        self._guide = get_guide_of(self._engagement, self._sitting.guide_key, self._sitting.guide_version)
        if self._questions and not self._sitting.question:
            self._ask(self._questions[0].code)
        self._stop_listening()
        self._stop_listening = self._engagement.listen(self._heard.emit)
        self.refresh()
        kept = kept_lines.get_line(self._engagement, self._sitting_id)
        if kept.text:
            self.input.restore(kept.text, kept.begun_at)
        self.off.resume()
        self._know_names()
        self._ticking.start()
        self.input.setFocus()
        return True

    def refresh(self) -> None:
        """Show what the file holds now."""
        self._sitting = sittings.get_sitting(self._engagement, self._sitting_id)
        self._rows = remarks.list_remarks(self._engagement, self._sitting_id)
        sitting = self._sitting
        self.title.setText(sitting.title)
        self.about.setText(self._about())
        self.side.table.show_seats(sitting.seats, sitting.table_shape)
        self.input.offer({seat.number for seat in sitting.seats}, self._behaviors())
        words = {question.code: question.text for question in self._questions}
        asked_at = self._asked_at.get(sitting.question)
        rows = note_rows(self._rows, words, sitting.question, asked_at)
        self.notes.show_notes(rows, seat_labels(sitting.seats))
        self._show_question()
        self.hints.show_hints(self._hints())
        self._show_counts()
        self._tick()

    def keep_line(self) -> None:
        """Keep the line being typed, now."""
        typed = self.input
        is_kept = self._do(
            lambda: kept_lines.keep_line(self._engagement, self._sitting_id, typed.whole, typed.begun_at)
        )
        self.show_kept(is_kept)

    def settle(self) -> None:
        """Before the room is left: end a while off the record, and keep the line being typed."""
        self.off.come_back()
        self.keep_line()

    def hideEvent(self, event: QHideEvent) -> None:
        """Settle and hear nothing more while out of sight; a window only made small goes on as it was."""
        if self._ticking.isActive() and not event.spontaneous():
            self._ticking.stop()
            self.settle()
            self._stop_listening()
        super().hideEvent(event)

    def _wire(self) -> None:
        self._heard.connect(self._changed)
        self.back.clicked.connect(self.left)
        self.end.clicked.connect(self._end)
        self.off.going.connect(self.keep_line)
        self.input.noted.connect(self._note)
        self.input.paused.connect(self.keep_line)
        self.input.changed.connect(self._typed)
        self.input.question_moved.connect(self._move)
        self.strip.chosen.connect(self._ask)
        table, engagement = self.side.table, self._engagement
        table.map.named.connect(self.input.set_speaker)
        table.map.left_or_back.connect(self._leave_or_return)
        table.map.moved.connect(lambda seat, x, y: self._do(lambda: seats.move_seat(engagement, seat, x, y)))
        table.map.evened.connect(lambda: self._do(lambda: seats.arrange_evenly(engagement, self._sitting_id)))
        table.arranging_left.connect(self.input.setFocus)

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._do(self.refresh)
        if tables & {"roster_entry", "participant"}:
            self._know_names()
        if "safeguarding_note" in tables:
            self._tell_concern()

    def _tell_concern(self) -> None:
        """Say whom to tell where a concern was set apart; not where one was taken back."""
        before, self._concerns = self._concerns, count_concerns(self._engagement, self._sitting_id)[0]
        if self._concerns > before:
            self.below.tell_concern(get_reporting_contact(self._engagement))

    def _know_names(self) -> None:
        self.name_offers.know(read_names(self._engagement))

    def _typed(self) -> None:
        self.problem.clear()
        self.show_kept(False)
        self._show_counts()

    def _note(self) -> None:
        typed = self.input
        has_chip = typed.speakers is not None or bool(typed.behavior)
        line = read_line(typed.text if has_chip else typed.whole, typed.seats, speakers=typed.chip)
        if line is None:
            self.problem.tell(self.tr("There is nothing to note yet. Type what was said."))
            return
        taker = LineTaker(self._engagement, self._sitting, self._rows, self._question)
        is_unknown = typed.speakers is not None and typed.speakers.is_unknown
        if self._do(lambda: taker.take(line, typed.begun_at, typed.behavior, is_unknown=is_unknown)):
            typed.clear()
            self.show_kept(True)
            self._show_counts()

    def _leave_or_return(self, seat_id: str) -> None:
        seat = next(one for one in self._sitting.seats if one.id == seat_id)
        if seat.is_present(self._clock.now()):
            self._do(lambda: seats.leave_seat(self._engagement, seat_id, self._clock.now()))
        else:
            self._do(lambda: seats.return_to_seat(self._engagement, seat_id))

    def _move(self, by: int) -> None:
        codes = [question.code for question in self._questions]
        if not codes:
            return
        here = codes.index(self._sitting.question) if self._sitting.question in codes else -1
        there = min(max(here + by, 0), len(codes) - 1)
        if there != here:
            self._ask(codes[there])

    def _ask(self, code: str) -> None:
        self._asked_at[code] = self._clock.now()
        self._do(lambda: sittings.ask_question(self._engagement, self._sitting_id, code))
        self.input.setFocus()

    def _end(self) -> None:
        self.off.come_back()
        if self.input.whole.strip():
            self._note()
        is_noted = not self.input.whole.strip()
        now = self._clock.now()
        if is_noted and self._do(lambda: sittings.end_sitting(self._engagement, self._sitting_id, now)):
            self.ended.emit()

    def _do(self, doing: Callable[[], object]) -> bool:
        """Do something, and say in place why where it cannot be done; whether it was."""
        failed: list[str] = []
        self.problem.clear()
        attempt(doing, failed.append)
        for sentence in failed:
            self.problem.tell(sentence)
        return not failed

    @property
    def _questions(self) -> tuple[Question, ...]:
        return self._guide.questions if self._guide else ()

    @property
    def _question(self) -> Question | None:
        return next((one for one in self._questions if one.code == self._sitting.question), None)

    def _behaviors(self) -> set[str]:
        is_observed = self._sitting.kind is SittingKind.OBSERVATION and self._guide
        return {behavior.code for behavior in self._guide.behaviors} if is_observed and self._guide else set()

    def _about(self) -> str:
        if self._sitting.kind is SittingKind.OBSERVATION:
            return kind_word(self._sitting.kind)
        return f"{kind_word(self._sitting.kind)} · {consent_words(self._sitting.seats)}"

    def _show_question(self) -> None:
        question = self._question
        self.strip.setVisible(bool(self._questions))
        self.strip.show_questions(self._questions)
        counts = {row.question for row in self._rows if row.question}
        self.strip.show_state(self._sitting.question, counts)
        if self._guide and self._guide.kind is SittingKind.OBSERVATION and question:
            self.question.setText(f"{question.title}. {question.text}")
        else:
            self.question.setText(question.text if question else self.tr("Notes without a guide"))
        self.touched.setText(self._touched_early())

    def _touched_early(self) -> str:
        """Where a question still to come was touched before."""
        codes = [question.code for question in self._questions]
        here = codes.index(self._sitting.question) if self._sitting.question in codes else len(codes)
        labels = seat_labels(self._sitting.seats)
        for row in reversed(self._rows):
            if row.question in codes[here + 1 :]:
                who = ", ".join(labels.get(code, code) for code in row.speakers)
                by = self.tr("{question} was touched at {time} by {who}")
                words = by if who else self.tr("{question} was touched at {time}")
                return words.format(question=row.question, time=clock(row.said_at, seconds=False), who=who)
        return ""

    def _show_counts(self) -> None:
        counts = self._counts()
        named = self.input.speakers.seats if self.input.speakers else ()
        self.side.show_counts(counts, self._sitting.seats, self._sitting.question, self._clock.now(), named)

    def _counts(self) -> NoteCounts:
        return count_notes(self._rows, self._sitting.seats, self._sitting.question, self._clock.now())

    def _tick(self) -> None:
        now = self._clock.now()
        self.off.tick()
        self.clock.show_time(now, self._sitting.started_at, self._sitting.minutes)
        question = self._question
        self.question_clock.show_used(now - self._began(now), question.minutes if question else 0)

    def _began(self, now: datetime) -> datetime:
        asked = self._sitting.question
        first = next((row.said_at for row in self._rows if row.question == asked), now)
        return self._asked_at.get(asked, first)

    def _hints(self) -> list[tuple[str, str]]:
        if self._sitting.kind is SittingKind.OBSERVATION:
            codes = " ".join(behavior.code for behavior in self._guide.behaviors) if self._guide else ""
            first = [(codes, self.tr("what is done"))] if codes else []
        else:
            first = [
                ("1–9", self.tr("speaker")),
                ("“", self.tr("quote")),
                ("+ −", self.tr("agree, dissent")),
                (":", self.tr("nod, laugh, silence")),
            ]
        return [
            *first,
            (";;", self.tr("observer")),
            (">>", self.tr("ask at the end")),
            ("Ctrl ↓", self.tr("next question")),
        ]
