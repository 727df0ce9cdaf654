"""What is to be mended in notes after a sitting: speakers, wordings, questions, and counts that cannot be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import exists, or_, select

from assessor.model import Remark, RemarkSpeaker, Seat, Sitting
from assessor.operations.remarks import RemarkRow
from assessor.operations.sittings import SittingDetails
from assessor.operations.typed_lines import is_stub
from assessor.store import Engagement
from assessor.terms import Fidelity, RemarkKind, SittingKind

_QUOTED = ('"', "“", "„")


class Mend(StrEnum):
    """What a line lacks."""

    SPEAKER = "speaker"
    """Nobody knows who said it."""
    STUB = "stub"
    """Words were begun, to be finished afterwards."""
    WORDING = "wording"
    """A quotation that was not checked word for word."""
    QUESTION = "question"
    """The sitting follows a guide, and the line answers none of its questions."""
    TALLY = "tally"
    """More voices are counted than people were there."""


@dataclass(frozen=True)
class Mending:
    """A line that is to be mended, and what it lacks."""

    remark_id: str
    lacks: tuple[Mend, ...]


@dataclass(frozen=True)
class _Line:
    """What of a line decides whether it is to be mended."""

    kind: RemarkKind
    fidelity: Fidelity
    text: str
    is_quote: bool
    question: str
    agree: int | None
    dissent: int | None
    present: int | None


def list_mendings(sitting: SittingDetails, remarks: Sequence[RemarkRow]) -> list[Mending]:
    """The lines of a sitting that are to be mended, in their order."""
    knows_people = _knows_people(sitting.kind, bool(sitting.seats))
    found = (
        Mending(row.id, _lacks(row, knows_people and not row.speakers, has_guide=bool(sitting.guide_key)))
        for row in remarks
    )
    return [mending for mending in found if mending.lacks]


def count_mendings(engagement: Engagement) -> dict[str, int]:
    """How many lines are to be mended, by sitting that is over; those with none are left out."""
    has_speaker = exists().where(RemarkSpeaker.remark_id == Remark.id)
    has_seats = exists().where(Seat.sitting_id == Sitting.id)
    is_suspect = or_(
        Remark.is_quote,
        Remark.text.like('"%') | Remark.text.like("“%") | Remark.text.like("„%"),
        (Remark.question == "") & (Sitting.guide_key != ""),
        Remark.agree + Remark.dissent > Remark.present,
        ~has_speaker & has_seats,
    )
    query = (
        select(
            Remark.sitting_id,
            Remark.kind,
            Remark.fidelity,
            Remark.text,
            Remark.is_quote,
            Remark.question,
            Remark.agree,
            Remark.dissent,
            Remark.present,
            Sitting.kind.label("sitting_kind"),
            Sitting.guide_key,
            has_speaker.label("has_speaker"),
            has_seats.label("has_seats"),
        )
        .join(Sitting, Sitting.id == Remark.sitting_id)
        .where(Sitting.ended_at.is_not(None), is_suspect)
    )
    with engagement.reading() as session:
        rows = session.execute(query).all()
    counts: Counter[str] = Counter()
    for row in rows:
        lacks_speaker = _knows_people(row.sitting_kind, row.has_seats) and not row.has_speaker
        lacks = _lacks(_Line(*row[1:9]), lacks_speaker, has_guide=bool(row.guide_key))
        counts[row.sitting_id] += bool(lacks)
    return +counts


def _lacks(line: _Line | RemarkRow, lacks_speaker: bool, *, has_guide: bool) -> tuple[Mend, ...]:
    is_said = line.kind is RemarkKind.SAID
    is_quoted = line.is_quote or line.text.startswith(_QUOTED)
    is_open = is_quoted and is_stub(line.text)
    faults = {
        Mend.SPEAKER: is_said and lacks_speaker,
        Mend.STUB: is_said and is_open,
        Mend.WORDING: is_said and is_quoted and not is_open and line.fidelity is not Fidelity.VERBATIM,
        Mend.QUESTION: is_said and has_guide and not line.question,
        Mend.TALLY: line.present is not None and (line.agree or 0) + (line.dissent or 0) > line.present,
    }
    return tuple(mend for mend, is_so in faults.items() if is_so)


def _knows_people(kind: SittingKind, has_seats: bool) -> bool:
    """Whether it is known of each line who said it: observations seat nobody."""
    return has_seats and kind is not SittingKind.OBSERVATION
