"""Days as the program writes and reads them: "Nov 2 – Nov 20", "June 30, 2027"."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_WITH_YEAR = ("yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy", "M/d/yyyy", "M/d/yy")
_WITHOUT_YEAR = ("d MMM", "d MMMM", "MMM d", "MMMM d", "M/d")
_BETWEEN = re.compile(r"\s*(?:–|—|\bto\b|\buntil\b|\s-\s)\s*")
_LEAP_YEAR = 2000


def short_day(day: date, *, this_year: int | None = None) -> str:
    """As in "Nov 2"; with the year where it is not this one."""
    english = QLocale(QLocale.Language.English)
    with_year = this_year is not None and day.year != this_year
    return english.toString(QDate(day.year, day.month, day.day), "MMM d, yyyy" if with_year else "MMM d")


def long_day(day: date) -> str:
    """As in "June 30, 2027"."""
    english = QLocale(QLocale.Language.English)
    return english.toString(QDate(day.year, day.month, day.day), "MMMM d, yyyy")


def short_month(day: date) -> str:
    """As in "Nov 2026"."""
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), "MMM yyyy")


def span(start_on: date | None, due_on: date | None) -> str:
    """As in "Nov 2 – Nov 20", "by Nov 20" or "from Nov 2"; empty without a day."""
    if start_on and due_on:
        return f"{short_day(start_on)} – {short_day(due_on)}"
    if due_on:
        return QCoreApplication.translate("plan", "by {day}").format(day=short_day(due_on))
    if start_on:
        return QCoreApplication.translate("plan", "from {day}").format(day=short_day(start_on))
    return ""


def typed_span(start_on: date | None, due_on: date | None, rhythm: str) -> str:
    """What stands in the line while dates are edited: whole days, so that nothing is guessed."""
    english = QLocale(QLocale.Language.English)
    days = [english.toString(QDate(d.year, d.month, d.day), "MMM d, yyyy") for d in (start_on, due_on) if d]
    if start_on and not due_on:
        days.append("")
    return " – ".join(days) or rhythm


def read_span(text: str, this_year: int) -> tuple[date | None, date | None, str]:
    """The first day, the last day, and how often, from what was typed.

    Two days are start and due, one is due, one with a dash after it is the start; a text without a figure is
    a rhythm, as in "monthly". A day without a year is of `this_year`, or of the first day's year or the next.
    Raises ValueError with a sentence.
    """
    text = " ".join(text.replace(",", " ").split())
    if not any(sign.isdigit() for sign in text):
        return None, None, text
    parts = _BETWEEN.split(text)
    if len(parts) > 2:
        raise ValueError(
            QCoreApplication.translate("plan", "“{text}” is more than two days; write Nov 2 – Nov 20").format(
                text=text
            )
        )
    first = _read_day(parts[0], this_year) if parts[0] else None
    if len(parts) == 1:
        return None, first, ""
    last = _read_day(parts[1], first.year if first else this_year, not_before=first) if parts[1] else None
    return first, last, ""


def _read_day(text: str, year: int, not_before: date | None = None) -> date:
    english = QLocale(QLocale.Language.English)
    for form in _WITH_YEAR:
        day = english.toDate(text, form, _LEAP_YEAR)
        if day.isValid():
            return date(day.year(), day.month(), day.day())
    for form in _WITHOUT_YEAR:
        day = english.toDate(f"{text} {year}", f"{form} yyyy", _LEAP_YEAR)
        if day.isValid():
            found = date(day.year(), day.month(), day.day())
            return found.replace(year=year + 1) if not_before and found < not_before else found
    raise ValueError(
        QCoreApplication.translate(
            "plan", "“{text}” is not a day; write it as Nov 20 or Nov 20, 2026"
        ).format(text=text)
    )
