"""Who was heard, and how: by group and method, what was done of what was planned, past disclosure control."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from assessor.analysis.disclosure import Cell, protect_family
from assessor.model import Client, Cycle, Participant, PlannedContact, Seat, Sitting, SurveyWave, WaveGroup
from assessor.operations.survey_waves import count_responses
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

SURVEY = "survey"
METHODS = (
    SURVEY,
    SittingKind.INTERVIEW.value,
    SittingKind.FOCUS_GROUP.value,
    SittingKind.OBSERVATION.value,
    SittingKind.JOINT_SESSION.value,
)
"""The ways of hearing people, as planned contacts name them."""
HEARD_GROUPS = (Group.SRO, Group.ADM, Group.TCH, Group.STU, Group.PAR, Group.PRT)
_LEAST_INTERNAL = 5


@dataclass(frozen=True)
class CoverageCell:
    """One group heard by one method: sittings held, or people who answered a survey."""

    group: Group
    method: str
    planned: int
    """How many are to be; 0 where it was never planned."""
    done: int | None
    """How many were; None where too few answered to show it."""
    hidden: str = ""
    """Why nothing is shown, as in "n < 5"."""
    is_closed: bool = False
    """Whether nothing more can come: the survey is closed."""
    is_overdue: bool = False
    """Whether a planned day is past and not all was done."""
    element_id: str = ""
    """What to look at: the sitting or wave that is next, or the one held last."""

    @property
    def is_used(self) -> bool:
        """Whether the method was planned or used with the group at all."""
        return bool(self.planned or self.done or self.hidden)

    @property
    def part(self) -> float:
        """What was done of what was planned, 0 to 1."""
        if not self.done:
            return 0.0
        return min(self.done / self.planned, 1.0) if self.planned else 1.0

    @property
    def missing(self) -> int:
        """How many are still to be; none where it may not be shown, or where nothing more can come."""
        return 0 if self.done is None or self.is_closed else max(self.planned - self.done, 0)

    @property
    def is_done(self) -> bool:
        """Whether all is done that was planned or can still be."""
        return self.is_closed or (self.done is not None and not self.missing)


@dataclass(frozen=True)
class Coverage:
    """Every group by every method, in the cycle that is under way."""

    groups: tuple[Group, ...]
    cells: Mapping[tuple[Group, str], CoverageCell]

    def cell(self, group: Group, method: str) -> CoverageCell:
        """The cell of a group and a method."""
        return self.cells[group, method]


@dataclass(frozen=True)
class _Sitting:
    """A sitting as coverage counts it, with the groups it counts for."""

    id: str
    kind: str
    planned_on: date | None
    is_held: bool
    groups: frozenset[Group]

    def is_late(self, today: date) -> bool:
        return not self.is_held and self.planned_on is not None and self.planned_on < today


def get_coverage(engagement: Engagement, today: date) -> Coverage:
    """Whom the newest cycle has heard by `today`.

    Survey answers are counted per group and told only from the internal threshold up (domain.md 2.6); nobody
    having answered is told. Supervisors are listed only where something was planned or done with them.
    """
    with engagement.reading() as session:
        cycle_id = session.scalar(select(Cycle.id).order_by(Cycle.number.desc()).limit(1))
        plans = _plans(session, cycle_id)
        sittings = _sittings(session, cycle_id)
        answers = _answers(session, cycle_id, today)
        threshold = session.scalar(select(Client.internal_threshold)) or _LEAST_INTERNAL
    cells = {}
    for group in Group:
        for method in METHODS:
            plan = plans.get((group, method))
            if method == SURVEY:
                cell = _survey_cell(group, plan, answers.get(group, _Answers()), threshold, today)
            else:
                held = [each for each in sittings if each.kind == method and group in each.groups]
                cell = _sitting_cell(group, method, plan, held, today)
            cells[group, method] = cell
    used = {group for (group, _), cell in cells.items() if cell.is_used}
    groups = (*HEARD_GROUPS, *(group for group in Group if group in used and group not in HEARD_GROUPS))
    return Coverage(groups, cells)


_Plan = tuple[int, date | None]


@dataclass(frozen=True)
class _Answers:
    """How many of a group answered, how many were invited, in which wave, and whether it is closed."""

    n: int = 0
    invited: int | None = None
    wave_id: str = ""
    is_closed: bool = False


def _survey_cell(
    group: Group, plan: _Plan | None, answers: _Answers, threshold: int, today: date
) -> CoverageCell:
    n, wave_id, is_closed = answers.n, answers.wave_id, answers.is_closed
    planned, due_on = plan or (answers.invited or 0, None)
    protected = protect_family({"": Cell(n)}, threshold).total
    if n and protected.hidden:
        return CoverageCell(group, SURVEY, planned, None, protected.words, is_closed, element_id=wave_id)
    is_late = due_on is not None and due_on < today and n < planned and not is_closed
    return CoverageCell(group, SURVEY, planned, n, "", is_closed, is_late, wave_id)


def _sitting_cell(
    group: Group, method: str, plan: _Plan | None, sittings: list[_Sitting], today: date
) -> CoverageCell:
    done = sum(each.is_held for each in sittings)
    planned, due_on = plan or (len(sittings), None)
    is_past = due_on is not None and due_on < today and done < planned
    is_late = is_past or any(each.is_late(today) for each in sittings)
    waiting = [each for each in sittings if not each.is_held]
    first = min(waiting, key=lambda each: each.planned_on or date.max) if waiting else None
    shown = first or (sittings[-1] if sittings else None)
    return CoverageCell(
        group, method, planned, done, is_overdue=is_late, element_id=shown.id if shown else ""
    )


def _plans(session: Session, cycle_id: str | None) -> dict[tuple[Group, str], _Plan]:
    query = select(
        PlannedContact.group, PlannedContact.method, PlannedContact.planned, PlannedContact.due_on
    ).where(PlannedContact.cycle_id == cycle_id)
    return {(group, method): (planned, due) for group, method, planned, due in session.execute(query)}


def _sittings(session: Session, cycle_id: str | None) -> list[_Sitting]:
    """The sittings of the cycle, oldest first; one without a group counts for those who had a seat."""
    seated: defaultdict[str, set[Group]] = defaultdict(set)
    seats = select(Seat.sitting_id, Participant.group).join(
        Participant, Participant.id == Seat.participant_id
    )
    for sitting_id, group in session.execute(seats.distinct()):
        seated[sitting_id].add(group)
    query = select(Sitting).where(or_(Sitting.cycle_id == cycle_id, Sitting.cycle_id.is_(None)))
    return [
        _Sitting(
            sitting.id,
            sitting.kind.value,
            sitting.planned_on,
            sitting.started_at is not None,
            frozenset({sitting.group} if sitting.group else seated[sitting.id]),
        )
        for sitting in session.scalars(query.order_by(Sitting.started_at, Sitting.planned_on))
    ]


def _answers(session: Session, cycle_id: str | None, today: date) -> dict[Group, _Answers]:
    """By group the wave of the cycle that most answered: who answers twice is one person."""
    counts = count_responses(session)
    asked = select(WaveGroup.wave_id, WaveGroup.group, func.max(WaveGroup.invited))
    invited = {
        (wave_id, group): number
        for wave_id, group, number in session.execute(asked.group_by(WaveGroup.wave_id, WaveGroup.group))
    }
    here = or_(SurveyWave.cycle_id == cycle_id, SurveyWave.cycle_id.is_(None))
    found: dict[Group, _Answers] = {}
    for wave_id, closed_on in session.execute(select(SurveyWave.id, SurveyWave.closed_on).where(here)):
        is_closed = closed_on is not None and closed_on <= today
        for group in Group:
            n = counts.get(wave_id, {}).get(group, 0)
            was_asked = n or (wave_id, group) in invited
            if was_asked and (group not in found or n > found[group].n):
                found[group] = _Answers(n, invited.get((wave_id, group)), wave_id, is_closed)
    return found
