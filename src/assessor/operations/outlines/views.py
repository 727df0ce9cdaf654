"""Other ways to look at the same outline: by owner, and month by month."""

from dataclasses import dataclass
from datetime import date

from assessor.operations.outlines.lines import ActionLine, Outline


@dataclass(frozen=True)
class OwnerLines:
    """What one person answers for."""

    owner: str
    """Empty: the action steps that nobody owns."""
    actions: tuple[ActionLine, ...]


def list_owner_lines(outline: Outline) -> list[OwnerLines]:
    """The action steps by owner in alphabetical order, each owner's by due date; those without one first."""
    owners = sorted(
        {action.owner for action in outline.actions}, key=lambda owner: (owner != "", owner.casefold())
    )
    far = date.max
    return [
        OwnerLines(
            owner,
            tuple(
                sorted(
                    (action for action in outline.actions if action.owner == owner),
                    key=lambda action: action.due_on or far,
                )
            ),
        )
        for owner in owners
    ]


def months_of(outline: Outline) -> tuple[date, ...]:
    """The first days of the months the calendar shows: the plan's period and every date of an action step."""
    days = [day for action in outline.actions for day in (action.start_on, action.due_on) if day]
    days += [day for day in (outline.starts_on, outline.ends_on) if day]
    first, last = min(days, default=outline.as_of), max(days, default=outline.as_of)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(
        date(first.year + (first.month - 1 + number) // 12, (first.month - 1 + number) % 12 + 1, 1)
        for number in range(count)
    )
