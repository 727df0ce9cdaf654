"""The line of a caption that says from when to when it is shown."""

import re

from assessor.exchange.unreadable import UnreadableFile, printable

ARROW = "-->"
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9})|:(\d{3}))?"
_TIMING = re.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?$")
_SHOWN = 40
_MINUTE, _HOUR = 60_000, 3_600_000


def read_times(line: str, number: int, name: str) -> tuple[int, int]:
    """Start and end in milliseconds; a colon may stand before the milliseconds, as some programs write it.

    Raises UnreadableFile with the number of the line where it is no such line, or ends before it starts.
    """
    match = _TIMING.match(line)
    shown = printable(line.strip(), _SHOWN)
    if not match:
        why = f"line {number} has the times “{shown}”, not written as hours:minutes:seconds.milliseconds"
        raise UnreadableFile(name, why, "correct that line or export the transcript again")
    clock = match.groups()
    start, end = _milliseconds(clock[:5]), _milliseconds(clock[5:])
    if end < start:
        why = f"line {number} ends before it begins, at “{shown}”"
        raise UnreadableFile(name, why, "correct that line or export the transcript again")
    return start, end


def _milliseconds(clock: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction, after_colon = clock
    thousandths = int((fraction or after_colon or "0").ljust(3, "0")[:3])
    return int(hours or 0) * _HOUR + int(minutes or 0) * _MINUTE + int(seconds or 0) * 1000 + thousandths
