"""The plan's words for states and counts, and the marks that go with them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assessor.analysis.actions import Light
from assessor.operations.outlines import ActionLine, Outline
from assessor.terms import ActionStatus
from assessor.ui.widgets.days import short_month
from assessor.ui.widgets.step_words import count_actions, status_word
from assessor.ui.widgets.tags import Meaning


@dataclass(frozen=True)
class Mark:
    """A state as it is shown: its word, its meaning and its icon."""

    word: str
    meaning: Meaning
    icon: str

    @property
    def is_plain(self) -> bool:
        """Whether it is plain text and no tag: nothing is to be said."""
        return not self.icon


def action_mark(action: ActionLine) -> Mark:
    """How an action step stands: what is wrong comes before how far it is."""
    word = status_word(action.status)
    if action.light is Light.RED:
        late = QCoreApplication.translate("plan", "Overdue")
        is_blocked = action.status is ActionStatus.BLOCKED
        return Mark(word if is_blocked else late, Meaning.CONCERN, "circle-alert")
    if action.status is ActionStatus.BLOCKED:
        return Mark(word, Meaning.WATCH, "triangle-alert")
    if action.status is ActionStatus.DONE:
        return Mark(word, Meaning.GOOD, "check")
    if action.light is Light.AMBER:
        return Mark(QCoreApplication.translate("plan", "Due soon"), Meaning.WATCH, "triangle-alert")
    if action.status is ActionStatus.IN_PROGRESS:
        return Mark(word, Meaning.INFO, "circle-dashed")
    return Mark(word, Meaning.NEUTRAL, "")


def count_objectives(number: int) -> str:
    """As in "2 objectives"."""
    if number == 1:
        return QCoreApplication.translate("plan", "1 objective")
    return QCoreApplication.translate("plan", "{number} objectives").format(number=number)


def count_goals(number: int) -> str:
    """As in "5 goals"."""
    if number == 1:
        return QCoreApplication.translate("plan", "1 goal")
    return QCoreApplication.translate("plan", "{number} goals").format(number=number)


def smart_question(letter: str) -> str:
    """What a letter of SMART asks."""
    questions = {
        "S": QCoreApplication.translate("plan", "Specific?"),
        "M": QCoreApplication.translate("plan", "Measurable?"),
        "A": QCoreApplication.translate("plan", "Attainable?"),
        "R": QCoreApplication.translate("plan", "Relevant?"),
        "T": QCoreApplication.translate("plan", "Timed?"),
    }
    return questions[letter]


def head_line(outline: Outline) -> str:
    """As in "5 goals · 9 objectives · 31 actions · Nov 2026 – Jun 2028"."""
    if not outline.goals:
        return ""
    counts = (
        count_goals(len(outline.goals)),
        count_objectives(len(outline.objectives)),
        count_actions(len(outline.actions)),
    )
    days = [day for day in (outline.starts_on, outline.ends_on) if day]
    period = " – ".join(short_month(day) for day in days)
    return " · ".join((*counts, period or QCoreApplication.translate("plan", "no period set")))
