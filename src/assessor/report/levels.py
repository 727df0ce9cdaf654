"""How levels, states and parts are said and marked in print: a shape, a word, a color."""

from assessor.operations.strategic_plan.findings import DocumentRating, Finding
from assessor.operations.strategic_plan.goals import ActionStep
from assessor.operations.strategic_plan.levels import (
    GROUP_LABELS,
    Concern,
    ConfidenceLevel,
    Health,
    PriorityLevel,
    Quadrant,
    Support,
)
from assessor.report.words import bound, counted, number_word
from assessor.terms import ActionStatus, Group, Part, Practice, Raised

GROUP_SHORT_LABELS = {
    **GROUP_LABELS,
    Group.ADM: "Admin.",
    Group.TCH: "Staff",
    Group.PRT: "Partners",
    Group.SUP: "Superv.",
}
LEVEL_MARKS = {
    PriorityLevel.HIGH: "▲",
    PriorityLevel.MEDIUM: "■",
    PriorityLevel.LOW: "□",
    PriorityLevel.OPEN: "○",
}
LEVEL_WORDS = {
    PriorityLevel.HIGH: "high",
    PriorityLevel.MEDIUM: "medium",
    PriorityLevel.LOW: "low",
    PriorityLevel.OPEN: "not rated",
    ConfidenceLevel.MODERATE: "moderate",
    ConfidenceLevel.VERY_LOW: "very low",
}
CONFIDENCE_MARKS = {
    ConfidenceLevel.HIGH: "●",
    ConfidenceLevel.MODERATE: "◆",
    ConfidenceLevel.LOW: "○",
    ConfidenceLevel.VERY_LOW: "○",
    ConfidenceLevel.OPEN: "○",
}
CONFIDENCE_MEANINGS = {
    ConfidenceLevel.HIGH: "very likely a fair picture",
    ConfidenceLevel.MODERATE: "likely a fair picture",
    ConfidenceLevel.LOW: "possibly a fair picture",
    ConfidenceLevel.VERY_LOW: "unclear",
    ConfidenceLevel.OPEN: "to be judged",
}
CONFIDENCE_WEIGHTS = {
    ConfidenceLevel.HIGH: "full weight for confidence",
    ConfidenceLevel.MODERATE: "nine tenths for confidence",
    ConfidenceLevel.LOW: "three quarters for confidence",
    ConfidenceLevel.VERY_LOW: "half weight for confidence",
    ConfidenceLevel.OPEN: "confidence not judged",
}
SUPPORT_WORDS = {
    Support.CORROBORATED: "Corroborated",
    Support.PARTLY: "Partly corroborated",
    Support.SINGLE_SOURCE: "Single source",
}
QUADRANT_WORDS = {
    Quadrant.QUICK_WIN: "Quick win",
    Quadrant.MAJOR_PROJECT: "Major project",
    Quadrant.FILL_IN: "Fill-in",
    Quadrant.RECONSIDER: "Reconsider",
    Quadrant.OPEN: "Not rated",
}
CONCERN_WORDS = {
    Concern.NONE: "no concern",
    Concern.MINOR: "minor",
    Concern.MODERATE: "moderate",
    Concern.SERIOUS: "serious",
}
HEALTH_MARKS = {
    Health.DONE: "✓",
    Health.ON_TIME: "●",
    Health.WATCH: "◆",
    Health.LATE: "▲",
    Health.NOT_STARTED: "○",
    Health.NO_DATA: "○",
}
HEALTH_CLASSES = {
    Health.DONE: "good",
    Health.ON_TIME: "good",
    Health.WATCH: "watch",
    Health.LATE: "concern",
    Health.NOT_STARTED: "plain",
    Health.NO_DATA: "plain",
}
HEALTH_WORDS = {
    Health.DONE: "Done",
    Health.ON_TIME: "On time",
    Health.WATCH: "Watch",
    Health.LATE: "Late",
    Health.NOT_STARTED: "Not started",
    Health.NO_DATA: "No data",
}
MEASURE_WORDS = {**HEALTH_WORDS, Health.ON_TIME: "On track", Health.LATE: "Off track"}
PART_WORDS = {
    Part.DECIDES: "Decides",
    Part.DECIDES_JOINTLY: "Decides*",
    Part.DOES: "Does",
    Part.ASKED: "Is asked",
    Part.TOLD: "Is told",
    Part.NONE: "–",
}
PART_CLASSES = {Part.DECIDES: "decides", Part.DECIDES_JOINTLY: "decides", Part.DOES: "does"}
RAISED_MARKS = {Raised.RAISED: "●", Raised.ASKED_NOT_RAISED: "○", Raised.NOT_ASKED: "–"}
RAISED_WORDS = {
    Raised.RAISED: "raised",
    Raised.ASKED_NOT_RAISED: "asked, not raised",
    Raised.NOT_ASKED: "not asked on this point",
}
PRACTICE_SENTENCES = {
    Practice.WRITTEN_AND_DONE: "Practice observed: as written.",
    Practice.WRITTEN_ONLY: "Practice observed: not as written.",
    Practice.DONE_ONLY: "Practice observed: differs from paper.",
    Practice.NEITHER: "Neither written nor done.",
}
PRACTICE_WORDS = {
    Practice.WRITTEN_AND_DONE: "as written",
    Practice.WRITTEN_ONLY: "written, not done",
    Practice.DONE_ONLY: "done, not written",
    Practice.NEITHER: "neither",
}
_TALL = 1400  # characters
RUBRIC_WORDS = ("0, absent", "1, named only", "2, incomplete", "3, operational")


def level_word(level: PriorityLevel | ConfidenceLevel) -> str:
    """The level as it stands inside a sentence."""
    return LEVEL_WORDS[level]


def action_status(action: ActionStep) -> str:
    """How an action stands, in a word."""
    if action.status is ActionStatus.DROPPED:
        word = "Dropped"
    elif action.status is ActionStatus.DONE:
        word = "Done"
    elif action.status is ActionStatus.BLOCKED and action.health is not Health.LATE:
        word = "Blocked"
    elif action.status is ActionStatus.IN_PROGRESS and action.health is Health.WATCH:
        word = "In progress"
    else:
        word = HEALTH_WORDS[action.health]
    return word


def rating_words(rating: DocumentRating) -> str:
    """Rubric criterion B4, “A procedure tells staff when to call”: level 1, named but no procedure."""
    level = "does not apply" if rating.level is None else f"level {rating.level}"
    meaning = rating.meaning.rstrip(".")
    said = f"{level}, {meaning}" if meaning else level
    end = "" if said.endswith((".”", "?”", "!”")) else "."
    return bound(f"Rubric criterion {rating.criterion}, “{rating.wording}”: {said}{end}")


def who_raised_it(finding: Finding) -> str:
    """The caption over who raised a finding."""
    asked = [row for row in finding.raised_by if row.outcome is not Raised.NOT_ASKED]
    raised = sum(row.outcome is Raised.RAISED for row in asked)
    if not asked:
        return "Who raised it: no group was asked"
    words = f"{number_word(raised)} of the {counted_in_words(len(asked), 'group')} asked"
    percent = "" if finding.raised_percent is None else f", {finding.raised_percent}%"
    return f"Who raised it: {words}{percent}"


def raised_in_words(finding: Finding) -> str:
    """Which groups raised a finding, in one line."""
    names = [GROUP_LABELS[row.group].lower() for row in finding.raised_by if row.outcome is Raised.RAISED]
    return ", ".join(names) or "none"


def is_tall(finding: Finding) -> bool:
    """Whether a finding told in short is still too long to be kept on one page."""
    said = (finding.counter_voice,) if finding.counter_voice else ()
    words = (*finding.statement, *(quote.words for quote in (*finding.quotes, *said)))
    others = (finding.other_explanation, finding.proposal, finding.partner_comment)
    return sum(len(text) for text in (*words, *others)) > _TALL


def counted_in_words(number: int, noun: str) -> str:
    """five groups, one group"""
    return counted(number, noun).replace(str(number), number_word(number), 1)
