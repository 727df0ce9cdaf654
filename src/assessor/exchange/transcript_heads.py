"""What stands above and below the talk in a transcript: title, day, keywords, speakers, an advert."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

_SECTIONS = ("summary keywords", "keywords", "speakers", "summary", "transcript", "outline")
_WITHIN, _MOST_LINES, _LONGEST = 15, 40, 500
_ADVERT = re.compile(
    r"^\s*(?:transcribed|transcript|created|generated|recorded)\b.{0,40}\botter\.ai\S*\s*$"
    r"|^.{1,80}\bstopped transcription\s*$",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AT = r"(?:[\s,]+(?:at\s+)?(\d{1,2}):(\d{2})(?::\d{2})?\s?([AaPp]\.?[Mm]\.?)?)?"
_WORDED = re.compile(rf"\b([A-Za-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_AT}")
_WORDED_BY_DAY = re.compile(rf"\b(\d{{1,2}})\.?\s+([A-Za-z]{{3,9}})\.?,?\s+(\d{{4}}){_AT}")
_NUMBERS = re.compile(rf"\b(\d{{4}})-(\d{{2}})-(\d{{2}}){_AT}")
_YEARS = range(1970, 2200)
_IN_ZOOM_NAME = re.compile(r"GMT(\d{8})-(\d{6})")


@dataclass(frozen=True)
class Head:
    """The lines above the talk, the title among them, and the speakers they list."""

    lines: tuple[str, ...] = ()
    title: str = ""
    listed: tuple[str, ...] = ()


def is_otter(lines: list[str]) -> bool:
    """Whether a text says that it is from Otter: by a list of speakers or keywords on top, or its advert."""
    last = _advert_at(lines)
    top = {line.strip().casefold().rstrip(":") for line in lines[:_WITHIN]}
    return bool(top & {"summary keywords", "speakers"}) or (
        last is not None and "otter" in lines[last].casefold()
    )


def without_advert(lines: list[str]) -> list[str]:
    """The lines without the advert, or the word of the tool that it stopped, that may stand last."""
    place = _advert_at(lines)
    return lines if place is None else lines[:place]


def read_head(lines: Iterable[str]) -> Head:
    """The head that these lines are."""
    filled = tuple(line.strip() for line in lines if line.strip())
    title = filled[0] if filled and filled[0].casefold().rstrip(":") not in _SECTIONS else ""
    listed: list[str] = []
    in_list = False
    for line in filled:
        if line.casefold().rstrip(":") in _SECTIONS:
            in_list = line.casefold().startswith("speakers")
        elif in_list:
            listed += [name.strip() for name in line.split(",") if name.strip()]
    return Head(filled, "" if find_moment(title) else title, tuple(listed))


def may_be_head(lines: list[str]) -> bool:
    """Whether what stands before the first speaker is short enough to be no talk."""
    return len(lines) <= _MOST_LINES and all(len(line) <= _LONGEST for line in lines)


def find_moment(text: str) -> datetime | None:
    """The day, with the hour where it has one, that a line of a head or the name of a file tells."""
    with suppress(ValueError):
        if zoom := _IN_ZOOM_NAME.search(text):
            moment = datetime.strptime("".join(zoom.groups()), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
            return moment if moment.year in _YEARS else None
        if match := _NUMBERS.search(text):
            return _built(*match.groups())
        if match := _WORDED.search(text):
            month, day, year, *clock = match.groups()
            return _built(year, month, day, *clock)
        if match := _WORDED_BY_DAY.search(text):
            day, month, year, *clock = match.groups()
            return _built(year, month, day, *clock)
    return None


def _built(
    year: str, month: str, day: str, hour: str | None, minute: str | None, half: str | None
) -> datetime:
    """A moment of the zone where the program runs. Raises ValueError where there is none such."""
    if int(year) not in _YEARS:
        raise ValueError("nobody recorded anything in that year")
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].casefold()) + 1
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    return datetime(int(year), number, int(day), hours, int(minute or 0))  # noqa: DTZ001 - by the clock on the wall


def _advert_at(lines: list[str]) -> int | None:
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return filled[-1] if filled and _ADVERT.match(lines[filled[-1]]) else None
