"""Saturation: how many new codes each further session brought, and when the last few brought none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

QUIET_SESSIONS: Final = 2


@dataclass(frozen=True)
class Gain:
    """A session's codes that had not come up before, in their order, and how many codes there are by then."""

    new_codes: tuple[str, ...]
    codes_so_far: int


def gains(sessions: Sequence[Iterable[str]]) -> tuple[Gain, ...]:
    """Return what each session added, given every session's codes on one construct, oldest first.

    Source: domain.md 3.1 (saturation log).
    """
    seen: set[str] = set()
    found = []
    for codes in sessions:
        new = tuple(code for code in dict.fromkeys(codes) if code not in seen)
        seen.update(new)
        found.append(Gain(new, len(seen)))
    return tuple(found)


def is_saturated(found: Sequence[Gain], quiet: int = QUIET_SESSIONS) -> bool:
    """Return whether the last sessions (two) in a row added no code, after some had.

    Source: domain.md 3.1. Raises ValueError for `quiet` under 1.
    """
    if quiet < 1:
        raise ValueError("saturation shows in one session at least")
    last = found[-quiet:]
    return len(last) == quiet and last[-1].codes_so_far > 0 and not any(gain.new_codes for gain in last)
