"""What ties say today: every kind of evidence described in one go."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from assessor.operations.evidence.of_audits import describe_audit_items
from assessor.operations.evidence.of_documents import describe_passages, describe_ratings
from assessor.operations.evidence.of_records import (
    describe_measures,
    describe_sittings,
    describe_survey_results,
)
from assessor.operations.evidence.of_remarks import describe_remarks
from assessor.operations.evidence.survey_results import SurveyResults
from assessor.operations.evidence.ties import Description, EvidenceKind, Tie, ids_of


def describe(
    session: Session, ties: Sequence[Tie], results: SurveyResults | None = None
) -> dict[str, Description]:
    """What each tie says today, by its id. What was removed meanwhile says what it was tied as."""
    surveyed = [tie for tie in ties if tie.kind is EvidenceKind.SURVEY_RESULT]
    by_target = {
        EvidenceKind.REMARK: describe_remarks(session, ids_of(ties, EvidenceKind.REMARK)),
        EvidenceKind.PASSAGE: describe_passages(session, ids_of(ties, EvidenceKind.PASSAGE)),
        EvidenceKind.RATING: describe_ratings(session, ids_of(ties, EvidenceKind.RATING)),
        EvidenceKind.MEASURE: describe_measures(session, ids_of(ties, EvidenceKind.MEASURE)),
        EvidenceKind.AUDIT_ITEM: describe_audit_items(session, ids_of(ties, EvidenceKind.AUDIT_ITEM)),
    }
    by_tie = {
        **describe_survey_results(session, surveyed, results),
        **describe_sittings(session, [tie for tie in ties if tie.kind is EvidenceKind.SITTING]),
    }
    found = {tie.id: by_target.get(tie.kind, {}).get(tie.target_id) or by_tie.get(tie.id) for tie in ties}
    return {tie.id: found[tie.id] or _gone(tie) for tie in ties}


def _gone(tie: Tie) -> Description:
    return Description(heading="Removed meanwhile", words=tie.seen_as, is_withdrawn=True)
