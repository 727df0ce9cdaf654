"""What a measure says: how it stands against its planned path, its run chart, and what took effect when."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from assessor.analysis.runs import POINTS_OF_A_RUN, Point, RunChart, run_chart
from assessor.analysis.targets import PlannedPath, Status, judge_status
from assessor.instruments.measures import Frequency, get_measure_library
from assessor.model import ActionStep, Objective
from assessor.operations.measures.measures import MeasureDetails, ValueRow, get_measure, list_measures
from assessor.operations.outlines import Outline, get_outline
from assessor.operations.periods import frequency_of, last_day
from assessor.operations.plans import get_plan
from assessor.store import Engagement
from assessor.terms import Direction

_WITH_A_WAY = (Direction.LOWER, Direction.HIGHER)
_COUNTED_IN = frozenset({"count", "instances", "events", "complaints", "partners"})


@dataclass(frozen=True)
class EffectMark:
    """An action's code, and where it took effect among the periods: 8 is the ninth."""

    code: str
    at: float


@dataclass(frozen=True)
class ServedLine:
    """An objective that a measure tells, and its goal."""

    id: str
    number: str
    text: str
    goal_id: str


@dataclass(frozen=True)
class MeasureReading:
    """A measure as it stands on a day. The status is None for a measure that nothing is judged by."""

    measure: MeasureDetails
    status: Status | None
    planned: Decimal | None
    """Where the newest period was to be on the way to the target."""
    chart: RunChart
    effects: tuple[EffectMark, ...]
    serves: tuple[ServedLine, ...]
    balances: tuple[MeasureDetails, ...]
    """The measures to watch beside this one: a gain here is no success if they get worse (domain.md 6.4)."""

    @property
    def newest(self) -> ValueRow | None:
        """The newest period, whatever its state."""
        return self.measure.values[-1] if self.measure.values else None


def list_readings(engagement: Engagement, as_of: date) -> list[MeasureReading]:
    """Every measure in its order, as it stands on a day."""
    with engagement.reading() as session:
        rows = list_measures(engagement)
        measures = [get_measure(engagement, row.id) for row in rows]
        starts_on = get_plan(engagement).starts_on
        outline = get_outline(engagement, as_of)
        effects = session.execute(
            select(Objective.measure_id, ActionStep.id, ActionStep.took_effect_on)
            .join(Objective, Objective.id == ActionStep.objective_id)
            .where(ActionStep.took_effect_on.is_not(None), Objective.measure_id.is_not(None))
        ).all()
    codes = {action.id: action.code for action in outline.actions}
    return [
        MeasureReading(
            measure=measure,
            status=judge_measure(measure, starts_on, as_of),
            planned=planned_by_now(measure, starts_on, as_of),
            chart=chart_of(measure, starts_on),
            effects=_marks(measure, [(codes[a], day) for m, a, day in effects if m == measure.id and day]),
            serves=_served(outline, measure.id),
            balances=_balances(measure, measures),
        )
        for measure in measures
    ]


def judge_measure(
    measure: MeasureDetails, starts_on: date | None, as_of: date | None = None
) -> Status | None:
    """How the newest value stands against the way from baseline to target (domain.md 6.4).

    A period that is not over by `as_of` is judged by that day: a yearly reading taken in January is not
    measured against where the plan is to be next summer.

    None where there is no target to judge by. A measure with a target band is good from its target up to its
    outlook, or from its target up where it has none.
    """
    if measure.direction is Direction.CONTEXT or measure.target is None:
        return None
    if not measure.values:
        return Status.NO_DATA
    newest = measure.values[-1]
    ends_on = _judged_on(measure, as_of)
    return judge_status(
        _point(newest),
        ends_on,
        _path(measure, starts_on or measure.values[0].period_start),
        measure.direction,
        same_definition=_is_by_one_definition(measure),
        band=_band(measure, newest),
    )


def planned_by_now(
    measure: MeasureDetails, starts_on: date | None, as_of: date | None = None
) -> Decimal | None:
    """The value planned for the end of the newest period, or for `as_of` before it; None without a way to a
    target."""
    if measure.target is None or not measure.values or measure.direction not in _WITH_A_WAY:
        return None
    path = _path(measure, starts_on or measure.values[0].period_start)
    return path.planned_on(_judged_on(measure, as_of))


def chart_of(measure: MeasureDetails, starts_on: date | None) -> RunChart:
    """The run chart of a measure: judged by the periods before the plan where these are six or more.

    Only of the values counted by the newest one's definition: earlier ones count something else.
    """
    values = since_definition(measure)
    before = sum(1 for each in values if starts_on is not None and each.period_start < starts_on)
    return run_chart(
        [_point(value) for value in values],
        measure.direction,
        is_count=measure.unit.strip().lower() in _COUNTED_IN,
        baseline_points=before if before >= POINTS_OF_A_RUN else None,
    )


def since_definition(measure: MeasureDetails) -> tuple[ValueRow, ...]:
    """The values counted by the definition of the newest one, without a break between them."""
    values = measure.values
    first = len(values)
    while first and values[first - 1].definition_version == values[-1].definition_version:
        first -= 1
    return values[first:]


def _is_by_one_definition(measure: MeasureDetails) -> bool:
    """Whether the newest value counts what the baseline counted."""
    named = (value for value in measure.values if value.period_label == measure.baseline_period)
    base = next(named, measure.values[0])
    return base.definition_version == measure.values[-1].definition_version


def frequency_taken(measure: MeasureDetails) -> Frequency:
    """How often a measure is taken, by its values where it has any."""
    label = measure.values[-1].period_label if measure.values else ""
    return frequency_of(measure.frequency, [value.period_start for value in measure.values], label)


def _point(value: ValueRow) -> Point:
    return Point(value.period_label, value.state, value.value)


def _judged_on(measure: MeasureDetails, as_of: date | None) -> date:
    """The last day of the newest period, or `as_of` where that comes first."""
    begun = measure.values[-1].period_start
    ends_on = last_day(begun, frequency_taken(measure))
    return ends_on if as_of is None else max(begun, min(ends_on, as_of))


def _path(measure: MeasureDetails, starts_on: date) -> PlannedPath:
    target = measure.target or Decimal(0)
    if measure.baseline is None or measure.target_on is None or measure.target_on <= starts_on:
        return PlannedPath(((starts_on, target),))
    return PlannedPath(((starts_on, measure.baseline), (measure.target_on, target)))


def _band(measure: MeasureDetails, newest: ValueRow) -> tuple[Decimal, Decimal] | None:
    if measure.direction is not Direction.BAND or measure.target is None:
        return None
    top = measure.outlook if measure.outlook is not None else (newest.value or measure.target)
    return measure.target, max(top, measure.target)


def _marks(measure: MeasureDetails, effects: Sequence[tuple[str, date]]) -> tuple[EffectMark, ...]:
    """Where actions took effect among the periods; one that did before the first stands at the first."""
    starts = [value.period_start for value in measure.values]
    return tuple(
        EffectMark(code, float(max(bisect_right(starts, day) - 1, 0)))
        for code, day in sorted(effects, key=lambda effect: (effect[1], effect[0]))
        if starts
    )


def _served(outline: Outline, measure_id: str) -> tuple[ServedLine, ...]:
    return tuple(
        ServedLine(line.id, line.number, line.text, line.goal_id)
        for line in outline.objectives
        if line.course is not None and line.course.measure_id == measure_id
    )


def _balances(measure: MeasureDetails, measures: Sequence[MeasureDetails]) -> tuple[MeasureDetails, ...]:
    own = tuple(each for each in measures if each.balances_id == measure.id)
    return own or tuple(each for each in measures if each.code in balance_codes(measure.code))


def balance_codes(code: str) -> tuple[str, ...]:
    """The codes of the measures the library watches beside one; none for a measure of one's own."""
    known = {each.code: each.balance for each in get_measure_library().measures}
    return known.get(code, ())
