"""Taking notes of one sitting: each line becomes a remark on Enter, and is kept before that."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent

from assessor.operations import askings, kept_lines, remarks, seats, sittings
from assessor.operations.guides import get_guide_of
from assessor.operations.names import read_names
from assessor.operations.remarks import RemarkRow
from assessor.operations.safeguarding import count_concerns, get_reporting_contact, set_remark_apart
from assessor.operations.typed_lines import ConcernLine, NotedLine, TypedLine, read_line
from assessor.terms import RemarkKind
from assessor.ui.assess.room.line_taker import LineTaker, Taken, Typed
from assessor.ui.assess.room.off_record import OffRecordSwitch
from assessor.ui.assess.room.room_keys import RoomKey
from assessor.ui.assess.room.room_notes import RoomNotes
from assessor.ui.assess.room.shown_room import ShownRoom
from assessor.ui.assess.room.steady_clock import SteadyClock
from assessor.ui.errors import attempt

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_TICK = 1000
_TABLES = frozenset({"remark", "remark_speaker", "remark_voice", "seat", "absence", "sitting", "participant"})


class LiveRoom(ShownRoom):
    """The room of one sitting. `left` when the consultant goes back, `ended` when the sitting is over."""

    left = Signal()
    ended = Signal()
    _heard = Signal(object)

    def __init__(self, engagement: "Engagement", sitting_id: str, clock: SteadyClock | None = None) -> None:
        self._clock = clock or SteadyClock()
        super().__init__(self._clock.now)
        self._engagement, self._sitting_id = engagement, sitting_id
        self._stop_listening: Callable[[], None] = lambda: None
        self._is_own = False
        self.off = OffRecordSwitch(self, engagement, sitting_id, self._clock.now, self._do)
        self._concerns = count_concerns(engagement, sitting_id)[0]
        self._ticking = QTimer(self, interval=_TICK)
        self._ticking.timeout.connect(self._tick)
        self._wire()

    def enter(self) -> bool:
        """Start or resume the sitting, and go on with the line that was kept; True once it is."""
        engagement, sitting_id, now = self._engagement, self._sitting_id, self._clock.now()
        sitting = sittings.get_sitting(engagement, sitting_id)
        if sitting.started_at is None:
            sittings.begin_sitting(engagement, sitting_id, now)
        elif sitting.ended_at is not None:
            askings.resume_sitting(engagement, sitting_id, now)
        guide = get_guide_of(engagement, sitting.guide_key, sitting.guide_version)
        self._notes = RoomNotes(engagement, sitting, guide)
        if guide and guide.questions and not sitting.question:
            sittings.ask_question(engagement, sitting_id, guide.questions[0].code, now)
        self._stop_listening()
        self._stop_listening = engagement.listen(self._heard.emit)
        self.refresh()
        kept = kept_lines.get_line(engagement, sitting_id)
        if kept.text:
            self.input.restore(kept.text, kept.begun_at, is_flagged=kept.is_flagged)
            self.show_named(self._notes)
        self.off.resume()
        self._know_names()
        self._ticking.start()
        self.input.setFocus()
        return True

    def refresh(self) -> None:
        """Show what the file holds now."""
        rows = self._notes.read()
        self.show_room(self._notes, rows)

    def keep_line(self) -> None:
        """Keep the line being typed, now."""
        typed = self.input
        is_kept = self._do(
            lambda: kept_lines.keep_line(
                self._engagement,
                self._sitting_id,
                typed.whole,
                typed.begun_at,
                is_flagged=typed.is_flagged,
            )
        )
        self.kept.show_kept(is_kept)

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
        self.input.asked.connect(self._answer)
        self.strip.chosen.connect(self._ask)
        table, engagement = self.side.table, self._engagement
        table.map.named.connect(self.input.set_speaker)
        table.map.left_or_back.connect(self._leave_or_return)
        table.map.moved.connect(lambda seat, x, y: self._do(lambda: seats.move_seat(engagement, seat, x, y)))
        table.map.evened.connect(lambda: self._do(lambda: seats.arrange_evenly(engagement, self._sitting_id)))
        table.arranging_left.connect(self.input.setFocus)

    def _changed(self, tables: frozenset[str]) -> None:
        """Read anew what others changed, or undo did; what the room itself writes it carries on."""
        if tables & _TABLES and not self._is_own:
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
        self.kept.show_kept(False)
        self.show_named(self._notes)

    def _answer(self, key: RoomKey) -> None:
        if key is RoomKey.FLAG:
            self._flag()
        elif key is RoomKey.CONCERN:
            self._set_apart()
        elif key is RoomKey.OFF_RECORD:
            self.off.switch()
        elif key is RoomKey.END:
            self._end()

    def _note(self) -> None:
        line = self._line()
        if line is None:
            self.problem.tell(self.tr("There is nothing to note yet. Type what was said."))
        else:
            self._take(line)

    def _line(self) -> TypedLine:
        typed = self.input
        if typed.take_behavior() and not typed.text.strip():
            return NotedLine("")  # seen once, and nothing more to say
        has_chip = typed.speakers is not None or bool(typed.behavior)
        return read_line(typed.text if has_chip else typed.whole, typed.seats, speakers=typed.chip)

    def _take(self, line: TypedLine) -> None:
        """Write what was typed, then show what it changed; where it cannot be written it stays."""
        typed, notes, now = self.input, self._notes, self._clock.now()
        beside = Typed(
            typed.begun_at,
            typed.behavior,
            notes.behavior_word(typed.behavior),
            is_unknown=typed.speakers is not None and typed.speakers.is_unknown,
            is_flagged=typed.is_flagged,
        )
        taker = LineTaker(self._engagement, notes.sitting, notes.counts.last_said, notes.questions, now)
        taken: list[Taken] = []
        if line is not None and self._do_own(lambda: taken.append(taker.take(line, beside))):
            typed.clear()
            self._show_taken(taken[0])
            self.kept.show_kept(True)

    def _show_taken(self, taken: Taken) -> None:
        notes = self._notes
        if taken.asked:
            self._ask(taken.asked)
            self.keep_line()  # the line that named the question is done
        elif taken.is_seating:
            notes.read_sitting()
            self.show_seats(notes)
        elif taken.noted:
            self.notes.add_notes(notes.add(taken.noted, self.notes.last))
            self.show_counts(notes)
            self.show_states(notes)
        elif taken.marked:
            self._show_marked(taken.marked)
        else:
            self.show_named(notes)

    def _show_marked(self, remark_id: str) -> None:
        row = self._notes.mark(remark_id)
        if row is None:
            self.refresh()
        else:
            self.notes.show_again(row)
            self.show_counts(self._notes)

    def _flag(self) -> None:
        """Flag the line being typed as a quotation; with none, the last thing said, or take that back."""
        last = self._notes.counts.last_said
        if self.input.whole.strip():
            self.input.flag()
        elif last is None:
            self.problem.tell(self.tr("Nothing was said yet that could be a quotation."))
        elif self._do_own(lambda: remarks.edit_remark(self._engagement, last.id, is_quote=not last.is_quote)):
            self._show_marked(last.id)

    def _set_apart(self) -> None:
        """Set the line being typed apart for safety; with none, the last one noted."""
        line = self._line()
        if self.input.whole.strip():
            text = line.text if isinstance(line, ConcernLine) else self.input.text
            named = self.input.speakers.seats if self.input.speakers else ()
            self._take(ConcernLine(text, named))
            return
        rows = reversed(self.notes.stream.notes.rows)
        last = next(
            (row for row in rows if isinstance(row, RemarkRow) and row.kind is not RemarkKind.OFF_RECORD),
            None,
        )
        if last is None:
            self.problem.tell(self.tr("There is no line yet that could be set apart."))
        else:
            self._do(lambda: set_remark_apart(self._engagement, last.id))

    def _leave_or_return(self, seat_id: str) -> None:
        seat = next(one for one in self._notes.sitting.seats if one.id == seat_id)
        note = seats.leave_seat if seat.is_present(self._clock.now()) else seats.return_to_seat
        self._do(lambda: note(self._engagement, seat_id, self._clock.now()))

    def _move(self, by: int) -> None:
        codes = [question.code for question in self._notes.questions]
        if not codes:
            return
        here = codes.index(self._notes.asked) if self._notes.asked in codes else -1
        there = min(max(here + by, 0), len(codes) - 1)
        if there != here:
            self._ask(codes[there])

    def _ask(self, code: str) -> None:
        now = self._clock.now()
        if self._do_own(lambda: sittings.ask_question(self._engagement, self._sitting_id, code, now)):
            self.notes.add_notes(self._notes.ask())
            self.show_question(self._notes)
            self.show_counts(self._notes)
        self.input.setFocus()

    def _end(self) -> None:
        self.off.come_back()
        if self.input.whole.strip():
            self._note()
        is_noted = not self.input.whole.strip()
        now = self._clock.now()
        if is_noted and self._do(lambda: sittings.end_sitting(self._engagement, self._sitting_id, now)):
            self.ended.emit()

    def _do_own(self, doing: Callable[[], object]) -> bool:
        """Do what the room itself shows afterwards, without reading everything anew."""
        self._is_own = True
        try:
            return self._do(doing)
        finally:
            self._is_own = False

    def _do(self, doing: Callable[[], object]) -> bool:
        """Do something, and say in place why where it cannot be done; whether it was."""
        failed: list[str] = []
        self.problem.clear()
        attempt(doing, failed.append)
        for sentence in failed:
            self.problem.tell(sentence)
        return not failed

    def _tick(self) -> None:
        self.off.tick()
        self.show_time(self._notes)
