"""Rule G13: words of quantity in a finding agree with the counts tied to it."""

import re
from collections.abc import Iterator

from assessor.analysis.quantities import QuantityFault, check_quantities, find_quantities
from assessor.operations.evidence.ties import Count
from assessor.operations.findings.gathering import Gathered
from assessor.operations.golden_thread.chain import Chain
from assessor.operations.golden_thread.loose_ends import Break, Element
from assessor.operations.golden_thread.naming import finding_name
from assessor.terms import Stance

_QUOTED = re.compile('“[^”]*”|"[^"]*"')


def g13_words_of_quantity(chain: Chain) -> Iterator[Break]:
    """Words of quantity agree with the counts: one count tied to the finding must bear each of them out.

    Words inside quotation marks are somebody's own and are passed over.
    """
    for each in chain.findings:
        text = _QUOTED.sub("", f"{each.finding.title}. {each.finding.statement}")
        for words, why in _unsupported(text, counts_of(each, text)):
            yield Break(
                Element.FINDING,
                each.finding.id,
                f"{finding_name(each)} says “{words}”: {why} Say the number, or tie what was counted.",
            )


def counts_of(gathered: Gathered, text: str) -> list[Count]:
    """What was counted for a finding: people agreeing, shares of answers, meetings, and groups where it
    speaks of groups."""
    ties = [tie for tie in gathered.ties if tie.stance is Stance.FOR]
    counts = [count for tie in ties for count in gathered.said[tie.id].counts]
    if "group" in text.casefold() and gathered.numbers.asked:
        counts.append(Count(gathered.numbers.raised, gathered.numbers.asked))
    return counts


def _unsupported(text: str, counts: list[Count]) -> Iterator[tuple[str, str]]:
    """The words no count bears out, each once, with the reason."""
    if not counts:
        for words in dict.fromkeys(claim.words.casefold() for claim in find_quantities(text)):
            yield words, "nothing that was counted is tied to it."
        return
    faults = [check_quantities(text, count.part, count.whole) for count in counts]
    first: dict[str, QuantityFault] = {}
    for fault in faults[0]:
        if all(fault.claim in {other.claim for other in more} for more in faults[1:]):
            first.setdefault(fault.claim.words.casefold(), fault)
    for words, fault in first.items():
        yield words, _reason(fault, len(counts))


def _reason(fault: QuantityFault, counts: int) -> str:
    why = fault.why.replace(" %", "%").partition(" ")[2]
    return f"it {why}" if counts == 1 else f"none of the {counts} counts tied to it bears that out."
