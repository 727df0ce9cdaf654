"""What becomes of a typed line: a remark, a tally on the last one, a concern, or who is at the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessor.instruments.guides import Question
from assessor.operations import observations, presence, remarks, safeguarding
from assessor.operations.kept_lines import line_key
from assessor.operations.remarks import RemarkRow
from assessor.operations.sittings import SittingDetails
from assessor.operations.typed_lines import (
    ConcernLine,
    JumpLine,
    NotedLine,
    PresenceLine,
    TalliedLine,
)
from assessor.terms import CannotDo, RemarkKind, SittingKind
from assessor.ui.assess.sittings.sitting_words import seat_label

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


@dataclass(frozen=True)
class Typed:
    """What stands in the line beside its words."""

    begun_at: datetime | None = None
    behavior: str = ""
    behavior_word: str = ""
    """What the behavior is called, for a line without words."""
    is_unknown: bool = False
    """Whether it was marked that nobody saw who spoke."""
    is_flagged: bool = False


@dataclass(frozen=True)
class Taken:
    """What a line changed: ids of remarks, the table, or the code of the question to ask."""

    noted: str = ""
    marked: str = ""
    is_seating: bool = False
    asked: str = ""


@dataclass(frozen=True)
class LineTaker:
    """Writes what was typed, as it stands with the sitting now."""

    engagement: "Engagement"
    sitting: SittingDetails
    last_said: RemarkRow | None
    questions: Sequence[Question]
    now: datetime

    def take(
        self, line: NotedLine | TalliedLine | PresenceLine | JumpLine | ConcernLine, typed: Typed
    ) -> Taken:
        """Write a line. Raises CannotDo where it names nobody there, or counts on no remark."""
        if isinstance(line, NotedLine):
            is_seen = bool(typed.behavior) and line.kind is RemarkKind.SAID
            return self._see(line, typed) if is_seen else self._note(line, typed)
        if isinstance(line, TalliedLine):
            return self._tally(line)
        if isinstance(line, ConcernLine):
            return self.set_apart(line, typed)
        if isinstance(line, PresenceLine):
            return self._seat(line)
        return self._jump(line)

    def set_apart(self, line: ConcernLine, typed: Typed) -> Taken:
        """Keep a concern for someone's safety apart from the notes."""
        people = [] if typed.is_unknown else self._people(line.seats or self._only_seat())
        safeguarding.note_concern(
            self.engagement,
            self.sitting.id,
            line.text,
            said_at=typed.begun_at,
            question=self.sitting.question,
            participant_id=people[0] if len(people) == 1 else None,
            draft=line_key(self.sitting.id),
        )
        return Taken()

    def _see(self, line: NotedLine, typed: Typed) -> Taken:
        """A behavior seen, once or as often as was typed; without words it is its own name."""
        asked = next((one for one in self.questions if one.code == self.sitting.question), None)
        times, words = observations.split_times(line.text)
        noted = observations.note_behavior(
            self.engagement,
            self.sitting.id,
            typed.behavior,
            words or typed.behavior_word,
            times,
            question=self.sitting.question,
            setting=asked.title if asked else "",
            seen_at=typed.begun_at,
            draft=line_key(self.sitting.id),
        )
        return Taken(noted=noted) if times == 1 else Taken(marked=noted)  # several lines: all shown anew

    def _note(self, line: NotedLine, typed: Typed) -> Taken:
        is_observed = self.sitting.kind is SittingKind.OBSERVATION
        asked = next((one for one in self.questions if one.code == self.sitting.question), None)
        noted = remarks.note_remark(
            self.engagement,
            self.sitting.id,
            line.text,
            speakers=self._people(line.seats if typed.is_unknown else self._seats_of(line)),
            said_at=typed.begun_at,
            draft=line_key(self.sitting.id),
            question=self.sitting.question,
            kind=line.kind,
            fidelity=line.fidelity,
            is_quote=line.is_quote or (typed.is_flagged and line.kind is RemarkKind.SAID),
            setting=asked.title if is_observed and asked else "",
            behavior=typed.behavior,
        )
        return Taken(noted=noted)

    def _tally(self, line: TalliedLine) -> Taken:
        last = self.last_said
        if last is None:
            raise CannotDo(_tr("A tally counts who agrees with the last remark, and there is none yet."))
        self._check_one_voice_each(line)
        remarks.tally_agreement(
            self.engagement,
            last.id,
            line.agree,
            line.dissent,
            agreeing=self._people(line.agree_seats),
            dissenting=self._people(line.dissent_seats),
            neutral=self._people(line.neutral_seats),
            present=line.present,
            draft=line_key(self.sitting.id),
        )
        return Taken(marked=last.id)

    def _seat(self, line: PresenceLine) -> Taken:
        note = presence.note_came if line.is_there else presence.note_left
        note(self.engagement, self.sitting.id, line.seats, self.now, draft=line_key(self.sitting.id))
        return Taken(is_seating=True)

    def _jump(self, line: JumpLine) -> Taken:
        for question in self.questions:
            if question.code.lower() == line.question.lower():
                return Taken(asked=question.code)
        if not self.questions:
            raise CannotDo(_tr("These notes follow no guide, so there is no question to go to."))
        words = _tr("No question is called {code}. Type one of {first} to {last}.")
        codes = {"first": self.questions[0].code, "last": self.questions[-1].code}
        raise CannotDo(words.format(code=line.question, **codes))

    def _seats_of(self, line: NotedLine) -> Sequence[int]:
        """Those named; with one person at the table nobody else can have spoken."""
        return line.seats or (self._only_seat() if line.kind is RemarkKind.SAID else ())

    def _only_seat(self) -> tuple[int, ...]:
        return (self.sitting.seats[0].number,) if len(self.sitting.seats) == 1 else ()

    def _check_one_voice_each(self, line: TalliedLine) -> None:
        named = [*line.agree_seats, *line.dissent_seats, *line.neutral_seats]
        twice = sorted({seat_label(number) for number in named if named.count(number) > 1})
        if twice:
            words = _tr("{seats} cannot agree and dissent at once. Correct the numbers.")
            raise CannotDo(words.format(seats=", ".join(twice)))

    def _people(self, numbers: Sequence[int]) -> list[str]:
        people = {seat.number: seat.participant_id for seat in self.sitting.seats}
        missing = [number for number in numbers if number not in people]
        if missing:
            words = _tr("Nobody sits at {seats}. Correct the numbers.")
            raise CannotDo(words.format(seats=", ".join(seat_label(number) for number in missing)))
        return [people[number] for number in numbers]


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineTaker", text)
