"""Six measures of Harlow Ridge by school month."""

from datetime import date
from decimal import Decimal

from assessor.operations.strategic_plan.levels import Health
from assessor.operations.strategic_plan.measures import ActionMark, Measure, Measures, MeasureValue
from assessor.terms import Direction

SCHOOL_MONTHS = (
    *(date(2025, month, 1) for month in range(9, 13)),
    *(date(2026, month, 1) for month in (1, 2, 3, 4, 5, 9, 10, 11, 12)),
    date(2027, 1, 1),
)


def _values(text: str) -> tuple[MeasureValue, ...]:
    return tuple(
        MeasureValue(month, Decimal(value)) for month, value in zip(SCHOOL_MONTHS, text.split(), strict=True)
    )


MEASURES = Measures(
    claim="Calls are falling and meetings are held.\nNotice to families has not moved.",
    caption="Six measures by school month, September 2025 to January 2027.",
    baseline_of="the school year before the plan",
    target_on=date(2027, 6, 30),
    left_out="June to August are left out.",
    measures=(
        Measure(
            "K06",
            "Calls about school rules",
            "per 100 students",
            Direction.LOWER,
            _values(".38 .37 .40 .35 .39 .41 .37 .39 .37 .33 .31 .29 .30 .28"),
            Decimal("0.38"),
            Decimal("0.23"),
            (ActionMark(date(2026, 9, 1), "A2.1, A2.2"),),
            Health.ON_TIME,
            definition="Calls to an officer coded “school rules” ÷ enrollment × 100",
            source="Call log, two coders",
            take_care="Better logging raises it first",
        ),
        Measure(
            "K14",
            "Weekly meetings held",
            "percent of planned",
            Direction.HIGHER,
            _values("48 52 50 41 47 55 53 50 52 62 70 76 72 81"),
            Decimal(50),
            Decimal(90),
            (ActionMark(date(2026, 9, 1), "A3.1"),),
            Health.ON_TIME,
        ),
        Measure(
            "K12",
            "Disagreements settled low",
            "percent, step 1 or 2",
            Direction.HIGHER,
            _values("50 40 50 60 50 40 50 60 50 55 67 75 71 80"),
            Decimal(50),
            Decimal(90),
            (ActionMark(date(2026, 10, 1), "A3.4"),),
            Health.ON_TIME,
            definition="Disagreements closed at step 1 or 2 ÷ all logged",
            source="Ladder log",
            take_care="Few cases: 4 to 7 a month",
        ),
        Measure(
            "K16",
            "Families told in time",
            "percent within limit",
            Direction.HIGHER,
            _values("72 70 75 71 74 70 73 76 72 74 71 75 73 74"),
            Decimal(72),
            Decimal(95),
            (ActionMark(date(2026, 11, 1), "A4.2"),),
            Health.LATE,
            definition="Notices sent within the limit ÷ notices required",
            source="Notice log",
            take_care="Limits differ by event",
        ),
        Measure(
            "K20",
            "Core training complete",
            "percent complete",
            Direction.HIGHER,
            _values("22 22 22 26 26 30 30 30 30 43 43 52 52 61"),
            Decimal(30),
            Decimal(100),
            (ActionMark(date(2026, 9, 1), "T03"), ActionMark(date(2027, 1, 1), "T02")),
            Health.WATCH,
            definition="Officers and administrators with the core set ÷ all required",
            source="Certificates",
            take_care="Counts hours and topic",
        ),
        Measure(
            "K09",
            "Suspensions",
            "per 100 students",
            Direction.LOWER,
            _values(".42 .40 .41 .43 .39 .42 .41 .40 .41 .42 .40 .41 .39 .40"),
            Decimal("0.41"),
            None,
            (),
            Health.ON_TIME,
            "Steady",
            balance=True,
        ),
    ),
    signals="A signal is six months in a row on one side of the baseline. K06 and K14 show one; the others "
    "do not yet. A run chart shows when something changed, not why.",
)
