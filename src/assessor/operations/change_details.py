"""What one change of the history did, row by row in plain words: no ids, no JSON."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Table, func, select
from sqlalchemy.orm import Session

from assessor.model import Base, RowChange, SafeguardingNote
from assessor.model.base import Moment
from assessor.store import Engagement
from assessor.terms import Group

_NAMING = ("title", "name", "short_title", "code", "label", "text", "criterion", "file_name", "key")
_UNTOLD = frozenset({"id", "position"})
_ROSTER, _APART = "roster_entry", "safeguarding_note"
_IN_THE_ROSTER = "shown in the roster only"
_LONGEST_NAME, _LONGEST_VALUE = 80, 400
_NOTHING = "nothing"
_GONE = "something since removed"
_WORDS = {
    "planned_contact": "Contacts planned",
    "roster_entry": "Name in the roster",
    "safeguarding_note": "Concern set apart",
    "finding_group": "Group of a finding",
    "goal_finding": "Goal answering a finding",
    "remark_speaker": "Speaker of a remark",
    "remark_code": "Code of a remark",
    "remark_voice": "Voice on a remark",
    "wave_group": "Group asked",
    "content_copy": "Copy of the library's text",
}


class Did(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class ValueChange:
    """One value of a row before and after, in words; only one of the two where it was added or removed."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class RowStory:
    """What a change did to one row."""

    kind: str
    """What the row is: "Finding"."""
    name: str
    """Which one it is, as far as it has a name."""
    did: Did
    values: tuple[ValueChange, ...]


@dataclass(frozen=True)
class ChangeDetails:
    """What a change did: its first rows in words, and how many there are."""

    rows: tuple[RowStory, ...]
    count: int


def get_change_details(engagement: Engagement, change_id: str, limit: int = 100) -> ChangeDetails:
    """What a change did, row by row in its order, at most `limit` of them.

    Of a concern, and of the remark that became one, it tells that there was something, and no word of it.
    """
    here = RowChange.change_id == change_id
    query = select(RowChange.table_name, RowChange.before, RowChange.after).where(here)
    with engagement.reading() as session:
        count = session.scalar(select(func.count(RowChange.number)).where(here)) or 0
        found = [
            _Row(Base.metadata.tables[table], _parsed(before), _parsed(after))
            for table, before, after in session.execute(query.order_by(RowChange.number).limit(limit))
        ]
        apart = _concerns(session)
        names = _names(session, found)
    stories = (_story_apart(row) if row.ids & apart else _story(row, names) for row in found)
    return ChangeDetails(tuple(stories), count)


@dataclass(frozen=True)
class _Row:
    table: Table
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def ids(self) -> set[str]:
        """Its own, and that of the remark it belongs to."""
        whole = self.after or self.before
        return {whole.get("id", ""), whole.get("remark_id") or ""}

    @property
    def did(self) -> Did:
        return Did.ADDED if not self.before else Did.REMOVED if not self.after else Did.CHANGED

    @property
    def differing(self) -> list[Column[Any]]:
        return [
            column
            for column in self.table.columns
            if column.name not in _UNTOLD and self.before.get(column.name) != self.after.get(column.name)
        ]


def _concerns(session: Session) -> set[str]:
    """The ids of all that is or was set apart."""
    earlier = select(RowChange.row_id).where(RowChange.table_name == _APART)
    return set(session.scalars(select(SafeguardingNote.id).union(earlier)))


_Names = dict[tuple[str, str], str]


def _names(session: Session, rows: Iterable[_Row]) -> _Names:
    """The names of the rows that these refer to, as they are now, by table and id."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for column in row.table.columns:
            for key in column.foreign_keys:
                values = (row.before.get(column.name), row.after.get(column.name))
                wanted[key.column.table.name].update(value for value in values if value)
    found: _Names = {}
    for name, ids in wanted.items():
        table = Base.metadata.tables[name]
        for whole in session.execute(select(table).where(table.c.id.in_(ids))).mappings():
            found[name, whole["id"]] = _name_of(dict(whole))
    return found


def _story_apart(row: _Row) -> RowStory:
    return RowStory(_kind(_APART), "", row.did, ())


def _story(row: _Row, names: _Names) -> RowStory:
    values = [_change(row, column, names) for column in row.differing]
    told = [value for value in values if value.before or value.after]
    own = "" if row.table.name == _ROSTER else _name_of(row.after or row.before)
    name = own or _name_by_reference(row, names)
    return RowStory(_kind(row.table.name), name, row.did, tuple(told))


def _change(row: _Row, column: Column[Any], names: _Names) -> ValueChange:
    before = _in_words(column, row.before.get(column.name), names) if row.before else ""
    after = _in_words(column, row.after.get(column.name), names) if row.after else ""
    if row.before and row.after:
        return ValueChange(_what(column), before or _NOTHING, after or _NOTHING)
    return ValueChange(_what(column), before, after)


def _in_words(column: Column[Any], value: Any, names: _Names) -> str:
    """A value as a person would say it; empty for what says nothing."""
    if value is None or value == "":
        return ""
    for key in column.foreign_keys:
        return names.get((key.column.table.name, value), _GONE)
    if column.table.name == _ROSTER:
        return _IN_THE_ROSTER
    kind = column.type
    if isinstance(kind, Boolean):
        return "yes" if value else "no"
    if isinstance(kind, Enum):
        return Group(value).label if column.name == "group" else str(value).replace("_", " ")
    if isinstance(kind, JSON):
        return _counted(json.loads(value) if isinstance(value, str) else value)
    if isinstance(kind, Moment):
        moment = datetime.fromisoformat(value).astimezone()
        return f"{_day(moment)}, {moment:%H:%M}"
    if isinstance(kind, Date):
        return _day(date.fromisoformat(value))
    return _cut(str(value), _LONGEST_VALUE)


def _counted(value: Any) -> str:
    number = len(value) if isinstance(value, (list, dict)) else 1
    return f"{number} {'item' if number == 1 else 'items'}" if number else ""


def _day(when: date) -> str:
    return f"{when:%b} {when.day}, {when.year}"


def _kind(table: str) -> str:
    return _WORDS.get(table) or table.replace("_", " ").capitalize()


def _what(column: Column[Any]) -> str:
    words = column.name.removesuffix("_id").removeprefix("is_").replace("_", " ")
    return words.capitalize()


def _name_of(row: dict[str, Any]) -> str:
    named = next((str(row[column]) for column in _NAMING if row.get(column)), "")
    return _cut(" ".join(named.split()), _LONGEST_NAME)


def _name_by_reference(row: _Row, names: _Names) -> str:
    whole = row.after or row.before
    for column in row.table.columns:
        for key in column.foreign_keys:
            name = names.get((key.column.table.name, whole.get(column.name) or ""))
            if name:
                return name
    return ""


def _parsed(row: str | None) -> dict[str, Any]:
    return json.loads(row) if row else {}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
