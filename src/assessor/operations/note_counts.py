"""What the notes of a sitting add up to while it runs: who spoke, who was not heard, what is left to do."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from assessor.model import Participant, Remark, RemarkSpeaker
from assessor.operations.off_record import ON_RECORD
from assessor.operations.remarks import RemarkRow, get_remarks
from assessor.operations.seats import SeatRow
from assessor.operations.typed_lines import ELLIPSES, is_stub
from assessor.store import Engagement
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
    neutral: tuple[str, ...]
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


@dataclass
class RunningCounts:
    """Counts that go on line by line, so that no line need be read again for the next."""

    remarks: Counter[str] = field(default_factory=Counter)
    heard: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Who spoke on a question."""
    signs: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    behaviors: Counter[str] = field(default_factory=Counter)
    by_question: Counter[str] = field(default_factory=Counter)
    newest: dict[str, RemarkRow] = field(default_factory=dict)
    """The last line on each question."""
    parked: list[str] = field(default_factory=list)
    unfinished: int = 0
    last_said: RemarkRow | None = None
    spoke_last: tuple[str, ...] = ()
    tallied: RemarkRow | None = None

    def add(self, row: RemarkRow) -> None:
        """Count a line at the end of the notes; a while off the record is none."""
        if row.kind is RemarkKind.OFF_RECORD:
            return
        if row.kind is RemarkKind.SAID:
            self.remarks.update(row.speakers)
            self.heard[row.question].update(row.speakers)
            self.last_said = row
            self.spoke_last = row.speakers or self.spoke_last
        elif row.kind is RemarkKind.NONVERBAL:
            self.signs[row.question][_sign(row.text)] += 1
        elif row.kind is RemarkKind.PARKED:
            self.parked.append(row.text)
        if row.behavior:
            self.behaviors[row.behavior] += 1
        if row.question:
            self.by_question[row.question] += 1
            self.newest[row.question] = row
        self.unfinished += row.is_unfinished
        self.tallied = row if row.agree is not None else self.tallied

    def mark(self, before: RemarkRow, after: RemarkRow) -> None:
        """Count what was marked on the last remark: who agreed, or that it is a quotation."""
        self.unfinished += after.is_unfinished - before.is_unfinished
        self.last_said = after
        if after.question:
            self.newest[after.question] = after
        self.tallied = after if after.agree is not None else self.tallied

    def count(self, seats: Sequence[SeatRow], question: str, now: datetime) -> NoteCounts:
        """The counts for the question asked now; `now` decides who is present."""
        present = tuple(seat.code for seat in seats if seat.is_present(now))
        heard = self.heard.get(question, set())
        return NoteCounts(
            remarks=self.remarks,
            spoke_last=self.spoke_last,
            agreeing=self.tallied.agreeing if self.tallied else (),
            dissenting=self.tallied.dissenting if self.tallied else (),
            neutral=self.tallied.neutral if self.tallied else (),
            present=present,
            not_heard=tuple(code for code in present if code not in heard),
            unfinished=self.unfinished,
            signs=self.signs.get(question, {}),
            behaviors=self.behaviors,
            parked=tuple(self.parked),
            by_question=self.by_question,
        )


def count_notes(
    remarks: Sequence[RemarkRow], seats: Sequence[SeatRow], question: str, now: datetime
) -> NoteCounts:
    """Count notes that were read; `question` is the one asked now, `now` decides who is present."""
    running = RunningCounts()
    for row in remarks:
        running.add(row)
    return running.count(seats, question, now)


def read_counts(engagement: Engagement, sitting_id: str) -> RunningCounts:
    """The counts over all notes of a sitting, summed where they are kept."""
    counts = RunningCounts()
    with engagement.reading() as session:
        _count_speakers(session, sitting_id, counts)
        _count_lines(session, sitting_id, counts)
        _read_unfinished(session, sitting_id, counts)
        newest = _newest(session, sitting_id)
        rows = {row.id: row for row in get_remarks(engagement, list(newest.values()))}
    counts.last_said = rows.get(newest.get("said", ""))
    counts.tallied = rows.get(newest.get("tallied", ""))
    spoke_last = rows.get(newest.get("spoke", ""))
    counts.spoke_last = spoke_last.speakers if spoke_last else ()
    counts.newest = {
        name.removeprefix("on "): rows[row_id] for name, row_id in newest.items() if name.startswith("on ")
    }
    return counts


def _count_speakers(session: Session, sitting_id: str, counts: RunningCounts) -> None:
    query = (
        select(Remark.question, Participant.code, func.count())
        .join(RemarkSpeaker, RemarkSpeaker.remark_id == Remark.id)
        .join(Participant, Participant.id == RemarkSpeaker.participant_id)
        .where(Remark.sitting_id == sitting_id, Remark.kind == RemarkKind.SAID)
        .group_by(Remark.question, Participant.code)
    )
    for question, code, number in session.execute(query):
        counts.remarks[code] += number
        counts.heard[question].add(code)


def _count_lines(session: Session, sitting_id: str, counts: RunningCounts) -> None:
    lines = (
        select(Remark.question, Remark.behavior, func.count())
        .where(Remark.sitting_id == sitting_id, ON_RECORD)
        .group_by(Remark.question, Remark.behavior)
    )
    for question, behavior, number in session.execute(lines):
        if question:
            counts.by_question[question] += number
        if behavior:
            counts.behaviors[behavior] += number
    aside = (
        select(Remark.kind, Remark.question, Remark.text)
        .where(Remark.sitting_id == sitting_id, Remark.kind.in_((RemarkKind.NONVERBAL, RemarkKind.PARKED)))
        .order_by(Remark.position)
    )
    for kind, question, text in session.execute(aside):
        if kind is RemarkKind.PARKED:
            counts.parked.append(text)
        else:
            counts.signs[question][_sign(text)] += 1


def _read_unfinished(session: Session, sitting_id: str, counts: RunningCounts) -> None:
    begun = or_(*(Remark.text.contains(mark, autoescape=True) for mark in ELLIPSES))
    query = select(Remark.text).where(Remark.sitting_id == sitting_id, Remark.is_quote, begun)
    counts.unfinished = sum(is_stub(text) for text in session.scalars(query))


def _newest(session: Session, sitting_id: str) -> dict[str, str]:
    """Ids of the last remark, the last tallied one, the last whose speaker is known, and of each question."""
    here = and_(Remark.sitting_id == sitting_id, ON_RECORD)
    said = Remark.kind == RemarkKind.SAID
    spoken = select(RemarkSpeaker.id).where(RemarkSpeaker.remark_id == Remark.id).exists()
    wanted = {"said": said, "tallied": Remark.agree.is_not(None), "spoke": said & spoken}
    ids = {
        name: session.scalar(select(Remark.id).where(here, which).order_by(Remark.position.desc()).limit(1))
        for name, which in wanted.items()
    }
    last = select(func.max(Remark.position)).where(here, Remark.question != "").group_by(Remark.question)
    on = session.execute(select(Remark.question, Remark.id).where(here, Remark.position.in_(last)))
    ids |= {f"on {question}": remark_id for question, remark_id in on if question}
    return {name: remark_id for name, remark_id in ids.items() if remark_id}


def _sign(text: str) -> str:
    return text.partition(":")[0]
