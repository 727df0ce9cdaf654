"""What tests of findings share: an engagement in which something was assessed by every method."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from tests.respondents import answered, scores

from assessor.model import (
    Audit,
    AuditItem,
    CriterionRating,
    Document,
    Measure,
    MeasureValue,
    Participant,
    Passage,
    PolicyReview,
    Remark,
    RemarkSpeaker,
    Site,
    Sitting,
    SurveyImport,
    SurveyQuestion,
    SurveyWave,
)
from assessor.store import Engagement
from assessor.terms import AuditAnswer, Clearance, Fidelity, Group, SittingKind


@dataclass(frozen=True)
class Assessed:
    """The ids of what was assessed."""

    engagement: Engagement
    passage: str = "passage"
    rating: str = "rating"
    group_remark: str = "group_remark"
    """Said by a teacher in a focus group, word for word; 6 of 8 agree."""
    group_remark_2: str = "group_remark_2"
    """From the same focus group."""
    interview_remark: str = "interview_remark"
    interview: str = "interview_1"
    wave: str = "wave"
    measure: str = "measure"


NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def assessed(engagement: Engagement) -> Assessed:
    """An agreement rated, a focus group and two interviews held, a wave answered, a measure recorded."""
    with engagement.change("Assess") as session:
        session.add_all([*_documents(), *_sittings(), *_remarks(), *_survey(), *_measures(), *_audits()])
    return Assessed(engagement)


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
        CriterionRating(id="bare_rating", review_id="review", criterion="B6", level=3),
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
        Sitting(
            id="focus_group",
            kind=SittingKind.FOCUS_GROUP,
            title="Teachers 2",
            code="TCH-FG2",
            group=Group.TCH,
            site_id="ridge",
            started_at=NOON,
        ),
        *(
            Sitting(
                id=f"interview_{number}",
                kind=SittingKind.INTERVIEW,
                title=f"SRO {number}",
                group=Group.SRO,
                started_at=NOON.replace(day=2 + number),
            )
            for number in (1, 2)
        ),
        Participant(id="teacher", code="TCH-01", group=Group.TCH, may_be_quoted=True),
        Participant(id="officer", code="SRO-01", group=Group.SRO),
    ]


def _remarks() -> list[object]:
    return [
        Remark(
            id="group_remark",
            sitting_id="focus_group",
            position=1,
            said_at=NOON,
            text="Nobody ever showed us a list.",
            fidelity=Fidelity.VERBATIM,
            clearance=Clearance.CLEARED,
            agree=6,
            dissent=1,
            present=8,
        ),
        Remark(
            id="group_remark_2",
            sitting_id="focus_group",
            position=2,
            said_at=NOON,
            text="We call and they come.",
        ),
        Remark(
            id="interview_remark",
            sitting_id="interview_1",
            position=1,
            said_at=NOON,
            text="They call me for phones.",
            fidelity=Fidelity.NEAR,
        ),
        RemarkSpeaker(remark_id="group_remark", participant_id="teacher"),
        RemarkSpeaker(remark_id="interview_remark", participant_id="officer"),
    ]


def _survey() -> list[object]:
    answers = {
        Group.TCH: scores("ROL6", (4, 16), (2, 22)),
        Group.STU: scores("ROL6", (2, 3)),
        Group.PAR: scores("ROL6", (4, 40)),
    }
    return [
        SurveyWave(id="wave", title="Wave 1", opened_on=date(2026, 10, 1)),
        SurveyQuestion(
            wave_id="wave", code="ROL6", text="I know when to call the SRO.", kind="scale", construct="ROL"
        ),
        SurveyImport(
            id="import",
            wave_id="wave",
            file_name="a.csv",
            sha256="0",
            tool="generic",
            mapping={},
            imported_at=NOON,
            rows=81,
        ),
        *answered("import", answers),
    ]


def _measures() -> list[object]:
    return [
        Measure(
            id="measure", code="K08", title="Calls for school-rule matters", unit="%", source="3 schools"
        ),
        MeasureValue(
            measure_id="measure",
            period_start=date(2026, 9, 1),
            period_label="Sep–Oct",
            value=Decimal("62.0"),
            numerator=62,
            denominator=100,
        ),
    ]


def _audits() -> list[object]:
    return [
        Audit(id="audit", checklist_key="safety_and_risk", checklist_version=1, site_id="ridge"),
        AuditItem(id="audit_item", audit_id="audit", item="GV1", answer=AuditAnswer.IN_PLACE),
    ]
