"""A survey table on its way in: what it asks, who answered, and what of it is left out and why."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from assessor.exchange.mappings import ColumnMapping, Mapping, Use
from assessor.exchange.responses import Responses, ValueSeen
from assessor.exchange.row_masks import RowMask
from assessor.exchange.survey_tables import SurveyTable
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_forms import AskedItem, FoundForm
from assessor.terms import Group


class Why(StrEnum):
    """Why something in a table was not brought in."""

    PRIVATE = "private"
    NOT_USED = "not_used"
    NOT_READ = "not_read"
    NO_ANSWER = "no_answer"
    EMPTY_ROWS = "empty_rows"
    SITE_NOT_KNOWN = "site_not_known"


@dataclass(frozen=True)
class LeftOut:
    """Something that was not brought in: a column, or a value of it, and how often it stands there."""

    why: Why
    column: str
    value: str
    count: int


@dataclass(frozen=True)
class Arriving:
    """A table with the mapping it was read by, its responses, and the library's forms it may come from."""

    table: SurveyTable
    mapping: Mapping
    read: Responses
    found: tuple[tuple[FoundForm, ...], dict[str, AskedItem]]

    @cached_property
    def columns(self) -> dict[str, list[ColumnMapping]]:
        """The columns of each question, by its code in the table's order."""
        found: dict[str, list[ColumnMapping]] = {}
        for column in self.mapping.columns:
            if column.use.is_item:
                found.setdefault(column.code, []).append(column)
        return found

    @cached_property
    def _rows_of_groups(self) -> dict[Group | None, RowMask]:
        """The responses of each group; None are those whose group is not known."""
        by_code = self.read.rows_by_group().items()
        return {Group(code) if code else None: rows for code, rows in by_code}

    @cached_property
    def codes(self) -> dict[str, set[Group | None]]:
        """The codes of the questions answered, each with the groups that answered it."""
        groups = self._rows_of_groups.items()
        answered = {
            question.code: {group for group, rows in groups if rows & question.read}
            for question in self.read.questions
        }
        return {code: answered[code] for code in self.columns if answered.get(code)}

    @cached_property
    def groups(self) -> dict[Group | None, int]:
        """How many answered in each group; None are those whose group is not known."""
        return {group: rows.bit_count() for group, rows in self._rows_of_groups.items()}

    def item(self, code: str) -> AskedItem | None:
        """The library's item of a code, where the column is used as that item is."""
        item = self.found[1].get(code)
        return item if item and self.columns[code][0].use is item.known.use else None

    def form_of(self, group: Group) -> FoundForm | None:
        """The form a group most likely filled in."""
        return next((form for form in self.found[0] if form.group is group and form.is_likely), None)


def list_left_out(arriving: Arriving, unknown_sites: MappingType[str, int]) -> tuple[LeftOut, ...]:
    """Everything that was not brought in; values of private columns are not told."""
    return tuple(_left_out(arriving, unknown_sites))


def _left_out(arriving: Arriving, unknown_sites: MappingType[str, int]) -> Iterator[LeftOut]:
    used = {column.position for column in arriving.mapping.columns if column.use is not Use.IGNORE}
    for column in arriving.table.columns:
        if column.private:
            yield LeftOut(Why.PRIVATE, column.name, column.reason, column.guess.answered)
        elif column.position not in used and column.guess.answered:
            yield LeftOut(Why.NOT_USED, column.name, column.reason, column.guess.answered)
    yield from _values(Why.NOT_READ, arriving, arriving.read.unread)
    yield from _values(Why.NO_ANSWER, arriving, [seen for seen in arriving.read.no_answers if seen.value])
    for name, count in unknown_sites.items():
        yield LeftOut(Why.SITE_NOT_KNOWN, "", name, count)
    if arriving.read.rows_without_answers:
        yield LeftOut(Why.EMPTY_ROWS, "", "", len(arriving.read.rows_without_answers))


def _values(why: Why, arriving: Arriving, seen: Iterable[ValueSeen]) -> Iterator[LeftOut]:
    for one in seen:
        name = arriving.table.columns[one.position].name
        yield LeftOut(why, name, without_contacts(one.value), one.count)
