"""Communication protocols: who tells whom what, how fast, and what must not be sent; step by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from assessor.model import Protocol, ProtocolStep
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class ProtocolRow:
    """A protocol as a list shows it."""

    id: str
    code: str
    title: str
    steps: int
    owner: str
    in_force_on: date | None
    review_on: date | None


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


@dataclass(frozen=True)
class ProtocolDetails:
    """A whole protocol."""

    id: str
    code: str
    title: str
    purpose: str
    trigger: str
    starts: str
    receives: str
    channel: str
    backup: str
    time_limit: str
    content: str
    never_send: str
    log: str
    owner: str
    in_force_on: date | None
    review_on: date | None
    goal_id: str | None
    steps: tuple[ProtocolStepRow, ...]


def list_protocols(engagement: Engagement) -> list[ProtocolRow]:
    """The protocols in their order."""
    query = (
        select(
            Protocol.id,
            Protocol.code,
            Protocol.title,
            func.count(ProtocolStep.id),
            Protocol.owner,
            Protocol.in_force_on,
            Protocol.review_on,
        )
        .outerjoin(ProtocolStep, ProtocolStep.protocol_id == Protocol.id)
        .group_by(Protocol.id)
        .order_by(Protocol.position, Protocol.code)
    )
    with engagement.reading() as session:
        return [ProtocolRow(*row) for row in session.execute(query)]


def get_protocol(engagement: Engagement, protocol_id: str) -> ProtocolDetails:
    """A protocol with its steps. Raises CannotDo when it is gone."""
    names = [name for name in ProtocolDetails.__dataclass_fields__ if name != "steps"]
    columns = [getattr(Protocol, name) for name in names]
    with engagement.reading() as session:
        found = session.execute(select(*columns).where(Protocol.id == protocol_id)).first()
        if found is None:
            raise CannotDo("This protocol was removed. Undo brings it back.")
        return ProtocolDetails(**found._mapping, steps=tuple(_list_steps(engagement, protocol_id)))


def _list_steps(engagement: Engagement, protocol_id: str) -> list[ProtocolStepRow]:
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


def add_protocol(engagement: Engagement, title: str, code: str = "", **values: Any) -> str:
    """Add an empty protocol at the end and return its id; without a code the next free one is given."""
    with engagement.change("Add protocol") as session:
        taken = set(session.scalars(select(Protocol.code)))
        protocol = Protocol(
            title=title,
            code=code or _next_code(taken),
            position=next_position(session, Protocol),
            **values,
        )
        session.add(protocol)
        session.flush()
        return protocol.id


def edit_protocol(engagement: Engagement, protocol_id: str, **values: Any) -> None:
    """Change what is recorded of a protocol."""
    with engagement.change("Edit protocol") as session:
        set_values(session, Protocol, protocol_id, values)


def move_protocol(engagement: Engagement, protocol_id: str, by: int) -> None:
    """Move a protocol up (negative) or down."""
    with engagement.change("Move protocol") as session:
        move_by(session, Protocol, protocol_id, by)


def remove_protocol(engagement: Engagement, protocol_id: str) -> None:
    """Remove a protocol with its steps."""
    with engagement.change("Remove protocol") as session:
        session.execute(delete(Protocol).where(Protocol.id == protocol_id))


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


def _next_code(taken: set[str]) -> str:
    number = 1
    while (code := f"P{number}") in taken:
        number += 1
    return code
