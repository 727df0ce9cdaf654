"""The findings of the plan: claims with quotes, survey results, ratings and who raised them."""

from decimal import Decimal

from assessor.analysis.confidence import prevalence_score
from assessor.operations.codes import list_codes
from assessor.operations.evidence.listing import list_evidence
from assessor.operations.findings.listing import get_finding
from assessor.operations.findings.rows import FindingDetails, FindingRow
from assessor.operations.gathering.finding_evidence import (
    counted_evidence,
    document_rating,
    survey_item,
)
from assessor.operations.gathering.quotes import quotes_among
from assessor.operations.gathering.record import Record, paragraphs
from assessor.operations.strategic_plan.findings import (
    NOT_RATED,
    Confidence,
    Corroboration,
    Finding,
    Findings,
    Priority,
    RaisedBy,
)
from assessor.operations.strategic_plan.levels import (
    Concern,
    ConfidenceLevel,
    PriorityLevel,
    Quadrant,
    Support,
)
from assessor.store import Engagement
from assessor.terms import FindingKind, Stance

_ONE_LINE = 72  # characters of a claim that fit the table of findings
_CONCERNS = (Concern.NONE, Concern.MINOR, Concern.MODERATE, Concern.SERIOUS)


def gather_findings(engagement: Engagement, record: Record) -> Findings:
    """Every barrier, in the order of priority."""
    return Findings(
        findings=tuple(_finding(engagement, record, row) for row in record.of_kind(FindingKind.BARRIER)),
        priorities_claim=record.chapter("priorities").claim,
    )


def goal_codes(finding: FindingDetails) -> tuple[str, ...]:
    """The codes of the goals that answer a finding."""
    return tuple(f"G{goal.number}" for goal in finding.goals)


def code_label(code: str) -> tuple[str, str]:
    """The category and label of a code of the codebook; empty where it is not in the library."""
    for entry in list_codes():
        if entry.code == code:
            return entry.category, entry.label
    return "", ""


def _finding(engagement: Engagement, record: Record, row: FindingRow) -> Finding:
    details = get_finding(engagement, row.id)
    evidence = list_evidence(engagement, row.id)
    category, barrier = code_label(details.codes[0]) if details.codes else ("", "")
    quotes = quotes_among(engagement, evidence, Stance.FOR)
    against = quotes_among(engagement, evidence, Stance.AGAINST)
    return Finding(
        code=f"F{details.number}",
        claim=details.title,
        priority=_priority(details),
        confidence=_confidence(details),
        corroboration=Corroboration(
            Support(details.numbers.corroboration.value),
            len(details.support.methods),
            len(details.support.groups),
        ),
        brief=details.title if len(details.title) <= _ONE_LINE else details.short_title or details.title,
        short_name=_short_name(details.short_title),
        topic=details.short_title,
        category=category,
        barrier=barrier.lower(),
        barrier_code=details.codes[0] if details.codes else "",
        schools=details.schools,
        goals=goal_codes(details),
        statement=paragraphs(details.statement),
        quotes=quotes,
        counter_voice=against[0] if against else None,
        survey=survey_item(record.surveys, evidence),
        evidence_claim=details.evidence_claim,
        counted=counted_evidence(engagement, evidence),
        document=document_rating(engagement, evidence),
        raised_by=_raised_by(details),
        raised_percent=None if details.numbers.prevalence is None else round(details.numbers.prevalence),
        other_explanation=details.other_explanation,
        proposal=details.proposed_response,
        partner_comment=details.partner_comment,
        status=details.status,
    )


def _short_name(short_title: str) -> str:
    return short_title if len(short_title) <= 24 else ""


def _priority(details: FindingDetails) -> Priority:
    """The priority, open while a rating it rests on is."""
    numbers = details.numbers
    if numbers.priority is None or numbers.quadrant is None or numbers.score is None:
        return NOT_RATED
    level = PriorityLevel(numbers.priority.level.value)
    flag = "legal" if details.is_legal else "safety" if details.is_safety else ""
    return Priority(
        level=level,
        score=numbers.score,
        impact=details.impact or 0,
        urgency=details.urgency or 0,
        prevalence=prevalence_score(numbers.prevalence or Decimal(0)),
        effort=details.effort or 0,
        quadrant=Quadrant(numbers.quadrant.value),
        raised_by_flag=flag if level is PriorityLevel.HIGH and numbers.score < 70 else "",
    )


def _confidence(details: FindingDetails) -> Confidence:
    if details.numbers.confidence is None:
        return Confidence(ConfidenceLevel.OPEN)
    concerns = (details.method_limits, details.coherence, details.adequacy, details.relevance)
    method, coherence, adequacy, relevance = (_CONCERNS[concern or 0] for concern in concerns)
    return Confidence(
        ConfidenceLevel(details.numbers.confidence.value),
        method,
        coherence,
        adequacy,
        relevance,
        details.confidence_note,
    )


def _raised_by(details: FindingDetails) -> tuple[RaisedBy, ...]:
    return tuple(
        RaisedBy(row.group, row.where_asked, row.raised, row.extent)
        for row in details.groups
        if row.is_recorded
    )
