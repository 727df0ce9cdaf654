"""The tables of a new file, and the number that tells which tables a file has."""

from sqlalchemy import Engine

from assessor.model import Base
from assessor.store import search_index
from assessor.store.connections import APPLICATION_ID, Driver

SCHEMA_VERSION = 3
"""Raised by one with each migration in store/migrations."""

_STRANGERS = """SELECT count(*) FROM sqlite_master
WHERE type IN ('trigger', 'view')
OR (type = 'table' AND rootpage = 0 AND sql NOT LIKE 'CREATE VIRTUAL TABLE search_index USING fts5(%')"""


def create(engine: Engine) -> None:
    """Make every table, all or none, and stamp the file as an engagement of this version."""
    with engine.begin() as connection:
        Base.metadata.create_all(connection, checkfirst=False)
        connection.exec_driver_sql(search_index.CREATE)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def version_of(driver: Driver) -> int | None:
    """The version of the file's tables, or None when it is not an engagement."""
    if driver.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return None
    version: int = driver.execute("PRAGMA user_version").fetchone()[0]
    return version


def holds_strangers(driver: Driver) -> bool:
    """Whether the file brings triggers, views or virtual tables: ours live beside the file, not in it."""
    return bool(driver.execute(_STRANGERS).fetchone()[0])


def lacks_anything(driver: Driver) -> bool:
    """Whether a table or a column of today's tables is missing from the file."""
    found: dict[str, set[str]] = {}
    for table, column in driver.execute(
        "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'"
    ):
        found.setdefault(table, set()).add(column)
    return any(
        not {column.name for column in table.columns} <= found.get(table.name, set())
        for table in Base.metadata.sorted_tables
    )
