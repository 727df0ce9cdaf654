"""How the two sides deal with each other: protocols, the ladder, and who decides what."""

from itertools import groupby

from assessor.operations.gathering.record import Record, paragraphs
from assessor.operations.gathering.wording import day
from assessor.operations.ladders import get_ladder
from assessor.operations.protocols import ProtocolDetails, get_protocol, list_protocols
from assessor.operations.role_decisions import list_office_labels, list_role_decisions
from assessor.operations.strategic_plan.agreements import (
    Branch,
    Decision,
    DecisionGroup,
    Decisions,
    Ladder,
    LadderStep,
    Protocol,
    ProtocolStep,
)
from assessor.operations.strategic_plan.front import Passage
from assessor.store import Engagement


def gather_protocols(engagement: Engagement) -> tuple[Protocol, ...]:
    """Every protocol, step by step."""
    return tuple(_protocol(get_protocol(engagement, row.id)) for row in list_protocols(engagement))


def gather_ladder(engagement: Engagement, record: Record) -> Ladder | None:
    """The ladder for disagreements, where there is one."""
    ladder = get_ladder(engagement)
    if not ladder.steps:
        return None
    text = record.chapter("ladder")
    return Ladder(
        steps=tuple(
            LadderStep(
                step.number,
                step.who,
                step.act,
                step.clock,
                step.record,
                step.school_days,
                step.short_title,
                step.short_note,
            )
            for step in ladder.steps
        ),
        claim=text.claim,
        figure_claim=text.lede,
        aim=text.note,
        rules=tuple(Passage(rule.title, (rule.text,)) for rule in ladder.rules),
    )


def gather_decisions(engagement: Engagement, record: Record) -> Decisions | None:
    """The matrix of decisions, where it is filled in."""
    rows = list_role_decisions(engagement)
    if not rows:
        return None
    groups = tuple(
        DecisionGroup(section, tuple(Decision(row.title, row.parts, row.note) for row in members))
        for section, members in groupby(rows, key=lambda row: row.section)
    )
    return Decisions(tuple(list_office_labels()), groups, record.chapter("decisions").claim)


def _protocol(details: ProtocolDetails) -> Protocol:
    return Protocol(
        code=details.code,
        title=details.title,
        purpose=details.purpose,
        steps=tuple(
            ProtocolStep(
                step.clock,
                step.title,
                step.act,
                tuple(Branch(branch.name, branch.text) for branch in step.branches),
            )
            for step in details.steps
        ),
        never_send=paragraphs(details.never_send),
        back_up=details.backup,
        owner_and_review=_owner_and_review(details),
        log=details.log,
    )


def _owner_and_review(details: ProtocolDetails) -> str:
    parts = (
        f"Owner: {details.owner}." if details.owner else "",
        details.review,
        f"In force since {day(details.in_force_on)}." if details.in_force_on else "",
        f"Next review {day(details.review_on)}." if details.review_on else "",
    )
    return " ".join(part for part in parts if part)
