"""Words, icons and times of sittings and their remarks, as screens show them."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from assessor.operations.mendings import Mend
from assessor.operations.remarks import RemarkRow
from assessor.operations.seats import SeatRow
from assessor.operations.sittings import SittingDetails, SittingRow
from assessor.terms import Clearance, Fidelity, Group, RemarkKind, SittingKind

_KINDS = {
    SittingKind.INTERVIEW: QT_TRANSLATE_NOOP("sittings", "Interview"),
    SittingKind.FOCUS_GROUP: QT_TRANSLATE_NOOP("sittings", "Focus group"),
    SittingKind.JOINT_SESSION: QT_TRANSLATE_NOOP("sittings", "Joint session"),
    SittingKind.OBSERVATION: QT_TRANSLATE_NOOP("sittings", "Observation"),
}
KIND_ICONS = {
    SittingKind.INTERVIEW: "message-square",
    SittingKind.FOCUS_GROUP: "users",
    SittingKind.JOINT_SESSION: "handshake",
    SittingKind.OBSERVATION: "eye",
}
_FIDELITIES = {
    Fidelity.VERBATIM: QT_TRANSLATE_NOOP("sittings", "Word for word"),
    Fidelity.NEAR: QT_TRANSLATE_NOOP("sittings", "Nearly"),
    Fidelity.PARAPHRASE: QT_TRANSLATE_NOOP("sittings", "Paraphrase"),
}
_CLEARANCES = {
    Clearance.NOT_REVIEWED: QT_TRANSLATE_NOOP("sittings", "Not reviewed"),
    Clearance.CLEARED: QT_TRANSLATE_NOOP("sittings", "May be printed"),
    Clearance.WITHHELD: QT_TRANSLATE_NOOP("sittings", "Withheld"),
}
_REMARK_KINDS = {
    RemarkKind.SAID: QT_TRANSLATE_NOOP("sittings", "Said"),
    RemarkKind.OBSERVER: QT_TRANSLATE_NOOP("sittings", "Observer"),
    RemarkKind.NONVERBAL: QT_TRANSLATE_NOOP("sittings", "Seen or heard"),
    RemarkKind.TALLY: QT_TRANSLATE_NOOP("sittings", "Count of hands"),
    RemarkKind.PARKED: QT_TRANSLATE_NOOP("sittings", "Ask at the end"),
    RemarkKind.OFF_RECORD: QT_TRANSLATE_NOOP("sittings", "Off the record"),
}
_MENDS = {
    Mend.SPEAKER: QT_TRANSLATE_NOOP("sittings", "Speaker unknown"),
    Mend.STUB: QT_TRANSLATE_NOOP("sittings", "Finish the words"),
    Mend.WORDING: QT_TRANSLATE_NOOP("sittings", "Quote not verified"),
    Mend.QUESTION: QT_TRANSLATE_NOOP("sittings", "No question"),
    Mend.TALLY: QT_TRANSLATE_NOOP("sittings", "More voices than people"),
}


def tr(text: object) -> str:
    """A text of this screen in the language worn."""
    return QCoreApplication.translate("sittings", str(text))


def kind_word(kind: SittingKind) -> str:
    """What a kind of sitting is called."""
    return tr(_KINDS[kind])


def fidelity_word(fidelity: Fidelity) -> str:
    """How close words are to those spoken."""
    return tr(_FIDELITIES[fidelity])


def clearance_word(clearance: Clearance) -> str:
    """Whether words may be printed."""
    return tr(_CLEARANCES[clearance])


def remark_kind_word(kind: RemarkKind) -> str:
    """What a line is."""
    return tr(_REMARK_KINDS[kind])


def mend_word(mend: Mend) -> str:
    """What a line lacks."""
    return tr(_MENDS[mend])


def group_word(group: Group | None) -> str:
    """What a group is called; nothing for none."""
    return QCoreApplication.translate("groups", group.label) if group else ""


def clock(moment: datetime, *, seconds: bool = True) -> str:
    """The time of day where the program runs."""
    return moment.astimezone().strftime("%H:%M:%S" if seconds else "%H:%M")


def day_words(day: date | None) -> str:
    """A day as people write it."""
    if day is None:
        return ""
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), "MMM d, yyyy")


def held_on(sitting: SittingRow | SittingDetails) -> date | None:
    """The day it was held on, or is planned for."""
    return sitting.started_at.astimezone().date() if sitting.started_at else sitting.planned_on


def minutes_long(sitting: SittingDetails) -> int:
    """Minutes it took, or is planned to take."""
    if sitting.started_at and sitting.ended_at:
        return max(round((sitting.ended_at - sitting.started_at).total_seconds() / 60), 1)
    return sitting.minutes


def people_words(count: int) -> str:
    """So many people."""
    return tr("1 person") if count == 1 else tr("{count} people").format(count=count)


def remarks_words(count: int) -> str:
    """So many remarks."""
    return tr("1 line") if count == 1 else tr("{count} lines").format(count=count)


def mendings_words(count: int) -> str:
    """So many lines to mend; nothing for none."""
    return tr("{count} to mend").format(count=count) if count else ""


def seat_label(number: int) -> str:
    """How a seat is called on chips."""
    return f"P{number}"


def seat_labels(seats: tuple[SeatRow, ...]) -> dict[str, str]:
    """Seat by participant code."""
    return {seat.code: seat_label(seat.number) for seat in seats}


def shown_text(row: RemarkRow) -> str:
    """A remark's text, in quotation marks where it was noted as a quotation."""
    text = row.text
    if row.kind is RemarkKind.OFF_RECORD:
        return off_record_words(row)
    is_quoted = row.is_quote and row.fidelity is not Fidelity.PARAPHRASE
    if row.kind is RemarkKind.SAID and is_quoted and not any(mark in text for mark in '"“”'):
        return f"“{text}”"
    return text


def tally_words(row: RemarkRow) -> tuple[str, str]:
    """How many agree, in bold, and the others."""
    agree, dissent, present = row.agree or 0, row.dissent or 0, row.present or 0
    bold = tr("{agree} of {present} agree").format(agree=agree, present=present)
    if row.neutral:
        one = tr(", 1 dissents, {neutral} neutral, {silent} silent")
        rest = one if dissent == 1 else tr(", {dissent} dissent, {neutral} neutral, {silent} silent")
    else:
        one = tr(", 1 dissents, {silent} silent")
        rest = one if dissent == 1 else tr(", {dissent} dissent, {silent} silent")
    return bold, rest.format(dissent=dissent, neutral=len(row.neutral), silent=row.silent)


def off_record_words(row: RemarkRow) -> str:
    """That a while was off the record, and how long."""
    if row.ended_at is None:
        since = clock(row.said_at, seconds=False)
        return tr("Off the record since {time}. Nothing is kept.").format(time=since)
    minutes, seconds = divmod(max(round((row.ended_at - row.said_at).total_seconds()), 0), 60)
    words = tr("Off the record for {minutes} min {seconds} s. Nothing was kept.")
    if not minutes:
        words = tr("Off the record for {seconds} s. Nothing was kept.")
    return words.format(minutes=minutes, seconds=seconds)


def voices_words(codes: tuple[str, ...], labels: Mapping[str, str]) -> str:
    """Seats of those who raised their voice, in the order of the seats."""
    return " ".join(sorted((labels.get(code, code) for code in codes), key=lambda word: (len(word), word)))


def consent_words(seats: tuple[SeatRow, ...]) -> str:
    """What everyone at the table agreed to."""
    if not seats:
        return tr("nobody seated yet")
    if all(seat.may_be_recorded for seat in seats):
        return tr("everyone agreed to be recorded")
    return tr("consent for notes only, no recording")
