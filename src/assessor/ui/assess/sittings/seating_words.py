"""What a seating raises, in words that say what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.seating_checks import Concern, SeatingWarning
from assessor.terms import SittingKind, TableShape
from assessor.ui.assess.sittings.sitting_words import seat_label, tr

_CONCERNS = {
    Concern.POLICE_WITH_ADMINISTRATORS: QT_TRANSLATE_NOOP(
        "sittings",
        "SROs and administrators sit together ({seats}). Hear them apart first, or make it a joint session.",
    ),
    Concern.TEACHERS_WITH_ADMINISTRATORS: QT_TRANSLATE_NOOP(
        "sittings",
        "Teachers and administrators sit together ({seats}). People speak more freely without those who "
        "supervise them.",
    ),
    Concern.STUDENTS_WITH_POLICE: QT_TRANSLATE_NOOP(
        "sittings", "Students and SROs sit together ({seats}). Hear the students without an SRO in the room."
    ),
    Concern.LONG_FOR_STUDENTS: QT_TRANSLATE_NOOP(
        "sittings", "Sessions with students last no longer than {minutes} minutes. Plan fewer questions."
    ),
    Concern.GUIDE_TOO_LONG: QT_TRANSLATE_NOOP(
        "sittings", "The guide takes {minutes} minutes, more than are planned. Plan more, or ask less."
    ),
    Concern.TAKES_NO_PART: QT_TRANSLATE_NOOP(
        "sittings",
        "Did not agree to take part: {seats}. Note nothing they say, or take them off this sitting.",
    ),
    Concern.RECORDED_WITHOUT_CONSENT: QT_TRANSLATE_NOOP(
        "sittings", "A recording is noted, but not everyone agreed to one: {seats}. Record only if all agree."
    ),
}
_SIZES = {
    (SittingKind.INTERVIEW, Concern.TOO_MANY): QT_TRANSLATE_NOOP(
        "sittings", "An interview hears one person. Make it a group, or hear each alone."
    ),
    (SittingKind.FOCUS_GROUP, Concern.TOO_FEW): QT_TRANSLATE_NOOP(
        "sittings", "A group talks best with {least} to {most} people. Invite a fifth more than you want."
    ),
    (SittingKind.FOCUS_GROUP, Concern.TOO_MANY): QT_TRANSLATE_NOOP(
        "sittings", "A group talks best with {least} to {most} people. Larger ones split into side talk."
    ),
}
_OTHER_SIZE = QT_TRANSLATE_NOOP("sittings", "The guide is meant for {least} to {most} people.")
_SHAPES = {
    TableShape.RECTANGLE: QT_TRANSLATE_NOOP("sittings", "Table"),
    TableShape.HORSESHOE: QT_TRANSLATE_NOOP("sittings", "U"),
    TableShape.CIRCLE: QT_TRANSLATE_NOOP("sittings", "Circle"),
}


def warning_words(warning: SeatingWarning, kind: SittingKind) -> str:
    """One sentence or two on what a seating raises."""
    words = _CONCERNS.get(warning.concern)
    if words is None:
        words = _SIZES.get((kind, warning.concern), _OTHER_SIZE)
        if warning.concern is Concern.TOO_MANY and kind is SittingKind.INTERVIEW and warning.most > 1:
            words = _OTHER_SIZE
    seats = seats_words(warning.seats)
    return tr(words).format(seats=seats, least=warning.least, most=warning.most, minutes=warning.minutes)


def seats_words(numbers: Sequence[int]) -> str:
    """Seats by their labels; three and more in a row as P1–P9."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(
        f"{seat_label(run[0])}–{seat_label(run[-1])}" if len(run) > 2 else " ".join(map(seat_label, run))
        for run in runs
    )


def shape_word(shape: TableShape) -> str:
    """What a shape of table is called."""
    return tr(_SHAPES[shape])
