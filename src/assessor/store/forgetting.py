"""Forgetting for good: out of tables, journal, index, free pages, log and the copies made beside the file."""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor.model import Base
from assessor.store import search_index
from assessor.store.backups import list_copies
from assessor.store.connections import Driver
from assessor.store.errors import CannotWrite

Texts = Mapping[str, Sequence[str]]
"""Columns of texts, by table."""
_COPY = "copy_beside"
_TIMES = 3
"""The log holds the file once more, and a copy being written anew as well."""


def check_room(path: Path) -> None:
    """Raise CannotWrite unless the disk has room to write the file anew: beside itself, in the log."""
    if shutil.disk_usage(path.parent).free < _TIMES * path.stat().st_size:
        raise CannotWrite(path)


def drop_rows(driver: Driver, table: str, where: Mapping[str, str], schema: str = "main") -> None:
    """Remove the rows of a table that hold these values; none given, all of them."""
    if not _columns(driver, table, schema):
        return  # a copy of before there was this table
    conditions = " AND ".join(f'"{column}" = ?' for column in where) or "true"
    driver.execute(f'DELETE FROM {schema}."{table}" WHERE {conditions}', tuple(where.values()))


def drop_traces(
    driver: Driver, table: str, where: Mapping[str, str], kept_change: str = "", schema: str = "main"
) -> None:
    """Take what the journal holds of such rows out of it; one change keeps that rows went, by reference."""
    side = "coalesce(before, after)"
    conditions = "".join(f" AND json_extract({side}, '$.{column}') = ?" for column in where)
    here = f"table_name = ?{conditions}"
    values = (table, *where.values())
    columns = Base.metadata.tables[table].columns
    kept = ", ".join(
        f"'{column.name}', json_extract(before, '$.{column.name}')"
        for column in columns
        if column.primary_key or column.foreign_keys
    )
    driver.execute(f"DELETE FROM {schema}.row_change WHERE {here} AND change_id <> ?", (*values, kept_change))
    driver.execute(
        f"UPDATE {schema}.row_change SET before = json_object({kept})"
        f" WHERE {here} AND change_id = ? AND before IS NOT NULL",
        (*values, kept_change),
    )


def reword(driver: Driver, texts: Texts, reworded: Callable[[str], str], schema: str = "main") -> None:
    """Put other words into these texts, into what the journal holds of them, and into drafts."""
    driver.create_function("reworded", 1, lambda text: None if text is None else reworded(text))
    driver.create_function("reworded_row", 2, _row_worder(texts, reworded))
    for table, columns in (*texts.items(), ("draft", ("text",))):
        for column in _columns(driver, table, schema).intersection(columns):
            driver.execute(
                f'UPDATE {schema}."{table}" SET "{column}" = reworded("{column}")'
                f' WHERE "{column}" IS NOT reworded("{column}")'
            )
    for side in ("before", "after"):
        new = f"reworded_row(table_name, {side})"
        driver.execute(f"UPDATE {schema}.row_change SET {side} = {new} WHERE {side} IS NOT {new}")


def _columns(driver: Driver, table: str, schema: str) -> set[str]:
    return {row[1] for row in driver.execute(f'PRAGMA {schema}.table_info("{table}")')}


def _row_worder(texts: Texts, reworded: Callable[[str], str]) -> Callable[[str, str | None], str | None]:
    def in_row(table: str, row: str | None) -> str | None:
        columns = texts.get(table, ())
        if row is None or not columns:
            return row
        values = json.loads(row)
        told = {name: reworded(values[name]) for name in columns if values.get(name)}
        if all(values[name] == text for name, text in told.items()):
            return row
        return json.dumps({**values, **told}, ensure_ascii=False, separators=(",", ":"))

    return in_row


def wipe(driver: Driver) -> None:
    """Write the file anew, so that nothing of what was removed is left in pages, index or log.

    Rows without a number of their own may get another one on the way: the index is made anew after it.
    """
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.execute("VACUUM")
    driver.execute("BEGIN IMMEDIATE")
    try:
        driver.execute("DROP TABLE search_index")
        driver.execute(search_index.CREATE)
        search_index.rebuild(driver)
        driver.execute("COMMIT")
    finally:
        if driver.in_transaction:
            driver.execute("ROLLBACK")
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def in_copies(driver: Driver, path: Path, forget: Callable[[str], None]) -> tuple[Path, ...]:
    """Forget in every copy that stands beside the file too; `forget` is told the schema of each.

    Returns the copies that could not be opened or written: they still hold everything.
    """
    left = []
    for copy in list_copies(path):
        try:
            _in_copy(driver, copy, forget)
        except dbapi2.DatabaseError:
            left.append(copy)
    return tuple(left)


def _in_copy(driver: Driver, copy: Path, forget: Callable[[str], None]) -> None:
    driver.execute(f"ATTACH DATABASE ? AS {_COPY}", (str(copy),))
    try:
        driver.execute(f"PRAGMA {_COPY}.journal_mode = DELETE")
        driver.execute(f"PRAGMA {_COPY}.secure_delete = ON")
        driver.execute("BEGIN IMMEDIATE")
        forget(_COPY)
        driver.execute(f"DROP TABLE IF EXISTS {_COPY}.search_index")  # made anew when the copy is migrated
        driver.execute(search_index.CREATE.replace("search_index", f"{_COPY}.search_index", 1))
        driver.execute("COMMIT")
        driver.execute(f"VACUUM {_COPY}")
    finally:
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        driver.execute(f"DETACH DATABASE {_COPY}")
