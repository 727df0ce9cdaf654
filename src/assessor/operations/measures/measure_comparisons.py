"""How often a group of students is concerned beside all others, where enough are (domain.md 6.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from assessor.analysis.ratios import (
    TOO_FEW_WORDS,
    Comparison,
    GroupCount,
    compare_with_others,
    needs_interval,
)
from assessor.model import MeasurePart, MeasureValue
from assessor.store import Engagement

UNKNOWN_WORDS = "counts of this group or of all students are not known"


@dataclass(frozen=True)
class GroupComparison:
    """A group of students beside all others in a period. Without a comparison `words` say why."""

    students: str
    group: GroupCount | None
    others: GroupCount | None
    comparison: Comparison | None
    words: str
    is_of_few_events: bool = False
    """Whether the ratio must not stand without its interval; it never does here."""


def list_comparisons(
    engagement: Engagement, measure_id: str, period_start: date
) -> dict[str, GroupComparison]:
    """Each group of students that something is known of, beside all others, by its name.

    No ratio below 10 events or 30 students on either side; it infers no cause and sets no target.
    """
    whole = select(MeasureValue.numerator, MeasureValue.denominator).where(
        MeasureValue.measure_id == measure_id, MeasureValue.period_start == period_start
    )
    parts = select(MeasurePart.subgroup, MeasurePart.numerator, MeasurePart.denominator).where(
        MeasurePart.measure_id == measure_id,
        MeasurePart.period_start == period_start,
        MeasurePart.subgroup != "",
        MeasurePart.site_id.is_(None),
    )
    with engagement.reading() as session:
        all_of_them = _count(session.execute(whole).first() or (None, None))
        groups = [(name, _count(counts)) for name, *counts in session.execute(parts)]
    return {name: _compared(name, group, all_of_them) for name, group in groups}


def _count(counts: Iterable[int | None]) -> GroupCount | None:
    events, enrolled = counts
    return None if events is None or not enrolled else GroupCount(events, enrolled)


def _compared(name: str, group: GroupCount | None, whole: GroupCount | None) -> GroupComparison:
    if group is None or whole is None:
        return GroupComparison(name, group, None, None, UNKNOWN_WORDS)
    if whole.events < group.events or whole.enrolled <= group.enrolled:
        return GroupComparison(name, group, None, None, "the group is as large as all students together")
    others = GroupCount(whole.events - group.events, whole.enrolled - group.enrolled)
    if group.events > group.enrolled or others.events > others.enrolled:
        return GroupComparison(name, group, others, None, "there are more events than students")
    found = compare_with_others(group, others)
    words = found.words or ("" if found.ratio else TOO_FEW_WORDS)
    return GroupComparison(name, group, others, found, words, needs_interval(group, others))
