"""Training, calendar and partners of Harlow Ridge."""

from datetime import date
from decimal import Decimal

from assessor.operations.strategic_plan.levels import Health
from assessor.operations.strategic_plan.year import MeetingDays, Partner, TrainingSession, Year

MONTHS = tuple(date(2026, month, 1) for month in range(8, 13)) + tuple(
    date(2027, month, 1) for month in range(1, 7)
)


def _meeting(name: str, days: str, *, stressed: bool = False) -> MeetingDays:
    cells = days.split()
    return MeetingDays(
        name,
        tuple(() if cell == "." else tuple(int(day) for day in cell.split(",")) for cell in cells),
        stressed=stressed,
    )


YEAR = Year(
    claim="Learn side by side, then look at the results together",
    school_year="2026–27",
    sessions=(
        TrainingSession(
            "T03",
            "Walk through the agreement together",
            "Officers, administrators",
            Decimal(2),
            "Aug 12",
            "12 of 12 pairs",
            Health.DONE,
        ),
        TrainingSession(
            "T05",
            "De-escalation and crisis communication",
            "Officers, staff",
            Decimal(6),
            "Oct 9 and 23",
            "61 of 70",
            Health.ON_TIME,
        ),
        TrainingSession(
            "T02",
            "The administrator’s half of the partnership",
            "Administrators",
            Decimal(3),
            "Jan 22",
            "9 of 17",
            Health.WATCH,
            "Short by 8",
        ),
        TrainingSession(
            "T15",
            "Student rights, records and searches",
            "Officers, administrators",
            Decimal(3),
            "Mar 5",
            status="Planned",
        ),
        TrainingSession(
            "T09",
            "Students with disabilities",
            "Officers, administrators",
            Decimal(4),
            "Apr 16",
            status="Planned",
        ),
    ),
    training_note="Core set for every officer and at least one administrator per school: T02, T03, T05, T15. "
    "Feeds measures K20 and K21.",
    months=MONTHS,
    meetings=(
        MeetingDays("M2 Officer and administrator", standing="every week, 30 minutes, time fixed by school"),
        _meeting("M3 Three-way with supervisor", "19 16 14 18 16 13 17 17 14 19 9"),
        _meeting("M5 Steering group", "26 . 7 . 2 . 3 24 . 5 ."),
        _meeting("M4 Data review", ". . . 20 . . . 12 . . 11"),
        _meeting("M6 Student and family panel", ". . 21 . . . 24 . . 12 ."),
        _meeting("Training", "12 . 9,23 . . 22 . 5 16 . ."),
        _meeting("M8 Annual leadership review", ". . . . . . . . . . 18", stressed=True),
        _meeting("Report to the Board, in public", ". . . . . . 9 . . . 22", stressed=True),
    ),
    partners_note="Youth mediation center, county behavioral health, two family groups. Nine of eleven made "
    "or took a referral this term.",
    partners=(
        Partner(
            "Youth mediation center",
            "Restorative justice",
            "Mediators, two days a week",
            "Form from the assistant principal",
            "44",
        ),
        Partner(
            "County behavioral health",
            "Mental health",
            "Mobile team",
            "Counselor calls the intake line",
            "31",
        ),
        Partner("Harlow Ridge Parents United", "Family group", "Interpreters, parent nights", active=True),
        Partner("Ridge Boys and Girls Club", "Mentoring", "After-school places", active=False),
    ),
)
