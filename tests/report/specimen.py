"""The plans the pages are tested with: Harlow Ridge, a plan with nothing in it, and one with too much."""

from dataclasses import replace

from tests.report.harlow_ridge import HARLOW_RIDGE

from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.strategic_plan.front import Front


def harlow_ridge() -> StrategicPlan:
    """The invented district of the specimen."""
    return HARLOW_RIDGE


def empty_plan() -> StrategicPlan:
    """A plan on the day the engagement is opened."""
    return StrategicPlan(Front("Little Creek School District", "Creek County Sheriff’s Office"))


def page_for_page() -> StrategicPlan:
    """Only what the specimen of the design shows: one finding told at length, one goal."""
    findings = HARLOW_RIDGE.findings
    return replace(HARLOW_RIDGE, goals=HARLOW_RIDGE.goals[1:2], findings=findings)
