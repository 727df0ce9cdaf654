"""The debrief after a sitting: what its notes add up to, what earlier groups said, whether it is done."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, or_, select

from assessor.model import Remark, Sitting
from assessor.operations.off_record import ON_RECORD
from assessor.operations.remarks import RemarkRow
from assessor.operations.rows import set_values
from assessor.operations.seats import SeatRow
from assessor.operations.sittings import SittingDetails
from assessor.store import Engagement
from assessor.terms import RemarkKind

_STRONGEST = 4


@dataclass(frozen=True)
class Spoke:
    """How often someone at the table spoke."""

    code: str
    remarks: int


@dataclass(frozen=True)
class EarlierSitting:
    """What was written after an earlier sitting of the same kind with the same group."""

    id: str
    code: str
    title: str
    started_at: datetime | None
    themes: str
    surprises: str
    memo: str


@dataclass(frozen=True)
class DebriefFacts:
    """What one writes the debrief from."""

    spoke: tuple[Spoke, ...]
    """Everyone seated, those who spoke most first."""
    agreements: tuple[RemarkRow, ...]
    """The points most agreed with, the strongest first."""
    dissents: tuple[RemarkRow, ...]
    """The points most dissented from."""
    quotes: tuple[RemarkRow, ...]
    unfinished: int
    """Of the quotations, those to be finished."""
    parked: tuple[RemarkRow, ...]
    """What was left for the end."""
    skipped: tuple[str, ...]
    """Codes of the guide's questions that were neither asked nor spoken to."""


def gather_facts(
    sitting: SittingDetails,
    remarks: Sequence[RemarkRow],
    questions: Sequence[str] = (),
    asked: Collection[str] = (),
) -> DebriefFacts:
    """The facts of a sitting; `questions` are the codes of its guide, `asked` those put to people."""
    said = [row for row in remarks if row.kind is RemarkKind.SAID]
    quotes = [row for row in said if row.is_quote]
    touched = {row.question for row in said} | set(asked)
    return DebriefFacts(
        spoke=_spoke(sitting.seats, said),
        agreements=_strongest(said, "agree"),
        dissents=_strongest(said, "dissent"),
        quotes=tuple(quotes),
        unfinished=sum(row.is_unfinished for row in quotes),
        parked=tuple(row for row in remarks if row.kind is RemarkKind.PARKED),
        skipped=tuple(code for code in questions if code not in touched),
    )


def list_earlier(engagement: Engagement, sitting_id: str) -> list[EarlierSitting]:
    """What was written after earlier sittings of the same kind and group, the latest first."""
    with engagement.reading() as session:
        sitting = session.get(Sitting, sitting_id)
        if sitting is None or sitting.started_at is None:
            return []
        rows = session.execute(
            select(
                Sitting.id,
                Sitting.code,
                Sitting.title,
                Sitting.started_at,
                Sitting.themes,
                Sitting.surprises,
                Sitting.memo,
            )
            .where(
                Sitting.kind == sitting.kind,
                Sitting.group.is_(None) if sitting.group is None else Sitting.group == sitting.group,
                Sitting.started_at < sitting.started_at,
                or_(Sitting.themes != "", Sitting.surprises != "", Sitting.memo != ""),
            )
            .order_by(Sitting.started_at.desc())
        )
        return [EarlierSitting(*row) for row in rows]


def finish_debrief(engagement: Engagement, sitting_id: str, at: datetime | None = None) -> None:
    """Mark the debrief of a sitting as done."""
    with engagement.change("Finish debrief") as session:
        set_values(session, Sitting, sitting_id, {"debriefed_at": at or datetime.now(UTC)})


def reopen_debrief(engagement: Engagement, sitting_id: str) -> None:
    """Take up a debrief again that was marked as done."""
    with engagement.change("Reopen debrief") as session:
        set_values(session, Sitting, sitting_id, {"debriefed_at": None})


def list_open_debriefs(engagement: Engagement) -> list[str]:
    """The sittings that are over, were noted, and have no debrief yet, the latest first."""
    noted = select(func.count()).where(Remark.sitting_id == Sitting.id, ON_RECORD).scalar_subquery()
    query = (
        select(Sitting.id)
        .where(Sitting.ended_at.is_not(None), Sitting.debriefed_at.is_(None), noted > 0)
        .order_by(Sitting.started_at.desc())
    )
    with engagement.reading() as session:
        return list(session.scalars(query))


def _spoke(seats: Sequence[SeatRow], said: Sequence[RemarkRow]) -> tuple[Spoke, ...]:
    counts = Counter(code for row in said for code in row.speakers)
    known = {seat.code: counts.pop(seat.code, 0) for seat in seats}
    everyone = {**known, **counts}  # a transcript may name people who were never seated
    return tuple(
        Spoke(code, number) for code, number in sorted(everyone.items(), key=lambda one: (-one[1], one[0]))
    )


def _strongest(said: Sequence[RemarkRow], voice: str) -> tuple[RemarkRow, ...]:
    def share(row: RemarkRow) -> tuple[float, int]:
        count = getattr(row, voice) or 0
        return count / max(row.present or 0, count, 1), count

    counted = [row for row in said if getattr(row, voice)]
    return tuple(sorted(counted, key=share, reverse=True)[:_STRONGEST])
