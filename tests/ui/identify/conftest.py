"""What tests of the findings screen share: an engagement with the findings of the specimen."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from tests.respondents import answered, scores

from assessor.model import (
    CriterionRating,
    Document,
    Goal,
    GoalFinding,
    Measure,
    MeasureValue,
    Participant,
    Passage,
    PolicyReview,
    Remark,
    RemarkCode,
    RemarkSpeaker,
    Site,
    Sitting,
    SurveyImport,
    SurveyQuestion,
    SurveyWave,
)
from assessor.operations import evidence, findings
from assessor.store import Engagement
from assessor.terms import (
    Clearance,
    Fidelity,
    FindingKind,
    Group,
    Raised,
    SittingKind,
    Stance,
)

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
GROUPS = (Group.SRO, Group.ADM, Group.TCH, Group.STU, Group.PAR, Group.PRT)
STATES = {"+": Raised.RAISED, "o": Raised.ASKED_NOT_RAISED, "-": Raised.NOT_ASKED}
B, S, O = FindingKind.BARRIER, FindingKind.STRENGTH, FindingKind.OPPORTUNITY  # noqa: E741  as in the specimen
SPECIMEN = (
    # kind, title, impact, urgency, effort, concerns, groups in the order of GROUPS
    (B, "No sorting guide separates rule-breaking from offenses", 5, 4, 2, 1, "++o-o-"),
    (B, "Parents do not know whom to complain to", 4, 3, 1, 3, "o-o-+-"),
    (B, "SROs and principals have no set meeting", 4, 3, 3, 4, "++o---"),
    (O, "Agreement renewal falls due in June", 4, 4, 2, 3, "o+---+"),
    (B, "The agreement gives SROs two chains of command", 3, 3, 4, 3, "++----"),
    (S, "Students seek out the SRO at North High", 3, 1, 1, 0, "+-++-o"),
    (B, "One perspective: radio use raises the tension in corridors", 2, 2, 2, 4, "-o+---"),
)


@dataclass(frozen=True)
class Identified:
    """An engagement with findings, and the one the specimen shows."""

    engagement: Engagement
    chosen: str


@pytest.fixture
def identified(engagement: Engagement) -> Identified:
    """The findings of the specimen, one of them with evidence by five methods and one piece against it."""
    return identify(engagement)


def identify(engagement: Engagement) -> Identified:
    """Fill an engagement with the specimen."""
    with engagement.change("Assess") as session:
        session.add_all([*_documents(), *_sittings(), *_survey(), *_measures()])
    chosen = _the_chosen(engagement)
    for place, (kind, title, impact, urgency, effort, concerns, groups) in enumerate(SPECIMEN):
        finding = findings.add_finding(
            engagement, kind, title, impact=impact, urgency=urgency, effort=effort,
            method_limits=concerns, coherence=0, adequacy=0, relevance=0,
        ) if concerns <= 3 else findings.add_finding(
            engagement, kind, title, impact=impact, urgency=urgency, effort=effort,
            method_limits=2, coherence=concerns - 2, adequacy=0, relevance=0,
        )  # fmt: skip
        _note(engagement, finding, groups)
        if place not in {1, 3}:
            evidence.tie_passage(engagement, finding, "passage")
            findings.verify_finding(engagement, finding)
    with engagement.change("Plan") as session:
        session.add_all(
            [
                Goal(id="goal_1", position=1, title="One agreement everyone knows"),
                Goal(id="goal_2", position=2, title="Discipline stays with educators"),
                GoalFinding(goal_id="goal_2", finding_id=chosen),
            ]
        )
    return Identified(engagement, chosen)


def _the_chosen(engagement: Engagement) -> str:
    chosen = findings.add_finding(
        engagement,
        B,
        "Staff call the SRO for classroom disruption",
        statement="At three of four schools, teachers call the SRO for disruption that the handbook leaves "
        "to staff. Most had never been given a guide on whom to call.",
        impact=4,
        urgency=3,
        effort=2,
        method_limits=1,
        coherence=0,
        adequacy=0,
        relevance=0,
    )
    findings.file_finding_under(engagement, chosen, ["B-ROL2"])
    _note(engagement, chosen, "++++o-")
    evidence.tie_rating(engagement, chosen, "rating")
    evidence.tie_remark(engagement, chosen, "said")
    evidence.tie_survey_result(engagement, chosen, "wave", "ROL6", Group.TCH)
    evidence.tie_sitting(engagement, chosen, "sro_1")
    evidence.tie_measure(engagement, chosen, "calls")
    against = evidence.tie_remark(engagement, chosen, "against", Stance.AGAINST)
    evidence.weigh_evidence(engagement, against, "One school of four; the office there is staffed all day.")
    findings.verify_finding(engagement, chosen)
    return chosen


def _note(engagement: Engagement, finding: str, groups: str) -> None:
    for group, state in zip(GROUPS, groups, strict=True):
        findings.note_who_raised(engagement, finding, group, STATES[state])


def _documents() -> list[object]:
    return [
        Document(
            id="document",
            title="SRO agreement",
            kind="agreement",
            file_name="a.pdf",
            format="pdf",
            attachment="0",
        ),
        PolicyReview(id="review", document_id="document", rubric_key="sro_agreement", rubric_version=1),
        CriterionRating(id="rating", review_id="review", criterion="B4", level=1),
        Passage(
            id="passage",
            document_id="document",
            rating_id="rating",
            page=4,
            start=10,
            end=40,
            text="shall contact the SRO or the office",
            section="3.4",
        ),
    ]


def _sittings() -> list[object]:
    return [
        Site(id="ridge", name="Ridge Middle"),
        Site(id="oak", name="Oak Elementary"),
        _focus_group("focus_ridge", "ridge"),
        _focus_group("focus_oak", "oak"),
        *(
            Sitting(
                id=f"sro_{number}",
                kind=SittingKind.INTERVIEW,
                title=f"SRO {number}",
                group=Group.SRO,
                started_at=NOON.replace(day=1 + number),
            )
            for number in range(1, 7)
        ),
        Participant(id="teacher", code="TCH-01", group=Group.TCH, may_be_quoted=True),
        Remark(
            id="said",
            sitting_id="focus_ridge",
            position=1,
            said_at=NOON,
            text="Nobody ever showed us a list.",
            fidelity=Fidelity.VERBATIM,
            clearance=Clearance.CLEARED,
            agree=6,
            dissent=1,
            present=8,
        ),
        RemarkSpeaker(remark_id="said", participant_id="teacher"),
        Remark(
            id="against",
            sitting_id="focus_oak",
            position=1,
            said_at=NOON,
            text="5 of 7 say the office always answers first",
        ),
        *(
            Remark(
                id=f"remark_{number}",
                sitting_id=f"sro_{number}",
                position=1,
                said_at=NOON,
                text="They call me for phones and hats.",
                fidelity=Fidelity.NEAR,
            )
            for number in range(1, 6)
        ),
        *(RemarkCode(remark_id=f"remark_{number}", code="B-ROL2") for number in range(1, 6)),
    ]


def _focus_group(key: str, site: str) -> Sitting:
    return Sitting(
        id=key,
        kind=SittingKind.FOCUS_GROUP,
        title="Teachers",
        code="TCH-FG1",
        group=Group.TCH,
        site_id=site,
        started_at=NOON,
    )


def _survey() -> list[object]:
    answers = {
        Group.TCH: scores("ROL6", (4, 16), (2, 22)),
        Group.STU: scores("ROL6", (2, 3)),
    }
    return [
        SurveyWave(id="wave", title="Wave 1", opened_on=date(2026, 10, 1)),
        SurveyQuestion(
            wave_id="wave",
            code="ROL6",
            text="I know when to call the SRO.",
            kind="scale",
            construct="ROL",
        ),
        SurveyImport(
            id="import",
            wave_id="wave",
            file_name="a.csv",
            sha256="0",
            tool="generic",
            mapping={},
            imported_at=NOON,
            rows=41,
        ),
        *answered("import", answers),
    ]


def _measures() -> list[object]:
    return [
        Measure(id="calls", code="K08", title="Calls for school-rule matters", unit="%", source="3 schools"),
        MeasureValue(
            measure_id="calls", period_start=date(2026, 9, 1), period_label="Sep–Oct", value=Decimal(62)
        ),
    ]
