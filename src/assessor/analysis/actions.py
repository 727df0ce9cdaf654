"""How action steps are doing, and how much of what was planned was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from assessor.analysis.rounding import decimal_of
from assessor.terms import ActionStatus, MeetingState

DUE_SOON_DAYS: Final = 14
HALF_DONE: Final = 50
BLOCKED_TOO_LONG_DAYS: Final = 14


class Light(StrEnum):
    """An action step's health."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class ActionFacts:
    """What an action step's health depends on: status, % done, dates, and updates that did not come."""

    status: ActionStatus
    percent: int
    due_on: date | None
    blocked_since: date | None = None
    missed_updates: int = 0


@dataclass(frozen=True)
class Health:
    """An action step's light and the sentence why."""

    light: Light
    why: str


def action_health(action: ActionFacts, today: date) -> Health | None:
    """Return an action step's health on a day; None once it is dropped.

    Red: overdue, or blocked for more than 14 days. Amber: due within 14 days and less than half done, an
    update missed, or blocked for 14 days or less. Green: on time, or done. Source: domain.md 5.10, which is
    silent on shorter blocks: somebody should look at those too. Raises ValueError for a % outside 0–100.
    """
    if not 0 <= action.percent <= 100:
        raise ValueError(f"{action.percent}% is not between 0 and 100")
    if action.status is ActionStatus.DROPPED:
        return None
    if action.status is ActionStatus.DONE:
        return Health(Light.GREEN, "Done.")
    return _red(action, today) or _amber(action, today) or Health(Light.GREEN, "On time.")


def fidelity(done: int | Decimal, planned: int | Decimal) -> Decimal | None:
    """Return what was done as % of what was planned: meetings, training hours, protocol steps.

    Above 100 where more was done; None where nothing was planned. Source: domain.md 5.10, K14, K15.
    Raises ValueError for negative numbers.
    """
    if done < 0 or planned < 0:
        raise ValueError("what was planned and done is never negative")
    return decimal_of(100 * Fraction(done) / Fraction(planned)) if planned else None


def meeting_fidelity(meetings: Sequence[tuple[date, MeetingState]], today: date) -> Decimal | None:
    """Return the % of meetings planned up to a day that were held; None where none was due.

    One whose day is past and that is still only planned counts as not held. Source: domain.md 5.10, K14.
    """
    due = [state for day, state in meetings if day < today or state is not MeetingState.PLANNED]
    return fidelity(due.count(MeetingState.HELD), len(due))


def _red(action: ActionFacts, today: date) -> Health | None:
    if action.due_on is not None and action.due_on < today:
        return Health(Light.RED, f"Overdue by {_days((today - action.due_on).days)}.")
    blocked = _days_blocked(action, today)
    if blocked is not None and blocked > BLOCKED_TOO_LONG_DAYS:
        return Health(Light.RED, f"Blocked for {_days(blocked)}.")
    return None


def _amber(action: ActionFacts, today: date) -> Health | None:
    left = None if action.due_on is None else (action.due_on - today).days
    if left is not None and left <= DUE_SOON_DAYS and action.percent < HALF_DONE:
        soon = "today" if left == 0 else f"in {_days(left)}"
        return Health(Light.AMBER, f"Due {soon} and {action.percent}% done.")
    if action.missed_updates > 0:
        missed = "An update was" if action.missed_updates == 1 else f"{action.missed_updates} updates were"
        return Health(Light.AMBER, f"{missed} missed.")
    if action.status is ActionStatus.BLOCKED:
        return Health(Light.AMBER, "Blocked.")
    return None


def _days_blocked(action: ActionFacts, today: date) -> int | None:
    if action.status is not ActionStatus.BLOCKED or action.blocked_since is None:
        return None
    return (today - action.blocked_since).days


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
