"""How a table of program data might be read: the mapping last used for such headings, or one guessed."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.exchange.crdc import same_name
from assessor.exchange.mappings import UnfitMapping
from assessor.exchange.measure_mappings import (
    NEW,
    Layout,
    MeasureColumn,
    MeasureMapping,
    Role,
    is_for,
    measure_mapping_from_json,
    moved_to,
)
from assessor.exchange.measure_tables import MeasureChoices, MeasureTable
from assessor.exchange.reading import read_measure_file
from assessor.model import MeasureImport
from assessor.operations.measures.measure_names import Known, what_is_known
from assessor.operations.periods import read_period
from assessor.progress import Progress, Work
from assessor.store import Engagement
from assessor.terms import CannotDo

_YEAR_IN_NAME = re.compile(r"(?<!\d)(20\d{2})\s*[-–_/]\s*(20)?(\d{2})(?!\d)")
_HEADINGS = {
    Role.PERIOD: ("school year", "year", "period", "term", "month", "date", "semester", "quarter"),
    Role.SCHOOL: ("school", "location name", "sch name", "name", "building", "site", "campus", "location"),
    Role.STUDENTS: ("students", "group", "student group", "subgroup", "race", "race ethnicity", "category"),
    Role.MEASURE: ("measure", "indicator", "kpi", "metric", "code", "statistic"),
    Role.COUNT: ("count", "numerator", "number", "n", "events", "incidents", "total"),
    Role.AMONG: (
        "denominator",
        "enrolled",
        "enrollment",
        "register",
        "membership",
        "out of",
        "base",
        "among",
    ),
    Role.VALUE: ("value", "rate", "percent", "result", "figure"),
    Role.NOTE: ("note", "notes", "comment", "comments", "remark"),
}
_COUNTED = re.compile(r"(?i).+?(?:[ _]n|#|count|counts|total)")
_WHOLE = re.compile(r"\d{1,7}")
_MOST_LOOKED_AT = 400


@dataclass(frozen=True)
class MeasureProposal:
    """A table as it was read, the file it is from, and how it might be brought in.

    `is_known` where the mapping is the one used for these headings before.
    """

    path: Path
    sha256: str
    choices: MeasureChoices
    table: MeasureTable
    mapping: MeasureMapping
    is_known: bool


def propose_measures(
    engagement: Engagement, path: Path, choices: MeasureChoices | None = None, period: str = ""
) -> Work[MeasureProposal]:
    """Read a table and propose how to bring it in. Raises UnreadableFile where the file is no table."""
    yield Progress(0, 2, "Reading the table")
    with engagement.reading() as session:
        known = what_is_known(session)
        used = _used_before(session)
    settled = _settled(choices or MeasureChoices(), known, used)
    table = yield from read_measure_file(path, settled)
    with path.open("rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    before = next((mapping for mapping in used if is_for(mapping, table.headings)), None)
    mapping = moved_to(before, table.headings) if before else guess_mapping(table, known)
    told = period or _period_in(path) or (mapping.period if not table.is_crdc else "")
    district = settled.district if choices and choices.district else mapping.district
    mapping = replace(mapping, period=told, district=district)
    yield Progress(2, 2, "Read")
    return MeasureProposal(path, digest, settled, table, mapping, before is not None)


def guess_mapping(table: MeasureTable, known: Known) -> MeasureMapping:
    """The mapping guessed by headings and cells."""
    if table.is_crdc:
        return MeasureMapping(table.headings, (), Layout.CRDC)
    roles = _roles(table)
    columns = [_column(place, heading, known, roles) for place, heading in enumerate(table.headings)]
    named = [each for each in columns if each.role.has_numbers and (each.measure or each.period)]
    if not named and Role.MEASURE not in roles.values():
        columns = [_counted(each, table) for each in columns]
    is_wide = any(each.measure or each.period for each in columns)
    return MeasureMapping(table.headings, tuple(columns), Layout.WIDE if is_wide else Layout.LONG)


def _used_before(session: Session) -> list[MeasureMapping]:
    """The mappings of the tables brought in, newest first, as far as they can be read."""
    query = select(MeasureImport.mapping).order_by(MeasureImport.imported_at.desc())
    used = []
    for mapping in session.scalars(query):
        with suppress(UnfitMapping):
            used.append(measure_mapping_from_json(json.dumps(mapping)))
    return used


def _settled(choices: MeasureChoices, known: Known, used: list[MeasureMapping]) -> MeasureChoices:
    """Whose rows of a nationwide table to read: the district named, named before, or the client's."""
    before = next((mapping.district for mapping in used if mapping.district), "")
    return replace(
        choices,
        district=choices.district or before or known.client,
        schools=tuple(name for _, name in known.sites),
    )


def _period_in(path: Path) -> str:
    """The school year in a file's name or its folder's, as in “2017-18 Public-Use Files”."""
    for name in (path.stem, path.parent.name):
        if found := _YEAR_IN_NAME.search(name):
            return f"{found[1]}-{found[3]}"
    return ""


def _roles(table: MeasureTable) -> dict[int, Role]:
    """The columns whose heading says what they are; of several that say the same, the first."""
    roles: dict[int, Role] = {}
    for role, words in _HEADINGS.items():
        places = [
            (words.index(said), place)
            for place, heading in enumerate(table.headings)
            if (said := _heading(heading)) in words and place not in roles
        ]
        if places:
            roles[min(places)[1]] = role
    return roles


def _heading(heading: str) -> str:
    return same_name(heading) if same_name(heading) != "" else heading.casefold()


def _column(place: int, heading: str, known: Known, roles: dict[int, Role]) -> MeasureColumn:
    measure = known.find_measure(heading)
    if measure is not None:
        return MeasureColumn(place, Role.VALUE, measure.code)
    if place in roles:
        return MeasureColumn(place, roles[place])
    if _is_period(heading):
        return MeasureColumn(place, Role.VALUE, period=heading)
    return MeasureColumn(place)


def _is_period(heading: str) -> bool:
    try:
        read_period(heading)
    except CannotDo:
        return False
    return True


def _counted(column: MeasureColumn, table: MeasureTable) -> MeasureColumn:
    """A column of counts, by its heading and cells, as a measure of one's own that is to be added."""
    heading = table.headings[column.position]
    is_counted = _COUNTED.fullmatch(heading) and _numbers(table, column.position)
    if column.role is not Role.IGNORE or not is_counted:
        return column
    return MeasureColumn(column.position, Role.COUNT, NEW + heading)


def _numbers(table: MeasureTable, place: int) -> bool:
    """Whether most of a column's cells that are filled are whole numbers."""
    cells = [row[place] for row in table.rows[:_MOST_LOOKED_AT] if row[place]]
    whole = sum(1 for cell in cells if _WHOLE.fullmatch(cell.replace(",", "")))
    return bool(cells) and whole * 2 > len(cells)
