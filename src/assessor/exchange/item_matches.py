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


class ItemMatcher:
    """Matches the columns of one table with the items of many forms: texts are cut into words once."""

    def __init__(self, table: SurveyTable) -> None:
        columns = (c for c in table.columns if c.guess.role not in _NO_ITEMS and not is_box(c))
        self._columns = [_Texts.of(column) for column in columns]
        self._matched: dict[KnownItem, tuple[Match, ...]] = {}

    def best_matches(self, forms: Sequence[KnownItem]) -> dict[int, Match]:
        """The best match of each column that has one, by position; no item is matched twice."""
        pairs = sorted(
            (match for item in forms for match in self._matches(item)),
            key=lambda match: (match.by != "code", -match.likeness, match.position),
        )
        chosen: dict[int, Match] = {}
        codes: set[str] = set()
        for match in pairs:
            if match.position not in chosen and match.code not in codes:
                chosen[match.position] = match
                codes.add(match.code)
        return dict(sorted(chosen.items()))

    def _matches(self, item: KnownItem) -> tuple[Match, ...]:
        """The columns that may hold an item; forms share items, so each is looked for once."""
        if item not in self._matched:
            self._matched[item] = tuple(self._pairs(item))
        return self._matched[item]

    def _pairs(self, item: KnownItem) -> Iterator[Match]:
        code, words = item.code.casefold(), _Words.of(item.wording)
        named = _code_pattern(code)
        for column in self._columns:
            if any(code in text and named.search(text) for text in column.names):
                yield Match(column.position, item.code, "code", 100)
            elif (likeness := max(_alike(text, words) for text in column.wordings)) >= _LIKE_ENOUGH:
                yield Match(column.position, item.code, "wording", likeness)


def best_matches(table: SurveyTable, forms: Sequence[KnownItem]) -> dict[int, Match]:
    """The best match of each column that has one, by position; no item is matched twice."""
    return ItemMatcher(table).best_matches(forms)


@dataclass(frozen=True)
class _Words:
    """The words of a text, in order and each once."""

    text: str
    each: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "_Words":
        words = _WORD.findall(normal(text))
        return cls(" ".join(words), frozenset(words))


@dataclass(frozen=True)
class _Texts:
    """What a column's heading says: where a code may stand in it, and what its wordings may be."""

    position: int
    names: tuple[str, ...]
    wordings: tuple[_Words, ...]

    @classmethod
    def of(cls, column: Column) -> "_Texts":
        names = (column.name, column.sub_question, column.question)
        wordings = {column.sub_question or column.question, column.question}
        return cls(column.position, tuple(map(str.casefold, names)), tuple(map(_Words.of, wordings)))


def asks(question: str, item: KnownItem) -> bool:
    """Whether a question of a table is a known item, by its code or by its wording."""
    if _code_pattern(item.code.casefold()).search(question.casefold()):
        return True
    return _alike(_Words.of(question), _Words.of(item.wording)) >= _LIKE_ENOUGH


def is_box(column: Column) -> bool:
    """Whether a column is one option of a multiple-choice question."""
    guess = column.guess
    return guess.role is ColumnRole.MULTIPLE_CHOICE and not guess.separator and bool(column.sub_question)


def _code_pattern(code: str) -> re.Pattern[str]:
    """The code as the whole text, before its words ("COM1. I talk"), or last in a path ("Q5_COM1")."""
    wanted = re.escape(code)
    return re.compile(rf"^\W*{wanted}(\s*$|\s*[.:)\]/-]|\s+-)|[_/\[-]{wanted}\]?$")


def _alike(one: _Words, other: _Words) -> int:
    """How alike two wordings are, 0 to 100; few shared words settle it without a closer look."""
    shared = len(one.each & other.each)
    if shared < _SHARED_WORDS * max(len(one.each) + len(other.each) - shared, 1):
        return 0
    return round(100 * SequenceMatcher(None, one.text, other.text, autojunk=False).ratio())
