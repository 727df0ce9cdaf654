"""One engagement file: opened, read, changed under a label, undone, listened to and closed."""

import platform
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from assessor.model import new_id
from assessor.store import journal, migrating, schema, search_index
from assessor.store.connections import Driver, check_whole, connect, is_writable
from assessor.store.errors import (
    AlreadyThere,
    CannotCreate,
    CannotUndo,
    NoSuchFile,
    NotAnEngagement,
    ReadOnlyEngagement,
)
from assessor.store.journal import Listener, UndoStack


class Engagement:
    """An open engagement file. Use `create` or `open`; `close` when done, or a with statement."""

    def __init__(self, driver: Driver, path: Path, *, encrypted: bool, read_only: str, author: str) -> None:
        self.path = path
        self.is_encrypted = encrypted
        self.read_only = read_only
        """Why nothing can be changed, as a sentence; empty when it can."""
        self.author = author
        self.changed_at: datetime | None = None
        self._driver = driver
        self._engine = create_engine("sqlite://", creator=lambda: driver, module=dbapi2, poolclass=StaticPool)
        event.listen(self._engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        self._lock = threading.RLock()
        self._session: Session | None = None
        self._is_changing = False
        self._listeners: list[Listener] = []
        self._undo_stack: UndoStack | None = None

    @classmethod
    def create(cls, path: Path, passphrase: str | None = None, *, author: str = "You") -> "Engagement":
        """Make a new, empty engagement. Raises AlreadyThere or CannotCreate; nothing is left behind."""
        if path.exists():
            raise AlreadyThere(path)
        try:
            path.touch(exist_ok=False)
        except OSError as error:
            raise CannotCreate(path) from error
        try:
            engagement = cls(
                connect(path, passphrase, writable=True),
                path,
                encrypted=passphrase is not None,
                read_only="",
                author=author,
            )
            schema.create(engagement._engine)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        engagement._start_journal()
        return engagement

    @classmethod
    def open(cls, path: Path, passphrase: str | None = None, *, author: str = "You") -> "Engagement":
        """Open an engagement: check, copy aside and migrate an older one, start the journal.

        Raises a CannotOpen that says what is wrong. A newer or write-protected file opens read-only.
        """
        if not path.is_file():
            raise NoSuchFile(path)
        if path.stat().st_size == 0:
            raise NotAnEngagement(path)
        writable = is_writable(path)
        driver = connect(path, passphrase, writable=writable)
        try:
            version = schema.version_of(driver)
            if version is None:
                raise NotAnEngagement(path)
            check_whole(driver, path)
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

    def __enter__(self) -> "Engagement":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it: one file remains."""
        with self._lock:
            if not self.read_only:
                self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._engine.dispose()
            self._driver.close()

    def _bring_up_to_date(self, version: int) -> None:
        if version < schema.SCHEMA_VERSION:
            migrating.migrate(self._engine, self._driver, self.path, version, migrating.steps())

    def _start_journal(self) -> None:
        for statement in (*journal.triggers(), *search_index.triggers()):
            self._driver.execute(statement)

    # Reading and changing

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
    def change(self, label: str) -> Iterator[Session]:
        """A session in which everything written is one change, called `label` in the history.

        It is committed when the block ends and leaves no trace when the block raises or writes nothing.
        """
        with self._changing(label, reverses=None) as session:
            yield session

    @contextmanager
    def _changing(self, label: str, reverses: str | None) -> Iterator[Session]:
        if self.read_only:
            raise ReadOnlyEngagement(self.read_only)
        with self._lock:
            if self._is_changing or self._session is not None:
                raise RuntimeError(f"“{label}” was begun inside another change or lookup")
            self._is_changing = True
            change_id = new_id()
            try:
                with Session(self._engine) as session:
                    session.connection()
                    self._begin(change_id, label, reverses)
                    yield session
                    session.flush()
                    touched = self._finish(change_id)
                    if touched:
                        session.commit()
            finally:
                self._is_changing = False
            if touched:
                if self._undo_stack is not None:
                    self._undo_stack.add(change_id, reverses)
                self.changed_at = datetime.now(UTC)
        if touched:
            for listener in list(self._listeners):
                listener(touched)

    def _begin(self, change_id: str, label: str, reverses: str | None) -> None:
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        self._driver.execute("PRAGMA defer_foreign_keys = ON")
        self._driver.execute(
            "INSERT INTO change (id, label, author, made_at, device, schema, reverses)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (change_id, label, self.author, moment, platform.system(), schema.SCHEMA_VERSION, reverses),
        )
        self._driver.execute("INSERT INTO open_change VALUES (?)", (change_id,))

    def _finish(self, change_id: str) -> frozenset[str]:
        """Close the change and tell which tables it touched."""
        self._driver.execute("DELETE FROM open_change")
        rows = self._driver.execute(
            "SELECT DISTINCT table_name FROM row_change WHERE change_id = ?", (change_id,)
        )
        return frozenset(row[0] for row in rows)

    # Undo and redo

    def can_undo(self) -> str | None:
        """The label of the change that undo takes back, or None."""
        return self._label_of(self._stack().done)

    def can_redo(self) -> str | None:
        """The label of the change that redo makes again, or None."""
        return self._label_of(self._stack().undone)

    def undo(self) -> str:
        """Take back the newest change and return its label. Raises CannotUndo."""
        return self._reverse(self._stack().done, "undo")

    def redo(self) -> str:
        """Make the change undone last again and return its label. Raises CannotUndo."""
        return self._reverse(self._stack().undone, "redo")

    def _reverse(self, stack: list[str], verb: str) -> str:
        label = self._label_of(stack)
        if label is None:
            raise CannotUndo(f"There is nothing to {verb}.")
        change_id = stack[-1]
        with self._changing(label, reverses=change_id):
            journal.put_back(self._driver, change_id, label)
        return label

    def _stack(self) -> UndoStack:
        with self._lock:
            if self._undo_stack is None:
                rows = self._driver.execute(
                    "SELECT id, reverses FROM change WHERE schema = ? ORDER BY number",
                    (schema.SCHEMA_VERSION,),
                )
                self._undo_stack = UndoStack(rows.fetchall())
            return self._undo_stack

    def _label_of(self, stack: list[str]) -> str | None:
        if not stack:
            return None
        with self._lock:
            found = self._driver.execute("SELECT label FROM change WHERE id = ?", (stack[-1],)).fetchone()
        label: str = found[0]
        return label

    # Listening

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the names of the tables touched after every change; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    # Outside the journal

    def keep_draft(self, key: str, text: str) -> None:
        """Keep the line being typed; an empty text drops it."""
        if self.read_only:
            raise ReadOnlyEngagement(self.read_only)
        with self._lock:
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

    def search(self, typed: str, limit: int = 50) -> list[search_index.Hit]:
        """What holds the words typed, best first."""
        with self._lock:
            return search_index.search(self._driver, typed, limit)


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
