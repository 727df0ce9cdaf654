"""Rule G18: nobody of the roster is named in findings, plan or meetings."""

from collections.abc import Iterator, Sequence

from assessor.model import Noun
from assessor.operations.golden_thread.chain import Chain
from assessor.operations.golden_thread.loose_ends import Break, Element
from assessor.operations.golden_thread.naming import listed, quoted
from assessor.operations.mentions import WRITTEN
from assessor.operations.pseudonyms import Pseudonyms


def g18_nobody_named(chain: Chain) -> Iterator[Break]:
    """Neither finding nor plan nor meeting names someone of the roster; owners are named on purpose."""
    if not chain.names:
        return
    findings = [each.finding for each in chain.findings]
    kinds: tuple[tuple[Element, str, Sequence[Noun]], ...] = (
        (Element.FINDING, "Finding", findings),
        (Element.GOAL, "Goal", chain.goals),
        (Element.OBJECTIVE, "Objective", chain.objectives),
        (Element.ACTION_STEP, "Action step", chain.actions),
        (Element.MEASURE, "Measure", chain.measures),
        (Element.PROTOCOL, "Protocol", chain.protocols),
        (Element.TRAINING, "Training", chain.trainings),
        (Element.MEETING, "Meeting", chain.meetings),
    )
    for element, kind, rows in kinds:
        for row in rows:
            yield from _named(element, kind, row, chain)


def _named(element: Element, kind: str, row: Noun, chain: Chain) -> Iterator[Break]:
    first, *_ = columns = WRITTEN[row.__tablename__]
    names = Pseudonyms(chain.names)
    title = names.replace(str(getattr(row, first)))  # the sentence is not to name anybody either
    for column in columns:
        names.replace(getattr(row, column) or "")
    if names.replaced:
        who = listed(sorted(names.replaced))
        yield Break(
            element,
            row.id,
            f"{quoted(kind, title)} names {who}. Put the code, or recast it as a statement about the system.",
        )
