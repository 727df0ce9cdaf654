"""The words a plan uses for how much, how sure and how far: levels a reader sees as shape, word and color."""

from enum import StrEnum

from assessor.terms import Group

GROUP_LABELS = {
    Group.SRO: "Officers",
    Group.ADM: "Administrators",
    Group.TCH: "Teachers and staff",
    Group.STU: "Students",
    Group.PAR: "Families",
    Group.PRT: "Partner organizations",
    Group.SUP: "Supervisors",
}
"""What each group is called in print, one word throughout."""


class PriorityLevel(StrEnum):
    """How soon a finding matters (domain.md 4.7)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OPEN = "open"  # not rated yet


class ConfidenceLevel(StrEnum):
    """How likely a finding is a fair picture (domain.md 4.5)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"
    OPEN = "open"  # not judged yet


class Support(StrEnum):
    """How many methods and groups stand behind a finding (domain.md 4.6)."""

    CORROBORATED = "corroborated"
    PARTLY = "partly"
    SINGLE_SOURCE = "single_source"


class Quadrant(StrEnum):
    """Where a finding stands by impact and effort (domain.md 4.7)."""

    QUICK_WIN = "quick_win"
    MAJOR_PROJECT = "major_project"
    FILL_IN = "fill_in"
    RECONSIDER = "reconsider"
    OPEN = "open"  # impact or effort not rated yet


class Concern(StrEnum):
    """How much one component of the confidence check worries us (domain.md 4.5)."""

    NONE = "none"
    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"


class Health(StrEnum):
    """How an action, a training session or a measure stands today."""

    DONE = "done"
    ON_TIME = "on_time"
    WATCH = "watch"
    LATE = "late"
    NOT_STARTED = "not_started"
    NO_DATA = "no_data"
