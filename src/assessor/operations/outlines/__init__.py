"""The plan's outline: goals, their objectives and action steps on a day, and other views of the same."""

from assessor.operations.outlines.gathering import get_outline
from assessor.operations.outlines.lines import ActionLine, CourseLine, GoalLine, ObjectiveLine, Outline
from assessor.operations.outlines.views import OwnerLines, list_owner_lines, months_of

__all__ = [
    "ActionLine",
    "CourseLine",
    "GoalLine",
    "ObjectiveLine",
    "Outline",
    "OwnerLines",
    "get_outline",
    "list_owner_lines",
    "months_of",
]
