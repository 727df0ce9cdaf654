"""What the numbers say of a line: SMART for an objective, the light of an action step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessor.analysis.actions import ActionFacts, Light, action_health
from assessor.analysis.smart import ObjectiveFacts, SmartFact, check_smart
from assessor.model import ActionStep, Measure, Objective
from assessor.terms import ActionStatus


@dataclass(frozen=True)
class Period:
    """When the plan starts and ends."""

    starts_on: date | None
    ends_on: date | None


def judge_smart(
    objective: Objective, measure: Measure | None, findings: int, period: Period
) -> tuple[SmartFact, ...]:
    """The five SMART facts of an objective (domain.md 5.1)."""
    facts = ObjectiveFacts(
        text=objective.text,
        who=objective.who,
        due_on=objective.due_on,
        plan_starts_on=period.starts_on,
        plan_ends_on=period.ends_on,
        findings=findings,
        attainable_reason=objective.attainable_reason,
    )
    if measure is not None:
        facts = replace(
            facts,
            measure=f"{measure.code}, {measure.title}",
            baseline=measure.baseline,
            baseline_plan=measure.baseline_plan,
            target=measure.target,
            due_on=objective.due_on or measure.target_on,
        )
    return check_smart(facts)


def judge_light(
    action: ActionStep, updates: Sequence[tuple[date, ActionStatus]], as_of: date
) -> tuple[Light | None, str]:
    """The light of an action step and why (domain.md 5.10); `updates` are its own, the newest first."""
    facts = ActionFacts(
        status=action.status,
        percent=action.percent,
        due_on=action.due_on,
        blocked_since=_blocked_since(updates),
    )
    health = action_health(facts, as_of)
    return (None, "Dropped.") if health is None else (health.light, health.why)


def _blocked_since(updates: Sequence[tuple[date, ActionStatus]]) -> date | None:
    """The first day of the last unbroken row of updates that say blocked."""
    since: date | None = None
    for updated_on, status in updates:
        if status is not ActionStatus.BLOCKED:
            break
        since = updated_on
    return since
