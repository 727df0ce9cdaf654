"""Survey responses as plain data: a table's rows read through a mapping, with what could not be read."""

from dataclasses import dataclass

from assessor.exchange.answer_cells import Answer, AnswerState, CellReader, ValueSeen
from assessor.exchange.mappings import Mapping, Use, check_mapping
from assessor.exchange.survey_tables import SurveyTable

__all__ = ["Answer", "AnswerState", "Response", "Responses", "ValueSeen", "apply_mapping"]


@dataclass(frozen=True)
class Response:
    """One respondent's answers; `row` counts the table's rows below the headings from 1."""

    row: int
    group: str
    site: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Responses:
    """All responses of a table that hold an answer, and what was left out and why."""

    responses: tuple[Response, ...]
    unread: tuple[ValueSeen, ...]
    no_answers: tuple[ValueSeen, ...]
    rows_without_answers: tuple[int, ...]


def apply_mapping(table: SurveyTable, mapping: Mapping) -> Responses:
    """The responses of a table; raises UnfitMapping where the mapping does not fit it."""
    check_mapping(mapping, tuple(column.name for column in table.columns))
    readers = [CellReader(column) for column in mapping.columns if column.use is not Use.IGNORE]
    responses, empty = [], []
    for number, row in enumerate(table.rows, start=1):
        response = _response(number, row, readers, mapping)
        if response.answers:
            responses.append(response)
        else:
            empty.append(number)
    unread = tuple(seen for reader in readers for seen in reader.seen())
    missing = tuple(seen for reader in readers for seen in reader.left_out())
    return Responses(tuple(responses), unread, missing, tuple(empty))


def _response(number: int, row: tuple[str, ...], readers: list[CellReader], mapping: Mapping) -> Response:
    group, site = mapping.group, mapping.site
    answers: list[Answer] = []
    boxes: dict[str, list[CellReader]] = {}
    for reader in readers:
        column = reader.column
        cell = row[column.position]
        if column.use is Use.GROUP:
            group = reader.name_of(cell) or group
        elif column.use is Use.SITE:
            site = reader.name_of(cell) or site
        elif column.option:
            boxes.setdefault(column.code, []).append(reader)
        elif answer := reader.answer(cell):
            answers.append(answer)
    answers += [answer for readers in boxes.values() if (answer := _from_boxes(row, readers))]
    return Response(number, group, site, tuple(answers))


def _from_boxes(row: tuple[str, ...], readers: list[CellReader]) -> Answer | None:
    """The options ticked in columns of their own; all blank is no answer, and 0 may be one."""
    ticks = [(reader.column.option, reader.ticked(row[reader.column.position])) for reader in readers]
    chosen = tuple(option for option, ticked in ticks if ticked)
    always_filled = readers[0].column.always_filled
    if not chosen and (always_filled or all(ticked is None for _, ticked in ticks)):
        return None
    return Answer(readers[0].column.code, AnswerState.ANSWERED, "; ".join(chosen), choices=chosen)
