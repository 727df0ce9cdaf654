"""Saturation: what each further session brought on a question or a subject, in codes given to remarks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessor.analysis.saturation import QUIET_SESSIONS, gains, is_saturated


class SaturationState(StrEnum):
    """What the codes given so far say."""

    NOTHING = "nothing"
    """Nobody has said anything."""
    NOT_CODED = "not_coded"
    """No remark is coded."""
    GROWING = "growing"
    """The last sessions brought new codes, or there are too few sessions to tell."""
    QUIET_SO_FAR = "quiet_so_far"
    """The last two sessions brought no new code, but not all of their remarks are coded."""
    SATURATED = "saturated"
    """The last two sessions brought no new code, and every remark of theirs is coded."""


@dataclass(frozen=True)
class SessionCodes:
    """What was said in one session: the codes given, how many remarks, and how many bear no code."""

    sitting_id: str
    title: str
    codes: tuple[str, ...]
    remarks: int
    uncoded: int


@dataclass(frozen=True)
class SessionGain:
    """A session, and the codes it brought that had not come up before."""

    sitting_id: str
    title: str
    remarks: int
    uncoded: int
    new_codes: tuple[str, ...]

    @property
    def is_coded(self) -> bool:
        """Whether any of its remarks bears a code."""
        return self.uncoded < self.remarks


@dataclass(frozen=True)
class Saturation:
    """The sessions in the order of time with what each brought, and what that says."""

    state: SaturationState
    sessions: tuple[SessionGain, ...] = ()
    codes: int = 0

    @property
    def uncoded(self) -> int:
        """Remarks without a code, in all sessions."""
        return sum(session.uncoded for session in self.sessions)

    @property
    def remarks(self) -> int:
        """Remarks in all sessions."""
        return sum(session.remarks for session in self.sessions)

    @property
    def coded_sessions(self) -> int:
        """Sessions of which any remark is coded."""
        return sum(session.is_coded for session in self.sessions)


def measure_saturation(sessions: Sequence[SessionCodes]) -> Saturation:
    """What each session added, the oldest first, and whether the last two added nothing.

    Never "saturated" while a remark of the last two sessions bears no code, for it might bring a new one.
    Source: domain.md 3.1 (saturation log: stop when two sessions in a row add none).
    """
    found = gains([session.codes for session in sessions])
    told = tuple(
        SessionGain(each.sitting_id, each.title, each.remarks, each.uncoded, gain.new_codes)
        for each, gain in zip(sessions, found, strict=True)
    )
    codes = found[-1].codes_so_far if found else 0
    return Saturation(_state(sessions, codes, quiet=is_saturated(found)), told, codes)


def _state(sessions: Sequence[SessionCodes], codes: int, *, quiet: bool) -> SaturationState:
    if not sessions:
        return SaturationState.NOTHING
    if not codes:
        return SaturationState.NOT_CODED
    last = sessions[-QUIET_SESSIONS:]
    if not quiet or any(session.uncoded == session.remarks for session in last):
        return SaturationState.GROWING
    return SaturationState.QUIET_SO_FAR if any(one.uncoded for one in last) else SaturationState.SATURATED
