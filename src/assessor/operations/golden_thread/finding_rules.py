"""Rules about findings themselves: G6, G13 and G15."""

from collections.abc import Iterator

from assessor.analysis.priorities import PriorityLevel
from assessor.operations.golden_thread.chain import Chain
from assessor.operations.golden_thread.loose_ends import Break, Element
from assessor.operations.golden_thread.naming import finding_name
from assessor.terms import FindingKind


def g6_high_priority_answered(chain: Chain) -> Iterator[Break]:
    """Every high-priority finding has a goal, or a reason why nothing is done."""
    for each in chain.findings:
        if each.finding.kind is FindingKind.STRENGTH or each.numbers.level is not PriorityLevel.HIGH:
            continue
        if not each.goals and not each.finding.no_goal_reason.strip():
            yield Break(
                Element.FINDING,
                each.finding.id,
                f"{finding_name(each)} has high priority, and no goal answers it. "
                "Add a goal, or say why nothing is done.",
            )


def g15_strengths_named(chain: Chain) -> Iterator[Break]:
    """Each assessed area names a strength, or why there is none."""
    for row in chain.areas:
        if not row.strengths and not row.missing_reason:
            yield Break(
                Element.AREA,
                row.area,
                f"{row.area} was assessed and names no strength. "
                "Add a strength filed under it, or say why there is none.",
            )
