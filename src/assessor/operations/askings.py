"""The questions of a guide as they were asked: from when on, for how long, and how far each one is."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select

from assessor.model import Asking, Remark, Sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, RemarkKind


class QuestionState(StrEnum):
    """How far a question is."""

    NOW = "now"
    COVERED = "covered"
    SKIPPED = "skipped"
    TOUCHED = "touched"
    """Something was noted on it, and its turn is still to come."""
    OPEN = "open"


@dataclass(frozen=True)
class AskingRow:
    """From when on a question was asked; an empty code where none was."""

    question: str
    asked_at: datetime


@dataclass(frozen=True)
class Pause:
    """A while off the record; `until` is None while it lasts."""

    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Course:
    """How a sitting went so far: what was asked when, and when nothing was on the record."""

    askings: tuple[AskingRow, ...]
    pauses: tuple[Pause, ...]

    def used(self, until: datetime) -> dict[str, timedelta]:
        """The time used by question: its stretches up to the next asking, the last up to `until`.

        Time off the record is nobody's.
        """
        ends = [min(end, until) for end in (*(asking.asked_at for asking in self.askings[1:]), until)]
        spent: dict[str, timedelta] = defaultdict(timedelta)
        for asking, end in zip(self.askings, ends, strict=False):
            if asking.question and asking.asked_at < end:
                spent[asking.question] += end - asking.asked_at - self._paused(asking.asked_at, end)
        return dict(spent)

    def asked_at(self, question: str, before: datetime | None = None) -> datetime | None:
        """When a question was asked last, up to a moment where one is given."""
        moments = [
            asking.asked_at
            for asking in self.askings
            if asking.question == question and (before is None or asking.asked_at <= before)
        ]
        return moments[-1] if moments else None

    def _paused(self, since: datetime, until: datetime) -> timedelta:
        both = (
            min(pause.until or until, until) - max(pause.since, since)
            for pause in self.pauses
            if pause.since < until and (pause.until is None or pause.until > since)
        )
        return sum(both, timedelta())


def read_course(engagement: Engagement, sitting_id: str) -> Course:
    """The questions asked at a sitting in the order of asking, and its whiles off the record."""
    asked = select(Asking.question, Asking.asked_at).where(Asking.sitting_id == sitting_id)
    off = (
        select(Remark.said_at, Remark.ended_at)
        .where(Remark.sitting_id == sitting_id, Remark.kind == RemarkKind.OFF_RECORD)
        .order_by(Remark.said_at)
    )
    with engagement.reading() as session:
        askings = tuple(
            AskingRow(question, asked_at)
            for question, asked_at in session.execute(asked.order_by(Asking.asked_at))
        )
        return Course(askings, tuple(Pause(since, until) for since, until in session.execute(off)))


def question_states(
    questions: Iterable[str], now: str, noted: Collection[str], *, is_over: bool = False
) -> dict[str, QuestionState]:
    """How far each question of a guide is; `noted` are those on which something was noted.

    A question before the one asked now is covered when something was noted on it, else skipped; one after it
    is touched early or open. When the sitting is over, none is asked now and none is still to come.
    """
    codes = list(questions)
    here = len(codes) if is_over else codes.index(now) if now in codes else -1
    return {code: _state(place, here, is_noted=code in noted) for place, code in enumerate(codes)}


def resume_sitting(engagement: Engagement, sitting_id: str, at: datetime) -> None:
    """Go on with a sitting that was ended; the time between belongs to no question."""
    with engagement.change("Resume sitting") as session:
        sitting = session.get(Sitting, sitting_id)
        if sitting is None:
            raise CannotDo("This sitting was removed. Undo brings it back.")
        if sitting.ended_at is None:
            return
        if sitting.question:
            session.add(Asking(sitting_id=sitting_id, question="", asked_at=sitting.ended_at))
            session.add(Asking(sitting_id=sitting_id, question=sitting.question, asked_at=at))
        sitting.ended_at = None


def count_used(engagement: Engagement, sitting_id: str, until: datetime) -> dict[str, timedelta]:
    """The time used by each question of a sitting, up to its end or to `until` while it runs."""
    with engagement.reading() as session:
        ended_at = session.scalar(select(Sitting.ended_at).where(Sitting.id == sitting_id))
    return read_course(engagement, sitting_id).used(ended_at or until)


def _state(place: int, here: int, *, is_noted: bool) -> QuestionState:
    if place == here:
        return QuestionState.NOW
    if place < here:
        return QuestionState.COVERED if is_noted else QuestionState.SKIPPED
    return QuestionState.TOUCHED if is_noted else QuestionState.OPEN
