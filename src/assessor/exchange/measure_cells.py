"""Cells of a table of program data read by its mapping: a number, a state without one, or refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assessor.exchange.measure_mappings import MeasureColumn, MeasureMapping, Role
from assessor.exchange.measure_tables import MeasureTable
from assessor.terms import ValueState

_FEW = re.compile(r"(?:n\s*)?[<≤]\s*=?\s*\d{1,3}")
_PLAIN = re.compile(r"-?\d{1,12}(?:\.\d{1,9})?|-?\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,9})?")
_COUNTS = re.compile(r"([\d,]+)\s*(?:/|of)\s*([\d,]+)", re.IGNORECASE)
_LONGEST = 40


@dataclass(frozen=True)
class ReadValue:
    """A number with its state, or the words why a cell has none that can be taken."""

    state: ValueState = ValueState.VALUE
    number: Decimal | None = None
    counted: int | None = None
    among: int | None = None
    refused: str = ""


@dataclass(frozen=True)
class ReadLine:
    """What a row of a table says of one measure: which, when, of whom as the table writes it, and how much.

    `row` counts the rows that hold anything, from 1 at the top of the table.
    """

    row: int
    column: str
    measure: str
    period: str
    school: str
    students: str
    value: ReadValue
    note: str = ""


def read_cell(text: str, mapping: MeasureMapping) -> ReadValue | None:
    """A cell as a number or a state; None where it is empty."""
    said = text.strip()
    if not said:
        return None
    if said.casefold() in {word.casefold() for word in mapping.not_collected}:
        return ReadValue(ValueState.NOT_COLLECTED)
    if said.casefold() in {word.casefold() for word in mapping.suppressed} or _FEW.fullmatch(said.casefold()):
        return ReadValue(ValueState.SUPPRESSED)
    if counts := _COUNTS.fullmatch(said):
        counted, among = (int(part.replace(",", "") or "0") for part in counts.groups())
        return ReadValue(counted=counted, among=among)
    plain = said.removesuffix("%").removeprefix("$").strip().replace("−", "-")
    if not _PLAIN.fullmatch(plain):
        return ReadValue(refused=_why_no_number(said))
    number = Decimal(plain.replace(",", ""))
    if number < 0:
        return ReadValue(refused=f"{number} is below zero: if it is a code, say what it stands for")
    return ReadValue(number=number)


def read_lines(table: MeasureTable, mapping: MeasureMapping) -> Iterator[ReadLine]:
    """What every row says, measure by measure; empty cells say nothing."""
    tellers = {role: mapping.place(role) for role in (Role.MEASURE, Role.PERIOD, Role.SCHOOL, Role.STUDENTS)}
    note = mapping.place(Role.NOTE)
    for number, row in enumerate(table.rows, table.header_row + 1):
        told = {role: row[place] if place is not None else "" for role, place in tellers.items()}
        for column, value in _values(row, mapping):
            yield ReadLine(
                number,
                table.headings[column.position],
                column.measure or told[Role.MEASURE] or mapping.measure,
                column.period or told[Role.PERIOD] or mapping.period,
                told[Role.SCHOOL],
                told[Role.STUDENTS],
                value,
                row[note] if note is not None else "",
            )


def _values(row: tuple[str, ...], mapping: MeasureMapping) -> Iterator[tuple[MeasureColumn, ReadValue]]:
    """The numbers of a row: a value or a count for each measure and period, and among how many."""
    numbers = mapping.numbers()
    among = {
        (each.measure, each.period): read_cell(row[each.position], mapping)
        for each in numbers
        if each.role is Role.AMONG
    }
    counts = {(each.measure, each.period) for each in numbers if each.role is Role.COUNT}
    for each in numbers:
        read = read_cell(row[each.position], mapping)
        if each.role is Role.AMONG or read is None:
            continue
        if each.role is Role.VALUE and (each.measure, each.period) in counts:
            continue  # the rate follows from the counts
        if each.role is Role.COUNT:
            read = _counted(read, among.get((each.measure, each.period), among.get(("", ""))))
        yield each, read


def _counted(read: ReadValue, among: ReadValue | None) -> ReadValue:
    """A count with the number it is among, where that is known."""
    if read.refused or read.state is not ValueState.VALUE or read.counted is not None:
        return read
    number = read.number or Decimal(0)
    if number != number.to_integral_value():
        return ReadValue(refused=f"{number} is no count: it is not whole")
    if among is not None and among.refused:
        return ReadValue(refused=f"among how many: {among.refused}")
    all_of_them = None if among is None or among.number is None else int(among.number)
    return ReadValue(counted=int(number), among=all_of_them)


def _why_no_number(said: str) -> str:
    short = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    if said.startswith(("=", "+", "@")):
        return f"“{short}” is a formula, not its result"
    if re.fullmatch(r"\d+,\d{1,2}", said):
        return f"“{short}” may be {said.replace(',', '.')} or {said.replace(',', '')}: write it with a point"
    return f"“{short}” is not a number: say what it stands for"
