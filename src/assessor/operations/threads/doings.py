"""The links of a thread within the plan: objectives and action steps."""

from collections.abc import Sequence

from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine
from assessor.operations.threads.nodes import Hold, Link, ThreadNode, counted


def objective_node(objectives: Sequence[ObjectiveLine], goal: GoalLine) -> ThreadNode:
    """How far and by when."""
    if not objectives:
        return ThreadNode(
            Link.OBJECTIVE,
            Hold.LOOSE,
            "Objective",
            "None yet",
            missing="Say how far and by when",
            element_id=goal.id,
        )
    if len(objectives) > 1:
        open_ones = [each for each in objectives if each.open_fact]
        missing = f"{len(open_ones)} not yet SMART: {', '.join(each.number for each in open_ones)}"
        title = counted(len(objectives), "objective")
        hold = Hold.LOOSE if open_ones else Hold.TIED
        first = (open_ones or list(objectives))[0]
        shown = missing if open_ones else ""
        return ThreadNode(Link.OBJECTIVE, hold, "Objectives", title, missing=shown, element_id=first.id)
    only = objectives[0]
    fact = only.open_fact
    return ThreadNode(
        Link.OBJECTIVE,
        Hold.LOOSE if fact else Hold.TIED,
        f"Objective {only.number}",
        only.text,
        missing=fact.why.rstrip(".") if fact else "",
        element_id=only.id,
    )


def actions_node(objectives: Sequence[ObjectiveLine], chosen: ActionLine | None) -> ThreadNode:
    """Who does what by when: the action step chosen, or all of the objectives."""
    actions = [action for objective in objectives for action in objective.actions]
    if chosen is not None:
        lacks = [word for word, has in (("owner", chosen.owner), ("dates", chosen.has_dates)) if not has]
        missing = f"Has no {' and no '.join(lacks)}" if lacks else ""
        return ThreadNode(Link.ACTIONS, Hold.TIED, f"Action {chosen.code}", chosen.title, missing=missing)
    home = objectives[0].id if objectives else ""
    if not actions:
        missing = "Say who does what by when" if objectives else ""
        hold = Hold.LOOSE if objectives else Hold.AHEAD
        return ThreadNode(Link.ACTIONS, hold, "Actions", "None yet", missing=missing, element_id=home)
    without = [action for action in actions if not action.is_complete]
    return ThreadNode(
        Link.ACTIONS,
        Hold.LOOSE if without else Hold.TIED,
        "Actions",
        f"{len(actions) - len(without)} of {len(actions)} have owner and dates",
        missing=_without(without),
        element_id=(without or actions)[0].id,
    )


def _without(actions: Sequence[ActionLine]) -> str:
    if not actions:
        return ""
    first = actions[0].title
    named = first[:1].lower() + first[1:] if first[1:2].islower() else first
    return f"{len(actions)} without: {named}" + (" …" if len(actions) > 1 else "")
