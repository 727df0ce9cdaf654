"""The evidence of a finding as its chain shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessor.operations.evidence.describing import describe
from assessor.operations.evidence.ties import Description, EvidenceKind, Tie, list_ties
from assessor.operations.evidence.wording import in_sentence
from assessor.store import Engagement
from assessor.terms import Group, Method, Stance


@dataclass(frozen=True)
class EvidenceRow:
    """One piece of evidence for or against a finding."""

    id: str
    finding_id: str
    kind: EvidenceKind
    target_id: str
    """The remark, passage, rating, wave, measure or sitting it points to; empty when that was removed."""
    question: str
    method: Method
    stance: Stance
    heading: str
    words: str
    is_quote: bool
    note: str
    """What stands at the right: "6 of 8 agree", "p. 4, § 3.4", "wave 1"."""
    groups: tuple[Group, ...]
    summary: str
    weighed: str
    seen_as: str
    """What it said when it was tied."""
    has_changed: bool
    is_withdrawn: bool
    is_hidden: bool
    uncleared: str
    """Why its words may not be printed yet, as a clause; empty when nothing holds them."""
    is_withheld: bool
    """Whether it was settled that its words are never printed."""

    @property
    def is_cleared(self) -> bool:
        """Whether a report may print its words."""
        return not (self.uncleared or self.is_withheld or self.is_withdrawn or self.is_hidden)


def list_evidence(engagement: Engagement, finding_id: str) -> list[EvidenceRow]:
    """What speaks for a finding, then what speaks against it, each in the order it was tied."""
    with engagement.reading() as session:
        ties = list_ties(session, finding_id)
        said = describe(session, ties)
    return rows_of(ties, said)


def rows_of(ties: Sequence[Tie], said: Mapping[str, Description]) -> list[EvidenceRow]:
    """The rows of ties already described."""
    ordered = sorted(ties, key=lambda tie: tie.stance is Stance.AGAINST)
    return [_row(tie, said[tie.id]) for tie in ordered]


def _row(tie: Tie, said: Description) -> EvidenceRow:
    is_against = tie.stance is Stance.AGAINST
    return EvidenceRow(
        id=tie.id,
        finding_id=tie.finding_id,
        kind=tie.kind,
        target_id=tie.target_id,
        question=tie.question,
        method=tie.method,
        stance=tie.stance,
        heading=f"Against: {in_sentence(said.heading)}" if is_against else said.heading,
        words=said.words,
        is_quote=said.is_quote,
        note=("weighed" if tie.weighed else "not weighed yet") if is_against else said.note,
        groups=tuple(group for group in Group if group in said.groups),
        summary=tie.summary,
        weighed=tie.weighed,
        seen_as=tie.seen_as,
        has_changed=has_changed(tie, said),
        is_withdrawn=said.is_withdrawn,
        is_hidden=said.is_hidden,
        uncleared=said.uncleared,
        is_withheld=said.is_withheld,
    )


def has_changed(tie: Tie, said: Description) -> bool:
    """Whether what is tied says something else than when it was tied."""
    return not said.is_withdrawn and bool(tie.seen_as) and tie.seen_as != said.seen_as
