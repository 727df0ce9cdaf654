"""Rhythms of meetings: the days they fall on, and how many of those due were held."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from assessor.analysis.actions import meeting_fidelity
from assessor.instruments.meetings import Cadence
from assessor.operations.meetings import MeetingRow
from assessor.terms import CannotDo, MeetingState

_MOST = 250  # a daily meeting through a school year
_SCHOOL_DAYS = 5  # Monday to Friday


class Rhythm(StrEnum):
    """How often a meeting is planned."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    TWO_WEEKS = "two_weeks"
    MONTHLY = "monthly"


RHYTHM_OF = {
    Cadence.DAILY: Rhythm.DAILY,
    Cadence.WEEKLY: Rhythm.WEEKLY,
    Cadence.MONTHLY: Rhythm.MONTHLY,
}
"""The rhythm a cadence suggests; the others are planned one by one."""


@dataclass(frozen=True)
class KindFidelity:
    """The meetings of one kind in a stretch of time, and what became of them, the oldest first."""

    kind: str
    title: str
    states: tuple[MeetingState, ...]
    due: int
    """Those whose day is past, or that were held or canceled."""
    held: int
    percent: Decimal | None
    """Held as % of those due (domain.md 5.10, K14); None where none was due."""
    open: int
    """Those whose day is past and of which nothing was noted."""


def days_of(rhythm: Rhythm, first: date, until: date | None) -> list[date]:
    """The days of a rhythm, school days only where it is daily; a month too short takes its last day.

    Raises CannotDo where the last day is missing or before the first, or where there would be too many.
    """
    if rhythm is Rhythm.ONCE:
        return [first]
    if until is None:
        raise CannotDo("Say until which day the meetings go on.")
    if until < first:
        raise CannotDo("The last day lies before the first. Choose a later one.")
    found: list[date] = []
    while len(found) <= _MOST and (day := _day(rhythm, first, len(found))) <= until:
        found.append(day)
    if len(found) > _MOST:
        raise CannotDo(f"These would be more than {_MOST} meetings. Choose an earlier last day.")
    return found


def list_fidelity(
    meetings: Sequence[MeetingRow], first: date, last: date, today: date
) -> tuple[KindFidelity, ...]:
    """The meetings from one day to another by kind: what was planned and what was held."""
    rows = sorted((row for row in meetings if first <= row.meets_on <= last), key=lambda row: row.meets_on)
    kinds = sorted({row.kind for row in rows})
    return tuple(_fidelity([row for row in rows if row.kind == kind], today) for kind in kinds)


def is_unlogged(row: MeetingRow, today: date) -> bool:
    """Whether the day of a meeting is past and nothing was noted of it."""
    return row.state is MeetingState.PLANNED and row.meets_on < today


def _fidelity(rows: Sequence[MeetingRow], today: date) -> KindFidelity:
    states = tuple(row.state for row in rows)
    waiting = sum(1 for row in rows if row.state is MeetingState.PLANNED and row.meets_on >= today)
    return KindFidelity(
        kind=rows[0].kind,
        title=rows[0].title,
        states=states,
        due=len(rows) - waiting,
        held=states.count(MeetingState.HELD),
        percent=meeting_fidelity([(row.meets_on, row.state) for row in rows], today),
        open=sum(1 for row in rows if is_unlogged(row, today)),
    )


def _day(rhythm: Rhythm, first: date, number: int) -> date:
    if rhythm is Rhythm.MONTHLY:
        place = first.month - 1 + number
        year, month = first.year + place // 12, place % 12 + 1
        return date(year, month, min(first.day, monthrange(year, month)[1]))
    if rhythm is Rhythm.DAILY:
        if first.weekday() >= _SCHOOL_DAYS:
            first += timedelta(days=7 - first.weekday())
        weeks, left = divmod(first.weekday() + number, _SCHOOL_DAYS)
        return first - timedelta(days=first.weekday()) + timedelta(weeks=weeks, days=left)
    return first + timedelta(weeks=number * (2 if rhythm is Rhythm.TWO_WEEKS else 1))
