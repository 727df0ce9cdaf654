"""The tables of a new file, and the number that tells which tables a file has."""

from sqlalchemy import Engine

from assessor.model import Base
from assessor.store import search_index
from assessor.store.connections import APPLICATION_ID, Driver

SCHEMA_VERSION = 1
"""Raised by one with each migration in store/migrations."""


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
