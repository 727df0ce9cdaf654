"""School files of the federal Civil Rights Data Collection: recognized, rows picked, cells read."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assessor.terms import ValueState

_KEYS = frozenset({"LEA_STATE", "LEAID", "COMBOKEY"})
_LEA_DIGITS, _SCHOOL_DIGITS = 7, 5
_NOT_LETTERS = re.compile(r"[^0-9a-z]+")
_RESERVED = {
    -2: "small count, hidden in 2015–16",
    -3: "skip logic or processing failure",
    -4: "optional, not given",
    -5: "under an action plan",
    -6: "certified without the number",
    -7: "not reported",
    -8: "missing in the state’s files",
    -9: "not applicable or skipped",
    -11: "suppressed for the quality of the data",
    -12: "suppressed for privacy",
    -13: "skipped by an earlier answer",
}
_UNTOLD_WORDS = frozenset({"school", "schools", "sch", "district", "the"})
_HIDDEN = frozenset({-2, -11, -12})
_NOT_APPLICABLE = -9


@dataclass(frozen=True)
class CrdcSchool:
    """A school of the collection: its 12-digit key, names, and state."""

    key: str
    name: str
    district: str
    district_id: str
    state: str


@dataclass(frozen=True)
class CrdcNumber:
    """A number of the collection in one of four states, and in words why it has none."""

    state: ValueState
    value: Decimal | None = None
    why: str = ""


def is_crdc(headings: Iterable[str]) -> bool:
    """Whether these are the headings of a school file of the collection, as published since 2015–16."""
    return _KEYS.issubset(heading.upper() for heading in headings)


def same_name(name: str) -> str:
    """A name without what spellings of it differ in: case, blanks, marks, and the word school itself."""
    words = _NOT_LETTERS.sub(" ", name.casefold()).split()
    return " ".join(word for word in words if word not in _UNTOLD_WORDS) or " ".join(words)


class CrdcPicking:
    """Picks the rows of a district, or of schools by name where no row is of that district."""

    def __init__(self, headings: Sequence[str], district: str, schools: Iterable[str]) -> None:
        self._schools = SchoolReader(headings)
        self._district = same_name(district)
        self._names = frozenset(same_name(name) for name in schools)

    def takes(self, row: Sequence[str]) -> bool:
        """Whether a row is wanted: a row more does no harm, who reads it looks again."""
        school = self._schools.read(row)
        told = (school.district_id, same_name(school.district))
        return self._district in told or same_name(school.name) in self._names


class SchoolReader:
    """Reads which school a row is about. Ids are text, and get back the leading zeros a table lost."""

    def __init__(self, headings: Sequence[str]) -> None:
        self._places = {heading.upper(): place for place, heading in enumerate(headings)}

    def read(self, row: Sequence[str]) -> CrdcSchool:
        """The school of a row."""
        district_id = self._cell(row, "LEAID").split(".")[0].zfill(_LEA_DIGITS)
        school_id = self._cell(row, "SCHID").split(".")[0].zfill(_SCHOOL_DIGITS)
        return CrdcSchool(
            district_id + school_id,
            self._cell(row, "SCH_NAME"),
            self._cell(row, "LEA_NAME"),
            district_id,
            self._cell(row, "LEA_STATE"),
        )

    def _cell(self, row: Sequence[str], heading: str) -> str:
        place = self._places.get(heading)
        return row[place] if place is not None and place < len(row) else ""


def add_cells(cells: Sequence[str], less: Sequence[str] = ()) -> CrdcNumber:
    """The sum of cells, less others. A reserve code, a negative number, is never a number.

    One cell that was suppressed hides the sum, one that is missing leaves it not collected; cells that do not
    apply to the school, such as a group nobody is told by, count nothing unless all are such.
    """
    read = [_read(cell) for cell in (*cells, *less)]
    codes = Counter(code for code, _ in read if code is not None)
    missing = {code: times for code, times in codes.items() if code != _NOT_APPLICABLE}
    if missing or codes.total() == len(read):
        is_hidden = any(code in _HIDDEN for code in missing)
        state = ValueState.SUPPRESSED if is_hidden else ValueState.NOT_COLLECTED
        return CrdcNumber(state, why=_why(missing or codes, len(read)))
    total = sum((number for _, number in read[: len(cells)]), Decimal(0))
    total -= sum((number for _, number in read[len(cells) :]), Decimal(0))
    return CrdcNumber(ValueState.VALUE if total else ValueState.ZERO, total)


def _read(cell: str) -> tuple[int | None, Decimal]:
    """The reserve code of a cell, 0 where it holds no number at all; or None, and its number."""
    try:
        number = Decimal(cell.replace(",", ""))
    except InvalidOperation:
        return 0, Decimal(0)
    if not number.is_finite():
        return 0, Decimal(0)
    return (int(number), Decimal(0)) if number < 0 else (None, number)


def _why(codes: Counter[int] | dict[int, int], cells: int) -> str:
    """As in "-12 suppressed for privacy (4 of 28 cells)"."""
    parts = [
        f"{code or ''} {_RESERVED.get(code, 'no number' if not code else 'a reserve code')}".strip()
        + (f" ({times} of {cells} cells)" if cells > 1 else "")
        for code, times in sorted(codes.items(), reverse=True)
    ]
    return "; ".join(parts)
