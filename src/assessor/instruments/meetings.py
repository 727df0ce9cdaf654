"""Meetings: the standing meetings of a program, with cadence and agenda (domain.md 5.9)."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assessor.instruments.library import ENGLISH, read
from assessor.instruments.records import Instrument, Record, Text


class Cadence(StrEnum):
    """How often a meeting is held."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    SIX_TO_EIGHT_WEEKS = "six_to_eight_weeks"
    TERMLY = "termly"
    YEARLY = "yearly"
    AFTER_EVENT = "after_event"


@dataclass(frozen=True, kw_only=True)
class MeetingType(Record):
    """A kind of meeting and what always stands on its agenda."""

    code: str
    title: Text
    purpose: Text
    who: Text
    cadence: Cadence
    cadence_text: Text
    minutes: int
    agenda: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class MeetingLibrary(Instrument):
    """Meeting types M1 to M8."""

    purpose: Text
    meetings: tuple[MeetingType, ...]

    def get_meeting(self, code: str) -> MeetingType:
        """The meeting type of that code; KeyError when there is none."""
        for meeting in self.meetings:
            if meeting.code == code:
                return meeting
        raise KeyError(code)


def get_meeting_library(
    key: str = "standing", version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> MeetingLibrary:
    """The meeting types, the newest version unless one is named."""
    return read(MeetingLibrary, "meetings", key, version, language, root)
