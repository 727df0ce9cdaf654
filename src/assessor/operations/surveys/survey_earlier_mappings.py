"""A mapping settled for an earlier table, taken over by one whose columns are called the same."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from sqlalchemy import select

from assessor.exchange.answer_cells import CellReader
from assessor.exchange.answers import normal
from assessor.exchange.cell_columns import CellColumn
from assessor.exchange.mappings import ColumnMapping, Mapping, Use, mapping_from_json
from assessor.exchange.survey_tables import SurveyTable
from assessor.model import SurveyImport, SurveyWave
from assessor.operations.paper.paper_questions import PAPER
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.store import Engagement

_ENOUGH = 0.6
_SINGLE = (Use.GROUP, Use.SITE)
_Key: TypeAlias = tuple[str, int]
Meant = TypeVar("Meant")
_Pairs: TypeAlias = tuple[tuple[str, Meant], ...]


@dataclass(frozen=True)
class EarlierMapping:
    """The mapping of the table most like this one, by the wave it is in; `taken` and `new` are columns of
    this table by their places."""

    wave_title: str
    file_name: str
    mapping: Mapping
    taken: dict[int, ColumnMapping]
    new: tuple[int, ...]


def find_earlier_mapping(engagement: Engagement, table: SurveyTable) -> EarlierMapping | None:
    """The newest mapping of a table with the same headings, or else of the one that shares most of them.

    A heading that several columns have is told apart by its turn. Less than six tenths is no likeness.
    """
    query = (
        select(SurveyWave.title, SurveyImport.file_name, SurveyImport.tool, SurveyImport.mapping)
        .join(SurveyWave, SurveyWave.id == SurveyImport.wave_id)
        .where(SurveyImport.tool != PAPER)
        .order_by(SurveyImport.imported_at.desc())
    )
    best, most = None, (_ENOUGH, False)
    with engagement.reading() as session:
        for title, file_name, tool, kept in session.execute(query):
            found = _earlier(title, file_name, mapping_from_json(json.dumps(kept)), table)
            likeness = (_share(found, table), tool == table.source_tool.value)
            if likeness > most:
                best, most = found, likeness
    return best


def carry_over(earlier: EarlierMapping, proposed: Mapping, table: SurveyTable) -> Mapping:
    """The proposed mapping with every column that was settled before as it was settled.

    New values of such a column, and new columns, are read as proposed.
    """
    taken = {place: mapped for place, mapped in earlier.taken.items() if not table.columns[place].private}
    columns = [
        _carried(taken[column.position], column) if column.position in taken else column
        for column in proposed.columns
    ]
    settled = [column for column in columns if column.position in taken]
    free = [_fitting(column, settled, columns) if column not in settled else column for column in columns]
    return replace(proposed, columns=tuple(free), group=proposed.group or earlier.mapping.group)


def _earlier(title: str, file_name: str, mapping: Mapping, table: SurveyTable) -> EarlierMapping:
    by_place = {column.position: column for column in mapping.columns}
    settled = {key: by_place[place] for place, key in enumerate(_keys(mapping.headings)) if place in by_place}
    keys = _keys(without_contacts(column.name) for column in table.columns)
    taken = {
        place: settled[key]
        for place, key in enumerate(keys)
        if key in settled and _still_reads(settled[key], table.cells[place])
    }
    new = tuple(column.position for column in table.columns if column.position not in taken)
    return EarlierMapping(title, file_name, mapping, taken, new)


def _still_reads(settled: ColumnMapping, cells: CellColumn) -> bool:
    """Whether a column's answers are still of the kind it was settled for."""
    if settled.option or not settled.use.is_item:
        return True
    reader = CellReader(settled)
    for value, times in zip(cells.values, cells.times, strict=True):
        reader.answer(value, times)
    told = reader.tally()
    return told.unread <= told.taken + told.dont_know


def _keys(headings: Iterable[str]) -> list[_Key]:
    """Each heading with how often it stood before."""
    turns = Counter[str]()
    keys = []
    for heading in headings:
        keys.append((heading, turns[heading]))
        turns[heading] += 1
    return keys


def _share(found: EarlierMapping, table: SurveyTable) -> float:
    return len(found.taken) / max(len(table.columns), len(found.mapping.headings), 1)


def _carried(settled: ColumnMapping, proposed: ColumnMapping) -> ColumnMapping:
    """A column as it was settled; values that are new in it are read as proposed."""
    if settled.use is Use.IGNORE:
        return ColumnMapping(proposed.position, wording=proposed.wording)
    kept = replace(settled, position=proposed.position)
    if proposed.use is not settled.use:
        return kept
    same_points = (settled.low, settled.high) == (proposed.low, proposed.high)
    scores = _joined(settled.scores, proposed.scores if same_points or not settled.scores else ())
    known = {normal(value) for value, _ in scores}
    return replace(
        kept,
        scores=scores,
        names=_joined(settled.names, proposed.names),
        no_answers=_together(settled.no_answers, [v for v in proposed.no_answers if normal(v) not in known]),
        dont_knows=_together(settled.dont_knows, [v for v in proposed.dont_knows if normal(v) not in known]),
        choices=_together(settled.choices, proposed.choices),
    )


def _joined(settled: _Pairs[Meant], proposed: _Pairs[Meant]) -> _Pairs[Meant]:
    known = {normal(value) for value, _ in settled}
    return settled + tuple(pair for pair in proposed if normal(pair[0]) not in known)


def _together(settled: tuple[str, ...], proposed: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*settled, *proposed)))


def _fitting(
    column: ColumnMapping, settled: Sequence[ColumnMapping], every: Sequence[ColumnMapping]
) -> ColumnMapping:
    """A new column that does not contradict those settled before: with a code and a use of its own."""
    if column.use in _SINGLE and any(one.use is column.use for one in settled):
        return ColumnMapping(column.position, wording=column.wording)
    clashes = [one for one in settled if one.use.is_item and one.code == column.code]
    if not column.use.is_item or not clashes:
        return column
    if column.option and all(one.use is column.use and one.option != column.option for one in clashes):
        return column
    taken = {one.code for one in every}
    numbers = range(column.position + 1, column.position + 2 + len(every))
    return replace(column, code=next(code for n in numbers if (code := f"C{n}x") not in taken))
