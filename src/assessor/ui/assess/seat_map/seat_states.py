"""What the seat map says of each seat, read from the notes: who speaks, who agreed, who is not there."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.note_counts import NoteCounts
from assessor.operations.seats import SeatRow
from assessor.ui.assess.seat_map.seat_items import SeatState, Voice
from assessor.ui.assess.sittings.sitting_words import clock, people_words, remarks_words, seat_label, tr

_VOICES = {
    Voice.AGREES: QT_TRANSLATE_NOOP("sittings", "agrees"),
    Voice.DISSENTS: QT_TRANSLATE_NOOP("sittings", "dissents"),
    Voice.NEUTRAL: QT_TRANSLATE_NOOP("sittings", "neutral"),
    Voice.SILENT: QT_TRANSLATE_NOOP("sittings", "silent"),
}


def seat_states(counts: NoteCounts, seats: Sequence[SeatRow], named: Sequence[int]) -> dict[str, SeatState]:
    """The state of each seat by its id; `named` are the seats named in the line being typed."""
    return {
        seat.id: SeatState(
            count=counts.remarks.get(seat.code, 0),
            is_now=seat.number in named,
            was_last=seat.code in counts.spoke_last,
            is_there=seat.code in counts.present,
            voice=_voice(counts, seat.code),
        )
        for seat in seats
    }


def seat_words(seat: SeatRow, state: SeatState) -> str:
    """A seat and its state in words."""
    words = [seat_label(seat.number), seat.code]
    if state.is_now:
        words.append(tr("speaks now"))
    if state.was_last:
        words.append(tr("spoke last"))
    if state.count is not None:
        words.append(remarks_words(state.count))
    if state.voice:
        words.append(tr(_VOICES[state.voice]))
    if not state.is_there:
        words.append(tr("not there"))
    return ", ".join(words)


def present_words(present: int, seats: int) -> str:
    """How many are there."""
    return tr("{present} of {seats} present").format(present=present, seats=seats)


def gone_words(seats: Sequence[SeatRow], now: datetime) -> str:
    """Who was there and left, and who is still to come."""
    left = tr("{seat} left at {time}")
    words = [
        left.format(seat=seat_label(seat.number), time=clock(seat.left_at, seconds=False))
        for seat in seats
        if seat.left_at is not None and seat.left_at <= now
    ]
    return ", ".join(words)


def seated_words(seats: Sequence[SeatRow]) -> str:
    """How many are to sit there, before it begins."""
    return people_words(len(seats)) if seats else tr("Nobody seated yet")


def _voice(counts: NoteCounts, code: str) -> Voice:
    for voice, codes in (
        (Voice.AGREES, counts.agreeing),
        (Voice.DISSENTS, counts.dissenting),
        (Voice.NEUTRAL, counts.neutral),
    ):
        if code in codes:
            return voice
    is_tallied = bool(counts.agreeing or counts.dissenting or counts.neutral)
    return Voice.SILENT if is_tallied and code in counts.present else Voice.NONE
