"""What meetings are called, and how each stands, as rows by month."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from assessor.instruments.meetings import MeetingType, get_meeting_library
from assessor.operations.meeting_rhythms import KindFidelity, Rhythm, is_unlogged
from assessor.operations.meetings import MeetingRow
from assessor.terms import MeetingState
from assessor.ui.widgets.headed_lists import LedRow, RowGroup
from assessor.ui.widgets.tags import Meaning


def type_of(kind: str) -> MeetingType | None:
    """What the library says of a kind; None for a kind of one's own."""
    return next((each for each in get_meeting_library().meetings if each.code == kind), None)


def name_of(kind: str, title: str = "") -> str:
    """What a meeting is called: its own title, or that of its kind."""
    known = type_of(kind)
    return title or (known.title if known else kind)


def state_word(state: MeetingState) -> str:
    """What a state is called."""
    words = {
        MeetingState.PLANNED: QCoreApplication.translate("meetings", "Planned"),
        MeetingState.HELD: QCoreApplication.translate("meetings", "Held"),
        MeetingState.CANCELLED: QCoreApplication.translate("meetings", "Canceled"),
    }
    return words[state]


def rhythm_word(rhythm: Rhythm) -> str:
    """What a rhythm is called."""
    words = {
        Rhythm.ONCE: QCoreApplication.translate("meetings", "Once"),
        Rhythm.DAILY: QCoreApplication.translate("meetings", "Each school day"),
        Rhythm.WEEKLY: QCoreApplication.translate("meetings", "Every week"),
        Rhythm.TWO_WEEKS: QCoreApplication.translate("meetings", "Every two weeks"),
        Rhythm.MONTHLY: QCoreApplication.translate("meetings", "Every month"),
    }
    return words[rhythm]


def standing_of(row: MeetingRow, today: date) -> tuple[str, Meaning]:
    """How a meeting stands, in a word, and what it means."""
    if is_unlogged(row, today):
        return QCoreApplication.translate("meetings", "Not logged"), Meaning.WATCH
    return state_word(row.state), Meaning.GOOD if row.state is MeetingState.HELD else Meaning.NEUTRAL


def month_groups(rows: Sequence[MeetingRow], today: date) -> list[RowGroup]:
    """The meetings by month, in their order."""
    return [
        RowGroup(_month(first), tuple(_row(row, today) for row in found))
        for first, found in groupby(rows, key=lambda row: row.meets_on.replace(day=1))
    ]


def held_of_due(kind: KindFidelity) -> str:
    """As in "11 of 14 held"; what is to come where none was due yet."""
    if not kind.due:
        return QCoreApplication.translate("meetings", "{count} to come").format(count=len(kind.states))
    return QCoreApplication.translate("meetings", "{held} of {due} held").format(held=kind.held, due=kind.due)


def weekday(day: date) -> str:
    """As in "Wed 18"."""
    return _english(day, "ddd d")


def long_weekday(day: date) -> str:
    """As in "Wednesday, November 18, 2026"."""
    return _english(day, "dddd, MMMM d, yyyy")


def _row(row: MeetingRow, today: date) -> LedRow:
    word, meaning = standing_of(row, today)
    decided = ""
    if row.decisions:
        one = QCoreApplication.translate("meetings", "1 decision")
        many = QCoreApplication.translate("meetings", "{count} decisions").format(count=row.decisions)
        decided = one if row.decisions == 1 else many
    second = [row.kind, row.site, row.canceled_because]
    return LedRow(
        row.id,
        name_of(row.kind, row.title),
        second=" · ".join(filter(None, second)),
        tag=word,
        tag_meaning=meaning,
        trailing=decided,
        lead=weekday(row.meets_on),
        is_behind=row.state is MeetingState.CANCELLED,
    )


def _month(day: date) -> str:
    return _english(day, "MMMM yyyy")


def _english(day: date, form: str) -> str:
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), form)
