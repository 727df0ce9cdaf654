"""A dry run of a survey import: what would be kept, dropped, changed or refused, and why; nothing changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessor.exchange.answer_cells import ValueSeen
from assessor.exchange.columns import ColumnRole
from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.survey_tables import Column
from assessor.exchange.survey_tools import SurveyTool
from assessor.operations.survey_answers import without_contacts
from assessor.operations.survey_previews import ImportPreview, preview_import
from assessor.operations.survey_proposals import ImportProposal

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
class DroppedColumn:
    """A column that would not be brought in, by its place from 1, and why in a word and in words."""

    column: str
    position: int
    why: DropWhy
    reason: str


@dataclass(frozen=True)
class ToldColumn:
    """A column that would be brought in, by its place from 1, with something to be said of its values."""

    column: str
    position: int
    reason: str
    values: tuple[ValueTold, ...] = ()


@dataclass(frozen=True)
class DryRun:
    """What an import would do: how many responses are taken, and what becomes of the columns and values.

    `changed` are the columns with values that would be treated as no answer; `refused` are rows without one.
    """

    taken: int
    refused: int
    questions: int
    kept: tuple[KeptColumn, ...]
    dropped: tuple[DroppedColumn, ...]
    unclear: tuple[ToldColumn, ...]
    changed: tuple[ToldColumn, ...]


def tell_import(proposal: ImportProposal, mapping: Mapping | None = None) -> DryRun:
    """What an import would do by a mapping, the proposed one without it."""
    settled = mapping or proposal.mapping
    preview = preview_import(proposal, settled)
    used = {column.position: column for column in settled.columns}
    pairs = [(column, used.get(column.position)) for column in proposal.table.columns]
    return DryRun(
        taken=preview.responses,
        refused=preview.rows_without_answers,
        questions=preview.questions,
        kept=tuple(_kept(column, mapped) for column, mapped in pairs if mapped and _is_kept(column, mapped)),
        dropped=tuple(_dropped(column) for column, mapped in pairs if not _is_kept(column, mapped)),
        unclear=tuple(_unclear(proposal, preview, pairs)),
        changed=tuple(_changed(proposal, preview)),
    )


def _is_kept(column: Column, mapped: ColumnMapping | None) -> bool:
    """A question nobody answered is kept: it was asked."""
    if column.private or mapped is None or column.guess.role is ColumnRole.PROCESS:
        return not column.private and mapped is not None and mapped.use is not Use.IGNORE
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


def _dropped(column: Column) -> DroppedColumn:
    why = DropWhy.PERSONAL if column.private else DropWhy.METADATA
    days = column.guess.role is ColumnRole.DAY
    return DroppedColumn(
        column.name, column.position + 1, why, column.reason or (_DAYS if days else _NOT_USED)
    )


def _unclear(
    proposal: ImportProposal, preview: ImportPreview, pairs: list[tuple[Column, ColumnMapping | None]]
) -> Iterator[ToldColumn]:
    yield from _by_column(proposal, preview.read.unread, _UNREAD)
    for column, mapped in pairs:
        if not _is_kept(column, mapped) or not column.guess.answered:
            continue
        place = column.position + 1
        if column.name == f"Column {place}":
            yield ToldColumn(column.name, place, _UNNAMED)
        elif column.position not in proposal.known and _holds_codes(proposal.table.source_tool, column):
            values = tuple(ValueTold(entry.value, entry.count) for entry in column.guess.values)
            yield ToldColumn(column.name, place, _CODES, values[:_MOST_VALUES])


def _holds_codes(tool: SurveyTool, column: Column) -> bool:
    guess = column.guess
    if guess.role is ColumnRole.NUMBER and tool in _RECODING:
        return guess.distinct <= _MOST_CODES and all(entry.value.isdecimal() for entry in guess.values)
    return tool in _CODING and guess.scale is not None and guess.scale.name == "numerals"


def _changed(proposal: ImportProposal, preview: ImportPreview) -> Iterator[ToldColumn]:
    seen = [one for one in preview.read.no_answers if one.value.strip()]
    yield from _by_column(proposal, seen, "holds values treated as no answer")


def _by_column(proposal: ImportProposal, seen: Iterable[ValueSeen], reason: str) -> Iterator[ToldColumn]:
    values: dict[int, list[ValueTold]] = {}
    for one in seen:
        values.setdefault(one.position, []).append(ValueTold(without_contacts(one.value), one.count))
    for position, told in sorted(values.items()):
        commonest = sorted(told, key=lambda value: -value.count)[:_MOST_VALUES]
        yield ToldColumn(proposal.table.columns[position].name, position + 1, reason, tuple(commonest))
