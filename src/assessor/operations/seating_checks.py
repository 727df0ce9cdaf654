"""What to look at again before a sitting begins: who sits together, how many, how long, who agreed to what.

Nothing here blocks: the consultant knows the room (domain.md 3.1 and 3.2).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessor.instruments.guides import Guide
from assessor.operations.seats import SeatRow
from assessor.operations.sittings import SittingDetails
from assessor.terms import Group, SittingKind

_SIZES = {
    SittingKind.INTERVIEW: (1, 1),
    SittingKind.FOCUS_GROUP: (6, 10),
    SittingKind.JOINT_SESSION: (2, 10),
}
STUDENT_MINUTES = 60
"""A session with students is no longer than this."""


class Concern(StrEnum):
    """What a seating may raise."""

    POLICE_WITH_ADMINISTRATORS = "police_with_administrators"
    TEACHERS_WITH_ADMINISTRATORS = "teachers_with_administrators"
    STUDENTS_WITH_POLICE = "students_with_police"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    LONG_FOR_STUDENTS = "long_for_students"
    GUIDE_TOO_LONG = "guide_too_long"
    TAKES_NO_PART = "takes_no_part"
    RECORDED_WITHOUT_CONSENT = "recorded_without_consent"


@dataclass(frozen=True)
class SeatingWarning:
    """One concern, and the seats it is about; none where it is about the whole sitting."""

    concern: Concern
    seats: tuple[int, ...] = ()
    least: int = 0
    most: int = 0
    """How many people there should be, where there are too few or too many."""
    minutes: int = 0
    """How long it should take at most, or the guide takes."""


def check_seating(sitting: SittingDetails, guide: Guide | None = None) -> list[SeatingWarning]:
    """What to look at again; nothing for an observation, which seats nobody."""
    if sitting.kind is SittingKind.OBSERVATION:
        return []
    return [*_mixes(sitting), *_sizes(sitting, guide), *_lengths(sitting, guide), *_consents(sitting)]


def _mixes(sitting: SittingDetails) -> list[SeatingWarning]:
    is_joint = sitting.kind is SittingKind.JOINT_SESSION
    avoided = (
        (Concern.POLICE_WITH_ADMINISTRATORS, Group.SRO, Group.ADM, is_joint),
        (Concern.TEACHERS_WITH_ADMINISTRATORS, Group.TCH, Group.ADM, False),
        (Concern.STUDENTS_WITH_POLICE, Group.STU, Group.SRO, False),
    )
    groups = {seat.group for seat in sitting.seats}
    return [
        SeatingWarning(concern, _of(sitting.seats, {one, other}))
        for concern, one, other, is_meant in avoided
        if {one, other} <= groups and not is_meant
    ]


def _sizes(sitting: SittingDetails, guide: Guide | None) -> list[SeatingWarning]:
    least, most = _SIZES[sitting.kind]
    if guide and guide.kind is sitting.kind and guide.people_most:
        least, most = guide.people_least, guide.people_most
    count = len(sitting.seats)
    if 0 < count < least:
        return [SeatingWarning(Concern.TOO_FEW, least=least, most=most)]
    return [SeatingWarning(Concern.TOO_MANY, least=least, most=most)] if count > most else []


def _lengths(sitting: SittingDetails, guide: Guide | None) -> list[SeatingWarning]:
    found = []
    has_students = sitting.group is Group.STU or any(seat.group is Group.STU for seat in sitting.seats)
    if has_students and sitting.minutes > STUDENT_MINUTES:
        found.append(SeatingWarning(Concern.LONG_FOR_STUDENTS, minutes=STUDENT_MINUTES))
    if guide and guide.minutes > sitting.minutes:
        found.append(SeatingWarning(Concern.GUIDE_TOO_LONG, minutes=guide.minutes))
    return found


def _consents(sitting: SittingDetails) -> list[SeatingWarning]:
    apart = tuple(seat.number for seat in sitting.seats if not seat.takes_part)
    unheard = tuple(seat.number for seat in sitting.seats if not seat.may_be_recorded)
    found = [SeatingWarning(Concern.TAKES_NO_PART, apart)] if apart else []
    if sitting.recording and unheard:
        found.append(SeatingWarning(Concern.RECORDED_WITHOUT_CONSENT, unheard))
    return found


def _of(seats: Sequence[SeatRow], groups: Collection[Group]) -> tuple[int, ...]:
    return tuple(seat.number for seat in seats if seat.group in groups)
