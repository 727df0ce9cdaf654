"""The goal library: what is shipped, which findings it would answer, and taking a goal over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments import goals as library
from assessor.model import ActionStep, FindingCode, Goal, GoalFinding, Measure, Objective
from assessor.operations.contents import keep_content
from assessor.operations.measures.measures import put_library_measure
from assessor.operations.positions import next_position
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class StarterAction:
    """A first action that the library offers."""

    code: str
    title: str
    owner: str
    evidence: str


@dataclass(frozen=True)
class LibraryGoalRow:
    """A goal of the library, or a pack of actions that serve every goal."""

    code: str
    title: str
    rationale: str
    objective: str
    measures: tuple[str, ...]
    actions: tuple[StarterAction, ...]
    finding_ids: tuple[str, ...]
    """The findings filed under a code that this goal answers."""
    is_taken: bool


def list_library_goals(engagement: Engagement) -> list[LibraryGoalRow]:
    """The goals of the library: those that answer findings first, those taken already last."""
    with engagement.reading() as session:
        taken = set(session.scalars(select(Goal.library_key)))
        filed: dict[str, list[str]] = {}
        for finding_id, code in session.execute(select(FindingCode.finding_id, FindingCode.code)):
            filed.setdefault(code, []).append(finding_id)
    shipped = library.get_goal_library()
    rows = [
        LibraryGoalRow(
            each.code,
            each.title,
            each.rationale,
            each.objective,
            each.measures,
            _starters(each.actions),
            _filed_under(each.answers, filed),
            each.code in taken,
        )
        for each in shipped.goals
    ]
    rows += [
        LibraryGoalRow(
            each.code,
            each.title,
            each.purpose,
            each.purpose,
            (),
            _starters(each.actions),
            _filed_under(each.answers, filed),
            each.code in taken,
        )
        for each in shipped.packs
    ]
    return sorted(rows, key=lambda row: (row.is_taken, not row.finding_ids))


def add_goal_from_library(
    engagement: Engagement,
    code: str,
    *,
    with_objective: bool = True,
    actions: Sequence[str] | None = None,
    finding_ids: Sequence[str] = (),
) -> str:
    """Take a goal of the library over, to be adapted, and return its id.

    `actions` are codes of starter actions, None for all; they stand under the sample objective, which is
    tied to the first measure the library names. `finding_ids` are answered at once.
    Raises CannotDo when actions are wanted without the objective they would serve.
    """
    row = next((row for row in list_library_goals(engagement) if row.code == code), None)
    if row is None:
        raise KeyError(code)
    if actions and not with_objective:
        raise CannotDo("An action step serves an objective. Take the sample objective over as well.")
    with engagement.change(f"Add goal {code} from the library") as session:
        goal = Goal(
            title=row.title,
            rationale=row.rationale,
            library_key=code,
            position=next_position(session, Goal),
        )
        session.add(goal)
        session.flush()
        _keep_library(session)
        session.add_all(GoalFinding(goal_id=goal.id, finding_id=each) for each in finding_ids)
        if with_objective:
            _add_objective(session, goal.id, row, actions)
        return goal.id


def _add_objective(
    session: Session, goal_id: str, row: LibraryGoalRow, actions: Sequence[str] | None
) -> None:
    measure_id = _measure_id(session, row.measures[0]) if row.measures else None
    objective = Objective(goal_id=goal_id, text=row.objective, measure_id=measure_id, position=1)
    session.add(objective)
    session.flush()
    wanted = [each for each in row.actions if actions is None or each.code in actions]
    session.add_all(
        ActionStep(
            objective_id=objective.id,
            title=each.title,
            owner=each.owner,
            evidence_wanted=each.evidence,
            position=position,
        )
        for position, each in enumerate(wanted, start=1)
    )


def _measure_id(session: Session, code: str) -> str:
    """The measure of a code: the one the engagement has, or a copy of the library's."""
    found = session.scalar(select(Measure.id).where(Measure.code == code).order_by(Measure.id))
    if found is not None:
        return found
    return put_library_measure(session, code)


def _keep_library(session: Session) -> None:
    shipped = library.get_goal_library()
    keep_content(session, "goals", shipped.key, shipped.version)


def _starters(actions: Iterable[library.StarterAction]) -> tuple[StarterAction, ...]:
    return tuple(StarterAction(each.code, each.title, each.owner, each.evidence) for each in actions)


def _filed_under(codes: Iterable[str], filed: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding for code in codes for finding in filed.get(code, ())))
