"""Which columns of a survey table hold which known items, told by their codes or by their wordings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assessor.exchange.answers import normal
from assessor.exchange.columns import ColumnRole
from assessor.exchange.mappings import Use
from assessor.exchange.survey_tables import Column, SurveyTable


@dataclass(frozen=True)
class KnownItem:
    """An item of a survey form, with its wording as respondents read it, placeholders filled in."""

    code: str
    wording: str
    construct: str = ""
    reverse: bool = False
    use: Use = Use.SCALE


@dataclass(frozen=True)
class Match:
    """A column taken for a known item: by its `code`, or by its `wording` with a likeness of 0 to 100."""

    position: int
    code: str
    by: str
    likeness: int


_WORD = re.compile(r"[a-z0-9]+")
_LIKE_ENOUGH = 80
_SHARED_WORDS = 0.4
_NO_ITEMS = (ColumnRole.PRIVATE, ColumnRole.PROCESS, ColumnRole.EMPTY, ColumnRole.DAY)


def best_matches(table: SurveyTable, forms: Sequence[KnownItem]) -> dict[int, Match]:
    """The best match of each column that has one, by position; no item is matched twice."""
    pairs = sorted(
        _pairs(table, forms), key=lambda match: (match.by != "code", -match.likeness, match.position)
    )
    chosen: dict[int, Match] = {}
    codes: set[str] = set()
    for match in pairs:
        if match.position not in chosen and match.code not in codes:
            chosen[match.position] = match
            codes.add(match.code)
    return dict(sorted(chosen.items()))


def is_box(column: Column) -> bool:
    """Whether a column is one option of a multiple-choice question."""
    guess = column.guess
    return guess.role is ColumnRole.MULTIPLE_CHOICE and not guess.separator and bool(column.sub_question)


def _pairs(table: SurveyTable, forms: Sequence[KnownItem]) -> Iterator[Match]:
    columns = [
        column for column in table.columns if column.guess.role not in _NO_ITEMS and not is_box(column)
    ]
    for item in forms:
        named = _code_pattern(item.code)
        for column in columns:
            if any(
                named.search(text.casefold()) for text in (column.name, column.sub_question, column.question)
            ):
                yield Match(column.position, item.code, "code", 100)
            elif (likeness := _likeness(column, item.wording)) >= _LIKE_ENOUGH:
                yield Match(column.position, item.code, "wording", likeness)


def _code_pattern(code: str) -> re.Pattern[str]:
    """The code as the whole text, before its words ("COM1. I talk"), or last in a path ("Q5_COM1")."""
    wanted = re.escape(code.casefold())
    return re.compile(rf"^\W*{wanted}(\s*$|\s*[.:)\]/-]|\s+-)|[_/\[-]{wanted}\]?$")


def _likeness(column: Column, wording: str) -> int:
    return max(_alike(text, wording) for text in {column.sub_question or column.question, column.question})


def _alike(text: str, wording: str) -> int:
    """How alike two wordings are, 0 to 100; few shared words settle it without a closer look."""
    one, other = _WORD.findall(normal(text)), _WORD.findall(normal(wording))
    if len({*one} & {*other}) < _SHARED_WORDS * max(len({*one} | {*other}), 1):
        return 0
    return round(100 * SequenceMatcher(None, " ".join(one), " ".join(other), autojunk=False).ratio())
