"""The links of a golden thread and how each stands."""

from dataclasses import dataclass
from enum import StrEnum


class Link(StrEnum):
    """A link of the thread, from evidence to result."""

    EVIDENCE = "evidence"
    FINDING = "finding"
    GOAL = "goal"
    OBJECTIVE = "objective"
    ACTIONS = "actions"
    MEASURE = "measure"
    RESULT = "result"


class Hold(StrEnum):
    """How a link stands: chosen, tied, loose where something is missing, or still ahead."""

    HERE = "here"
    TIED = "tied"
    LOOSE = "loose"
    AHEAD = "ahead"


@dataclass(frozen=True)
class ThreadNode:
    """One link as it is painted: its label, what stands there, a quiet note, and what is missing."""

    link: Link
    hold: Hold
    label: str
    title: str
    note: str = ""
    missing: str = ""
    """The sentence that says what is missing; empty where it is tied."""
    place: str = ""
    """Key of the screen where it is seen or mended; empty: here in the plan."""
    element_id: str = ""


@dataclass(frozen=True)
class Thread:
    """The thread of a chosen element."""

    of: str
    """As in "of objective 2.1"."""
    nodes: tuple[ThreadNode, ...]


def counted(number: int, noun: str) -> str:
    """As in "1 piece", "5 pieces"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
