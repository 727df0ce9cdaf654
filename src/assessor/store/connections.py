"""One connection to an engagement file, plain or encrypted, with every setting it needs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from assessor.store.errors import (
    CannotOpen,
    CannotWrite,
    DamagedEngagement,
    EngagementInUse,
    NeedsPassphrase,
    NotAnEngagement,
    NotEncrypted,
    WrongPassphrase,
)

Driver = Any
"""A sqlcipher3 connection; the package has no types."""

APPLICATION_ID = 0x41535352
_HEADER = b"SQLite format 3\x00"
_OLDEST_SAFE_SQLITE = (3, 51, 3)
_PAGE = 4096
_NO_ROOM = ("database or disk is full", "disk I/O error")


def is_writable(path: Path) -> bool:
    """Whether the file, and the folder its journal goes into, may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it stands beside the file: it is open, or was cut off."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def looks_encrypted(path: Path) -> bool:
    """Whether the file has the shape of an encrypted engagement: whole pages of noise."""
    size = path.stat().st_size
    if size == 0 or size % _PAGE:
        return False
    with path.open("rb") as file:
        head = file.read(_PAGE)
    return not head.startswith(_HEADER) and len(set(head)) > 200


def is_plain_sqlite(path: Path) -> bool:
    """Whether the file starts as every plain SQLite file does."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def connect(path: Path, passphrase: str | None, *, writable: bool) -> Driver:
    """Open the file and take hold of it, so that no other process can change it meanwhile.

    Raises a CannotOpen that says what the file is.
    """
    if dbapi2.sqlite_version_info < _OLDEST_SAFE_SQLITE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} can damage files; 3.51.3 or newer is needed")
    mode = "rwc" if writable else "ro&immutable=1"
    driver = dbapi2.connect(
        f"file:{quote(str(path))}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        _set_up(driver, passphrase, writable=writable)
    except dbapi2.DatabaseError as error:
        driver.close()
        raise _said_as_it_is(path, passphrase, error) from error
    return driver


def check_whole(driver: Driver, path: Path) -> None:
    """Raise DamagedEngagement unless SQLite finds the file consistent."""
    try:
        found = driver.execute("PRAGMA quick_check(1)").fetchone()[0]
    except dbapi2.DatabaseError as error:
        raise DamagedEngagement(path) from error
    if found != "ok":
        raise DamagedEngagement(path)


@contextmanager
def saying_when_full(path: Path) -> Iterator[None]:
    """Raise CannotWrite where what is done inside fails for want of room on the disk, or of the disk."""
    try:
        yield
    except (dbapi2.OperationalError, OperationalError) as error:
        if str(getattr(error, "orig", error)) in _NO_ROOM:
            raise CannotWrite(path) from error
        raise


def _set_up(driver: Driver, passphrase: str | None, *, writable: bool) -> None:
    """Set the key first, take the lock, then everything that makes writes safe."""
    if passphrase is not None:
        driver.execute("PRAGMA cipher_log_level = NONE")
        driver.execute("PRAGMA key = '{}'".format(passphrase.replace("'", "''")))
    driver.execute("PRAGMA busy_timeout = 250")
    driver.execute("PRAGMA trusted_schema = OFF")
    driver.execute("PRAGMA cell_size_check = ON")
    if writable:
        driver.execute("PRAGMA locking_mode = EXCLUSIVE")
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
        driver.execute("COMMIT")
        driver.execute("PRAGMA journal_mode = WAL")
        driver.execute("PRAGMA synchronous = FULL")
    else:
        driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
        driver.execute("PRAGMA query_only = ON")
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute("PRAGMA recursive_triggers = ON")
    driver.execute("PRAGMA temp_store = MEMORY")
    driver.execute("PRAGMA cache_size = -65536")


def _said_as_it_is(path: Path, passphrase: str | None, error: Exception) -> CannotOpen:
    """What an error on opening means, as a sentence."""
    message = str(error)
    if "locked" in message or "busy" in message:
        return EngagementInUse(path)
    if "not a database" in message or "file is encrypted" in message:
        if is_plain_sqlite(path):
            return NotEncrypted(path) if passphrase is not None else DamagedEngagement(path)
        if passphrase is not None:
            return WrongPassphrase(path) if looks_encrypted(path) else NotAnEngagement(path)
        return NeedsPassphrase(path) if looks_encrypted(path) else NotAnEngagement(path)
    return DamagedEngagement(path)
