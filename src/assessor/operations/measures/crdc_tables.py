"""What a federal school file would bring: of each school here, all together, and groups of students."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessor.exchange.crdc import CrdcNumber, CrdcSchool, SchoolReader, add_cells, same_name
from assessor.exchange.crdc_columns import Recipe, list_recipes
from assessor.exchange.measure_cells import ReadValue
from assessor.exchange.measure_mappings import MeasureMapping
from assessor.exchange.measure_tables import MeasureTable
from assessor.instruments.measures import find_shipped_measure
from assessor.operations.measures.measure_names import Known
from assessor.operations.measures.measure_parts import Enrolled, Whom, list_student_groups
from assessor.operations.measures.measure_tables import (
    ALL_SCHOOLS,
    FEDERAL_FILE,
    Fate,
    TableLine,
    doubts_of,
    entry_of,
)
from assessor.operations.periods import Period
from assessor.terms import CannotDo, ValueState

ENROLLMENT = "ENR"
_MOST_FULL_TIME = 200
_STAFF = ("LEO", "GUA", "COU")
_MOST_NAMED = 6


@dataclass(frozen=True)
class PickedSchool:
    """A school of the engagement, and its row in the file."""

    site_id: str
    school: CrdcSchool
    row: tuple[str, ...]


@dataclass(frozen=True)
class PickedSchools:
    """The engagement's schools found in a federal file; the names of those that were not."""

    found: tuple[PickedSchool, ...]
    others: tuple[CrdcSchool, ...]
    not_found: tuple[str, ...]
    district: str


def pick_schools(table: MeasureTable, mapping: MeasureMapping, known: Known) -> PickedSchools:
    """The rows of the engagement's schools. Raises CannotDo where it is not plain which they are."""
    reader = SchoolReader(table.headings)
    rows = [(reader.read(row), row) for row in table.rows]
    district = _district([school for school, _ in rows], mapping, known)
    told = dict(mapping.schools)
    found: dict[str, PickedSchool] = {}
    others: list[CrdcSchool] = []
    for school, row in rows:
        if school.district_id == district:
            site = told.get(school.key, known.find_site(school.name) if school.name else None)
            if site and site not in found:
                found[site] = PickedSchool(site, school, row)
            else:
                others.append(school)
    if not found:
        raise CannotDo(
            "No school of this engagement was found in the file by its name. Add its schools under People and"
            " sites as the file calls them, or name the district by its 7-digit LEAID."
        )
    missing = [name for site, name in known.sites if site not in found]
    return PickedSchools(tuple(found.values()), tuple(others), tuple(missing), district)


def _district(schools: Sequence[CrdcSchool], mapping: MeasureMapping, known: Known) -> str:
    """The id of the district: the one named, the client's, or the only one with schools of those names."""
    wanted = same_name(mapping.district or known.client)
    named = {s.district_id: s for s in schools if wanted in (s.district_id, same_name(s.district))}
    if not named and mapping.district:
        raise CannotDo(f"No row of the file is of the district “{mapping.district}”.")
    likely = named or {s.district_id: s for s in schools if known.find_site(s.name)}
    if len(likely) == 1:
        return next(iter(likely))
    if not likely:
        raise CannotDo(
            f"The file has no district called “{known.client}” and no school of this engagement. Name the"
            " district by its 7-digit LEAID."
        )
    listed = [f"{s.district_id} {s.district} ({s.state})" for s in likely.values()]
    more = f" and {len(listed) - _MOST_NAMED} more" if len(listed) > _MOST_NAMED else ""
    raise CannotDo(
        f"Several districts have schools of these names: {', '.join(listed[:_MOST_NAMED])}{more}."
        " Name the one by its 7-digit LEAID."
    )


def list_crdc_lines(
    table: MeasureTable, picked: PickedSchools, period: Period, enrolled: Enrolled
) -> Iterator[TableLine]:
    """What the file says of each measure: the whole, every school, and every group of students."""
    recipes = list_recipes(table.headings)
    titles = {group.code: group.title for group in list_student_groups()}
    count = dict(enrolled)
    for school in picked.others:
        why = f"“{school.name}” is no school of this engagement"
        yield TableLine(
            FEDERAL_FILE, "", period.label, school.name, None, Fate.ELSEWHERE, why=why, said_school=school.key
        )
    for recipe in recipes:
        of = titles.get(recipe.students, "")
        numbers = {one.site_id: _number(recipe, one.row) for one in picked.found}
        cells: list[tuple[Whom, CrdcNumber, str]] = []
        if not recipe.students:
            names = {one.site_id: one.school.name for one in picked.found}
            cells += [(Whom(site), number, names[site]) for site, number in numbers.items()]
        cells.append((Whom(None, of), _together(picked, numbers.values()), of or ALL_SCHOOLS))
        for whom, number, word in cells:
            if whom.students and count.get(whom) == 0 and not number.value:
                continue  # nobody of them is enrolled
            line = _line(recipe.measure, whom, word, number, period, count)
            if recipe.measure == ENROLLMENT and line.entry and line.entry.counted is not None:
                count[whom] = line.entry.counted
            yield line


def _number(recipe: Recipe, row: Sequence[str]) -> CrdcNumber:
    return add_cells([row[place] for place in recipe.plus], [row[place] for place in recipe.minus])


def _together(picked: PickedSchools, numbers: Iterable[CrdcNumber]) -> CrdcNumber:
    """The sum over schools; one without a number leaves the whole without one, and says which it is."""
    listed = list(zip(picked.found, numbers, strict=True))
    without = [(one, number) for one, number in listed if number.value is None]
    if without:
        hidden = any(number.state is ValueState.SUPPRESSED for _, number in without)
        state = ValueState.SUPPRESSED if hidden else ValueState.NOT_COLLECTED
        why = "; ".join(f"{one.school.name}: {number.why}" for one, number in without[:_MOST_NAMED])
        return CrdcNumber(state, why=why)
    total = sum((number.value or Decimal(0) for _, number in listed), Decimal(0))
    some = f"{len(listed)} of {len(listed) + len(picked.not_found)} schools" if picked.not_found else ""
    return CrdcNumber(ValueState.VALUE if total else ValueState.ZERO, total, some)


def _line(
    code: str, whom: Whom, word: str, number: CrdcNumber, period: Period, enrolled: Enrolled
) -> TableLine:
    try:
        entry = entry_of(code, _read_value(code, number, whom, word, enrolled), period, whom, number.why)
    except CannotDo as error:
        return TableLine(FEDERAL_FILE, code, period.label, word, None, Fate.REFUSED, why=str(error))
    return TableLine(FEDERAL_FILE, code, period.label, word, entry, doubts=doubts_of(entry))


def _read_value(code: str, number: CrdcNumber, whom: Whom, word: str, enrolled: Enrolled) -> ReadValue:
    """The number as the measure tells it: full-time equivalents, a count, or a count among the enrolled."""
    if number.value is None:
        return ReadValue(number.state)
    if code in _STAFF:
        if number.value > _MOST_FULL_TIME:
            raise CannotDo(f"{number.value:f} full-time equivalents at one school cannot be")
        return ReadValue(number=number.value)
    if number.value < 0 or number.value != number.value.to_integral_value():
        raise CannotDo(f"{number.value:f} is no count of students")
    known = find_shipped_measure(code)
    if known is None or known.per is None:
        return ReadValue(counted=int(number.value))
    if not enrolled.get(whom):
        raise CannotDo(
            f"how many students of {word} are enrolled is not known: bring in the enrollment file of the same"
            " year first, for a rate is counted among them"
        )
    return ReadValue(counted=int(number.value), among=enrolled[whom])
