"""The journal: triggers that write every row's before and after, and undo, which puts rows back."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Table

from assessor.model import NOT_JOURNALED, Base
from assessor.store.connections import Driver
from assessor.store.errors import CannotUndo

OPEN_CHANGE = "CREATE TEMP TABLE open_change (id TEXT NOT NULL)"
_INSERT = "INSERT INTO row_change (change_id, table_name, row_id, before, after) VALUES"
_CURRENT = "(SELECT id FROM open_change)"

LASTING = 0
"""The version a lasting change is filed under: undo reaches only changes of the version of today."""

Row = dict[str, Any]


def journaled_tables() -> list[Table]:
    """Every table whose rows are journaled, those referred to before those that refer."""
    return [table for table in Base.metadata.sorted_tables if table.name not in NOT_JOURNALED]


def triggers() -> Iterator[str]:
    """The statements that make this connection journal what it writes.

    With no change open, the id of the change is NULL and row_change refuses it, so the write fails.
    """
    yield OPEN_CHANGE
    for table in journaled_tables():
        old, new = (_as_json(table, side) for side in ("OLD", "NEW"))
        name = table.name
        differs = " OR ".join(f'OLD."{c.name}" IS NOT NEW."{c.name}"' for c in table.columns)
        yield (
            f"CREATE TEMP TRIGGER journal_{name}_insert AFTER INSERT ON main.{name} BEGIN "
            f"{_INSERT} ({_CURRENT}, '{name}', NEW.id, NULL, {new}); END"
        )
        yield (
            f"CREATE TEMP TRIGGER journal_{name}_update AFTER UPDATE ON main.{name} WHEN {differs} BEGIN "
            f"{_INSERT} ({_CURRENT}, '{name}', NEW.id, {old}, {new}); END"
        )
        yield (
            f"CREATE TEMP TRIGGER journal_{name}_delete AFTER DELETE ON main.{name} BEGIN "
            f"{_INSERT} ({_CURRENT}, '{name}', OLD.id, {old}, NULL); END"
        )


def _as_json(table: Table, side: str) -> str:
    columns = ", ".join(f"'{column.name}', {side}.\"{column.name}\"" for column in table.columns)
    return f"json_object({columns})"


def put_back(driver: Driver, change_id: str, label: str) -> None:
    """Put every row that a change touched back to what it was, inside the change now open.

    Raises CannotUndo when a row is no longer what the change left, or when other rows have come to
    depend on one that would go.
    """
    nets = _net_effect(driver, change_id)
    for (table, row_id), (_, after) in nets.items():
        if _current(driver, table, row_id) != after:
            raise CannotUndo(f"“{label}” cannot be taken back: what it changed was changed again since.")
    for (table, row_id), (before, after) in nets.items():
        if before is not None:
            _write(driver, table, row_id, before, exists=after is not None)
    for (table, row_id), (before, _) in nets.items():
        if before is None:
            driver.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
    touched = driver.execute(
        "SELECT DISTINCT table_name, row_id FROM row_change WHERE change_id = (SELECT id FROM open_change)"
    )
    strays = [(table, row_id) for table, row_id in touched.fetchall() if (table, row_id) not in nets]
    if any(_can_be_undone(driver, table, row_id) for table, row_id in strays):
        raise CannotUndo(f"“{label}” cannot be taken back: something added since rests on it.")


def _can_be_undone(driver: Driver, table: str, row_id: str) -> bool:
    """Whether a row was touched by a change that undo reaches; one of lasting changes alone goes along."""
    found = driver.execute(
        "SELECT 1 FROM row_change JOIN change ON change.id = change_id"
        " WHERE row_id = ? AND table_name = ? AND schema <> ? AND change_id <> (SELECT id FROM open_change)",
        (row_id, table, LASTING),
    )
    return found.fetchone() is not None


def _net_effect(driver: Driver, change_id: str) -> dict[tuple[str, str], tuple[Row | None, Row | None]]:
    """Per row: what it was before the change, and what it was after."""
    nets: dict[tuple[str, str], tuple[Row | None, Row | None]] = {}
    rows = driver.execute(
        "SELECT table_name, row_id, before, after FROM row_change WHERE change_id = ? ORDER BY number",
        (change_id,),
    )
    for table, row_id, before, after in rows.fetchall():
        first = nets[table, row_id][0] if (table, row_id) in nets else _parsed(before)
        nets[table, row_id] = (first, _parsed(after))
    return {row: (before, after) for row, (before, after) in nets.items() if before != after}


def _parsed(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)


def _current(driver: Driver, table: str, row_id: str) -> Row | None:
    columns = list(Base.metadata.tables[table].columns.keys())
    quoted = ", ".join(f'"{column}"' for column in columns)
    found = driver.execute(f'SELECT {quoted} FROM "{table}" WHERE id = ?', (row_id,)).fetchone()
    return None if found is None else dict(zip(columns, found, strict=True))


def _write(driver: Driver, table: str, row_id: str, row: Row, *, exists: bool) -> None:
    columns, values = list(row), list(row.values())
    if exists:
        pairs = ", ".join(f'"{column}" = ?' for column in columns)
        driver.execute(f'UPDATE "{table}" SET {pairs} WHERE id = ?', (*values, row_id))
    else:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        driver.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', values)


class UndoStack:
    """What can be undone and redone, read off the journal: redo is undoing an undo."""

    def __init__(self, changes: Iterable[tuple[str, str | None]]) -> None:
        """Replay (id, id of the change it reverses) from the oldest to the newest."""
        self.done: list[str] = []
        self.undone: list[str] = []
        for change_id, reverses in changes:
            self.add(change_id, reverses)

    def add(self, change_id: str, reverses: str | None) -> None:
        """Take in a change that was committed."""
        if reverses is not None and self.done and self.done[-1] == reverses:
            self.done.pop()
            self.undone.append(change_id)
        elif reverses is not None and self.undone and self.undone[-1] == reverses:
            self.undone.pop()
            self.done.append(change_id)
        else:
            self.done.append(change_id)
            self.undone.clear()


Listener = Callable[[frozenset[str]], None]
"""Hears the names of the tables that a change touched."""
