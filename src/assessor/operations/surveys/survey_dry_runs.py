"""A dry run of a survey import: what would be kept, dropped, changed or refused, and why; nothing changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessor.exchange.answer_cells import ValueSeen
from assessor.exchange.columns import ColumnRole
from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.survey_tables import Column
from assessor.exchange.survey_tools import SurveyTool
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_previews import ColumnPreview, ImportPreview, preview_import
from assessor.operations.surveys.survey_proposals import ImportProposal

_MOST_VALUES = 20
_EMPTY = "empty"
_DAYS = "holds days, which are not counted"
_NOT_USED = "is not used"
_UNREAD = "holds values that could not be read"
_UNNAMED = "has answers and no heading"
_CODES = "holds numbers whose labels are not in the file"
_CODING = frozenset({
    SurveyTool.QUALTRICS, SurveyTool.QUALTRICS_LEGACY, SurveyTool.REDCAP, SurveyTool.SURVEYMONKEY,
    SurveyTool.LIMESURVEY, SurveyTool.KOBO, SurveyTool.ONA,
})  # fmt: skip
"""Tools that can write the number of a choice in the place of its words."""
_RECODING = frozenset({SurveyTool.QUALTRICS, SurveyTool.QUALTRICS_LEGACY})
"""Tools whose numbers of choices may be any, such as 10 to 13."""
_MOST_CODES = 15


class DropWhy(StrEnum):
    """Why a column is not brought in: it tells who answered, or only how and when."""

    PERSONAL = "personal"
    METADATA = "metadata"


@dataclass(frozen=True)
class ValueTold:
    """A value as it stands in the table, and in how many rows."""

    value: str
    count: int


@dataclass(frozen=True)
class KeptColumn:
    """A column that would be brought in, by its place from 1, what it asks and what it is read as.

    `code` is the question's; columns of one question share it, and `part` is the statement or choice.
    """

    column: str
    position: int
    read_as: str
    code: str
    question: str
    part: str
    answered: int


@dataclass(frozen=True)
class DroppedTold:
    """A column that would not be brought in, by its place from 1, and why in a word and in words."""

    column: str
    position: int
    why: DropWhy
    reason: str


@dataclass(frozen=True)
class ColumnsTold:
    """The columns that would be brought in, and those that would not."""

    kept: tuple[KeptColumn, ...]
    dropped: tuple[DroppedTold, ...]


@dataclass(frozen=True)
class UnclearColumn:
    """A column that would be brought in, by its place from 1, and what could not be understood of it."""

    column: str
    position: int
    reason: str
    values: tuple[ValueTold, ...] = ()


@dataclass(frozen=True)
class ChangedColumn:
    """A column with values that would not be kept as they stand: those treated as no answer, as "don't
    know" off the scale, and texts from which an address or number is cut out; in how many cells each."""

    column: str
    position: int
    no_answer: int
    dont_know: int
    contacts: int
    no_answers: tuple[ValueTold, ...] = ()


@dataclass(frozen=True)
class DryRun:
    """What an import would do: how many responses are taken, how many rows hold none and are refused, and
    what becomes of the columns and values."""

    taken: int
    refused: int
    questions: int
    kept: tuple[KeptColumn, ...]
    dropped: tuple[DroppedTold, ...]
    unclear: tuple[UnclearColumn, ...]
    changed: tuple[ChangedColumn, ...]


def tell_import(proposal: ImportProposal, mapping: Mapping | None = None) -> DryRun:
    """What an import would do by a mapping, the proposed one without it."""
    settled = mapping or proposal.mapping
    preview = preview_import(proposal, settled)
    columns = tell_columns(proposal, settled)
    return DryRun(
        taken=preview.responses,
        refused=preview.rows_without_answers,
        questions=preview.questions,
        kept=columns.kept,
        dropped=columns.dropped,
        unclear=tell_unclear(proposal, columns, preview),
        changed=tuple(_changed(told) for told in preview.columns if told.changed),
    )


def tell_columns(proposal: ImportProposal, mapping: Mapping) -> ColumnsTold:
    """Which columns a mapping keeps and which it drops: each is one or the other."""
    used = {column.position: column for column in mapping.columns}
    kept, dropped = [], []
    for column in proposal.table.columns:
        mapped = used.get(column.position)
        if mapped and _is_kept(column, mapped):
            kept.append(_kept(column, mapped))
        else:
            dropped.append(_dropped(column))
    return ColumnsTold(tuple(kept), tuple(dropped))


def tell_unclear(
    proposal: ImportProposal, columns: ColumnsTold, preview: ImportPreview
) -> tuple[UnclearColumn, ...]:
    """The kept columns of which something could not be understood, and what."""
    return tuple(_unclear(proposal, preview, {column.position for column in columns.kept}))


def _is_kept(column: Column, mapped: ColumnMapping) -> bool:
    """A question nobody answered is kept: it was asked."""
    if column.private:
        return False
    return mapped.use is not Use.IGNORE or column.guess.role is ColumnRole.EMPTY


def _kept(column: Column, mapped: ColumnMapping) -> KeptColumn:
    return KeptColumn(
        column=column.name,
        position=column.position + 1,
        read_as=_EMPTY if mapped.use is Use.IGNORE else mapped.use.value,
        code=mapped.code,
        question=column.question,
        part=column.sub_question,
        answered=column.guess.answered,
    )


def _dropped(column: Column) -> DroppedTold:
    why = DropWhy.PERSONAL if column.private else DropWhy.METADATA
    days = column.guess.role is ColumnRole.DAY
    return DroppedTold(column.name, column.position + 1, why, column.reason or (_DAYS if days else _NOT_USED))


def _unclear(proposal: ImportProposal, preview: ImportPreview, kept: set[int]) -> Iterator[UnclearColumn]:
    for told in preview.columns:
        if told.refused:
            yield UnclearColumn(told.name, told.position + 1, _UNREAD, _values(told.unread))
    for column in proposal.table.columns:
        place = column.position + 1
        if place not in kept or not column.guess.answered:
            continue
        if column.name == f"Column {place}":
            yield UnclearColumn(column.name, place, _UNNAMED)
        elif column.position not in proposal.known and _holds_codes(proposal.table.source_tool, column):
            values = tuple(ValueTold(entry.value, entry.count) for entry in column.guess.values)
            yield UnclearColumn(column.name, place, _CODES, values[:_MOST_VALUES])


def _holds_codes(tool: SurveyTool, column: Column) -> bool:
    guess = column.guess
    if guess.role is ColumnRole.NUMBER and tool in _RECODING:
        return guess.distinct <= _MOST_CODES and all(entry.value.isdecimal() for entry in guess.values)
    return tool in _CODING and guess.scale is not None and guess.scale.name == "numerals"


def _changed(told: ColumnPreview) -> ChangedColumn:
    return ChangedColumn(
        column=told.name,
        position=told.position + 1,
        no_answer=told.no_answer,
        dont_know=told.dont_know,
        contacts=told.contacts,
        no_answers=_values(told.no_answers),
    )


def _values(seen: Iterable[ValueSeen]) -> tuple[ValueTold, ...]:
    """The commonest values, without addresses; blanks are no values."""
    told = [ValueTold(without_contacts(one.value), one.count) for one in seen if one.value.strip()]
    return tuple(sorted(told, key=lambda value: -value.count)[:_MOST_VALUES])
