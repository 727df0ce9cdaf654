"""Whether the ladder needs a lower staircase and a closer table to stand on one page."""

from assessor.operations.strategic_plan.agreements import Ladder, LadderStep
from assessor.report.heights import PAGE, TABLE, TABLE_STRONG, claim_height, height, paragraphs_height

_FIGURE = 12.25 + 8.75 + 191 + 14  # caption, staircase and the space around them
_TABLE_HEAD, _ROW_SPACE = 34.75, 9.5
_WHO, _WHAT, _CLOCK, _RECORD, _RULE = 96.0, 188.0, 79.0, 92.0, 164.0  # widths
_RULES_SPACE = 19.25 + 7 + 14


def is_crowded(ladder: Ladder) -> bool:
    """Whether claim, staircase, table and rules together are higher than a page."""
    rules = [paragraphs_height(rule.paragraphs, _RULE, TABLE) for rule in ladder.rules]
    under = _RULES_SPACE + max(rules) if rules else 0
    rows = sum(_row(step) for step in ladder.steps)
    return claim_height(ladder.claim) + _FIGURE + _TABLE_HEAD + rows + under > PAGE


def _row(step: LadderStep) -> float:
    cells = ((step.what, _WHAT), (step.clock, _CLOCK), (step.record, _RECORD))
    others = max(height(text, width, TABLE) for text, width in cells)
    return max(height(step.who, _WHO, TABLE_STRONG), others) + _ROW_SPACE
