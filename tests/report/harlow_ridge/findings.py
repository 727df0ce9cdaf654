"""The nine findings of Harlow Ridge; those after the first are told briefly."""

from tests.report.harlow_ridge.first_finding import F1

from assessor.operations.strategic_plan.findings import (
    Confidence,
    Corroboration,
    DocumentRating,
    Finding,
    Findings,
    GroupAnswers,
    Priority,
    RaisedBy,
    SurveyItem,
)
from assessor.operations.strategic_plan.front import Quote
from assessor.operations.strategic_plan.levels import (
    Concern,
    ConfidenceLevel,
    PriorityLevel,
    Quadrant,
    Support,
)
from assessor.terms import Group, Practice, Raised

HIGH, MEDIUM, LOW = PriorityLevel.HIGH, PriorityLevel.MEDIUM, PriorityLevel.LOW
SURE, LIKELY, POSSIBLE = ConfidenceLevel.HIGH, ConfidenceLevel.MODERATE, ConfidenceLevel.LOW
QUICK, PROJECT = Quadrant.QUICK_WIN, Quadrant.MAJOR_PROJECT

F2 = Finding(
    "F2",
    "Two agreements are in circulation, and each side works from its own",
    Priority(HIGH, 85, impact=5, urgency=5, prevalence=2, effort=3, quadrant=PROJECT),
    Confidence(SURE, adequacy=Concern.MINOR),
    Corroboration(Support.CORROBORATED, methods=3, groups=3),
    brief="Two agreements are in circulation",
    short_name="Two agreements",
    topic="two versions of one agreement",
    category="Roles",
    barrier="unclear agreement",
    barrier_code="B-ROL1",
    schools="All six",
    goals=("G1",),
    statement=(
        (
            "The District files a version signed in 2019. The Police Department trains from an amended "
            "draft of 2022 that was never signed. They differ on questioning, on searches and on who may "
            "send an officer to another school."
        ),
        "Most principals appointed since 2023 had seen neither when we asked.",
    ),
    quotes=(Quote("SRO-INT-04", "Mine says one thing, hers says another. We laughed, and then we did not."),),
    document=DocumentRating(
        "A1",
        "Current, signed agreement",
        1,
        "old or partly signed; still relied on",
        "Agreement of 2019; draft of 2022.",
        Practice.NEITHER,
    ),
    raised_by=(
        RaisedBy(Group.SRO, "6 interviews", Raised.RAISED),
        RaisedBy(Group.ADM, "8 interviews", Raised.RAISED),
        RaisedBy(Group.TCH, "2 focus groups", Raised.ASKED_NOT_RAISED),
        RaisedBy(Group.PRT, "9 interviews", Raised.RAISED),
    ),
    raised_percent=75,
    proposal="One drafting team from both sides, one text, and a signing in public before June 30, 2027.",
)

F5 = Finding(
    "F5",
    "Privacy rules are read in two opposite ways: some share everything, some share nothing",
    Priority(HIGH, 83, impact=5, urgency=4, prevalence=3, effort=3, quadrant=PROJECT),
    Confidence(SURE, method_limits=Concern.MINOR),
    Corroboration(Support.CORROBORATED, methods=4, groups=3),
    brief="Privacy rules are read in two opposite ways",
    short_name="Privacy rules",
    category="Information",
    barrier="privacy rules misunderstood",
    barrier_code="B-INF1",
    schools="All six",
    goals=("G4",),
    statement=(
        (
            "Officers and administrators named the same law and drew opposite lessons from it. In three "
            "schools an officer reads the discipline file without a log; in the others an officer is "
            "refused facts that bear on safety."
        ),
    ),
    quotes=(
        Quote("ADM-INT-07", "I was told never to share anything. So I do not.", "Administrator, interview."),
    ),
    survey=SurveyItem(
        "INF1",
        "I know which student information I may share with the officer, and when.",
        (
            GroupAnswers(Group.ADM, 14, (7, 29, 21, 29, 14), 0),
            GroupAnswers(Group.TCH, 118, (22, 31, 19, 20, 8), 17, "Teachers, staff"),
            GroupAnswers(Group.SRO, 6, None),
        ),
        "Fewer than half know what they may share.",
        "spring 2026",
    ),
    raised_by=(
        RaisedBy(Group.SRO, "6 interviews", Raised.RAISED),
        RaisedBy(Group.ADM, "8 interviews", Raised.RAISED),
        RaisedBy(Group.PRT, "9 interviews", Raised.ASKED_NOT_RAISED),
    ),
    raised_percent=67,
    proposal="A one-page gate card, a records owner in each school, and a log of what was shared and why.",
)

F9 = Finding(
    "F9",
    "Support plans reach the officer late, or after the event",
    Priority(HIGH, 59, impact=5, urgency=4, prevalence=2, effort=4, quadrant=PROJECT, raised_by_flag="legal"),
    Confidence(POSSIBLE, Concern.MODERATE, Concern.MINOR, Concern.MODERATE, Concern.MINOR),
    Corroboration(Support.PARTLY, methods=2, groups=1),
    brief="Support plans reach the officer late",
    short_name="Support plans",
    category="Equity",
    barrier="disability supports bypassed",
    barrier_code="B-EQU2",
    schools="Known in three",
    goals=("G4",),
    statement=(
        (
            "In some of the events we reviewed, the officer learned of a behavior plan only when the event "
            "was over. The number of events is small, and we saw only those that were written down."
        ),
    ),
    proposal="The officer sees the minimum of each plan that bears on safety, before it is needed.",
)


def _brief(
    code: str,
    claim: str,
    priority: Priority,
    sure: ConfidenceLevel,
    short_name: str,
    goal: str,
    category: tuple[str, str, str],
    statement: str,
    quote: Quote | None = None,
) -> Finding:
    return Finding(
        code,
        claim,
        priority,
        Confidence(sure),
        Corroboration(Support.CORROBORATED, 3, 2),
        short_name=short_name,
        category=category[0],
        barrier=category[1],
        barrier_code=category[2],
        goals=(goal,),
        statement=(statement,),
        quotes=(quote,) if quote else (),
        proposal="See the actions of the goal.",
    )


F7 = _brief(
    "F7",
    "Officers train; administrators do not",
    Priority(MEDIUM, 63, 4, 3, 2, 4, PROJECT),
    SURE,
    "Joint training",
    "G2",
    ("Training", "administrators untrained", "B-TRN2"),
    "Officers met the yearly hours their department asks for. Few administrators could name a session they "
    "had attended on working with an officer, and none was required to.",
    Quote("ADM-INT-03", "I got the keys and a radio. That was the training."),
)
F3 = _brief(
    "F3",
    "No fixed weekly meeting in four of six schools",
    Priority(MEDIUM, 62, 4, 3, 3, 2, QUICK),
    LIKELY,
    "Weekly meeting",
    "G3",
    ("Communication", "no regular contact", "B-COM1"),
    "Two schools hold a fixed half hour every week and keep it. In the others, officer and administrator "
    "meet in corridors and at the gate, and learn of changes late.",
    Quote("SRO-INT-02", "I find out at the bell, like everyone else."),
)
F6 = _brief(
    "F6",
    "Families do not know the complaint route",
    Priority(MEDIUM, 58, 4, 3, 2, 1, QUICK),
    LIKELY,
    "Complaints",
    "G4",
    ("Accountability", "weak complaint route", "B-ACC1"),
    "A route exists on paper in the Police Department’s manual. No school posts it, it is not in Spanish, "
    "and most family members we heard would ask the front office.",
)
F4 = _brief(
    "F4",
    "Disagreements have no path",
    Priority(MEDIUM, 52, 4, 2, 3, 2, QUICK),
    LIKELY,
    "No path",
    "G3",
    ("Conflict", "no path for disagreement", "B-CON1"),
    "When officer and administrator disagree, the matter ends with whoever is more patient, or goes straight "
    "to the superintendent and the chief. Nothing lies between.",
    Quote("ADM-INT-06", "We let it go. Then we had it again in March."),
)
F8 = _brief(
    "F8",
    "An absent officer is not replaced",
    Priority(LOW, 44, 3, 2, 2, 4, Quadrant.RECONSIDER),
    LIKELY,
    "Absence cover",
    "G1",
    ("Resources", "absence cover", "B-RES1"),
    "On most days an officer was absent, no one came instead, and the school was told by text after the "
    "first bell.",
)

FINDINGS = Findings((F1, F2, F3, F4, F5, F6, F7, F8, F9))
