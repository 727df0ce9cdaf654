"""Training, the review calendar and the partners."""

from collections import defaultdict
from datetime import date

from assessor.instruments.meetings import get_meeting_library
from assessor.operations.gathering.record import Record
from assessor.operations.meetings import list_meetings
from assessor.operations.partners import PartnerRow, list_partners
from assessor.operations.school_years import school_year
from assessor.operations.strategic_plan.levels import Health
from assessor.operations.strategic_plan.year import MeetingDays, Partner, TrainingSession, Year
from assessor.operations.trainings import TrainingRow, list_trainings
from assessor.store import Engagement
from assessor.terms import MeetingState

_CALENDAR_MONTHS = 11
_FIRST_MONTH = 8
_WEEKLY = 26
_IN_PUBLIC = frozenset({"M8", "BOARD"})


def gather_year(engagement: Engagement, record: Record) -> Year:
    """The year of the plan, from August to June."""
    months = _months(record)
    text = record.chapter("year")
    partners = list_partners(engagement)
    return Year(
        claim=text.claim,
        school_year=school_year(months[0]),
        sessions=tuple(_session(row, record.as_of) for row in list_trainings(engagement)),
        training_note=text.note,
        months=months,
        meetings=_calendar(engagement, months),
        partners_note=text.lede,
        partners=tuple(_partner(row, record.client.public_threshold) for row in partners),
        partners_claim=record.chapter("partners").claim,
    )


def _months(record: Record) -> tuple[date, ...]:
    first = record.as_of.year if record.as_of.month >= 7 else record.as_of.year - 1
    return tuple(
        date(first + (_FIRST_MONTH - 1 + number) // 12, (_FIRST_MONTH - 1 + number) % 12 + 1, 1)
        for number in range(_CALENDAR_MONTHS)
    )


def _session(row: TrainingRow, as_of: date) -> TrainingSession:
    day = row.held_on or row.planned_on
    short = (row.invited or 0) - (row.attended or 0)
    held = row.held_on is not None and row.held_on <= as_of
    if held:
        health, status = (
            (Health.WATCH, f"Short by {short}") if short > 0 and row.is_core else (Health.DONE, "")
        )
    elif row.planned_on is not None and row.planned_on < as_of:
        health, status = Health.LATE, ""
    else:
        health, status = Health.NOT_STARTED, "Planned"
    return TrainingSession(
        code=row.code,
        topic=row.title,
        audience=row.audience,
        hours=row.hours,
        when=f"{day:%b} {day.day}" if day else "",
        attended=f"{row.attended} of {row.invited}" if held and row.invited else "",
        health=health,
        status=status,
    )


def _calendar(engagement: Engagement, months: tuple[date, ...]) -> tuple[MeetingDays, ...]:
    library = {meeting.code: meeting for meeting in get_meeting_library().meetings}
    days: defaultdict[str, defaultdict[date, list[int]]] = defaultdict(lambda: defaultdict(list))
    titles: dict[str, str] = {}
    for meeting in list_meetings(engagement):
        month = meeting.meets_on.replace(day=1)
        if meeting.state is not MeetingState.CANCELLED and month in months:
            days[meeting.kind][month].append(meeting.meets_on.day)
            titles.setdefault(meeting.kind, meeting.title)
    rows = []
    for kind in sorted(days, key=lambda kind: (kind not in library, kind)):
        known = library.get(kind)
        name = f"{kind} {known.title}" if known else titles[kind]
        count = sum(map(len, days[kind].values()))
        rows.append(
            MeetingDays(
                name=name,
                days=() if count > _WEEKLY else tuple(tuple(sorted(set(days[kind][m]))) for m in months),
                standing=known.cadence_text if known and count > _WEEKLY else "",
                stressed=kind in _IN_PUBLIC,
            )
        )
    return tuple(rows)


def _partner(row: PartnerRow, threshold: int) -> Partner:
    few = row.referrals is not None and 0 < row.referrals < threshold
    return Partner(
        name=row.name,
        kind=row.kind,
        contribution=row.contribution,
        referral_route=row.referral_route,
        referrals=f"Hidden: fewer than {threshold}"
        if few
        else ""
        if row.referrals is None
        else f"{row.referrals}",
        active=row.is_active,
    )
