"""Action steps of an objective: one thing to be done by one owner, and how it stood day by day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, delete, literal_column, select

from assessor.model import ActionStep, StatusUpdate
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import ActionStatus, CannotDo

NEWEST_FIRST: tuple[ColumnElement[Any], ...] = (
    StatusUpdate.updated_on.desc(),
    literal_column("status_update.rowid").desc(),
)
"""The order of status updates: of two for one day the one entered later is newer."""

_NEED_A_REASON = (ActionStatus.BLOCKED, ActionStatus.DROPPED)
_FIXED_SHARES = {ActionStatus.DONE: 100, ActionStatus.NOT_STARTED: 0}


@dataclass(frozen=True)
class ActionDetails:
    """Everything recorded of one action step."""

    id: str
    objective_id: str
    title: str
    description: str
    owner: str
    support: str
    asked: str
    told: str
    start_on: date | None
    due_on: date | None
    rhythm: str
    status: ActionStatus
    percent: int
    cost: Decimal | None
    funding: str
    evidence_wanted: str
    took_effect_on: date | None
    after_id: str | None


@dataclass(frozen=True)
class StatusUpdateRow:
    """How an action step stood on a day."""

    id: str
    updated_on: date
    status: ActionStatus
    percent: int
    note: str
    evidence: str


def get_action(engagement: Engagement, action_id: str) -> ActionDetails:
    """One action step. Raises CannotDo when it is gone."""
    columns = [getattr(ActionStep, name) for name in ActionDetails.__dataclass_fields__]
    with engagement.reading() as session:
        found = session.execute(select(*columns).where(ActionStep.id == action_id)).first()
    if found is None:
        raise CannotDo("This action step was removed. Undo brings it back.")
    return ActionDetails(*found)


def list_owners(engagement: Engagement) -> list[str]:
    """Everyone who owns an action step, once each, by name: what an owner's name is completed from."""
    query = select(ActionStep.owner).where(ActionStep.owner != "").distinct().order_by(ActionStep.owner)
    with engagement.reading() as session:
        return list(session.scalars(query))


def add_action(engagement: Engagement, objective_id: str, title: str, **values: Any) -> str:
    """Add an action step at the end of an objective and return its id."""
    with engagement.change("Add action step") as session:
        position = next_position(session, ActionStep, (ActionStep.objective_id == objective_id,))
        action = ActionStep(objective_id=objective_id, title=title, position=position, **values)
        session.add(action)
        session.flush()
        return action.id


def edit_action(engagement: Engagement, action_id: str, **values: Any) -> None:
    """Change what is recorded of an action step; its status is changed by `update_status`.

    Raises CannotDo when the dates would run backwards.
    """
    if {"status", "percent"} & set(values):
        raise KeyError("status and percent are changed by update_status")
    with engagement.change("Edit action step") as session:
        action = set_values(session, ActionStep, action_id, values)
        start_on, due_on = getattr(action, "start_on", None), getattr(action, "due_on", None)
        if start_on is not None and due_on is not None and due_on < start_on:
            raise CannotDo("This action step would end before it starts. Choose a later due date.")


def move_action(engagement: Engagement, action_id: str, by: int) -> None:
    """Move an action step up (negative) or down within its objective."""
    with engagement.change("Move action step") as session:
        objective_id = session.scalar(select(ActionStep.objective_id).where(ActionStep.id == action_id))
        move_by(session, ActionStep, action_id, by, (ActionStep.objective_id == objective_id,))


def remove_action(engagement: Engagement, action_id: str) -> None:
    """Remove an action step with its status updates."""
    with engagement.change("Remove action step") as session:
        session.execute(delete(ActionStep).where(ActionStep.id == action_id))


def update_status(
    engagement: Engagement,
    action_id: str,
    status: ActionStatus,
    percent: int,
    note: str,
    updated_on: date,
    *,
    evidence: str = "",
) -> str:
    """Say how an action step stands on a day and return the update's id. Done is 100%, not started 0%.

    An update for a day before the newest one is kept in the history and changes nothing else.

    Raises CannotDo when the share is not 0 to 100%, or when a blocked or dropped step says no reason.
    """
    if not 0 <= percent <= 100:
        raise CannotDo("The share done lies between 0 and 100%. Correct it.")
    if status in _NEED_A_REASON and not note.strip():
        raise CannotDo("Say in a note why this action step is blocked or dropped.")
    share = _FIXED_SHARES.get(status, percent)
    with engagement.change("Update status of action step") as session:
        update = StatusUpdate(
            action_step_id=action_id,
            updated_on=updated_on,
            status=status,
            percent=share,
            note=note,
            evidence=evidence,
        )
        session.add(update)
        later = select(StatusUpdate.id).where(
            StatusUpdate.action_step_id == action_id, StatusUpdate.updated_on > updated_on
        )
        if session.scalar(later) is None:
            set_values(session, ActionStep, action_id, {"status": status, "percent": share})
        session.flush()
        return update.id


def list_updates(engagement: Engagement, action_id: str) -> list[StatusUpdateRow]:
    """The status updates of an action step, newest first."""
    query = (
        select(
            StatusUpdate.id,
            StatusUpdate.updated_on,
            StatusUpdate.status,
            StatusUpdate.percent,
            StatusUpdate.note,
            StatusUpdate.evidence,
        )
        .where(StatusUpdate.action_step_id == action_id)
        .order_by(*NEWEST_FIRST)
    )
    with engagement.reading() as session:
        return [StatusUpdateRow(*row) for row in session.execute(query)]
