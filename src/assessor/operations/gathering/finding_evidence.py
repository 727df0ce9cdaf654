"""The counted and written evidence of a finding: shares of a whole, the rubric's level, a survey item."""

from sqlalchemy import select

from assessor.instruments.rubrics import get_rubric
from assessor.model import CriterionRating, Document, Measure, MeasureValue, Passage, PolicyReview
from assessor.operations.evidence.listing import EvidenceRow
from assessor.operations.evidence.ties import EvidenceKind
from assessor.operations.evidence.wording import place_words
from assessor.operations.gathering.survey_items import plan_item
from assessor.operations.gathering.surveys import PublicSurveys
from assessor.operations.strategic_plan.findings import (
    CountedEvidence,
    CountedShare,
    DocumentRating,
    SurveyItem,
)
from assessor.store import Engagement
from assessor.terms import Stance


def document_rating(engagement: Engagement, evidence: list[EvidenceRow]) -> DocumentRating | None:
    """The first rated criterion the finding rests on."""
    rating_ids = [row.target_id for row in evidence if row.kind is EvidenceKind.RATING]
    if not rating_ids:
        return None
    with engagement.reading() as session:
        rating, review, title = session.execute(
            select(CriterionRating, PolicyReview, Document.title)
            .join(PolicyReview, PolicyReview.id == CriterionRating.review_id)
            .join(Document, Document.id == PolicyReview.document_id)
            .where(CriterionRating.id == rating_ids[0])
        ).one()
        passage = session.scalar(
            select(Passage)
            .where(Passage.rating_id == rating.id)
            .order_by(Passage.page, Passage.start)
            .limit(1)
        )
    criterion = get_rubric(review.rubric_key, review.rubric_version).get_criterion(rating.criterion)
    place = f", {place_words(passage.page, passage.section)}" if passage else ""
    meaning = rating.not_applicable_reason if rating.level is None else criterion.levels[rating.level]
    return DocumentRating(
        criterion=rating.criterion,
        wording=criterion.title,
        level=rating.level,
        meaning=meaning[:1].lower() + meaning[1:],
        reference=f"{title}{place}.",
        practice=rating.practice,
    )


def counted_evidence(engagement: Engagement, evidence: list[EvidenceRow]) -> CountedEvidence | None:
    """Shares of a whole: measures tied to the finding that count parts of the same number in one period."""
    ids = [row.target_id for row in evidence if row.kind is EvidenceKind.MEASURE and row.stance is Stance.FOR]
    if len(ids) < 2:
        return None
    with engagement.reading() as session:
        rows = session.execute(
            select(Measure.title, Measure.source, MeasureValue)
            .join(MeasureValue, MeasureValue.measure_id == Measure.id)
            .where(Measure.id.in_(ids), MeasureValue.numerator.is_not(None))
            .order_by(MeasureValue.numerator.desc())
        ).all()
    wholes = {(value.denominator, value.period_label) for _, _, value in rows}
    if len(wholes) != 1 or len(rows) != len(ids):
        return None
    whole, period = wholes.pop()
    if not whole:
        return None
    shares = tuple(
        CountedShare(title, round(100 * (value.numerator or 0) / whole)) for title, _, value in rows
    )
    return CountedEvidence(
        claim=f"{shares[0].name}: {shares[0].percent}%, the largest share.",
        counted=f"Share of {whole:,}, {period}.",
        shares=shares,
        source=rows[0][1],
    )


def survey_item(surveys: PublicSurveys, evidence: list[EvidenceRow]) -> SurveyItem | None:
    """The first survey item the finding rests on, with every group's answers that may be shown."""
    for row in evidence:
        if row.kind is EvidenceKind.SURVEY_RESULT:
            found = plan_item(surveys, row.target_id, row.question)
            if found is not None:
                return found
    return None
