"""Which values of measures others may see: none that stands on fewer persons than the public threshold."""

import re

from assessor.analysis.disclosure import LEAST_PUBLIC
from assessor.instruments.measures import find_shipped_measure

_PERSONS = re.compile(r"(?i)\b(students?|people|persons?|answers?)\b")


def stands_on_few(code: str, counted: int | None, among: int | None, *, is_part: bool) -> bool:
    """Whether too few persons are behind a value for the public.

    Fewer than ten to count among hide a value, and in a part (a school, a group of students) one to nine
    events do too: there they are persons who can be known (domain.md 2.6). Counts among meetings, steps or
    days hide nobody.
    """
    if not _is_of_persons(code):
        return False
    if among is not None and among < LEAST_PUBLIC:
        return True
    return is_part and counted is not None and 0 < counted < LEAST_PUBLIC


def _is_of_persons(code: str) -> bool:
    """Whether a measure counts among persons; one of one's own may."""
    known = find_shipped_measure(code)
    if known is None:
        return True
    return bool(_PERSONS.search(f"{known.denominator or ''} {known.numerator or ''} {known.unit}"))
