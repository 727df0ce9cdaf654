"""Gather: everything the strategic plan may say, read from the record into one frozen value."""

from datetime import date

from assessor.operations.gathering.agreements import gather_decisions, gather_ladder, gather_protocols
from assessor.operations.gathering.closing import gather_appendices, gather_privacy
from assessor.operations.gathering.findings import gather_findings
from assessor.operations.gathering.front import (
    gather_adoption,
    gather_front,
    gather_history,
    gather_summary,
)
from assessor.operations.gathering.goals import gather_goals
from assessor.operations.gathering.listening import gather_listening
from assessor.operations.gathering.measures import gather_measures
from assessor.operations.gathering.record import read_record
from assessor.operations.gathering.strengths import gather_strengths
from assessor.operations.gathering.year import gather_year
from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.strategic_plan.leaving_out import without
from assessor.store import Engagement

__all__ = ["gather_strategic_plan"]


def gather_strategic_plan(engagement: Engagement, today: date) -> StrategicPlan:
    """The plan as the record has it. Statuses are of `today`, or of the newest entry if that is later."""
    with engagement.reading():
        record = read_record(engagement, today)
        whole = StrategicPlan(
            front=gather_front(engagement, record),
            adoption=gather_adoption(record),
            summary=gather_summary(engagement, record),
            listening=gather_listening(engagement, record),
            strengths=gather_strengths(engagement, record),
            findings=gather_findings(engagement, record),
            goals=gather_goals(engagement, record),
            protocols=gather_protocols(engagement),
            ladder=gather_ladder(engagement, record),
            decisions=gather_decisions(engagement, record),
            year=gather_year(engagement, record),
            history=gather_history(engagement),
            measures=gather_measures(engagement, record),
            privacy=gather_privacy(engagement, record),
            appendices=gather_appendices(engagement, record),
        )
    return without(whole, [chapter for chapter, text in record.chapters.items() if text.is_left_out])
