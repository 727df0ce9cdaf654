"""Bringing an older file to the tables of today: copied aside first, then all steps or none."""

import importlib
import pkgutil
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from sqlalchemy import Engine

from assessor.store import migrations, search_index
from assessor.store.backups import copy_aside
from assessor.store.connections import Driver


def steps() -> list[ModuleType]:
    """The migration modules, oldest first; each says `VERSION` and has `upgrade(op)`."""
    names = sorted(module.name for module in pkgutil.iter_modules(migrations.__path__))
    return [importlib.import_module(f"{migrations.__name__}.{name}") for name in names]


def migrate(engine: Engine, driver: Driver, path: Path, have: int, modules: Iterable[ModuleType]) -> None:
    """Run each step above version `have` in one transaction, with a copy of the file put aside first.

    Foreign keys are off meanwhile, since rebuilding a table would otherwise delete what refers to it,
    and checked before the end.
    """
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    copy_aside(driver, path, f"before-version-{have + 1}")
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        with engine.begin() as connection:
            operations = Operations(MigrationContext.configure(connection))
            for module in modules:
                if have < module.VERSION:
                    module.upgrade(operations)
                    connection.exec_driver_sql(f"PRAGMA user_version = {module.VERSION}")
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"migration left {len(broken)} rows that refer to nothing")
            search_index.rebuild(driver)
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
