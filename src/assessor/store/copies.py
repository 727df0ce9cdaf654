"""A whole engagement as one JSON text, and back: lossless, and the same bytes every time.

The text is an object with `format`, `version`, `schema` (the version of the tables), and `tables`: per
table its rows, each an object of columns, ordered by key. Attachments are in base64. The journal is in it,
so that undo and history travel too; the search index is not, since it is made anew.

Concerns for someone's safety are not in it: neither their table, nor what the journal tells of them and of
the remarks that became one, nor a line being typed that is to be set apart.
"""

import base64
import json
import re
from pathlib import Path
from typing import Any

from sqlalchemy import LargeBinary, Table
from sqlcipher3 import dbapi2

from assessor.model import Base
from assessor.store import schema, search_index
from assessor.store.connections import Driver
from assessor.store.engagement import Engagement
from assessor.terms import CannotDo

FORMAT = "assessor-engagement"
VERSION = 1
_APART = "safeguarding_note"
_TYPED_APART = re.compile(r"\S*\s+[\d\s,+?]*!!")
"""A draft is the moment it was begun, and the line: speakers may stand before the mark."""


class CannotImport(CannotDo):
    """The text is not an exported engagement."""


def dump(engagement: Engagement) -> str:
    """The engagement as JSON text."""
    with engagement.holding() as driver:
        tables = {table.name: _rows(driver, table) for table in Base.metadata.sorted_tables}
    _leave_out_concerns(tables)
    whole = {"format": FORMAT, "version": VERSION, "schema": schema.SCHEMA_VERSION, "tables": tables}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def load(path: Path, text: str, passphrase: str | None = None) -> Engagement:
    """Make a new engagement at `path` that dumps the same text. Raises CannotImport; no file is left."""
    tables = _parsed(text)
    engagement = Engagement.create(path, passphrase)
    try:
        with engagement.without_journal() as driver:
            for table in Base.metadata.sorted_tables:
                _fill(driver, table, tables.get(table.name, []))
            search_index.rebuild(driver)
            if driver.execute("PRAGMA foreign_key_check").fetchone():
                raise CannotImport("The export is incomplete: some rows refer to others that are missing.")
    except BaseException:
        engagement.close()
        path.unlink()
        raise
    return engagement


def _rows(driver: Driver, table: Table) -> list[dict[str, Any]]:
    columns = [column.name for column in table.columns]
    quoted = ", ".join(f'"{column}"' for column in columns)
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    found = driver.execute(f'SELECT {quoted} FROM "{table.name}" ORDER BY {order}')
    return [dict(zip(columns, map(_to_json, row), strict=True)) for row in found]


def _leave_out_concerns(tables: dict[str, list[dict[str, Any]]]) -> None:
    """Take out what was set apart, the changes among them that touched nothing else."""
    journal = tables["row_change"]
    ids = {row["id"] for row in tables[_APART]}
    ids |= {row["row_id"] for row in journal if row["table_name"] == _APART}
    told = [row for row in journal if ids and _tells_of(row, ids)]
    numbers = {row["number"] for row in told}
    tables["row_change"] = [row for row in journal if row["number"] not in numbers]
    emptied = {row["change_id"] for row in told} - {row["change_id"] for row in tables["row_change"]}
    tables["change"] = [row for row in tables["change"] if row["id"] not in emptied]
    tables["draft"] = [row for row in tables["draft"] if not _TYPED_APART.match(row["text"])]
    tables[_APART] = []


def _tells_of(row: dict[str, Any], ids: set[str]) -> bool:
    if row["row_id"] in ids:
        return True
    sides = (row["before"], row["after"])
    return any(side and "remark_id" in side and json.loads(side).get("remark_id") in ids for side in sides)


def _to_json(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _fill(driver: Driver, table: Table, rows: list[dict[str, Any]]) -> None:
    blobs = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
    columns = [column.name for column in table.columns]
    quoted = ", ".join(f'"{column}"' for column in columns)
    statement = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({", ".join("?" * len(columns))})'
    for row in rows:
        if set(row) != set(columns):
            raise CannotImport(f"The export's table {table.name} has other columns than this Assessor knows.")
        values = [base64.b64decode(row[name]) if name in blobs else row[name] for name in columns]
        try:
            driver.execute(statement, values)
        except dbapi2.Error as error:
            raise CannotImport(f"A row of the export's table {table.name} cannot be read.") from error


def _parsed(text: str) -> dict[str, list[dict[str, Any]]]:
    try:
        whole = json.loads(text)
    except ValueError as error:
        raise CannotImport(f"The file is not an export of Assessor: {error}.") from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise CannotImport("The file is not an export of Assessor. Choose one made by assessor export.")
    if (whole.get("version"), whole.get("schema")) != (VERSION, schema.SCHEMA_VERSION):
        raise CannotImport("The export was made by another version of Assessor. Import it with that version.")
    tables: dict[str, list[dict[str, Any]]] = whole.get("tables", {})
    unknown = set(tables) - set(Base.metadata.tables)
    if unknown:
        raise CannotImport(f"The export has a table this Assessor does not know: {min(unknown)}.")
    return tables
