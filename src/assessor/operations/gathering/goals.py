"""The goals of the plan: objectives with their reasons and track, actions with owner, day and state."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assessor.analysis.actions import Light
from assessor.analysis.smart import Letter
from assessor.operations.action_steps import get_action, list_updates
from assessor.operations.gathering.record import Record, paragraphs
from assessor.operations.gathering.track_claims import claim_of
from assessor.operations.gathering.wording import day
from assessor.operations.goals import GoalDetails, get_goal
from assessor.operations.measures.measures import MeasureDetails, get_measure
from assessor.operations.objectives import get_objective
from assessor.operations.outlines.lines import ActionLine, GoalLine, ObjectiveLine
from assessor.operations.strategic_plan.goals import (
    ActionStep,
    Goal,
    Objective,
    Risk,
    Smart,
    Track,
    TrackPoint,
)
from assessor.operations.strategic_plan.levels import Health
from assessor.operations.strategic_plan.wording import lower_first
from assessor.store import Engagement
from assessor.terms import ActionStatus, ValueState

_PERCENT = (Decimal(0), Decimal(100))


def gather_goals(engagement: Engagement, record: Record) -> tuple[Goal, ...]:
    """Every goal in its order."""
    return tuple(_goal(engagement, record, line) for line in record.outline.goals)


def _goal(engagement: Engagement, record: Record, line: GoalLine) -> Goal:
    details = get_goal(engagement, line.id)
    risk = (Risk(details.risk, details.risk_response),) if details.risk else ()
    return Goal(
        code=f"G{line.number}",
        title=line.title,
        rationale=paragraphs(details.rationale),
        findings=tuple(f"F{finding.number}" for finding in details.findings),
        owner=details.owner,
        objectives=tuple(_objective(engagement, record, objective, details) for objective in line.objectives),
        actions=tuple(_action(engagement, record, action) for action in line.actions),
        as_of=record.as_of,
        watch_beside=details.balance_note,
        risks=risk,
    )


def _objective(engagement: Engagement, record: Record, line: ObjectiveLine, goal: GoalDetails) -> Objective:
    details = get_objective(engagement, line.id)
    measure = get_measure(engagement, details.measure.id) if details.measure else None
    return Objective(
        text=line.text,
        smart=Smart(
            specific=details.who,
            measured=_measured(measure),
            achievable=details.attainable_reason or _fact(line, Letter.ATTAINABLE),
            relevant=_relevant(goal),
            timed=_timed(line.due_on, details.review_note, line.text),
        ),
        track=_track(measure, record.as_of) if measure else None,
        milestones=paragraphs(details.milestones),
    )


def _fact(line: ObjectiveLine, letter: Letter) -> str:
    return next((fact.why for fact in line.smart if fact.letter is letter and fact.met), "")


def _measured(measure: MeasureDetails | None) -> str:
    return ", ".join(filter(None, (measure.code, lower_first(measure.source)))) if measure else ""


def _relevant(goal: GoalDetails) -> str:
    codes = [f"F{finding.number}" for finding in goal.findings]
    return (
        f"answers {' and '.join((', '.join(codes[:-1]), codes[-1])) if len(codes) > 1 else codes[0]}"
        if codes
        else ""
    )


def _timed(due_on: date | None, note: str, objective: str) -> str:
    """When it is looked at and when it ends; the day only where the objective does not name it already."""
    ends = f"ends {day(due_on)}" if due_on else ""
    return note if note and due_on and day(due_on) in objective else ", ".join(filter(None, (note, ends)))


def _track(measure: MeasureDetails, as_of: date) -> Track | None:
    if measure.baseline is None or measure.target is None:
        return None
    now = _now(measure, as_of)
    return Track(
        measured=f"{measure.title}, {measure.unit}.",
        baseline=TrackPoint(measure.baseline, ", ".join(_words("Baseline", measure.baseline_period))),
        target=TrackPoint(measure.target, ", ".join(_words("Target", _month(measure.target_on)))),
        direction=measure.direction,
        now=now,
        outlook=TrackPoint(measure.outlook, ", ".join(_words("Outlook", _month(measure.outlook_on))))
        if measure.outlook is not None
        else None,
        claim=claim_of(measure.baseline, now.value if now else None, measure.target),
        measure=measure.code,
        limits=_PERCENT if "percent" in measure.unit or "%" in measure.unit else None,
    )


def _now(measure: MeasureDetails, as_of: date) -> TrackPoint | None:
    known = [
        value
        for value in measure.values
        if value.state in {ValueState.VALUE, ValueState.ZERO} and value.value is not None
    ]
    current = [value for value in known if value.period_start <= as_of]
    if not current or current[-1].value is None:
        return None
    return TrackPoint(current[-1].value, f"Now, {current[-1].period_label}")


def _words(*parts: str) -> Iterator[str]:
    return (part for part in parts if part)


def _month(when: date | None) -> str:
    return f"{when:%B %Y}" if when else ""


def _action(engagement: Engagement, record: Record, line: ActionLine) -> ActionStep:
    details = get_action(engagement, line.id)
    updates = list_updates(engagement, line.id)
    newest = updates[0] if updates else None
    return ActionStep(
        code=f"A{line.code}" if not line.code.startswith("A") else line.code,
        what=line.title,
        owner=line.owner,
        due=line.rhythm,
        due_on=line.due_on,
        status=line.status,
        health=_health(line, record.as_of),
        status_note=_note(newest.note) if newest and line.status is not ActionStatus.DONE else "",
        evidence=(newest.evidence if newest else "") or details.evidence_wanted,
        does=details.support,
        asked=details.asked,
        told=details.told,
    )


def _note(text: str) -> str:
    """A note on a status as it stands under the status word: "four months reviewed"."""
    return lower_first(text.strip().removesuffix("."))


def _health(line: ActionLine, as_of: date) -> Health:
    if line.status is ActionStatus.DONE:
        return Health.DONE
    if line.light is Light.RED:
        return Health.LATE
    if line.light is Light.AMBER:
        return Health.WATCH
    begun = line.status is ActionStatus.IN_PROGRESS or (line.start_on is not None and line.start_on <= as_of)
    return Health.ON_TIME if begun else Health.NOT_STARTED
