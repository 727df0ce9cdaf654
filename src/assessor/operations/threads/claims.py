"""The links of a thread before the plan: evidence and findings."""

from collections.abc import Sequence

from assessor.operations.findings import FindingDetails
from assessor.operations.outlines import GoalLine
from assessor.operations.threads.nodes import Hold, Link, ThreadNode, counted


def evidence_node(findings: Sequence[FindingDetails]) -> ThreadNode:
    """What the findings rest on."""
    if not findings:
        return ThreadNode(Link.EVIDENCE, Hold.AHEAD, "Evidence", "None without a finding")
    pieces = sum(each.support.pieces for each in findings)
    groups = frozenset().union(*(each.support.groups for each in findings))
    weak = next((each for each in findings if each.support.missing), None)
    title = counted(pieces, "piece") + (f" from {counted(len(groups), 'group')}" if groups else "")
    return ThreadNode(
        Link.EVIDENCE,
        Hold.LOOSE if weak else Hold.TIED,
        "Evidence",
        title if pieces else "Nothing tied yet",
        missing="" if weak is None else _missing(weak, is_only=len(findings) == 1),
        place="findings",
        element_id=(weak or findings[0]).id,
    )


def finding_node(findings: Sequence[FindingDetails], goal: GoalLine) -> ThreadNode:
    """The finding that matters most, and how many more there are."""
    if not findings:
        return ThreadNode(
            Link.FINDING,
            Hold.LOOSE,
            "Finding",
            "Answers no finding",
            missing="Say which finding this goal answers",
            element_id=goal.id,
        )
    first = max(findings, key=lambda each: each.numbers.score or 0)
    score = "" if first.numbers.score is None else f"Priority {first.numbers.score}, "
    more = "" if len(findings) == 1 else f", and {len(findings) - 1} more"
    return ThreadNode(
        Link.FINDING,
        Hold.TIED,
        "Finding" if len(findings) == 1 else "Findings",
        first.title,
        f"{score}{first.status.value}".capitalize() + more,
        place="findings",
        element_id=first.id,
    )


def _missing(weak: FindingDetails, *, is_only: bool) -> str:
    if not is_only:
        return f"Finding {weak.number}: {weak.support.missing}"
    if not weak.support.pieces:
        return "Say what the finding rests on"
    return weak.support.missing[:1].upper() + weak.support.missing[1:]
