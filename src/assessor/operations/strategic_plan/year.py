"""The training plan, the review calendar and the partners."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessor.operations.strategic_plan.levels import Health


@dataclass(frozen=True)
class TrainingSession:
    """One training session."""

    code: str  # "T03"
    topic: str
    audience: str
    hours: Decimal | None = None
    when: str = ""  # "Oct 9 and 23"
    attended: str = ""  # "61 of 70"
    health: Health = Health.NOT_STARTED
    status: str = ""  # "Short by 8"; empty: the usual word for its health


@dataclass(frozen=True)
class MeetingDays:
    """One meeting's days through the months of the calendar."""

    name: str  # "M5 Steering group"
    days: tuple[tuple[int, ...], ...] = ()  # for each month, days of the month
    standing: str = ""  # "every week, 30 minutes, time fixed by school" stands across all months
    stressed: bool = False  # in public or yearly


@dataclass(frozen=True)
class Partner:
    """One partner organization (domain.md 5.8)."""

    name: str
    kind: str = ""
    contribution: str = ""
    referral_route: str = ""
    referrals: str = ""  # "44", or "Hidden: fewer than 10"
    active: bool = True


@dataclass(frozen=True)
class Year:
    """Training and the review year."""

    claim: str = ""
    school_year: str = ""  # "2026–27"
    sessions: tuple[TrainingSession, ...] = ()
    training_note: str = ""
    months: tuple[date, ...] = ()  # first days of the months of the calendar
    meetings: tuple[MeetingDays, ...] = ()
    partners_note: str = ""  # one paragraph
    partners: tuple[Partner, ...] = ()
    partners_claim: str = ""
