"""Periods a measure is taken in: months, terms and school years, how they are named, and which comes next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessor.instruments.measures import Frequency
from assessor.terms import CannotDo

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_AUGUST = 8
_LONGEST_MONTH, _LONGEST_TERM = 45, 250
_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_NAMED = re.compile(r"([a-z]+)\.?\s*(?:'|’)?(\d{2}|\d{4})")
_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[–/-]\s*(\d{2}|\d{4})")


@dataclass(frozen=True)
class Period:
    """A period by its first day and its name: "Sep 26", "Fall 2026", "2026–27"."""

    starts_on: date
    label: str


def frequency_of(words: str, taken: Sequence[date] = (), label: str = "") -> Frequency:
    """How often a measure is taken: by the newest period called a term or year, the last days, its words."""
    named = frequency_of_label(label, taken[-1]) if taken else None
    if named in (Frequency.TERM, Frequency.YEAR):
        return named
    if len(taken) > 1:
        days = (taken[-1] - taken[-2]).days
        return (
            Frequency.MONTH
            if days < _LONGEST_MONTH
            else Frequency.TERM
            if days < _LONGEST_TERM
            else Frequency.YEAR
        )
    found = [each for each in Frequency if each.value in words.lower()]
    return min(found, key=lambda each: words.lower().index(each.value)) if found else Frequency.MONTH


def frequency_of_label(label: str, starts_on: date) -> Frequency | None:
    """The frequency whose period of that day has that name; None for a name of one's own."""
    kinds = (Frequency.MONTH, Frequency.TERM, Frequency.YEAR)
    return next((each for each in kinds if period_of(starts_on, each).label == label), None)


def period_of(day: date, frequency: Frequency) -> Period:
    """The period a day lies in. Terms begin in August and January, school years in August."""
    if frequency is Frequency.TERM:
        is_fall = day.month >= _AUGUST
        first = date(day.year, _AUGUST if is_fall else 1, 1)
        return Period(first, f"{'Fall' if is_fall else 'Spring'} {day.year}")
    if frequency is Frequency.YEAR:
        year = day.year if day.month >= _AUGUST else day.year - 1
        return Period(date(year, _AUGUST, 1), f"{year}–{(year + 1) % 100:02}")
    if frequency is Frequency.MONTH:
        return Period(day.replace(day=1), f"{_MONTHS[day.month - 1]} {day.year % 100:02}")
    return Period(day, f"{day.day} {_MONTHS[day.month - 1]} {day.year % 100:02}")


def period_after(starts_on: date, frequency: Frequency) -> Period:
    """The period that follows the one beginning on a day."""
    return period_of(last_day(starts_on, frequency) + timedelta(days=1), frequency)


def last_day(starts_on: date, frequency: Frequency) -> date:
    """The last day of the period that begins on a day; the day itself where it is no stretch of time."""
    months = {Frequency.MONTH: 1, Frequency.YEAR: 12}.get(frequency, 0)
    if frequency is Frequency.TERM:
        months = _AUGUST - starts_on.month if starts_on.month < _AUGUST else 13 - starts_on.month
    if not months:
        return starts_on
    place = starts_on.month - 1 + months
    return date(starts_on.year + place // 12, place % 12 + 1, 1) - timedelta(days=1)


def read_period(text: str) -> Period:
    """The period typed: "Sep 26", "Fall 2026", "2026–27" or "2026-09-14". Raises CannotDo with a sentence."""
    said = " ".join(text.lower().split())
    try:
        found = _read_day(said) or _read_year(said) or _read_named(said)
    except ValueError:
        found = None
    if found is None:
        raise CannotDo(f"“{text.strip()}” is not a period. Write it as Sep 26, Fall 2026 or 2026–27.")
    return found


def _read_day(said: str) -> Period | None:
    found = _DAY.fullmatch(said)
    if found is None or (found[3] is None and int(found[2]) > len(_MONTHS)):
        return None
    day = date(int(found[1]), int(found[2]), int(found[3] or 1))
    return period_of(day, Frequency.MONTH if found[3] is None else Frequency.EVENT)


def _read_year(said: str) -> Period | None:
    found = _SCHOOL_YEAR.fullmatch(said)
    if found is None or int(found[2]) % 100 != (int(found[1]) + 1) % 100:
        return None
    return period_of(date(int(found[1]), _AUGUST, 1), Frequency.YEAR)


def _read_named(said: str) -> Period | None:
    found = _NAMED.fullmatch(said)
    if found is None:
        return None
    year = int(found[2]) + (2000 if len(found[2]) == 2 else 0)
    if found[1] in ("fall", "spring"):
        return period_of(date(year, _AUGUST if found[1] == "fall" else 1, 1), Frequency.TERM)
    month = next((n for n, name in enumerate(_MONTHS, 1) if found[1].startswith(name.lower())), 0)
    return period_of(date(year, month, 1), Frequency.MONTH) if month else None
