"""The goals: objective, reasons, track, actions, and what is watched beside them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assessor.operations.strategic_plan.levels import Health
from assessor.terms import ActionStatus, Direction


@dataclass(frozen=True)
class Smart:
    """The five reasons that make an objective sound (domain.md 5.1); an empty one is left out."""

    specific: str = ""
    measured: str = ""
    achievable: str = ""
    relevant: str = ""
    timed: str = ""


@dataclass(frozen=True)
class TrackPoint:
    """One value on the way from baseline to target."""

    value: Decimal
    label: str  # "Baseline, 2025–26"


@dataclass(frozen=True)
class Track:
    """Baseline, now and target on one line."""

    measured: str  # "Calls to an officer about school rules, per 100 students a year."
    baseline: TrackPoint
    target: TrackPoint
    direction: Direction
    now: TrackPoint | None = None
    outlook: TrackPoint | None = None
    claim: str = ""  # "More than half of the way after one term"
    measure: str = ""  # "K05"
    limits: tuple[Decimal, Decimal] | None = None  # the unit's natural ends: 0 and 100 for a percentage


@dataclass(frozen=True)
class Objective:
    """One objective, its reasons and its track."""

    text: str
    smart: Smart | None = None
    track: Track | None = None
    milestones: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionStep:
    """One action: what, owner by role, due, status, evidence."""

    code: str  # "A2.1"
    what: str
    owner: str  # who decides it is done, by role
    due: str = ""  # "Aug 3, 2026" or "monthly"
    due_on: date | None = None  # printed where due is empty
    status: ActionStatus = ActionStatus.NOT_STARTED
    health: Health = Health.NOT_STARTED
    status_note: str = ""  # "4 of 6 schools", "no funding"
    evidence: str = ""
    does: str = ""  # other roles that do the work
    asked: str = ""  # roles asked first
    told: str = ""  # roles told after


@dataclass(frozen=True)
class Risk:
    """What could go wrong, and the response."""

    event: str
    response: str = ""


@dataclass(frozen=True)
class Goal:
    """One goal."""

    code: str  # "G2"
    title: str  # the heading
    topic: str = ""  # in the contents; empty: the title
    rationale: tuple[str, ...] = ()  # paragraphs
    findings: tuple[str, ...] = ()  # "F1"
    owner: str = ""
    objectives: tuple[Objective, ...] = ()  # the first is the lede
    actions: tuple[ActionStep, ...] = ()
    as_of: date | None = None  # the day the statuses are of
    watch_beside: str = ""  # the balance measure, in words
    risks: tuple[Risk, ...] = ()
