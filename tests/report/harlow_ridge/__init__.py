"""Harlow Ridge, the invented district every page of the plan is looked at with."""

from tests.report.harlow_ridge.agreements import DECISIONS, LADDER, PROTOCOLS
from tests.report.harlow_ridge.closing import APPENDICES, PRIVACY
from tests.report.harlow_ridge.findings import FINDINGS
from tests.report.harlow_ridge.front import ADOPTION, FRONT, HISTORY, SUMMARY
from tests.report.harlow_ridge.goals import GOALS
from tests.report.harlow_ridge.listening import LISTENING, STRENGTHS
from tests.report.harlow_ridge.measures import MEASURES
from tests.report.harlow_ridge.year import YEAR

from assessor.operations.strategic_plan import StrategicPlan

HARLOW_RIDGE = StrategicPlan(
    front=FRONT,
    adoption=ADOPTION,
    summary=SUMMARY,
    listening=LISTENING,
    strengths=STRENGTHS,
    findings=FINDINGS,
    goals=GOALS,
    protocols=PROTOCOLS,
    ladder=LADDER,
    decisions=DECISIONS,
    year=YEAR,
    history=HISTORY,
    measures=MEASURES,
    privacy=PRIVACY,
    appendices=APPENDICES,
)
