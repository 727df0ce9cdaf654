"""Evidence from figures: survey results, measures, and how many interviews or groups raised the point."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import (
    Evidence,
    FindingCode,
    Measure,
    MeasureValue,
    Remark,
    RemarkCode,
    Sitting,
    SurveyWave,
)
from assessor.operations.evidence.survey_results import SurveyResult, SurveyResults
from assessor.operations.evidence.ties import Count, Description, Tie
from assessor.operations.evidence.wording import figure_words, group_words, span_words
from assessor.terms import SittingKind, Stance, ValueState

_SITTING_WORDS = {
    SittingKind.INTERVIEW: "Interviews",
    SittingKind.FOCUS_GROUP: "Focus groups",
    SittingKind.JOINT_SESSION: "Joint sessions",
    SittingKind.OBSERVATION: "Observations",
}
_STATE_WORDS = {
    ValueState.ZERO: "0",
    ValueState.NOT_COLLECTED: "Not collected",
    ValueState.SUPPRESSED: "Suppressed",
}


def describe_survey_results(
    session: Session, ties: Sequence[Tie], results: SurveyResults | None = None
) -> dict[str, Description]:
    """What survey results say as evidence, by id of the tie."""
    if not ties:
        return {}
    titles = {wave.id: wave.title for wave in session.scalars(select(SurveyWave))}
    results = results or SurveyResults(session)
    return {tie.id: _describe_result(tie, results, titles) for tie in ties}


def _describe_result(tie: Tie, results: SurveyResults, titles: dict[str, str]) -> Description:
    wave_id, group = str(tie.wave_id), tie.group
    found = results.get(wave_id, tie.question, group) if group else None
    return Description(
        heading=f"Survey: {results.wording(wave_id, tie.question, group).rstrip('.')}",
        words=found.words if found else "No answers any more",
        note=titles.get(wave_id, ""),
        groups=frozenset(filter(None, [group])),
        sources=frozenset([wave_id]),
        seen_as=found.words if found else "",
        is_hidden=found is not None and found.is_hidden,
        is_withdrawn=found is None,
        counts=_result_counts(found),
    )


def _result_counts(found: SurveyResult | None) -> tuple[Count, ...]:
    if found is None or found.favorable is None:
        return ()
    return (Count(found.favorable, 100), Count(100 - found.favorable, 100))


def describe_measures(session: Session, ids: Iterable[str]) -> dict[str, Description]:
    """What measures say as evidence, by id: the newest period recorded, or the baseline."""
    wanted = set(ids)
    newest: dict[str, MeasureValue] = {}
    query = select(MeasureValue).where(MeasureValue.measure_id.in_(wanted))
    for value in session.scalars(query.order_by(MeasureValue.period_start)):
        newest[value.measure_id] = value
    measures = session.scalars(select(Measure).where(Measure.id.in_(wanted)))
    return {measure.id: _describe_measure(measure, newest.get(measure.id)) for measure in measures}


def _describe_measure(measure: Measure, value: MeasureValue | None) -> Description:
    if value is None:
        period = measure.baseline_period
        words = "No value yet" if measure.baseline is None else figure_words(measure.baseline, measure.unit)
    else:
        period = value.period_label or f"{value.period_start:%b %Y}"
        words = _value_words(value, measure.unit)
    whole = value.denominator if value else None
    counted = value.numerator if value else None
    return Description(
        heading=", ".join(filter(None, [measure.title, period])),
        words=words,
        note=measure.source,
        sources=frozenset([measure.id]),
        seen_as=f"{period}: {words}" if period else words,
        counts=(Count(counted, whole),) if counted is not None and whole else (),
    )


def _value_words(value: MeasureValue, unit: str) -> str:
    if value.state is not ValueState.VALUE or value.value is None:
        return _STATE_WORDS.get(value.state, "No value yet")
    return figure_words(value.value, unit)


def describe_sittings(session: Session, ties: Sequence[Tie]) -> dict[str, Description]:
    """How many sittings of the same kind and group raised the point, by id of the tie.

    A sitting raised it when one of its remarks is tied to the finding or bears one of its codes.
    """
    if not ties:
        return {}
    sittings = session.execute(
        select(Sitting.id, Sitting.kind, Sitting.group, Sitting.title, Sitting.started_at, Sitting.planned_on)
    ).all()
    return {tie.id: _describe_sitting(session, tie, sittings) for tie in ties}


def _describe_sitting(session: Session, tie: Tie, sittings: Sequence[Any]) -> Description:
    this = next(row for row in sittings if row.id == tie.sitting_id)
    alike = [row for row in sittings if (row.kind, row.group) == (this.kind, this.group) and row.started_at]
    raised = [row for row in alike if row.id in _raising(session, tie.finding_id)]
    groups = frozenset(filter(None, [this.group]))
    counted = f"Raised by {len(raised)} of {len(alike)}" if len(alike) > 1 else ""
    heading = ", ".join(filter(None, [_SITTING_WORDS[this.kind], group_words(groups)]))
    return Description(
        heading=heading if counted else this.title,
        words=counted or ("Raised" if raised else "Not raised in any remark"),
        note=span_words(row.started_at or row.planned_on for row in (alike or [this])),
        groups=groups,
        sources=frozenset(row.id for row in raised) or frozenset([this.id]),
        seen_as=counted or ("Raised" if raised else "Not raised in any remark"),
        counts=(Count(len(raised), len(alike)),) if counted else (),
    )


def _raising(session: Session, finding_id: str) -> set[str]:
    """The sittings with a remark that is tied to the finding or bears one of its codes."""
    tied = select(Evidence.remark_id).where(
        Evidence.finding_id == finding_id, Evidence.remark_id.is_not(None), Evidence.stance == Stance.FOR
    )
    codes = select(FindingCode.code).where(FindingCode.finding_id == finding_id)
    coded = select(RemarkCode.remark_id).where(RemarkCode.code.in_(codes))
    query = select(Remark.sitting_id).where(Remark.id.in_(tied) | Remark.id.in_(coded)).distinct()
    return set(session.scalars(query))
