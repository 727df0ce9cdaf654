"""Whether a protocol needs its steps set close to stand on one page."""

from assessor.operations.strategic_plan.agreements import Protocol, ProtocolStep
from assessor.report.heights import BODY, LEDE, PAGE, TABLE, claim_height, height, paragraphs_height

_PANEL, _BRANCH = 120.0, 101.0  # widths of the text in them
_STEP_SPACE, _FLOW_SPACE, _PANELS_SPACE = 16.75, 18.5, 14 + 7 + 14


def is_crowded(protocol: Protocol) -> bool:
    """Whether head, steps and panels together are higher than a page."""
    steps = sum(_step(step) for step in protocol.steps) - _STEP_SPACE
    head = claim_height(protocol.title) + height(protocol.purpose, 436, LEDE)
    return head + _FLOW_SPACE + steps + _PANELS_SPACE + _panels(protocol) > PAGE


def _step(step: ProtocolStep) -> float:
    branches = (height(branch.name, _BRANCH, TABLE) / TABLE.leading * 17.5
                + height(branch.text, _BRANCH, TABLE) for branch in step.branches)  # fmt: skip
    branched = 21 + max(branches) if step.branches else 0
    return 14 + height(step.detail, 370, BODY) + branched + _STEP_SPACE


def _panels(protocol: Protocol) -> float:
    listed = paragraphs_height(protocol.never_send, _PANEL - 10, TABLE, between=0) + 3.5
    others = (protocol.back_up, protocol.owner_and_review, protocol.log)
    return max(listed, *(height(text, _PANEL, TABLE) for text in others))
