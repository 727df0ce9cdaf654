"""The agenda of actions: what is late comes first, what is closed comes last."""

from datetime import date, timedelta

import pytest

from assessor.operations.action_agendas import Urgency, list_agenda, urgency_of
from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, Outline
from assessor.terms import ActionStatus

TODAY = date(2027, 1, 29)


def line(key: str, status: ActionStatus, days: int | None, owner: str = "Principal") -> ActionLine:
    due = None if days is None else TODAY + timedelta(days=days)
    return ActionLine(key, "objective", key, key, owner, None, due, "", status, 0, None, "")


def outline(*actions: ActionLine) -> Outline:
    objective = ObjectiveLine("objective", "goal", "1.1", "Text", None, None, (), tuple(actions))
    return Outline("", False, None, None, TODAY, (GoalLine("goal", 1, "Goal", "", 0, (objective,)),))


@pytest.mark.parametrize(
    ("status", "days", "urgency"),
    [
        (ActionStatus.IN_PROGRESS, -1, Urgency.LATE),
        (ActionStatus.BLOCKED, -1, Urgency.LATE),
        (ActionStatus.BLOCKED, 3, Urgency.BLOCKED),
        (ActionStatus.NOT_STARTED, 0, Urgency.DUE_SOON),
        (ActionStatus.NOT_STARTED, 14, Urgency.DUE_SOON),
        (ActionStatus.NOT_STARTED, 15, Urgency.NOT_STARTED),
        (ActionStatus.IN_PROGRESS, None, Urgency.IN_PROGRESS),
        (ActionStatus.DONE, -30, Urgency.DONE),
        (ActionStatus.DROPPED, -30, Urgency.DROPPED),
    ],
)
def test_an_action_stands_where_it_is_most_urgent(
    status: ActionStatus, days: int | None, urgency: Urgency
) -> None:
    assert urgency_of(line("a", status, days), TODAY) is urgency


def test_groups_come_by_urgency_and_their_actions_by_due_date() -> None:
    plan = outline(
        line("done", ActionStatus.DONE, -3),
        line("later", ActionStatus.NOT_STARTED, 10),
        line("sooner", ActionStatus.IN_PROGRESS, 2),
        line("late", ActionStatus.NOT_STARTED, -2),
        line("undated", ActionStatus.NOT_STARTED, None),
    )

    assert [(group.urgency, [a.id for a in group.actions]) for group in list_agenda(plan)] == [
        (Urgency.LATE, ["late"]),
        (Urgency.DUE_SOON, ["sooner", "later"]),
        (Urgency.NOT_STARTED, ["undated"]),
        (Urgency.DONE, ["done"]),
    ]


def test_the_agenda_of_one_owner_has_only_hers() -> None:
    plan = outline(line("a", ActionStatus.DONE, 1), line("b", ActionStatus.DONE, 1, owner="Chief"))

    assert [a.id for group in list_agenda(plan, "Chief") for a in group.actions] == ["b"]
