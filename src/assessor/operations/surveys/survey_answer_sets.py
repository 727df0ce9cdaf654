"""Answers of an arriving table put into sets, one a group and site, column by column."""

from array import array
from collections import defaultdict
from collections.abc import Mapping
from itertools import compress
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.exchange.answers import normal
from assessor.exchange.cell_columns import Numbered, Numbers
from assessor.exchange.responses import Answer, QuestionAnswers, Responses
from assessor.exchange.row_masks import rows_where
from assessor.model import Site
from assessor.operations.surveys.responses import keep_set
from assessor.operations.surveys.survey_answers import kept_answer
from assessor.operations.surveys.survey_arrivals import Arriving
from assessor.operations.surveys.survey_storing import choice_labels, question_kind
from assessor.progress import Progress, Work
from assessor.store.answer_columns import AnswerColumn
from assessor.terms import Group

_BYTES = 256

_Key: TypeAlias = tuple[Group | None, str | None]


def store_answers(session: Session, import_id: str, arriving: Arriving) -> Work[dict[str, int]]:
    """Keep the answers, a set a group and site; returns the sites named and not known, with counts."""
    read = arriving.read
    sites = {normal(name): site_id for site_id, name in session.execute(select(Site.id, Site.name))}
    known = [sites.get(normal(name)) if name else None for name in read.sites.values]
    columns = {question.code: _kept_column(question, arriving) for question in read.questions}
    sets = _rows_of_sets(read, known)
    for done, ((group, site_id), rows) in enumerate(sets.items()):
        yield Progress(done, len(sets), "Keeping the answers")
        is_whole = len(rows) == read.rows
        picked = {code: column if is_whole else _picked(column, rows) for code, column in columns.items()}
        answered = {code: column for code, column in picked.items() if len(column.values) > 1}
        keep_set(session, import_id, group, site_id, len(rows), answered)
    return _unknown_sites(read, known)


def _rows_of_sets(read: Responses, known_sites: list[str | None]) -> Mapping[_Key, Numbers]:
    """The rows of each set, in the table's order."""
    groups = [Group(name) if name else None for name in read.groups.values]
    sets: defaultdict[_Key, Numbers] = defaultdict(lambda: array("I"))
    answered = read.answered.to_bytes(read.rows, "little")
    if len(groups) == len(known_sites) == 1:
        sets[groups[0], known_sites[0]].extend(compress(range(read.rows), answered))
        return sets
    named = zip(range(read.rows), read.groups.codes, read.sites.codes, strict=True)
    for row, group, site in compress(named, answered):
        sets[groups[group], known_sites[site]].append(row)
    return sets


def _kept_column(question: QuestionAnswers, arriving: Arriving) -> AnswerColumn:
    """What the file keeps of the answers to one question, each kept answer once."""
    item = arriving.item(question.code)
    kind = question_kind(arriving.columns[question.code][0], item)
    labels = choice_labels(item)
    numbered: Numbered[Any] = Numbered({None: 0})
    codes = [numbered[_comparable(_kept(answer, kind, labels))] for answer in question.answers]
    values = tuple(list(value) if isinstance(value, tuple) else value for value in numbered)
    if question.codes.typecode == "B" and len(values) <= _BYTES:
        return AnswerColumn(values, array("B", question.codes.tobytes().translate(_table_of(codes))))
    return AnswerColumn(values, array("I", map(codes.__getitem__, question.codes)))


def _table_of(codes: list[int]) -> bytes:
    """The codes as what `bytes.translate` takes: fast for a hundred thousand answers."""
    return bytes(codes).ljust(_BYTES, b"\0")


def _kept(answer: Answer | None, kind: str, labels: dict[str, str]) -> object:
    return None if answer is None else kept_answer(answer, kind, labels)


def _comparable(kept: object) -> object:
    return tuple(kept) if isinstance(kept, list) else kept


def _picked(column: AnswerColumn, rows: Numbers) -> AnswerColumn:
    """The column of some rows, with those of its values that stand in them."""
    codes = [column.codes[rows[0]]] if len(rows) == 1 else itemgetter(*rows)(column.codes)
    seen = sorted({0, *codes})
    places = {code: place for place, code in enumerate(seen)}
    values = tuple(map(column.values.__getitem__, seen))
    if seen[-1] < _BYTES:
        table = _table_of([places.get(code, 0) for code in range(seen[-1] + 1)])
        return AnswerColumn(values, array("B", bytes(codes).translate(table)))
    return AnswerColumn(values, array("I", map(places.__getitem__, codes)))


def _unknown_sites(read: Responses, known: list[str | None]) -> dict[str, int]:
    """The sites that answers name and the engagement does not know."""
    unknown = {name for name, site_id in zip(read.sites.values, known, strict=True) if name and not site_id}
    found = {}
    for name in sorted(unknown):
        rows = rows_where(read.sites.codes, [value == name for value in read.sites.values])
        found[name] = (rows & read.answered).bit_count()
    return {name: count for name, count in found.items() if count}
