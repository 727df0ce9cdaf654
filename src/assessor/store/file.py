"""An engagement as a file: made, opened, checked, read, searched and closed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from sqlalchemy import create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from assessor.store import migrating, schema, search_index
from assessor.store.attachments import keep_attachment
from assessor.store.connections import Driver, check_whole, connect, has_log, is_writable, saying_when_full
from assessor.store.errors import (
    AlreadyThere,
    CannotCreate,
    DamagedEngagement,
    EngagementInUse,
    HoldsStrangers,
    NoSuchFile,
    NotAnEngagement,
    ReadOnlyEngagement,
)


class EngagementFile:
    """An open engagement file, and all that is kept in it beside the journal."""

    def __init__(self, driver: Driver, path: Path, *, encrypted: bool, read_only: str, author: str) -> None:
        self.path = path
        self.is_encrypted = encrypted
        self.read_only = read_only
        """Why nothing can be changed, as a sentence; empty when it can."""
        self.author = author
        self._driver = driver
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: driver,
            module=dbapi2,
            poolclass=StaticPool,
            hide_parameters=True,  # else an error takes what people said into the log
        )
        event.listen(self._engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        self._is_closed = False
        self._lock = threading.RLock()
        self._session: Session | None = None
        self._is_changing = False

    @classmethod
    def create(cls, path: Path, passphrase: str | None = None, *, author: str = "You") -> Self:
        """Make a new, empty engagement. Raises AlreadyThere or CannotCreate; nothing is left behind."""
        if path.exists():
            raise AlreadyThere(path)
        try:
            path.touch(exist_ok=False)
        except OSError as error:
            raise CannotCreate(path) from error
        encrypted = passphrase is not None
        try:
            driver = connect(path, passphrase, writable=True)
            try:
                engagement = cls(driver, path, encrypted=encrypted, read_only="", author=author)
                schema.create(engagement._engine)
            except BaseException:
                driver.close()
                raise
        except BaseException as error:
            for left in (path, path.with_name(f"{path.name}-wal")):
                left.unlink(missing_ok=True)
            if isinstance(error, DamagedEngagement | OperationalError):  # there is no room for it
                raise CannotCreate(path) from error
            raise
        engagement._start_journal()
        return engagement

    @classmethod
    def open(
        cls, path: Path, passphrase: str | None = None, *, author: str = "You", only_read: bool = False
    ) -> Self:
        """Open an engagement: check, copy aside and migrate an older one, start the journal.

        Raises a CannotOpen that says what is wrong. A newer or write-protected file opens read-only. With
        `only_read` nothing is written at all: no migration, no log, not a byte of the file.
        """
        if not path.is_file():
            raise NoSuchFile(path)
        if path.stat().st_size == 0:
            raise NotAnEngagement(path)
        if only_read and has_log(path):
            raise EngagementInUse(path)
        writable = not only_read and is_writable(path)
        driver = connect(path, passphrase, writable=writable)
        try:
            version = _checked_version(driver, path)
            read_only = _why_read_only(path, writable=writable, version=version)
            engagement = cls(
                driver, path, encrypted=passphrase is not None, read_only=read_only, author=author
            )
            if not read_only:
                engagement._bring_up_to_date(version)
                engagement._start_journal()
        except BaseException:
            driver.close()
            raise
        if read_only:
            driver.execute("PRAGMA query_only = ON")
        return engagement

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it: one file remains.

        On a full disk the log stays beside the file, and is folded in when it is opened next.
        """
        if self._is_closed:
            return
        self._is_closed = True
        with self._lock, suppress(dbapi2.OperationalError):
            if not self.read_only:
                self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with self._lock:
            self._engine.dispose()
            self._driver.close()

    def _bring_up_to_date(self, version: int) -> None:
        if version < schema.SCHEMA_VERSION:
            migrating.migrate(self._engine, self._driver, self.path, version, migrating.steps())

    def _start_journal(self) -> None:
        """Make the connection journal what it writes: an Engagement does."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session to look things up in. Lookups may call lookups: they share it."""
        with self._lock:
            if self._is_changing:
                raise RuntimeError("a change is open: look things up with its own session")
            if self._session is not None:
                yield self._session
                return
            with Session(self._engine) as session:
                self._session = session
                try:
                    yield session
                finally:
                    self._session = None

    @contextmanager
    def holding(self) -> Iterator[Driver]:
        """The bare connection, held so that nothing changes meanwhile: for whole-file work in the store."""
        with self._lock:
            yield self._driver

    def keep_draft(self, key: str, text: str) -> None:
        """Keep the line being typed; an empty text drops it."""
        if self.read_only:
            raise ReadOnlyEngagement(self.read_only)
        with self._lock, saying_when_full(self.path):
            if text:
                moment = datetime.now(UTC).isoformat()
                self._driver.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (key, text, moment))
            else:
                self._driver.execute("DELETE FROM draft WHERE key = ?", (key,))

    def get_draft(self, key: str) -> str:
        """The line kept under a key, or an empty text."""
        with self._lock:
            found = self._driver.execute("SELECT text FROM draft WHERE key = ?", (key,)).fetchone()
        return found[0] if found else ""

    def keep_attachment(self, session: Session, content: bytes, media_type: str) -> str:
        """Keep the bytes of a file inside the change open, once for all; returns its hash."""
        return keep_attachment(session, content, media_type)

    def read_attachment(self, sha256: str) -> bytes:
        """The bytes kept under a hash. Raises KeyError when there are none."""
        with self._lock:
            found = self._driver.execute(
                "SELECT content FROM attachment WHERE sha256 = ?", (sha256,)
            ).fetchone()
        if found is None:
            raise KeyError(sha256)
        return bytes(found[0])

    def check_integrity(self) -> list[str]:
        """What SQLite finds wrong with the file; nothing when it is whole."""
        with self._lock:
            found = [row[0] for row in self._driver.execute("PRAGMA integrity_check")]
            orphans = self._driver.execute("PRAGMA foreign_key_check").fetchall()
        wrong = [line for line in found if line != "ok"]
        return wrong + [f"{row[0]} refers to a missing {row[2]}" for row in orphans]

    def search(self, typed: str, limit: int = 50) -> list[search_index.Hit]:
        """What holds the words typed, best first."""
        with self._lock:
            return search_index.search(self._driver, typed, limit)


def _checked_version(driver: Driver, path: Path) -> int:
    """The version of the file's tables. Raises a CannotOpen unless it is whole and an engagement."""
    version = schema.version_of(driver)
    if version is None:
        raise NotAnEngagement(path)
    if schema.holds_strangers(driver):
        raise HoldsStrangers(path)
    check_whole(driver, path)
    if version == schema.SCHEMA_VERSION and schema.lacks_anything(driver):
        raise DamagedEngagement(path)
    return version


def _why_read_only(path: Path, *, writable: bool, version: int) -> str:
    if version > schema.SCHEMA_VERSION:
        return (
            f"{path.name} was made by a newer Assessor and can only be read here. "
            "Install the newer Assessor to change it."
        )
    if not writable:
        return (
            f"{path.name} is write-protected and can only be read. Copy it to a folder of yours to change it."
        )
    return ""
