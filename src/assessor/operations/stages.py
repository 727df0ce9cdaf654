"""How far each of the five stages is, counted from the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.instruments.rubrics import get_rubric
from assessor.model import CriterionRating, Finding, GoalReview, Measure, Objective, PolicyReview, Review
from assessor.operations.coverage_cells import SURVEY
from assessor.operations.coverages import Coverage
from assessor.operations.dues import Due, DueKind
from assessor.operations.golden_thread import LooseEnd
from assessor.operations.outlines import GoalLine, Outline
from assessor.store import Engagement
from assessor.terms import ActionStatus, FindingStatus

_MOSTLY = 0.8


@dataclass(frozen=True)
class AssessStage:
    """Steps are sittings planned, groups surveyed, and documents read against the rubric."""

    done: int
    planned: int
    overdue: int

    @property
    def part(self) -> float:
        """0 to 1."""
        return _part(self.done, self.planned)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to count."""
        return bool(self.planned)


@dataclass(frozen=True)
class IdentifyStage:
    """Findings verified of all, and those that rest on too little."""

    verified: int
    findings: int
    need_source: int

    @property
    def part(self) -> float:
        """0 to 1."""
        return _part(self.verified, self.findings)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to count."""
        return bool(self.findings)


@dataclass(frozen=True)
class PlanStage:
    """Goals that no required rule finds broken, themselves or in anything under them."""

    sound: int
    goals: int
    unowned: int
    """Action steps without an owner."""

    @property
    def part(self) -> float:
        """0 to 1."""
        return _part(self.sound, self.goals)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to count."""
        return bool(self.goals)


@dataclass(frozen=True)
class ImplementStage:
    """Action steps that were not dropped, and how far they are on the whole."""

    begun: int
    done: int
    actions: int
    blocked: int
    percent: int
    meets_next: date | None
    """The day of the next meeting that is planned."""

    @property
    def part(self) -> float:
        """0 to 1."""
        return self.percent / 100

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to count."""
        return bool(self.actions)


@dataclass(frozen=True)
class EvaluateStage:
    """What the newest review decided, and measures of the plan whose baseline is known."""

    reviews: int
    decided: int
    goals: int
    baselines: int
    measures: int

    @property
    def part(self) -> float:
        """0 to 1: the goals the newest review decided on."""
        return _part(self.decided, self.goals)

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to count."""
        return bool(self.reviews)


@dataclass(frozen=True)
class Stages:
    """All five."""

    assess: AssessStage
    identify: IdentifyStage
    plan: PlanStage
    implement: ImplementStage
    evaluate: EvaluateStage

    @property
    def parts(self) -> dict[str, float]:
        """How far each is, 0 to 1, by its name."""
        return {name: getattr(self, name).part for name in self.__dataclass_fields__}

    @property
    def begun(self) -> frozenset[str]:
        """The names of those in which there is anything to count."""
        return frozenset(name for name in self.__dataclass_fields__ if getattr(self, name).is_begun)

    @property
    def current(self) -> str:
        """The stage under way."""
        return stage_under_way(self.parts)


def stage_under_way(parts: dict[str, float]) -> str:
    """The first stage less than four fifths done that no later one has overtaken; else the last."""
    names, done = list(parts), list(parts.values())
    for place, part in enumerate(done):
        if part < _MOSTLY and part >= max(done[place:]):
            return names[place]
    return names[-1]


def gather_stages(
    engagement: Engagement,
    coverage: Coverage,
    outline: Outline,
    loose_ends: Sequence[LooseEnd],
    late: Sequence[Due],
    ahead: Sequence[Due],
) -> Stages:
    """How far the engagement is, from what an overview has gathered already."""
    with engagement.reading() as session:
        assess = _assess(session, coverage, late)
        identify = _identify(session, loose_ends)
        evaluate = _evaluate(session, len(outline.goals))
    return Stages(assess, identify, _plan(outline, loose_ends), _implement(outline, ahead), evaluate)


def _assess(session: Session, coverage: Coverage, late: Sequence[Due]) -> AssessStage:
    done = planned = 0
    for cell in coverage.cells.values():
        if cell.method == SURVEY:
            planned += bool(cell.planned)
            done += bool(cell.planned and cell.is_done)
        else:
            planned += cell.planned
            done += min(cell.done or 0, cell.planned)
    criteria = len(get_rubric().criteria)
    rated = (
        select(PolicyReview.id, func.count(CriterionRating.id))
        .outerjoin(
            CriterionRating,
            (CriterionRating.review_id == PolicyReview.id)
            & (CriterionRating.level.is_not(None) | (CriterionRating.not_applicable_reason != "")),
        )
        .group_by(PolicyReview.id)
    )
    readings = [count for _, count in session.execute(rated)]
    overdue = sum(due.kind in (DueKind.SITTING, DueKind.CONTACT) for due in late)
    return AssessStage(done + sum(n >= criteria for n in readings), planned + len(readings), overdue)


def _identify(session: Session, loose_ends: Sequence[LooseEnd]) -> IdentifyStage:
    statuses = list(session.scalars(select(Finding.status)))
    return IdentifyStage(
        verified=sum(status is not FindingStatus.DRAFT for status in statuses),
        findings=len(statuses),
        need_source=len({end.element_id for end in loose_ends if end.rule == "G1"}),
    )


def _plan(outline: Outline, loose_ends: Sequence[LooseEnd]) -> PlanStage:
    broken = {end.element_id for end in loose_ends if end.required}
    sound = sum(not broken & _elements_of(goal) for goal in outline.goals)
    unowned = sum(not action.owner.strip() for action in outline.actions if _counts(action.status))
    return PlanStage(sound, len(outline.goals), unowned)


def _elements_of(goal: GoalLine) -> set[str]:
    measures = {line.course.measure_id for line in goal.objectives if line.course}
    lines = {line.id for line in goal.objectives} | {action.id for action in goal.actions}
    return {goal.id} | lines | measures


def _implement(outline: Outline, ahead: Sequence[Due]) -> ImplementStage:
    actions = [action for action in outline.actions if _counts(action.status)]
    by_status = [action.status for action in actions]
    percent = sum(action.percent for action in actions) / len(actions) if actions else 0
    return ImplementStage(
        begun=sum(status is not ActionStatus.NOT_STARTED for status in by_status),
        done=by_status.count(ActionStatus.DONE),
        actions=len(actions),
        blocked=by_status.count(ActionStatus.BLOCKED),
        percent=round(percent),
        meets_next=next((due.on for due in ahead if due.kind is DueKind.MEETING), None),
    )


def _counts(status: ActionStatus) -> bool:
    return status is not ActionStatus.DROPPED


def _evaluate(session: Session, goals: int) -> EvaluateStage:
    reviews = list(session.scalars(select(Review.id).order_by(Review.reviewed_on.desc())))
    decided = 0
    if reviews:
        query = select(func.count(GoalReview.goal_id.distinct())).where(GoalReview.review_id == reviews[0])
        decided = session.scalar(query) or 0
    baselines = session.execute(
        select(func.count(Measure.id), func.count(Measure.baseline)).where(
            Measure.id.in_(select(Objective.measure_id))
        )
    ).one()
    return EvaluateStage(len(reviews), decided, goals, baselines[1], baselines[0])


def _part(done: int, planned: int) -> float:
    return min(done / planned, 1.0) if planned else 0.0
