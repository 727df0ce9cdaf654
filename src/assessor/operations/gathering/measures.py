"""The measures: their values period by period, target, the actions that took effect, and how they stand."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from statistics import median

from sqlalchemy import select

from assessor.analysis.targets import Status
from assessor.instruments.measures import Frequency
from assessor.model import ActionStep, Objective
from assessor.operations.gathering.balances import stand_beside
from assessor.operations.gathering.record import Record
from assessor.operations.measures.measure_disclosure import stands_on_few
from assessor.operations.measures.measure_readings import judge_measure
from assessor.operations.measures.measures import MeasureDetails, ValueRow, get_measure, list_measures
from assessor.operations.periods import frequency_of_label
from assessor.operations.strategic_plan.levels import Health
from assessor.operations.strategic_plan.measures import ActionMark, Measure, Measures, MeasureValue
from assessor.store import Engagement
from assessor.terms import ValueState

_HEALTH = {
    Status.ON_TRACK: Health.ON_TIME,
    Status.WATCH: Health.WATCH,
    Status.OFF: Health.LATE,
}


def gather_measures(engagement: Engagement, record: Record) -> Measures:
    """Every measure of the plan: those that serve an objective, and those watched beside one."""
    text = record.chapter("measures")
    rows = list_measures(engagement)
    details = [get_measure(engagement, row.id) for row in rows]
    serving = {row.id for row in rows if row.objectives}
    return Measures(
        claim=text.claim,
        caption=text.lede,
        measures=tuple(
            _measure(engagement, record, measure)
            for measure in details
            if measure.id in serving or measure.balances_id in serving
        ),
        signals=text.note,
    )


def _measure(engagement: Engagement, record: Record, details: MeasureDetails) -> Measure:
    is_balance = details.balances_id is not None
    health, status = _standing(details, record)
    return Measure(
        code=details.code,
        name=details.title,
        unit=details.unit,
        direction=details.direction,
        values=tuple(_shown(details.code, value) for value in details.values),
        baseline=_baseline(details, record),
        target=None if is_balance else details.target,
        marks=_marks(engagement, record, details),
        health=health,
        status=status,
        balance=is_balance,
        definition=details.definition,
        source=details.source,
        take_care=details.caveat,
    )


def _shown(code: str, value: ValueRow) -> MeasureValue:
    """A value as it is printed: one that stands on fewer persons than may be shown is suppressed."""
    if stands_on_few(code, value.numerator, value.denominator, is_part=False):
        number, state = None, ValueState.SUPPRESSED
    else:
        number, state = value.value, value.state
    is_month = frequency_of_label(value.period_label, value.period_start) in (None, Frequency.MONTH)
    label = "" if is_month else value.period_label
    return MeasureValue(value.period_start, number, state, value.definition_version, label)


def _baseline(details: MeasureDetails, record: Record) -> Decimal | None:
    """The baseline recorded, or the median of the periods before the plan."""
    starts_on = record.plan.starts_on
    before = [
        value.value
        for value in details.values
        if value.value is not None and starts_on is not None and value.period_start < starts_on
    ]
    return details.baseline if details.baseline is not None or not before else median(before)


def _standing(details: MeasureDetails, record: Record) -> tuple[Health, str]:
    """How it stands, and the word where the usual one does not do."""
    if details.balances_id is not None:
        return stand_beside(details, _baseline(details, record))
    status = judge_measure(details, record.plan.starts_on, record.as_of)
    return (_HEALTH.get(status, Health.NO_DATA) if status is not None else Health.NO_DATA), ""


def _marks(engagement: Engagement, record: Record, details: MeasureDetails) -> tuple[ActionMark, ...]:
    """The actions of the measure's objectives that took effect, by month."""
    with engagement.reading() as session:
        rows = session.execute(
            select(ActionStep.id, ActionStep.took_effect_on)
            .join(Objective, Objective.id == ActionStep.objective_id)
            .where(Objective.measure_id == details.id, ActionStep.took_effect_on.is_not(None))
        ).all()
    codes = {action.id: action.code for action in record.outline.actions}
    by_month: defaultdict[date, list[str]] = defaultdict(list)
    for action_id, took_effect_on in rows:
        if took_effect_on is not None:
            by_month[took_effect_on.replace(day=1)].append(codes[action_id])
    return tuple(ActionMark(month, ", ".join(sorted(named))) for month, named in sorted(by_month.items()))
