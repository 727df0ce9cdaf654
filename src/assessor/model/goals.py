"""The plan's outline: goals that answer findings, objectives with a measure, action steps with an owner."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import ActionStatus


class Goal(Noun):
    """What is to become true."""

    __tablename__ = "goal"

    position: Mapped[int]
    library_key: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    rationale: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    """One line for the summary page: what we will do."""
    owner: Mapped[str] = mapped_column(default="")
    cycle_id: Mapped[str | None] = refers_to("cycle")
    risk: Mapped[str] = mapped_column(default="")
    risk_response: Mapped[str] = mapped_column(default="")
    balance_note: Mapped[str] = mapped_column(default="")


class GoalFinding(Noun):
    """A finding that a goal answers, or a strength that it protects."""

    __tablename__ = "goal_finding"

    goal_id: Mapped[str] = owned_by("goal")
    finding_id: Mapped[str] = owned_by("finding")


class Objective(Noun):
    """How far, by when, told by which measure (whose baseline and target are the measure's)."""

    __tablename__ = "objective"

    goal_id: Mapped[str] = owned_by("goal")
    position: Mapped[int]
    text: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    measure_id: Mapped[str | None] = refers_to("measure")
    due_on: Mapped[date | None]
    attainable_reason: Mapped[str] = mapped_column(default="")
    milestones: Mapped[str] = mapped_column(default="")
    """One a line: what is reached by when."""
    review_note: Mapped[str] = mapped_column(default="")


class ActionStep(Noun):
    """One thing to be done, by one accountable owner."""

    __tablename__ = "action_step"

    objective_id: Mapped[str] = owned_by("objective")
    position: Mapped[int]
    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    """Other roles that do the work; then who is asked first, and who is told after."""
    asked: Mapped[str] = mapped_column(default="")
    told: Mapped[str] = mapped_column(default="")
    start_on: Mapped[date | None]
    due_on: Mapped[date | None]
    rhythm: Mapped[str] = mapped_column(default="")
    """How often, where it is done again and again: "monthly"."""
    status: Mapped[ActionStatus] = mapped_column(default=ActionStatus.NOT_STARTED)
    percent: Mapped[int] = mapped_column(default=0)
    cost: Mapped[Decimal | None]
    funding: Mapped[str] = mapped_column(default="")
    evidence_wanted: Mapped[str] = mapped_column(default="")
    took_effect_on: Mapped[date | None]
    after_id: Mapped[str | None] = refers_to("action_step")


class StatusUpdate(Noun):
    """How an action step stood on a day. A change of status has a date and a note."""

    __tablename__ = "status_update"

    action_step_id: Mapped[str] = owned_by("action_step")
    updated_on: Mapped[date]
    status: Mapped[ActionStatus]
    percent: Mapped[int]
    note: Mapped[str] = mapped_column(default="")
    evidence: Mapped[str] = mapped_column(default="")
