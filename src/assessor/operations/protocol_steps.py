"""The steps of a protocol: when, who does what, and the ways a step can go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from assessor.model import ProtocolStep
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement


@dataclass(frozen=True)
class Branch:
    """One of the ways a step can go on."""

    name: str
    text: str


@dataclass(frozen=True)
class ProtocolStepRow:
    """One step: when, who does what, and the choices inside it."""

    id: str
    number: int
    clock: str
    title: str
    act: str
    branches: tuple[Branch, ...]


def list_steps(engagement: Engagement, protocol_id: str) -> list[ProtocolStepRow]:
    """The steps of a protocol in their order, numbered from 1."""
    query = (
        select(
            ProtocolStep.id, ProtocolStep.clock, ProtocolStep.title, ProtocolStep.act, ProtocolStep.branches
        )
        .where(ProtocolStep.protocol_id == protocol_id)
        .order_by(ProtocolStep.position, ProtocolStep.id)
    )
    with engagement.reading() as session:
        return [
            ProtocolStepRow(row_id, number, clock, title, act, tuple(Branch(*branch) for branch in branches))
            for number, (row_id, clock, title, act, branches) in enumerate(session.execute(query), start=1)
        ]


def add_step(engagement: Engagement, protocol_id: str, title: str, **values: Any) -> str:
    """Add a step at the end of a protocol and return its id."""
    with engagement.change("Add protocol step") as session:
        position = next_position(session, ProtocolStep, (ProtocolStep.protocol_id == protocol_id,))
        step = ProtocolStep(protocol_id=protocol_id, title=title, position=position, **values)
        session.add(step)
        session.flush()
        return step.id


def edit_step(engagement: Engagement, step_id: str, **values: Any) -> None:
    """Change the clock, title or act of a step."""
    with engagement.change("Edit protocol step") as session:
        set_values(session, ProtocolStep, step_id, values)


def set_branches(engagement: Engagement, step_id: str, branches: Sequence[Branch]) -> None:
    """Say which ways a step can go on; those without a name and text fall away."""
    kept = [[branch.name, branch.text] for branch in branches if branch.name or branch.text]
    with engagement.change("Edit choices of protocol step") as session:
        set_values(session, ProtocolStep, step_id, {"branches": kept})


def move_step(engagement: Engagement, step_id: str, by: int) -> None:
    """Move a step up (negative) or down within its protocol."""
    with engagement.change("Move protocol step") as session:
        protocol_id = session.scalar(select(ProtocolStep.protocol_id).where(ProtocolStep.id == step_id))
        move_by(session, ProtocolStep, step_id, by, (ProtocolStep.protocol_id == protocol_id,))


def remove_step(engagement: Engagement, step_id: str) -> None:
    """Remove a step."""
    with engagement.change("Remove protocol step") as session:
        session.execute(delete(ProtocolStep).where(ProtocolStep.id == step_id))
