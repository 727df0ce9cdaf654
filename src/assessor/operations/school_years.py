"""School years: by which one a day is called."""

from datetime import date

_FIRST_MONTH = 7


def school_year(day: date) -> str:
    """The school year that a day falls in: "2026–27"; a new one begins on July 1."""
    first = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return f"{first}–{(first + 1) % 100:02d}"
