"""Following the thread of one element from the record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assessor.operations.findings import get_finding
from assessor.operations.goals import get_goal
from assessor.operations.measures.measures import get_measure
from assessor.operations.outlines import ActionLine, GoalLine, ObjectiveLine, get_outline
from assessor.operations.threads.claims import evidence_node, finding_node
from assessor.operations.threads.doings import actions_node, objective_node
from assessor.operations.threads.nodes import Hold, Link, Thread, ThreadNode
from assessor.operations.threads.outcomes import measure_node, result_node
from assessor.store import Engagement
from assessor.terms import CannotDo


def get_thread(engagement: Engagement, element_id: str, as_of: date) -> Thread:
    """The thread of a goal, an objective or an action step. Raises CannotDo when it is gone."""
    with engagement.reading():
        outline = get_outline(engagement, as_of)
        line = outline.find(element_id)
        if line is None:
            raise CannotDo("This was removed from the plan. Undo brings it back.")
        goal, objectives = _around(outline.goals, line)
        findings = [get_finding(engagement, each.id) for each in get_goal(engagement, goal.id).findings]
        ids = dict.fromkeys(each.course.measure_id for each in objectives if each.course is not None)
        measures = [get_measure(engagement, each) for each in ids]
    nodes = (
        evidence_node(findings),
        finding_node(findings, goal),
        ThreadNode(Link.GOAL, Hold.TIED, f"Goal {goal.number}", goal.title, element_id=goal.id),
        objective_node(objectives, goal),
        actions_node(objectives, line if isinstance(line, ActionLine) else None),
        measure_node(objectives, measures),
        result_node(measures),
    )
    return Thread(_name_of(line), tuple(_marked(node, line) for node in nodes))


def _around(
    goals: Sequence[GoalLine], line: GoalLine | ObjectiveLine | ActionLine
) -> tuple[GoalLine, tuple[ObjectiveLine, ...]]:
    """The goal a line belongs to, and the objectives its thread runs through."""
    if isinstance(line, GoalLine):
        return line, line.objectives
    objective_id = line.objective_id if isinstance(line, ActionLine) else line.id
    for goal in goals:
        for objective in goal.objectives:
            if objective.id == objective_id:
                return goal, (objective,)
    raise KeyError(line.id)


def _name_of(line: GoalLine | ObjectiveLine | ActionLine) -> str:
    if isinstance(line, GoalLine):
        return f"goal {line.number}"
    return f"objective {line.number}" if isinstance(line, ObjectiveLine) else f"action {line.code}"


_LINK_OF = {GoalLine: Link.GOAL, ObjectiveLine: Link.OBJECTIVE, ActionLine: Link.ACTIONS}


def _marked(node: ThreadNode, line: GoalLine | ObjectiveLine | ActionLine) -> ThreadNode:
    if node.link is not _LINK_OF[type(line)]:
        return node
    return replace(node, hold=Hold.HERE, element_id=line.id)
