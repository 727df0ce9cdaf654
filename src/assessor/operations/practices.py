"""Practice sessions: a sitting to take notes in, in a file of its own that is thrown away, and its score."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from assessor.analysis.note_scores import LineTaken, NoteScores, Told, score_notes
from assessor.instruments.practices import FACILITATOR, Caption, Practice
from assessor.operations.remarks import list_remarks
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, choose_guide, get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import RemarkKind, SittingKind


@dataclass(frozen=True)
class ToldCaption:
    """A caption that was shown, from one second of the practice to another."""

    caption: Caption
    seconds: float
    until: float


class PracticeFile:
    """An engagement in a temporary folder with one sitting; `throw_away` leaves nothing of it.

    Where the program ends without that, the folder goes with it.
    """

    def __init__(self, practice: Practice) -> None:
        # On Windows a virus scanner may hold the file for a moment: the system clears its folder then.
        self._folder = TemporaryDirectory(prefix="assessor-practice-", ignore_cleanup_errors=True)
        self.engagement = Engagement.create(Path(self._folder.name) / "practice.assessor")
        self.sitting_id = add_sitting(
            self.engagement, SittingKind.FOCUS_GROUP, practice.title, group=practice.group
        )
        choose_guide(self.engagement, self.sitting_id, practice.guide)
        for seat in practice.seats:
            seat_new_participants(
                self.engagement, self.sitting_id, practice.group, 1, description=seat.description
            )

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return Path(self._folder.name)

    def throw_away(self) -> None:
        """Close the file and delete it with its folder; done twice it does nothing more."""
        self.engagement.close()
        self._folder.cleanup()


def score_practice(
    file: PracticeFile, told: Sequence[ToldCaption], seconds_at: Callable[[datetime], float]
) -> NoteScores:
    """Judge the notes by the captions shown; `seconds_at` tells which second of the practice a moment was."""
    seats = get_sitting(file.engagement, file.sitting_id).seats
    numbers = {seat.code: seat.number for seat in seats}
    lines = [
        LineTaken(
            seconds_at(row.said_at),
            tuple(numbers[code] for code in row.speakers),
            row.text,
            row.fidelity,
            row.is_quote,
            row.agree,
            row.dissent,
        )
        for row in list_remarks(file.engagement, file.sitting_id)
        if row.kind is RemarkKind.SAID
    ]
    return score_notes([_as_told(one) for one in told], lines)


def _as_told(one: ToldCaption) -> Told:
    caption = one.caption
    return Told(
        one.seconds,
        one.until,
        () if caption.seat == FACILITATOR else (caption.seat,),
        caption.text,
        caption.quote or "",
        len(caption.agree) if caption.seen else None,
        len(caption.dissent) if caption.seen else None,
    )
