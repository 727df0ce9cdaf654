"""What the columns of a table of program data are used as, settled by a person: plain data kept as JSON."""

from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import TypeAdapter, ValidationError

from assessor.exchange.mappings import UnfitMapping

NEW = "new:"
"""Before the title of a measure of one's own that the import is to add."""
NOT_COLLECTED_WORDS = (
    "n/a",
    "#n/a",
    "na",
    "nc",
    "nd",
    "not collected",
    "not available",
    "no data",
    "-",
    "–",
    "—",
)
SUPPRESSED_WORDS = ("s", "*", "**", "supp", "suppressed", "redacted", "masked")


class Layout(StrEnum):
    """How a table is built."""

    LONG = "long"
    WIDE = "wide"
    CRDC = "crdc"


class Role(StrEnum):
    """What a column is used as."""

    IGNORE = "ignore"
    MEASURE = "measure"
    PERIOD = "period"
    SCHOOL = "school"
    STUDENTS = "students"
    VALUE = "value"
    COUNT = "count"
    AMONG = "among"
    NOTE = "note"

    @property
    def has_numbers(self) -> bool:
        """Whether the column's cells are numbers of a measure."""
        return self in (Role.VALUE, Role.COUNT, Role.AMONG)


_SINGLE = (Role.MEASURE, Role.PERIOD, Role.SCHOOL, Role.STUDENTS, Role.NOTE)


@dataclass(frozen=True)
class MeasureColumn:
    """What one column is used as. Numbers may be of one measure or of one period: then the heading tells it.

    `measure` is a code, or NEW and a title; `period` is as a person writes it.
    """

    position: int
    role: Role = Role.IGNORE
    measure: str = ""
    period: str = ""


@dataclass(frozen=True)
class MeasureMapping:
    """The mapping of a whole table; `headings` are those it was made for.

    `measure` and `period` hold where no column tells them. `measures`, `schools` and `students` give for what
    the table says a measure's code, a school's id and a group of students; a school "" is the whole.
    `district` picks the rows of a nationwide table.
    """

    headings: tuple[str, ...]
    columns: tuple[MeasureColumn, ...]
    layout: Layout = Layout.LONG
    measure: str = ""
    period: str = ""
    measures: tuple[tuple[str, str], ...] = ()
    schools: tuple[tuple[str, str], ...] = ()
    students: tuple[tuple[str, str], ...] = ()
    not_collected: tuple[str, ...] = NOT_COLLECTED_WORDS
    suppressed: tuple[str, ...] = SUPPRESSED_WORDS
    district: str = ""

    def place(self, role: Role) -> int | None:
        """Where the column of a role stands; None without one."""
        return next((each.position for each in self.columns if each.role is role), None)

    def numbers(self) -> tuple[MeasureColumn, ...]:
        """The columns of numbers, in the table's order."""
        return tuple(each for each in self.columns if each.role.has_numbers)


_ADAPTER = TypeAdapter(MeasureMapping)


def measure_mapping_to_json(mapping: MeasureMapping) -> str:
    """The mapping as JSON text."""
    return _ADAPTER.dump_json(mapping).decode()


def measure_mapping_from_json(text: str) -> MeasureMapping:
    """The mapping in a JSON text; raises UnfitMapping where it holds none."""
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError as error:
        raise UnfitMapping("The saved mapping cannot be read; map the columns again.") from error


def is_for(mapping: MeasureMapping, headings: tuple[str, ...]) -> bool:
    """Whether a mapping was made for these headings, wherever its columns stand now."""
    return sorted(map(str.casefold, mapping.headings)) == sorted(map(str.casefold, headings))


def moved_to(mapping: MeasureMapping, headings: tuple[str, ...]) -> MeasureMapping:
    """The mapping for a table with the same headings in another order."""
    places = {heading.casefold(): place for place, heading in enumerate(headings)}
    columns = [
        replace(each, position=places[mapping.headings[each.position].casefold()]) for each in mapping.columns
    ]
    return replace(mapping, headings=headings, columns=tuple(sorted(columns, key=lambda each: each.position)))


def check_measure_mapping(mapping: MeasureMapping, headings: tuple[str, ...]) -> None:
    """Raise UnfitMapping where a mapping contradicts itself or was made for another table."""
    if mapping.headings != headings:
        raise UnfitMapping("The mapping was made for a table with other headings; map the columns again.")
    for role in _SINGLE:
        if sum(column.role is role for column in mapping.columns) > 1:
            raise UnfitMapping(f"Two columns are used as the {role.value}; keep one of them.")
    places = [column.position for column in mapping.columns]
    if len(set(places)) < len(places) or any(not 0 <= place < len(headings) for place in places):
        raise UnfitMapping("A column is mapped twice or is not there; map the columns again.")
    if mapping.layout is Layout.CRDC:
        return
    numbers = mapping.numbers()
    if not numbers:
        raise UnfitMapping("No column is used as numbers of a measure; say which one holds them.")
    tells_measure = mapping.measure or mapping.place(Role.MEASURE) is not None
    if not tells_measure and any(not each.measure for each in numbers if each.role is not Role.AMONG):
        raise UnfitMapping("Nothing says which measure the numbers are of; choose it, or its column.")
    tells_period = mapping.period or mapping.place(Role.PERIOD) is not None
    if not tells_period and any(not each.period for each in numbers):
        raise UnfitMapping("Nothing says which period the numbers are of; name it, or choose its column.")
