"""Goals: the goal library: sample objectives, starter actions, codes answered (domain.md 4.8, 5.3)."""

from dataclasses import dataclass
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text


@dataclass(frozen=True, kw_only=True)
class StarterAction(Record):
    """A first action, verb first, with the office that usually owns it and what shows that it is done."""

    code: str
    title: Text
    owner: Text
    evidence: Text


@dataclass(frozen=True, kw_only=True)
class LibraryGoal(Record):
    """A goal to adapt: what it is for, a sample objective, and what it is tied to."""

    code: str
    title: Text
    outcome: Text
    rationale: Text
    objective: Text
    answers: tuple[str, ...]
    measures: tuple[str, ...]
    protocols: tuple[str, ...]
    trainings: tuple[str, ...]
    actions: tuple[StarterAction, ...]


@dataclass(frozen=True, kw_only=True)
class CrossCuttingPack(Record):
    """Actions that serve every goal, for barriers no single goal answers."""

    code: str
    title: Text
    purpose: Text
    answers: tuple[str, ...]
    actions: tuple[StarterAction, ...]


@dataclass(frozen=True, kw_only=True)
class GoalLibrary(Instrument):
    """Goals G1 to G8 and the cross-cutting packs."""

    purpose: Text
    goals: tuple[LibraryGoal, ...]
    packs: tuple[CrossCuttingPack, ...]

    def list_answers(self, code: str) -> tuple[LibraryGoal, ...]:
        """The goals that answer a barrier code."""
        return tuple(goal for goal in self.goals if code in goal.answers)

    def get_goal(self, code: str) -> LibraryGoal:
        """The goal of that code; KeyError when there is none."""
        for goal in self.goals:
            if goal.code == code:
                return goal
        raise KeyError(code)


def get_goal_library(
    key: str = "collaboration", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> GoalLibrary:
    """The goal library, the newest version unless one is named."""
    return read(GoalLibrary, "goals", key, version, language, root)
