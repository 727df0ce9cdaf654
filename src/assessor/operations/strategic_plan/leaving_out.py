"""A plan without chapters that the consultant leaves out: what is not there is not printed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from assessor.operations.strategic_plan.front import Summary
from assessor.operations.strategic_plan.listening import Listening, Strengths

if TYPE_CHECKING:
    from assessor.operations.strategic_plan import StrategicPlan

Leave = Callable[["StrategicPlan"], "StrategicPlan"]

_LEAVE: Mapping[str, Leave] = {
    "summary": lambda plan: replace(plan, summary=Summary()),
    "listening": lambda plan: replace(plan, listening=Listening()),
    "strengths": lambda plan: replace(plan, strengths=Strengths()),
    "protocols": lambda plan: replace(plan, protocols=()),
    "ladder": lambda plan: replace(plan, ladder=None),
    "decisions": lambda plan: replace(plan, decisions=None),
    "year": lambda plan: replace(
        plan,
        year=replace(plan.year, sessions=(), meetings=()),
        history=replace(plan.history, change_when=(), how_changed=""),
    ),
    "partners": lambda plan: replace(plan, year=replace(plan.year, partners=())),
    "rubric": lambda plan: replace(plan, appendices=replace(plan.appendices, rubric=None)),
    "items": lambda plan: replace(plan, appendices=replace(plan.appendices, item_tables=())),
}

OPTIONAL_CHAPTERS = frozenset(_LEAVE)
"""Chapters that may be left out. Findings, goals, measures and privacy are in every plan."""


def without(plan: "StrategicPlan", chapters: Collection[str]) -> "StrategicPlan":
    """The plan without these chapters; those that may not be left out stay."""
    for chapter in chapters:
        if chapter in _LEAVE:
            plan = _LEAVE[chapter](plan)
    return plan
