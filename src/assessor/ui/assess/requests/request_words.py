"""How document requests and what came of them are said in words and colors."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.operations.document_requests import RequestRow
from assessor.terms import RequestState
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.tags import Meaning

_WORDS = {
    RequestState.NOT_ASKED: QT_TRANSLATE_NOOP("requests", "Not asked yet"),
    RequestState.ASKED: QT_TRANSLATE_NOOP("requests", "Asked"),
    RequestState.RECEIVED: QT_TRANSLATE_NOOP("requests", "Received"),
    RequestState.PARTLY: QT_TRANSLATE_NOOP("requests", "Partly received"),
    RequestState.REFUSED: QT_TRANSLATE_NOOP("requests", "Refused"),
    RequestState.DOES_NOT_EXIST: QT_TRANSLATE_NOOP("requests", "Does not exist"),
}
_MEANINGS = {
    RequestState.RECEIVED: Meaning.GOOD,
    RequestState.PARTLY: Meaning.WATCH,
    RequestState.REFUSED: Meaning.CONCERN,
}


def tr(text: str) -> str:
    """A text of the document requests."""
    return QCoreApplication.translate("requests", text)


def state_word(state: RequestState) -> str:
    """The word of a state."""
    return tr(str(_WORDS[state]))


def state_meaning(state: RequestState) -> Meaning:
    """What the color of a state says."""
    return _MEANINGS.get(state, Meaning.NEUTRAL)


def overdue_words(days: int) -> str:
    """As in "12 days overdue"."""
    return tr("1 day overdue") if days == 1 else tr("{days} days overdue").format(days=days)


def when_words(row: RequestRow, today: date) -> str:
    """What there is to say of a request's days: overdue, due, or answered."""
    days = row.days_overdue(today)
    if days:
        return overdue_words(days)
    if row.is_answered and row.state is not RequestState.PARTLY:
        return short_day(row.answered_on, this_year=today.year) if row.answered_on else ""
    if row.due_on is not None:
        return tr("due {day}").format(day=short_day(row.due_on, this_year=today.year))
    return ""
