"""The grid of program data: measures by period, whole or by school or group of students, state by state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.measures import Frequency
from assessor.model import Measure, MeasureImport, MeasurePart, MeasureValue, Site
from assessor.operations.measures.measure_cells import typed_words
from assessor.operations.measures.measure_disclosure import stands_on_few
from assessor.operations.measures.measure_figures import decimals_among, doubts_about, number_words, sign_of
from assessor.operations.measures.measure_parts import ALL, Whom, list_student_groups
from assessor.operations.periods import Period, frequency_of, frequency_of_label, period_after, period_of
from assessor.store import Engagement
from assessor.terms import ValueState

FREQUENCIES = (Frequency.MONTH, Frequency.TERM, Frequency.YEAR)
_SHOWN = {Frequency.MONTH: 13, Frequency.TERM: 6, Frequency.YEAR: 5}
_MOST_PERIODS = 120


class Split(StrEnum):
    """What the rows of the grid are."""

    MEASURES = "measures"
    SCHOOLS = "schools"
    STUDENTS = "students"


@dataclass(frozen=True)
class GridCell:
    """What is known of a row in a period. `figure` is its number in words, `typed` what one would type."""

    state: ValueState
    figure: str
    typed: str
    value: Decimal | None
    counted: int | None
    among: int | None
    note: str
    version: int
    file_name: str
    doubts: tuple[str, ...]
    is_hidden_in_public: bool
    begins_definition: bool
    """Whether it is counted by another definition than the one before it."""


@dataclass(frozen=True)
class GridRow:
    """A measure, or a part of one: its cells stand under the grid's periods, None where nothing is known."""

    measure_id: str
    whom: Whom
    code: str
    title: str
    unit: str
    cells: tuple[GridCell | None, ...]


@dataclass(frozen=True)
class Grid:
    """Rows under periods, the oldest first."""

    frequency: Frequency
    periods: tuple[Period, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class GridMeasure:
    """A measure the grid can show: how often it is taken, and whether that is fixed by its values."""

    id: str
    code: str
    title: str
    unit: str
    frequencies: tuple[Frequency, ...]
    values: int


def list_grid_measures(engagement: Engagement) -> list[GridMeasure]:
    """Every measure in its order, with the frequencies it can be entered by."""
    with engagement.reading() as session:
        measures = session.scalars(select(Measure).order_by(Measure.position, Measure.code)).all()
        known = _known(session)
        return [_grid_measure(measure, known.get(measure.id, {})) for measure in measures]


def get_grid(
    engagement: Engagement,
    frequency: Frequency,
    today: date,
    split: Split = Split.MEASURES,
    measure_id: str = "",
    earlier: int = 0,
) -> Grid:
    """The grid of a frequency up to today's period; `earlier` is how many periods more it goes back.

    By schools or students it is of one measure, its whole in the first row.
    """
    with engagement.reading() as session:
        known = _known(session)
        measures = [
            measure
            for measure in session.scalars(select(Measure).order_by(Measure.position, Measure.code))
            if split is Split.MEASURES or measure.id == measure_id
        ]
        shown = [m for m in measures if frequency in _grid_measure(m, known.get(m.id, {})).frequencies]
        rows = [(m, whom, name) for m in shown for whom, name in _whoms(session, m, known, split)]
        files = {
            row.id: row.file_name
            for row in session.execute(select(MeasureImport.id, MeasureImport.file_name))
        }
    cells = [known.get(measure.id, {}).get(whom, {}) for measure, whom, _ in rows]
    periods = _periods(frequency, today, cells, earlier)
    return Grid(
        frequency,
        periods,
        tuple(
            _row(measure, whom, name, periods, found, files)
            for (measure, whom, name), found in zip(rows, cells, strict=True)
        ),
    )


_Found = dict[tuple[date, str], MeasureValue | MeasurePart]


def _known(session: Session) -> dict[str, dict[Whom, _Found]]:
    """All that is known, by measure, whom, and period."""
    known: dict[str, dict[Whom, _Found]] = {}
    for value in session.scalars(select(MeasureValue)):
        known.setdefault(value.measure_id, {}).setdefault(ALL, {})[value.period_start, value.period_label] = (
            value
        )
    for part in session.scalars(select(MeasurePart)):
        whom = Whom(part.site_id, part.subgroup)
        if whom.is_all:
            continue  # its school was removed
        known.setdefault(part.measure_id, {}).setdefault(whom, {})[part.period_start, part.period_label] = (
            part
        )
    return known


def _grid_measure(measure: Measure, known: dict[Whom, _Found]) -> GridMeasure:
    taken = sorted({period for found in known.values() for period in found})
    words = measure.frequency.lower()
    possible = tuple(each for each in FREQUENCIES if each.value in words)
    if taken:
        label = taken[-1][1]
        possible = (frequency_of(measure.frequency, [day for day, _ in taken], label),)
    elif not possible and frequency_of(measure.frequency) is Frequency.MONTH:
        possible = FREQUENCIES
    return GridMeasure(
        measure.id, measure.code, measure.title, measure.unit, possible, len(known.get(ALL, {}))
    )


def _whoms(
    session: Session, measure: Measure, known: dict[str, dict[Whom, _Found]], split: Split
) -> list[tuple[Whom, str]]:
    """Whom the rows of a measure are of, and what they are called."""
    if split is Split.MEASURES:
        return [(ALL, measure.title)]
    if split is Split.SCHOOLS:
        sites = session.execute(select(Site.id, Site.name).order_by(Site.position, Site.name))
        return [(ALL, "All schools"), *((Whom(row.id), row.name) for row in sites)]
    groups = [group.title for group in list_student_groups()]
    own = [
        whom.students for whom in known.get(measure.id, {}) if whom.students and whom.students not in groups
    ]
    return [(ALL, "All students"), *((Whom(None, title), title) for title in [*groups, *sorted(own)])]


def _periods(frequency: Frequency, today: date, cells: Iterable[_Found], earlier: int) -> tuple[Period, ...]:
    """From the first period there is a value of, or a little while back, to today's."""
    last = period_of(today, frequency)
    first = last
    for _ in range(_SHOWN[frequency] - 1 + earlier):
        first = _before(first, frequency)
    ours = [
        day for found in cells for day, label in found if frequency_of_label(label, day) in (frequency, None)
    ]
    first = min([first, *(period_of(day, frequency) for day in ours)], key=lambda period: period.starts_on)
    last = max([last, *(period_of(day, frequency) for day in ours)], key=lambda period: period.starts_on)
    periods = [first]
    while periods[-1].starts_on < last.starts_on:
        periods.append(period_after(periods[-1].starts_on, frequency))
    return tuple(periods[-_MOST_PERIODS:])


def _before(period: Period, frequency: Frequency) -> Period:
    return period_of(period.starts_on - timedelta(days=1), frequency)


def _row(
    measure: Measure,
    whom: Whom,
    name: str,
    periods: Sequence[Period],
    found: _Found,
    files: dict[str, str],
) -> GridRow:
    by_day = {day: each for (day, _), each in found.items()}
    decimals = decimals_among([each.value for each in found.values()])
    cells: list[GridCell | None] = []
    version = None
    for period in periods:
        each = by_day.get(period.starts_on)
        if each is None:
            cells.append(None)
            continue
        cells.append(_cell(each, measure, decimals, files.get(each.import_id or "", ""), version))
        version = each.definition_version
    return GridRow(measure.id, whom, measure.code, name, measure.unit, tuple(cells))


def _cell(
    each: MeasureValue | MeasurePart, measure: Measure, decimals: int, file_name: str, before: int | None
) -> GridCell:
    counted, among = each.numerator, each.denominator
    figure = number_words(each.state, each.value, None, None, decimals)
    has_number = each.state in (ValueState.VALUE, ValueState.ZERO)
    return GridCell(
        each.state,
        figure + sign_of(measure.unit) if has_number else figure,
        typed_words(each.state, each.value, counted, among),
        each.value,
        counted,
        among,
        each.note,
        each.definition_version,
        file_name,
        doubts_about(measure.unit, each.value, counted, among),
        stands_on_few(measure.code, counted, among, is_part=isinstance(each, MeasurePart)),
        before is not None and before != each.definition_version,
    )
