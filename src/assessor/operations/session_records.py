"""Everything the printed record of a sitting may say, gathered once: by seat and code, never by name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, select

from assessor.instruments.guides import Guide
from assessor.model import Client, Sitting
from assessor.operations.askings import AskingRow, Course, read_course
from assessor.operations.clients import list_sites
from assessor.operations.guides import get_guide_of
from assessor.operations.remarks import RemarkRow, list_remarks
from assessor.operations.seats import SeatRow
from assessor.operations.sittings import SittingDetails, get_sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, Fidelity, Group, RemarkKind, SittingKind


@dataclass(frozen=True)
class RecordSeat:
    """Someone at the table."""

    label: str
    code: str
    group: Group
    may_be_quoted: bool
    may_be_recorded: bool
    came_at: datetime | None
    """Where they came after the beginning."""
    left_at: datetime | None
    remarks: int


@dataclass(frozen=True)
class RecordTally:
    """How many agreed with a point; people by their seats, where it was noted who."""

    agree: int
    dissent: int
    silent: int
    present: int
    agreeing: tuple[str, ...]
    dissenting: tuple[str, ...]
    neutral: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecordLine:
    """A line of the notes."""

    at: datetime
    who: tuple[str, ...]
    """By their seats; empty where nobody spoke, or nobody knows who did."""
    is_unknown: bool
    kind: RemarkKind
    fidelity: Fidelity
    text: str
    is_said: bool
    """Whether it gives words as they were spoken, more or less closely."""
    is_unfinished: bool
    behavior: str
    tally: RecordTally | None
    seconds: int | None
    """How long it was off the record."""


@dataclass(frozen=True)
class RecordPart:
    """What was noted while one question was asked, from once taking it up to leaving it."""

    code: str
    title: str
    text: str
    is_again: bool
    """Whether it was taken up before."""
    began_at: datetime
    used: int | None
    """Minutes used on the question in all; None where it was taken up before."""
    planned: int
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True)
class SessionRecord:
    """The record of a sitting."""

    code: str
    title: str
    client: str
    kind: SittingKind
    group: Group | None
    site: str
    guide: str
    facilitator: str
    note_taker: str
    is_recorded: bool
    started_at: datetime
    ended_at: datetime | None
    minutes: int
    seats: tuple[RecordSeat, ...]
    present_at_end: int
    parts: tuple[RecordPart, ...]
    not_asked: tuple[str, ...]
    """Codes of the guide's questions nobody asked or spoke to."""
    debrief: tuple[tuple[str, str], ...]
    """Headings and what was written under them; empty ones are left out."""
    identifier: str
    made_at: datetime
    language: str = "en-US"


_DEBRIEF = (
    ("Themes", "themes"),
    ("Surprises", "surprises"),
    ("Differences from earlier groups", "differences"),
    ("Follow-ups", "follow_ups"),
    ("Anything else", "memo"),
)


def find_sitting(engagement: Engagement, code: str) -> str:
    """The id of the sitting with a code such as TCH-FG2. Raises CannotDo when none has it, or several do."""
    with engagement.reading() as session:
        found = session.scalars(select(Sitting.id).where(func.upper(Sitting.code) == code.upper())).all()
        known = session.scalars(select(Sitting.code).where(Sitting.code != "").order_by(Sitting.code)).all()
    if len(found) > 1:
        raise CannotDo(f"{len(found)} sessions have the code {code}. Give each one of its own first.")
    if not found:
        raise CannotDo(f"No session has the code {code}. Known codes: {', '.join(known) or 'none'}.")
    return found[0]


def gather_session_record(
    engagement: Engagement, sitting_id: str, made_at: datetime | None = None
) -> SessionRecord:
    """The record of a sitting. Raises CannotDo where it has not begun, so that there is nothing to print."""
    sitting = get_sitting(engagement, sitting_id)
    remarks = list_remarks(engagement, sitting_id)
    if sitting.started_at is None or not remarks:
        raise CannotDo("Nothing was noted in this session yet, so there is no record to print.")
    guide = get_guide_of(engagement, sitting.guide_key, sitting.guide_version)
    sites = {site.id: site.name for site in list_sites(engagement)}
    end = sitting.ended_at or remarks[-1].said_at
    course = _course(read_course(engagement, sitting_id), remarks)
    touched = {row.question for row in remarks} | {asking.question for asking in course.askings}
    return SessionRecord(
        code=sitting.code,
        title=sitting.title,
        client=_client(engagement),
        kind=sitting.kind,
        group=sitting.group,
        site=sites.get(sitting.site_id or "", ""),
        guide=guide.title if guide else "",
        facilitator=sitting.facilitator,
        note_taker=sitting.note_taker,
        is_recorded=bool(sitting.recording),
        started_at=sitting.started_at,
        ended_at=sitting.ended_at,
        minutes=max(round((end - sitting.started_at).total_seconds() / 60), 1),
        seats=_seats(sitting, remarks),
        present_at_end=sum(seat.is_present(end) for seat in sitting.seats),
        parts=_parts(sitting, remarks, guide, course, end),
        not_asked=tuple(q.code for q in guide.questions if q.code not in touched) if guide else (),
        debrief=tuple((title, getattr(sitting, name)) for title, name in _DEBRIEF if getattr(sitting, name)),
        identifier=sitting.id,
        made_at=made_at or datetime.now(UTC),
    )


def _client(engagement: Engagement) -> str:
    with engagement.reading() as session:
        return session.scalar(select(Client.name)) or ""


def _course(course: Course, remarks: Sequence[RemarkRow]) -> Course:
    """What was asked when; where it was not noted, as the lines tell it."""
    if course.askings:
        return course
    runs: list[AskingRow] = []
    for row in remarks:
        if row.question and (not runs or runs[-1].question != row.question):
            runs.append(AskingRow(row.question, row.said_at))
    return Course(tuple(runs), course.pauses)


def _seats(sitting: SittingDetails, remarks: Sequence[RemarkRow]) -> tuple[RecordSeat, ...]:
    spoke = Counter(code for row in remarks if row.kind is RemarkKind.SAID for code in row.speakers)
    return tuple(
        RecordSeat(
            label=_label(seat),
            code=seat.code,
            group=seat.group,
            may_be_quoted=seat.may_be_quoted,
            may_be_recorded=seat.may_be_recorded,
            came_at=_came_at(seat, sitting.started_at),
            left_at=seat.left_at,
            remarks=spoke[seat.code],
        )
        for seat in sitting.seats
    )


def _came_at(seat: SeatRow, began: datetime | None) -> datetime | None:
    """When they came, where the sitting had begun by then: seated late, or away from its beginning on."""
    if began is None:
        return None
    since = min((back for gone, back in seat.absences if gone <= began), default=seat.joined_at)
    return since if since is not None and since > began else None


def _parts(
    sitting: SittingDetails,
    remarks: Sequence[RemarkRow],
    guide: Guide | None,
    course: Course,
    end: datetime,
) -> tuple[RecordPart, ...]:
    questions = {question.code: question for question in guide.questions} if guide else {}
    labels = {seat.code: _label(seat) for seat in sitting.seats}
    knows_people = bool(sitting.seats) and sitting.kind is not SittingKind.OBSERVATION
    used, seen, parts = course.used(end), set[str](), list[RecordPart]()
    for code, rows in _runs(remarks):
        question = questions.get(code)
        spent = None if code in seen or not code else used.get(code)
        parts.append(
            RecordPart(
                code=code,
                title=question.title if question else "",
                text=question.text if question else "",
                is_again=code in seen,
                began_at=rows[0].said_at,
                used=None if spent is None else round(spent.total_seconds() / 60),
                planned=question.minutes if question else 0,
                lines=tuple(_line(row, labels, knows_people=knows_people) for row in rows),
            )
        )
        seen.add(code)
    return tuple(parts)


def _runs(remarks: Sequence[RemarkRow]) -> list[tuple[str, list[RemarkRow]]]:
    """The lines as they follow each other on one question; a while off the record stays with those before."""
    runs: list[tuple[str, list[RemarkRow]]] = []
    for row in remarks:
        code = row.question
        if not code and row.kind is RemarkKind.OFF_RECORD and runs:
            code = runs[-1][0]
        if not runs or runs[-1][0] != code:
            runs.append((code, []))
        runs[-1][1].append(row)
    return runs


def _line(row: RemarkRow, labels: Mapping[str, str], *, knows_people: bool) -> RecordLine:
    is_said = row.kind is RemarkKind.SAID
    seconds = (row.ended_at - row.said_at).total_seconds() if row.ended_at else None
    return RecordLine(
        at=row.said_at,
        who=_named(row.speakers, labels),
        is_unknown=is_said and knows_people and not row.speakers,
        kind=row.kind,
        fidelity=row.fidelity,
        text=row.text,
        is_said=is_said and (row.is_quote or row.fidelity is not Fidelity.PARAPHRASE),
        is_unfinished=is_said and row.is_unfinished,
        behavior=row.behavior,
        tally=_tally(row, labels),
        seconds=round(seconds) if seconds is not None and row.kind is RemarkKind.OFF_RECORD else None,
    )


def _tally(row: RemarkRow, labels: Mapping[str, str]) -> RecordTally | None:
    if row.agree is None:
        return None
    return RecordTally(
        agree=row.agree,
        dissent=row.dissent or 0,
        silent=row.silent,
        present=row.present or 0,
        agreeing=_named(row.agreeing, labels),
        dissenting=_named(row.dissenting, labels),
        neutral=_named(row.neutral, labels),
    )


def _named(codes: Sequence[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    """People by their seats, in the order of the seats; by their codes where they had none."""
    return tuple(sorted((labels.get(code, code) for code in codes), key=lambda name: (len(name), name)))


def _label(seat: SeatRow) -> str:
    return f"P{seat.number}"
