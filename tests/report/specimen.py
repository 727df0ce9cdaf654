"""The plans the pages are tested with: Harlow Ridge, a plan with nothing in it, and one with too much."""

from tests.report.crowded import crowded_plan
from tests.report.harlow_ridge import HARLOW_RIDGE

from assessor.operations.strategic_plan import StrategicPlan
from assessor.operations.strategic_plan.front import Front

__all__ = ["crowded_plan", "empty_plan", "harlow_ridge"]


def harlow_ridge() -> StrategicPlan:
    """The invented district of the specimen."""
    return HARLOW_RIDGE


def empty_plan() -> StrategicPlan:
    """A plan on the day the engagement is opened."""
    return StrategicPlan(Front("Little Creek School District", "Creek County Sheriff’s Office"))
