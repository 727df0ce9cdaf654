"""How answers and audits are said in words and colors."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.operations.audits import Answers
from assessor.terms import AuditAnswer
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.tags import Meaning

ANSWER_MEANINGS = {
    AuditAnswer.IN_PLACE: Meaning.GOOD,
    AuditAnswer.PARTLY: Meaning.WATCH,
    AuditAnswer.NOT_IN_PLACE: Meaning.CONCERN,
    AuditAnswer.NOT_SEEN: Meaning.NEUTRAL,
    AuditAnswer.NOT_APPLICABLE: Meaning.NEUTRAL,
}
_WORDS = {
    AuditAnswer.IN_PLACE: QT_TRANSLATE_NOOP("audits", "In place"),
    AuditAnswer.PARTLY: QT_TRANSLATE_NOOP("audits", "Partly"),
    AuditAnswer.NOT_IN_PLACE: QT_TRANSLATE_NOOP("audits", "Not in place"),
    AuditAnswer.NOT_SEEN: QT_TRANSLATE_NOOP("audits", "Not seen"),
    AuditAnswer.NOT_APPLICABLE: QT_TRANSLATE_NOOP("audits", "Does not apply"),
}


def tr(text: str) -> str:
    """A text of the audits."""
    return QCoreApplication.translate("audits", text)


def answer_word(answer: AuditAnswer) -> str:
    """The word of an answer."""
    return tr(str(_WORDS[answer]))


def count_words(counts: Answers) -> str:
    """As in "3 in place · 1 partly"; empty where nothing is answered."""
    return " · ".join(
        f"{counts[answer]} {answer_word(answer).lower()}" for answer in AuditAnswer if counts.get(answer)
    )


def day_words(day: date | None, today: date) -> str:
    """The day of an audit, or that there is none yet."""
    return short_day(day, this_year=today.year) if day else tr("No day yet")
