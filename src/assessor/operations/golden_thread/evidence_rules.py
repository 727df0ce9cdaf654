"""Rules from evidence to finding: G1 to G4, and G12."""

from collections.abc import Iterator

from assessor.operations.evidence.listing import has_changed
from assessor.operations.evidence.wording import in_sentence
from assessor.operations.findings.gathering import Gathered
from assessor.operations.golden_thread.chain import Chain
from assessor.operations.golden_thread.loose_ends import Break, Element
from assessor.operations.golden_thread.naming import finding_name
from assessor.terms import FindingStatus, Stance

_ENOUGH_GROUPS = 2


def g1_enough_evidence(chain: Chain) -> Iterator[Break]:
    """A finding has two pieces of evidence from two meetings or sources, or one policy passage."""
    for each in chain.findings:
        if each.support.missing:
            yield _break(
                each,
                f"{finding_name(each)} rests on too little: {each.support.missing}. "
                "Tie evidence from two meetings or sources, or a policy passage.",
            )


def g2_two_groups(chain: Chain) -> Iterator[Break]:
    """Its evidence comes from two stakeholder groups, or it is labeled single-perspective."""
    for each in chain.findings:
        groups = each.support.groups
        if len(groups) >= _ENOUGH_GROUPS or each.finding.is_single_perspective:
            continue
        heard = f"only {next(iter(groups)).label}" if groups else "no stakeholder group"
        yield _break(
            each,
            f"{finding_name(each)} hears {heard}. Tie evidence from another group, "
            "or label it as a single perspective.",
        )


def g3_evidence_against(chain: Chain) -> Iterator[Break]:
    """Evidence against it is linked and weighed, or dismissed with a reason."""
    for each in chain.findings:
        unweighed = [tie for tie in each.ties if tie.stance is Stance.AGAINST and not tie.weighed]
        for tie in unweighed:
            heading = in_sentence(each.said[tie.id].heading)
            yield _break(
                each,
                f"{finding_name(each)} does not weigh what speaks against it ({heading}). "
                "Say why it stands all the same.",
            )
        if not unweighed and _overlooks_dissent(each):
            yield _break(
                each,
                f"{finding_name(each)} cites a remark that some present spoke against. "
                "Tie what they said as evidence against it, or write down another explanation.",
            )


def _overlooks_dissent(gathered: Gathered) -> bool:
    behind = [tie for tie in gathered.ties if tie.stance is Stance.FOR]
    is_answered = any(tie.stance is Stance.AGAINST for tie in gathered.ties)
    is_answered = is_answered or bool(gathered.finding.other_explanation.strip())
    return not is_answered and any(gathered.said[tie.id].dissent for tie in behind)


def g4_cleared_quotes(chain: Chain) -> Iterator[Break]:
    """Every quote and passage it cites is consented and cleared for reports."""
    for each in chain.findings:
        for tie in each.ties:
            said = each.said[tie.id]
            if said.uncleared:
                yield _break(
                    each,
                    f"{finding_name(each)} quotes {in_sentence(said.heading)}: {said.uncleared}. "
                    "Clear the quotation, or withhold it.",
                )


def g12_nothing_changed(chain: Chain) -> Iterator[Break]:
    """Nothing downstream rests on evidence that changed or was withdrawn since."""
    for each in chain.findings:
        if each.finding.status is FindingStatus.DRAFT and not each.goals:
            continue
        for tie in each.ties:
            said = each.said[tie.id]
            if said.is_withdrawn:
                yield _break(
                    each,
                    f"{finding_name(each)} rests on evidence that was withdrawn or removed. "
                    "Untie it, and see whether the finding still stands.",
                )
            elif has_changed(tie, said):
                yield _break(
                    each,
                    f"{finding_name(each)} rests on evidence that changed since it was tied "
                    f"({in_sentence(said.heading)}). See whether it still stands, then accept the change.",
                )


def _break(gathered: Gathered, sentence: str) -> Break:
    return Break(Element.FINDING, gathered.finding.id, sentence)
