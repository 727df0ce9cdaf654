"""How the two sides deal with each other: communication protocols, the ladder, who decides what."""

from dataclasses import dataclass

from assessor.operations.strategic_plan.front import Passage
from assessor.terms import Part


@dataclass(frozen=True)
class Branch:
    """One of the ways a step can go on."""

    name: str
    text: str


@dataclass(frozen=True)
class ProtocolStep:
    """One step of a protocol."""

    clock: str  # "by 5 min"
    act: str  # "The administrator goes, and calls the officer if needed"
    detail: str = ""
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Protocol:
    """One communication protocol (domain.md 5.4)."""

    code: str  # "P2"
    title: str  # the heading
    topic: str = ""  # in the contents; empty: the title
    purpose: str = ""  # the lede
    steps: tuple[ProtocolStep, ...] = ()
    never_send: tuple[str, ...] = ()
    back_up: str = ""
    owner_and_review: str = ""
    log: str = ""


@dataclass(frozen=True)
class LadderStep:
    """One step of the ladder (domain.md 5.5)."""

    number: int  # 0 to 5
    who: str  # "They and a facilitator"
    what: str
    clock: str = ""  # "5 more"
    record: str = ""
    days: int | None = None  # school days this step may take; None: not drawn
    name: str = ""  # "Facilitated", in the drawing
    name_note: str = ""  # "+ facilitator", in the drawing


@dataclass(frozen=True)
class Ladder:
    """When we disagree."""

    steps: tuple[LadderStep, ...]
    claim: str = ""
    figure_claim: str = ""
    aim: str = ""  # "Aim: nine in ten settled by here, at step 1 or 2"
    aim_step: int = 2  # the step by whose end the aim should be met
    rules: tuple[Passage, ...] = ()  # up to three stand in a row


@dataclass(frozen=True)
class Decision:
    """One decision and each office's part in it, in the order of the offices."""

    what: str
    parts: tuple[Part, ...]
    note: str = ""


@dataclass(frozen=True)
class DecisionGroup:
    """Decisions of one kind."""

    name: str  # "Police matters"
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Decisions:
    """Who decides what (domain.md 5.6)."""

    offices: tuple[str, ...]
    groups: tuple[DecisionGroup, ...]
    claim: str = ""
