"""What becomes of a typed line: a remark at the end of the notes, or a tally on the last one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessor.instruments.guides import Question
from assessor.operations import remarks
from assessor.operations.kept_lines import line_key
from assessor.operations.remarks import RemarkRow
from assessor.operations.sittings import SittingDetails
from assessor.operations.typed_lines import NotedLine, TalliedLine
from assessor.terms import CannotDo, RemarkKind, SittingKind
from assessor.ui.assess.sitting_words import seat_label

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


@dataclass(frozen=True)
class LineTaker:
    """Writes what was typed, as it stands with the sitting now."""

    engagement: "Engagement"
    sitting: SittingDetails
    notes: Sequence[RemarkRow]
    question: Question | None

    def take(
        self, line: NotedLine | TalliedLine, begun_at: datetime | None, behavior: str, *, is_unknown: bool
    ) -> None:
        """Write a line. Raises CannotDo where it names nobody there, or counts on no remark."""
        if isinstance(line, TalliedLine):
            self._tally(line)
        else:
            self._note(line, begun_at, behavior, is_unknown)

    def _note(self, line: NotedLine, begun_at: datetime | None, behavior: str, is_unknown: bool) -> None:
        is_observed = self.sitting.kind is SittingKind.OBSERVATION
        remarks.note_remark(
            self.engagement,
            self.sitting.id,
            line.text,
            speakers=self._people(line.seats if is_unknown else self._seats_of(line)),
            said_at=begun_at,
            draft=line_key(self.sitting.id),
            question=self.sitting.question,
            kind=line.kind,
            fidelity=line.fidelity,
            is_quote=line.is_quote,
            setting=self.question.title if is_observed and self.question else "",
            behavior=behavior,
        )

    def _tally(self, line: TalliedLine) -> None:
        last = next((row for row in reversed(self.notes) if row.kind is RemarkKind.SAID), None)
        if last is None:
            raise CannotDo(_tr("A tally counts who agrees with the last remark, and there is none yet."))
        remarks.tally_agreement(
            self.engagement,
            last.id,
            line.agree,
            line.dissent,
            agreeing=self._people(line.agree_seats),
            dissenting=self._people(line.dissent_seats),
            present=line.present,
            draft=line_key(self.sitting.id),
        )

    def _seats_of(self, line: NotedLine) -> Sequence[int]:
        """Those named; with one person at the table nobody else can have spoken."""
        if not line.seats and line.kind is RemarkKind.SAID and len(self.sitting.seats) == 1:
            return (self.sitting.seats[0].number,)
        return line.seats

    def _people(self, numbers: Sequence[int]) -> list[str]:
        people = {seat.number: seat.participant_id for seat in self.sitting.seats}
        missing = [number for number in numbers if number not in people]
        if missing:
            words = _tr("Nobody sits at {seats}. Correct the numbers.")
            raise CannotDo(words.format(seats=", ".join(seat_label(number) for number in missing)))
        return [people[number] for number in numbers]


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineTaker", text)
