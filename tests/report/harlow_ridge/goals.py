"""The four goals of Harlow Ridge; goal 2 is the one of the specimen."""

from datetime import date
from decimal import Decimal

from assessor.operations.strategic_plan.goals import (
    ActionStep,
    Goal,
    Objective,
    Risk,
    Smart,
    Track,
    TrackPoint,
)
from assessor.operations.strategic_plan.levels import Health
from assessor.terms import ActionStatus, Direction

DONE, GOING, WAITING = ActionStatus.DONE, ActionStatus.IN_PROGRESS, ActionStatus.NOT_STARTED
AS_OF = date(2027, 1, 29)

G1 = Goal(
    "G1",
    "One agreement that everyone knows",
    findings=("F2", "F8"),
    objectives=(
        Objective(
            "By June 30, 2027, revise and sign the agreement so that rubric groups A and B score "
            "80% or more.",
            Smart(
                "both organizations, one text",
                "rubric groups A and B, two reviewers",
                "from 54%; most gaps are known",
                "answers F2 and F8",
                "signed by June 30, 2027",
            ),
            milestones=("Draft to both counsels by March 15, 2027", "Public comment closes May 14, 2027"),
        ),
    ),
    actions=(
        ActionStep(
            "A1.1",
            "Form a joint drafting team",
            "Superintendent",
            "Sep 1, 2026",
            None,
            DONE,
            Health.DONE,
            evidence="Letter, both heads",
        ),
        ActionStep(
            "A1.2",
            "Map the gaps from the rubric",
            "Joint drafting team",
            "Dec 11, 2026",
            None,
            DONE,
            Health.DONE,
            evidence="Gap list",
            asked="Principals, officers",
        ),
        ActionStep(
            "A1.3",
            "Review by counsel of both sides",
            "Counsel",
            "Mar 15, 2027",
            None,
            WAITING,
            Health.NOT_STARTED,
            evidence="Two memos",
            told="Steering group",
        ),
    ),
    as_of=AS_OF,
)

G2 = Goal(
    "G2",
    "Discipline stays with educators",
    findings=("F1", "F7"),
    objectives=(
        Objective(
            "By June 30, 2027, cut staff calls to officers about school rules from 3.4 to 2.1 per 100 "
            "students a year.",
            Smart(
                "staff of all six schools, calls coded “school rules”",
                "K05 and K06, officers’ call log, checked by two coders",
                "a cut of 38% in a year; 21% reached so far",
                "answers F1 and F7",
                "reviewed each term, ends June 30, 2027",
            ),
            Track(
                "Calls to an officer about school rules, per 100 students a year.",
                TrackPoint(Decimal("3.4"), "Baseline, 2025–26"),
                TrackPoint(Decimal("2.1"), "Target, June 2027"),
                Direction.LOWER,
                TrackPoint(Decimal("2.7"), "Now, at fall’s pace"),
                TrackPoint(Decimal("1.2"), "Outlook, June 2029"),
                "More than half of the way after one term",
                "K05",
            ),
        ),
    ),
    actions=(
        ActionStep(
            "A2.1",
            "Write a one-page call guide and post it in every room",
            "District safety director",
            "Aug 3, 2026",
            None,
            DONE,
            Health.DONE,
            evidence="Page, 6 photos",
        ),
        ActionStep(
            "A2.2",
            "Give every office a script that sorts calls",
            "Assistant principals",
            "Sep 14, 2026",
            None,
            DONE,
            Health.DONE,
            evidence="Script, 6 sign-offs",
        ),
        ActionStep(
            "A2.3",
            "Run a 45-minute practice in each school",
            "District training lead",
            "Nov 20, 2026",
            None,
            GOING,
            Health.WATCH,
            "4 of 6 schools",
            "Attendance sheets",
        ),
        ActionStep(
            "A2.4",
            "Review ten sampled calls a month with officers",
            "Safety director",
            "monthly",
            None,
            GOING,
            Health.ON_TIME,
            evidence="Review notes",
        ),
        ActionStep(
            "A2.5",
            "Name a counselor back-up for the two schools without one",
            "Student services director",
            "",
            date(2027, 1, 15),
            ActionStatus.BLOCKED,
            Health.LATE,
            "no funding",
            "Staffing memo",
        ),
        ActionStep(
            "A2.6",
            "Write the boundary into the single agreement",
            "Joint drafting team",
            "Jun 30, 2027",
            None,
            WAITING,
            Health.NOT_STARTED,
            evidence="Signed agreement",
        ),
    ),
    as_of=AS_OF,
    watch_beside="A fall in calls is no success if suspensions rise. K09 stood at 4.1 per 100 students "
    "before and 4.0 after.",
    risks=(
        Risk(
            "Without A2.5 two schools have no one else to call.",
            "the superintendent decides on cover by February 26.",
        ),
    ),
)

G3 = Goal(
    "G3",
    "Meet every week, settle it early",
    findings=("F3", "F4"),
    rationale=(
        (
            "Two schools show that a fixed half hour works. The goal is to make it the rule in all six, and "
            "to give disagreements a path that both sides know."
        ),
    ),
    objectives=(
        Objective(
            "Hold at least 90% of planned weekly meetings by June 2027.",
            Smart(specific="all six schools", measured="K14, shared log", relevant="answers F3"),
            Track(
                "Weekly meetings held, percent of planned.",
                TrackPoint(Decimal(50), "Baseline, 2025–26"),
                TrackPoint(Decimal(90), "Target, June 2027"),
                Direction.HIGHER,
                TrackPoint(Decimal(81), "Now, January 2027"),
                claim="Four meetings in five are held",
                measure="K14",
                limits=(Decimal(0), Decimal(100)),
            ),
        ),
        Objective(
            "Close nine in ten logged disagreements at step 1 or 2 within ten school days.",
            Smart(measured="K12, ladder log", relevant="answers F4"),
        ),
    ),
    actions=(
        ActionStep(
            "A3.1",
            "Fix a time in every school",
            "Principals",
            "Oct 2, 2026",
            None,
            DONE,
            Health.DONE,
            evidence="Six calendars",
        ),
        ActionStep(
            "A3.4",
            "Adopt the ladder and practice it",
            "Both supervisors",
            "Nov 6, 2026",
            None,
            DONE,
            Health.DONE,
            evidence="Adoption e-mail",
        ),
    ),
    as_of=AS_OF,
)

G4 = Goal(
    "G4",
    "Right information, right people",
    findings=("F5", "F6", "F9"),
    objectives=(Objective("By June 30, 2027, every officer and administrator passes a records quiz."),),
    actions=(
        ActionStep(
            "A4.2",
            "Send notices from one shared form",
            "Records owner",
            "Dec 1, 2026",
            None,
            GOING,
            Health.ON_TIME,
        ),
    ),
    as_of=AS_OF,
    risks=(Risk("The quiz becomes a formality."),),
)

GOALS = (G1, G2, G3, G4)
