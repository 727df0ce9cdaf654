"""What already works: the leading strengths with figure and quote, the others as rows, and openings."""

import re

from assessor.operations.evidence.listing import list_evidence
from assessor.operations.findings.listing import get_finding
from assessor.operations.findings.rows import FindingDetails
from assessor.operations.gathering.findings import code_label, goal_codes
from assessor.operations.gathering.quotes import quotes_among
from assessor.operations.gathering.record import Record
from assessor.operations.gathering.seen_in import as_row, as_sentences, seen_in
from assessor.operations.strategic_plan.listening import Opening, Strength, StrengthRow, Strengths
from assessor.store import Engagement
from assessor.terms import FindingKind, Stance

_LEADING = 3


def gather_strengths(engagement: Engagement, record: Record) -> Strengths:
    """Strengths first: those with a figure lead, up to three."""
    text = record.chapter("strengths")
    details = [get_finding(engagement, row.id) for row in record.of_kind(FindingKind.STRENGTH)]
    leading = [strength for strength in details if strength.key_figure][:_LEADING]
    others = [strength for strength in details if strength not in leading]
    openings = [get_finding(engagement, row.id) for row in record.of_kind(FindingKind.OPPORTUNITY)]
    return Strengths(
        claim=text.claim,
        lede=text.lede,
        leading=tuple(_strength(engagement, record, strength) for strength in leading),
        others=tuple(_row(engagement, record, strength) for strength in others),
        openings=tuple(_opening(opening) for opening in openings),
    )


def _strength(engagement: Engagement, record: Record, details: FindingDetails) -> Strength:
    evidence = list_evidence(engagement, details.id)
    quotes = quotes_among(engagement, evidence, Stance.FOR)
    percent = re.fullmatch(r"(\d{1,3})\s?%", details.key_figure.strip())
    return Strength(
        code=details.codes[0] if details.codes else "",
        claim=details.title,
        percent=int(percent.group(1)) if percent else None,
        percent_of=details.key_figure_label,
        quote=quotes[0] if quotes else None,
        evidence=as_sentences(seen_in(engagement, record.surveys, evidence)),
    )


def _row(engagement: Engagement, record: Record, details: FindingDetails) -> StrengthRow:
    evidence = list_evidence(engagement, details.id)
    code = details.codes[0] if details.codes else ""
    return StrengthRow(
        code, details.title, as_row(seen_in(engagement, record.surveys, evidence)), goal_codes(details)
    )


def _opening(details: FindingDetails) -> Opening:
    _, label = code_label(details.codes[0]) if details.codes else ("", "")
    return Opening(details.statement or details.title, label.lower(), goal_codes(details))
