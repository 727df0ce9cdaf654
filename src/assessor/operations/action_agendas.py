"""What is to be done first: the action steps of a plan in groups, the late ones at the top."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assessor.analysis.actions import DUE_SOON_DAYS
from assessor.operations.outlines import ActionLine, Outline
from assessor.terms import ActionStatus


class Urgency(StrEnum):
    """Why an action step stands where it stands in the agenda, the most urgent first."""

    LATE = "late"
    BLOCKED = "blocked"
    DUE_SOON = "due_soon"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class AgendaGroup:
    """The action steps of one urgency, by due date."""

    urgency: Urgency
    actions: tuple[ActionLine, ...]


def list_agenda(outline: Outline, owner: str = "") -> tuple[AgendaGroup, ...]:
    """The action steps in groups, of everyone or of one owner; groups without any are left out."""
    actions = [action for action in outline.actions if not owner or action.owner == owner]
    actions.sort(key=lambda action: action.due_on or date.max)
    groups = (
        AgendaGroup(urgency, tuple(a for a in actions if urgency_of(a, outline.as_of) is urgency))
        for urgency in Urgency
    )
    return tuple(group for group in groups if group.actions)


def urgency_of(action: ActionLine, today: date) -> Urgency:
    """Where an action step stands: what is closed counts by its status, the rest by its due date first."""
    if action.status in (ActionStatus.DONE, ActionStatus.DROPPED):
        return Urgency(action.status.value)
    left = None if action.due_on is None else (action.due_on - today).days
    if left is not None and left < 0:
        return Urgency.LATE
    if action.status is ActionStatus.BLOCKED:
        return Urgency.BLOCKED
    if left is not None and left <= DUE_SOON_DAYS:
        return Urgency.DUE_SOON
    return Urgency(action.status.value)
