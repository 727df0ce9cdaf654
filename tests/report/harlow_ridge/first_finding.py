"""The first finding of Harlow Ridge, told as in the specimen."""

from assessor.operations.strategic_plan.findings import (
    Confidence,
    Corroboration,
    CountedEvidence,
    CountedShare,
    DocumentRating,
    Finding,
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

F1 = Finding(
    "F1",
    "When a class is disrupted, staff call an officer, because no one has told them whom to call",
    Priority(
        PriorityLevel.HIGH, 74, impact=4, urgency=3, prevalence=4, effort=2, quadrant=Quadrant.QUICK_WIN
    ),
    Confidence(
        ConfidenceLevel.HIGH,
        method_limits=Concern.MINOR,
        relevance=Concern.MINOR,
        note="The log misses calls made in person.",
    ),
    Corroboration(Support.CORROBORATED, methods=5, groups=4),
    brief="Staff call the officer for classroom disruption",
    short_name="Classroom calls",
    topic="who handles a disrupted class",
    category="Roles",
    barrier="discipline drift",
    barrier_code="B-ROL2",
    schools="All six; strongest in the two middle schools",
    goals=("G2",),
    statement=(
        (
            "Nearly half of all calls to officers last year were about phones, dress, lateness or refusal to "
            "work. The agreement says officers do not enforce school rules; it does not say what a teacher "
            "should do instead. In that gap, the officer is the number everyone knows."
        ),
    ),
    quotes=(
        Quote(
            "TCH-FG2-03",
            "I know it is not police work. But it is third period, I have thirty-one kids, and he is the one "
            "who picks up.",
            "Middle school teacher, focus group 2.",
            "Five of seven present agreed.",
        ),
    ),
    counter_voice=Quote(
        "ADM-INT-02",
        "We have a rule for that. I thought everybody knew it.",
        "Administrator, interview.",
        "Others said much the same.",
    ),
    survey=SurveyItem(
        "ROL6",
        "Ordinary rule-breaking here is dealt with by school staff, not by the officer.",
        (
            GroupAnswers(Group.ADM, 14, (0, 7, 14, 50, 29), 4),
            GroupAnswers(Group.PAR, 96, (9, 19, 20, 37, 15), 9),
            GroupAnswers(Group.STU, 214, (11, 22, 20, 36, 11), 12),
            GroupAnswers(Group.TCH, 118, (18, 25, 16, 30, 11), 3, "Teachers, staff"),
            GroupAnswers(Group.SRO, 6, None),
        ),
        "Administrators think the boundary holds. Teachers do not.",
        "spring 2026",
        perception_gap="On figure 1, administrators and teachers stand 38 points apart, the widest gap in "
        "the survey.",
    ),
    evidence_claim="The paper is silent, the log is full, and four groups agree",
    counted=CountedEvidence(
        "School rules are the most common reason for a call.",
        "Share of 402 calls, September 2025 to May 2026.",
        (
            CountedShare("School rules", 46),
            CountedShare("Support and welfare", 24),
            CountedShare("Safety concern", 18),
            CountedShare("Emergency", 12),
        ),
        "Officers’ call log, all six schools. Two coders on 20% of entries, agreement 91%.",
    ),
    document=DocumentRating(
        "B4",
        "A procedure tells staff when to call",
        1,
        "named but no procedure",
        "Agreement of 2019, section 4.2, page 6.",
        Practice.DONE_ONLY,
    ),
    raised_by=(
        RaisedBy(Group.SRO, "6 interviews", Raised.RAISED),
        RaisedBy(Group.ADM, "8 interviews, 14 comments", Raised.ASKED_NOT_RAISED),
        RaisedBy(Group.TCH, "2 focus groups, 61 comments", Raised.RAISED, "in both groups"),
        RaisedBy(Group.STU, "3 focus groups, 88 comments", Raised.RAISED, "in two of three groups"),
        RaisedBy(Group.PAR, "2 focus groups, 34 comments", Raised.RAISED, "in one of two groups"),
        RaisedBy(Group.PRT, "", Raised.NOT_ASKED),
    ),
    raised_percent=80,
    other_explanation="Some we interviewed think the calls reflect a shortage of counselors, not unclear "
    "rules. Both can be true: the two schools without a full-time counselor make 58% of rule calls.",
    proposal="One page that tells staff whom to call for what; an office that sorts calls before they reach "
    "an officer; and 45 minutes of practice in every school.",
)
