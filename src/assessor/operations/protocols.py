"""Communication protocols: who tells whom what, how fast, and what must not be sent."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from assessor.instruments import protocols as library
from assessor.model import Protocol, ProtocolStep
from assessor.operations.contents import keep_content
from assessor.operations.positions import move_by, next_position
from assessor.operations.protocol_steps import ProtocolStepRow, list_steps
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
    review: str
    review_on: date | None
    goal_id: str | None
    steps: tuple[ProtocolStepRow, ...]


@dataclass(frozen=True)
class LibraryProtocol:
    """A protocol that is shipped."""

    key: str
    code: str
    title: str
    purpose: str
    is_taken: bool


@dataclass(frozen=True)
class StepOffer:
    """A step of a shipped protocol."""

    clock: str
    title: str
    act: str


@dataclass(frozen=True)
class ProtocolOffer:
    """A shipped protocol, to be read."""

    code: str
    title: str
    purpose: str
    steps: tuple[StepOffer, ...]


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
        return ProtocolDetails(**found._mapping, steps=tuple(list_steps(engagement, protocol_id)))


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


def list_library_protocols(engagement: Engagement) -> list[LibraryProtocol]:
    """The protocols that are shipped, with whether the plan has them already."""
    with engagement.reading() as session:
        taken = set(session.scalars(select(Protocol.code)))
    return [
        LibraryProtocol(each.key, each.code, each.title, each.purpose, each.code in taken)
        for each in library.list_protocols()
    ]


def preview_protocol(key: str) -> ProtocolOffer:
    """A shipped protocol, to be read before it is taken over."""
    shipped = library.get_protocol(key)
    steps = tuple(StepOffer(step.clock, step.title, step.act) for step in shipped.steps)
    return ProtocolOffer(shipped.code, shipped.title, shipped.purpose, steps)


def add_protocol_from_library(engagement: Engagement, key: str) -> str:
    """Take over a shipped protocol with its steps, to be adapted, and return its id."""
    shipped = library.get_protocol(key)
    with engagement.change(f"Add protocol {shipped.code}") as session:
        protocol = Protocol(
            code=shipped.code,
            title=shipped.title,
            purpose=shipped.purpose,
            trigger=shipped.trigger,
            starts=shipped.starts,
            receives=shipped.receives,
            channel=shipped.channel,
            backup=shipped.back_up,
            time_limit=shipped.time_limit,
            content="\n".join(shipped.content),
            never_send="\n".join(shipped.never_send),
            log=shipped.log,
            owner=shipped.owner,
            review=shipped.review,
            position=next_position(session, Protocol),
        )
        session.add(protocol)
        session.flush()
        keep_content(session, "protocols", shipped.key, shipped.version)
        session.add_all(_steps_of(shipped, protocol.id))
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


def _steps_of(shipped: library.Protocol, protocol_id: str) -> list[ProtocolStep]:
    return [
        ProtocolStep(
            protocol_id=protocol_id,
            position=position,
            clock=step.clock,
            title=step.title,
            act=step.act,
            branches=[[branch.title, branch.text] for branch in step.branches],
        )
        for position, step in enumerate(shipped.steps, start=1)
    ]


def _next_code(taken: set[str]) -> str:
    number = 1
    while (code := f"P{number}") in taken:
        number += 1
    return code
