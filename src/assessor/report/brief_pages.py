"""How much of a finding told in short is printed, so that two of them share a page."""

from assessor.operations.strategic_plan.findings import Finding
from assessor.operations.strategic_plan.front import Quote
from assessor.report.heights import BODY, CALLOUT, NOTE, QUOTE_THIRD, Type, height, paragraphs_height

_HALF_PAGE = 302.0
_MOST = 2
_CLAIM = Type(19, 24.5, 1.05)
_MAIN, _NOTE = 384.0, 112.0


def brief_quotes(finding: Finding, has_page: bool = False) -> tuple[Quote, ...]:
    """The quotations for which half a page has room: two at most, one at least; two where it `has_page`."""
    if has_page:
        return finding.quotes[:_MOST]
    room = max(_HALF_PAGE, brief_height(finding, 1))  # the margin may be the longer side
    for count in range(min(_MOST, len(finding.quotes)), 1, -1):
        if brief_height(finding, count) <= room:
            return finding.quotes[:count]
    return finding.quotes[:1]


def brief_height(finding: Finding, quotes: int) -> float:
    """How high a finding in short stands with so many quotations."""
    said = [*finding.quotes[:quotes], *([finding.counter_voice] if finding.counter_voice else [])]
    words = paragraphs_height(finding.statement, _MAIN, BODY)
    words += sum(10.5 + height(quote.words, 332, QUOTE_THIRD) + 17.5 for quote in said)
    words += 17.5 if finding.raised_by else 0
    words += sum(
        17.5 + height(text, 369, CALLOUT) for text in (finding.proposal, finding.partner_comment) if text
    )
    return 24.5 + 7 + 14 + 1.75 + height(finding.claim, 480, _CLAIM) + 7 + 55 + max(words, _margin(finding))


def _margin(finding: Finding) -> float:
    notes = ("Code", f"Schools {finding.schools}", "Answered by", finding.other_explanation)
    return paragraphs_height([note for note in notes if note], _NOTE, NOTE, between=3.5) + 20
