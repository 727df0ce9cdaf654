"""What the notes of a sitting add up to while it runs: who spoke, who was not heard, what is left to do."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessor.operations.remarks import RemarkRow
from assessor.operations.seats import SeatRow
from assessor.terms import RemarkKind


@dataclass(frozen=True)
class NoteCounts:
    """Counts over the notes; people are participant codes."""

    remarks: Mapping[str, int]
    """Remarks by each who spoke at all."""
    spoke_last: tuple[str, ...]
    agreeing: tuple[str, ...]
    """Of the last tally, where it was noted who."""
    dissenting: tuple[str, ...]
    present: tuple[str, ...]
    not_heard: tuple[str, ...]
    """Those present who said nothing on the question."""
    unfinished: int
    """Quotations begun, to be finished after the session, on any question."""
    signs: Mapping[str, int]
    """Nods, laughter, silence and the like on the question, by their word."""
    behaviors: Mapping[str, int]
    """In an observation, lines by behavior code."""
    parked: tuple[str, ...]
    """What to ask at the end."""
    by_question: Mapping[str, int]
    """Lines by question."""


def count_notes(
    remarks: Sequence[RemarkRow], seats: Sequence[SeatRow], question: str, now: datetime
) -> NoteCounts:
    """Count the notes for the question asked now; `now` decides who is present."""
    said = [row for row in remarks if row.kind is RemarkKind.SAID]
    tallied = next((row for row in reversed(remarks) if row.agree is not None), None)
    present = tuple(seat.code for seat in seats if seat.is_present(now))
    heard = {code for row in said if row.question == question for code in row.speakers}
    signs = Counter(
        row.text.partition(":")[0]
        for row in remarks
        if row.kind is RemarkKind.NONVERBAL and row.question == question
    )
    return NoteCounts(
        remarks=Counter(code for row in said for code in row.speakers),
        spoke_last=next((row.speakers for row in reversed(said) if row.speakers), ()),
        agreeing=tallied.agreeing if tallied else (),
        dissenting=tallied.dissenting if tallied else (),
        present=present,
        not_heard=tuple(code for code in present if code not in heard),
        unfinished=sum(row.is_unfinished for row in remarks),
        signs=signs,
        behaviors=Counter(row.behavior for row in remarks if row.behavior),
        parked=tuple(row.text for row in remarks if row.kind is RemarkKind.PARKED),
        by_question=Counter(row.question for row in remarks if row.question),
    )
