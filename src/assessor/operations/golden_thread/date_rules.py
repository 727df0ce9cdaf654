"""Rule G17: nothing is planned for a day the school is closed."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from assessor.model import Closure
from assessor.operations.golden_thread.chain import Chain
from assessor.operations.golden_thread.loose_ends import Break, Element
from assessor.operations.golden_thread.naming import quoted
from assessor.terms import ActionStatus, MeetingState

_SATURDAY = 5
Dated = tuple[Element, str, str, str, date]
"""What is dated: element, id, name, what happens on the day, and the day."""
_DONE = {ActionStatus.DONE, ActionStatus.DROPPED}


def g17_open_days(chain: Chain) -> Iterator[Break]:
    """No date falls on a day the school is closed.

    Days on which people act or meet, not those that end a period of counting, such as a target's June 30.
    """
    for element, element_id, name, what, day in _dated(chain):
        reason = closed_because(day, chain.closures)
        if reason:
            instead = next_open_day(day, chain.closures)
            yield Break(
                element,
                element_id,
                f"{name} {what} {_words(day)}, when the school is closed ({reason}). Take {_words(instead)}.",
            )


def closed_because(day: date, closures: Sequence[Closure]) -> str:
    """Why the school is closed on a day; empty when it is open."""
    if day.weekday() >= _SATURDAY:
        return "weekend"
    for closure in closures:
        if closure.first_on <= day <= closure.last_on:
            return closure.label or "no school"
    return ""


def next_open_day(day: date, closures: Sequence[Closure]) -> date:
    """The first day from `day` on that the school is open."""
    while closed_because(day, closures):
        day += timedelta(days=1)
    return day


def _dated(chain: Chain) -> Iterator[Dated]:
    yield from _dated_actions(chain)
    yield from _dated_meetings(chain)
    for protocol in chain.protocols:
        if protocol.review_on:
            name = quoted("Protocol", protocol.title)
            yield Element.PROTOCOL, protocol.id, name, "is to be reviewed on", protocol.review_on


def _dated_actions(chain: Chain) -> Iterator[Dated]:
    for action in chain.actions:
        if action.status not in _DONE:
            name = quoted("Action", action.title)
            for what, day in (("starts on", action.start_on), ("is due on", action.due_on)):
                if day:
                    yield Element.ACTION_STEP, action.id, name, what, day


def _dated_meetings(chain: Chain) -> Iterator[Dated]:
    for meeting in chain.meetings:
        if meeting.state is MeetingState.PLANNED:
            name = quoted("Meeting", meeting.title or meeting.kind)
            yield Element.MEETING, meeting.id, name, "is planned for", meeting.meets_on
    for training in chain.trainings:
        if training.planned_on and not training.held_on:
            name = quoted("Training", training.title)
            yield Element.TRAINING, training.id, name, "is planned for", training.planned_on


def _words(day: date) -> str:
    return f"{day:%A}, {day:%b} {day.day}"
