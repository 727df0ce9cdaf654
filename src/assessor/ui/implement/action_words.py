"""What the agenda of actions says: names of its groups, and each action step as a row."""

from PySide6.QtCore import QCoreApplication

from assessor.analysis.actions import Light
from assessor.operations.action_agendas import AgendaGroup, Urgency
from assessor.operations.outlines import ActionLine
from assessor.terms import ActionStatus
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.headed_lists import LedRow, RowGroup
from assessor.ui.widgets.step_words import status_word
from assessor.ui.widgets.tags import Meaning

STATUS_MEANINGS = {
    ActionStatus.NOT_STARTED: Meaning.NEUTRAL,
    ActionStatus.IN_PROGRESS: Meaning.INFO,
    ActionStatus.BLOCKED: Meaning.WATCH,
    ActionStatus.DONE: Meaning.GOOD,
    ActionStatus.DROPPED: Meaning.NEUTRAL,
}
LIGHT_MEANINGS = {Light.RED: Meaning.CONCERN, Light.AMBER: Meaning.WATCH, Light.GREEN: Meaning.GOOD}
_BEHIND = (ActionStatus.DONE, ActionStatus.DROPPED)


def urgency_word(urgency: Urgency) -> str:
    """What a group is called."""
    words = {
        Urgency.LATE: QCoreApplication.translate("actions", "Late"),
        Urgency.BLOCKED: QCoreApplication.translate("actions", "Blocked"),
        Urgency.DUE_SOON: QCoreApplication.translate("actions", "Due in 14 days"),
        Urgency.IN_PROGRESS: QCoreApplication.translate("actions", "In progress"),
        Urgency.NOT_STARTED: QCoreApplication.translate("actions", "Not started"),
        Urgency.DONE: QCoreApplication.translate("actions", "Done"),
        Urgency.DROPPED: QCoreApplication.translate("actions", "Dropped"),
    }
    return words[urgency]


def row_group(group: AgendaGroup, this_year: int) -> RowGroup:
    """A group of the agenda as the list shows it."""
    meanings = {Urgency.LATE: Meaning.CONCERN, Urgency.BLOCKED: Meaning.WATCH}
    rows = tuple(action_row(action, this_year) for action in group.actions)
    return RowGroup(urgency_word(group.urgency), rows, meanings.get(group.urgency, Meaning.NEUTRAL))


def action_row(action: ActionLine, this_year: int) -> LedRow:
    """An action step as a row: code, title, owner and due, status, and what is wrong in words."""
    trailing, meaning = _trouble(action)
    is_closed = action.status in _BEHIND
    return LedRow(
        action.id,
        action.title,
        second=" · ".join(filter(None, [action.owner, _due(action, this_year)])),
        tag=status_word(action.status),
        tag_meaning=STATUS_MEANINGS[action.status],
        trailing="" if is_closed else trailing,
        trailing_meaning=meaning,
        lead=action.code,
        is_behind=is_closed,
    )


def standing(action: ActionLine) -> tuple[str, Meaning]:
    """How an action step stands, as one sentence, and what that means."""
    if action.light is None:
        return action.why, Meaning.NEUTRAL
    share = ""
    if 0 < action.percent < 100 and f"{action.percent}%" not in action.why:
        share = QCoreApplication.translate("actions", " {percent}% done.").format(percent=action.percent)
    return action.why.replace(" %", "%") + share, LIGHT_MEANINGS[action.light]


def _due(action: ActionLine, this_year: int) -> str:
    if action.due_on is None:
        return action.rhythm
    return QCoreApplication.translate("actions", "due {day}").format(
        day=short_day(action.due_on, this_year=this_year)
    )


def _trouble(action: ActionLine) -> tuple[str, Meaning]:
    if action.light in (Light.RED, Light.AMBER):
        return action.why.removesuffix(".").replace(" %", "%"), LIGHT_MEANINGS[action.light]
    if not action.owner:
        return QCoreApplication.translate("actions", "No owner"), Meaning.WATCH
    if not action.has_dates:
        return QCoreApplication.translate("actions", "No date"), Meaning.WATCH
    return "", Meaning.NEUTRAL
