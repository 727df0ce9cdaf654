"""What a table of program data would bring: each line taken, changed, the same or refused, and why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from assessor.exchange.measure_cells import ReadLine, ReadValue, read_lines
from assessor.exchange.measure_mappings import NEW, MeasureMapping
from assessor.exchange.measure_tables import MeasureTable
from assessor.instruments.measures import Frequency, find_shipped_measure
from assessor.operations.measures.measure_figures import doubts_about
from assessor.operations.measures.measure_names import (
    Known,
    KnownMeasure,
    find_students,
    read_table_period,
    refuse_other_frequency,
)
from assessor.operations.measures.measure_parts import Enrolled, Entry, Whom
from assessor.operations.measures.measure_values import rate_of
from assessor.operations.periods import Period, frequency_of, period_of
from assessor.terms import CannotDo, ValueState

_AMONG_STUDENTS = "Enrolled students"
FEDERAL_FILE, ALL_SCHOOLS = "file", "all schools"
SUMMED = frozenset({FEDERAL_FILE, ALL_SCHOOLS})
"""The sources of lines that add up what is told of schools."""


class Fate(StrEnum):
    """What becomes of a line."""

    TAKEN = "taken"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"
    """Of a school that is none of the engagement's."""


@dataclass(frozen=True)
class TableLine:
    """What a line says, as far as it was understood. `source` tells row and column, `why` why not taken."""

    source: str
    measure: str
    """The code; NEW and a title for one that is to be added."""
    period: str
    whom: str
    entry: Entry | None
    fate: Fate = Fate.TAKEN
    before: str = ""
    """What is known now and would be replaced."""
    why: str = ""
    doubts: tuple[str, ...] = ()
    said_measure: str = ""
    said_school: str = ""
    """What the table itself calls them, a federal file by its key: a mapping may say what they are."""


def list_table_lines(
    table: MeasureTable, mapping: MeasureMapping, known: Known, enrolled: Callable[[date], Enrolled]
) -> Iterator[TableLine]:
    """What a long or wide table says, line by line.

    A count of a rate among students, where the table does not say how many, is told among those enrolled in
    the school year a day lies in.
    """
    reader = _Reader(mapping, known, enrolled)
    for line in read_lines(table, mapping):
        yield reader.read(line)


def entry_of(code: str, read: ReadValue, period: Period, whom: Whom, note: str = "") -> Entry:
    """The value to be put for what was read. Raises CannotDo for a cell refused, or a rate of none."""
    if read.refused:
        raise CannotDo(read.refused)
    if read.state in (ValueState.NOT_COLLECTED, ValueState.SUPPRESSED):
        return Entry(period, whom, read.state, note=note)
    value = read.number
    if value is None and read.counted is not None:
        value = Decimal(read.counted) if read.among is None else rate_of(code, read.counted, read.among)
    state = ValueState.VALUE if value or read.counted else ValueState.ZERO
    return Entry(period, whom, state, value, read.counted, read.among, note)


def refuse_bare_count(measure: KnownMeasure, read: ReadValue) -> None:
    """Raise CannotDo for a count of a measure that is told as a rate, where among how many is not known."""
    if measure.per is not None and read.counted is not None and read.among is None:
        raise CannotDo(
            f"{measure.code} is told {measure.unit}, and among how many {read.counted} is not said"
        )


def doubts_of(entry: Entry, unit: str = "") -> tuple[str, ...]:
    """The sentences to warn with about an entry of a measure told in a unit."""
    return doubts_about(unit, entry.value, entry.counted, entry.among)


def refuse_twice(lines: Iterable[TableLine]) -> list[TableLine]:
    """The lines, with all but the first refused that say the same measure, period and whom again."""
    seen: dict[tuple[str, object, Whom], str] = {}
    kept = []
    for line in lines:
        if line.entry is None:
            kept.append(line)
            continue
        key = (line.measure, line.entry.period.starts_on, line.entry.whom)
        if key in seen:
            why = f"{line.measure} of {line.whom} in {line.period} stands in {seen[key]} already"
            kept.append(replace(line, fate=Fate.REFUSED, entry=None, why=why))
            continue
        seen[key] = line.source
        kept.append(line)
    return kept


def add_wholes(lines: Sequence[TableLine], known: Known) -> list[TableLine]:
    """Lines for all schools together, where a table tells schools apart and every school here has a number.

    Counts add up, and rates follow from them; rates alone do not add up.
    """
    told = {(one.measure, one.entry.period.starts_on) for one in lines if one.entry and one.entry.whom.is_all}
    by: dict[tuple[str, object], dict[str, Entry]] = {}
    for one in lines:
        if one.entry and one.entry.whom.site_id and not one.entry.whom.students:
            key = (one.measure, one.entry.period.starts_on)
            by.setdefault(key, {})[one.entry.whom.site_id] = one.entry
    sites = {site for site, _ in known.sites}
    return [
        TableLine(ALL_SCHOOLS, code, whole.period.label, ALL_SCHOOLS, whole, doubts=doubts_of(whole))
        for (code, starts_on), entries in by.items()
        if (code, starts_on) not in told and set(entries) == sites
        for whole in _whole(code, list(entries.values()))
    ]


def _whole(code: str, entries: list[Entry]) -> Iterator[Entry]:
    counted = [entry.counted for entry in entries if entry.counted is not None]
    if len(counted) < len(entries):
        return
    among = [entry.among for entry in entries if entry.among is not None]
    total = sum(among) if len(among) == len(entries) else None
    period, note = entries[0].period, f"Sum of {len(entries)} schools"
    if total is None and among:
        return
    yield entry_of(code, ReadValue(counted=sum(counted), among=total), period, Whom(), note)


class _OtherSchool(CannotDo):
    """A school the engagement does not have."""


class _Reader:
    """Understands what lines say by a mapping and what is known here."""

    def __init__(self, mapping: MeasureMapping, known: Known, enrolled: Callable[[date], Enrolled]) -> None:
        self._known = known
        self._enrolled = cache(enrolled)
        self._measures = {said.casefold(): code for said, code in mapping.measures}
        self._schools = {said.casefold(): site for said, site in mapping.schools}
        self._students = {said.casefold(): group for said, group in mapping.students}

    def read(self, line: ReadLine) -> TableLine:
        """The line understood, or refused with the reason."""
        source = f"row {line.row}, {line.column}"
        whom = ", ".join(filter(None, (line.school, line.students))) or "all"
        told = TableLine(
            source, line.measure, line.period, whom, None, said_measure=line.measure, said_school=line.school
        )
        try:
            of = Whom(self._school(line.school) or None, self._group(line.students))
            code, measure = self._measure(line.measure)
            frequency = measure.frequency if measure else frequency_of("year")
            period = read_table_period(line.period, frequency)
            value = line.value
            if measure is not None:
                refuse_other_frequency(measure, period)
                value = self._among_enrolled(measure, value, period, of)
                refuse_bare_count(measure, value)
            entry = entry_of(code, value, period, of, line.note)
            unit = measure.unit if measure else ""
        except _OtherSchool as error:
            return replace(told, fate=Fate.ELSEWHERE, why=str(error))
        except CannotDo as error:
            return replace(told, fate=Fate.REFUSED, why=str(error))
        return replace(told, measure=code, period=period.label, entry=entry, doubts=doubts_of(entry, unit))

    def _among_enrolled(
        self, measure: KnownMeasure, read: ReadValue, period: Period, whom: Whom
    ) -> ReadValue:
        shipped = find_shipped_measure(measure.code)
        is_bare = read.counted is not None and read.among is None
        if not is_bare or shipped is None or shipped.denominator != _AMONG_STUDENTS:
            return read
        begun = period_of(period.starts_on, Frequency.YEAR).starts_on
        return replace(read, among=self._enrolled(begun).get(whom))

    def _measure(self, said: str) -> tuple[str, KnownMeasure | None]:
        code = self._measures.get(said.casefold(), said)
        found = self._known.find_measure(code.removeprefix(NEW))
        if code.startswith(NEW) and (found is None or not found.id):
            return code, None
        if found is None:
            raise CannotDo(f"“{said}” is no measure here: say which it is, or have it added")
        return found.code, found

    def _school(self, said: str) -> str:
        found = self._schools.get(said.casefold(), self._known.find_site(said))
        if found is None:
            raise _OtherSchool(f"“{said}” is no school of this engagement")
        return found

    def _group(self, said: str) -> str:
        return self._students.get(said.casefold(), find_students(said))
