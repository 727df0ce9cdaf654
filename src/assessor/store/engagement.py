"""One engagement file: read, changed under a label, undone and listened to."""

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from assessor.model import new_id
from assessor.store import forgetting, journal, schema, search_index
from assessor.store.connections import Driver, saying_when_full
from assessor.store.errors import CannotUndo, ReadOnlyEngagement
from assessor.store.file import EngagementFile
from assessor.store.journal import LASTING, Listener, UndoStack


class Engagement(EngagementFile):
    """An open engagement. Use `create` or `open`; `close` when done, or a with statement."""

    def __init__(self, driver: Driver, path: Path, *, encrypted: bool, read_only: str, author: str) -> None:
        super().__init__(driver, path, encrypted=encrypted, read_only=read_only, author=author)
        self.changed_at: datetime | None = None
        self._listeners: list[Listener] = []
        self._undo_stack: UndoStack | None = None

    @contextmanager
    def change(self, label: str, *, is_lasting: bool = False) -> Iterator[Session]:
        """A session in which everything written is one change, called `label` in the history.

        It is committed when the block ends and leaves no trace when the block raises or writes nothing.
        A lasting change is not taken back by undo: what everything rests on.
        """
        with self._changing(label, reverses=None, is_lasting=is_lasting) as session:
            yield session

    @contextmanager
    def _changing(
        self, label: str, reverses: str | None, *, is_lasting: bool = False, is_kept: bool = False
    ) -> Iterator[Session]:
        if self.read_only:
            raise ReadOnlyEngagement(self.read_only)
        with self._lock:
            if self._is_changing or self._session is not None:
                raise RuntimeError(f"“{label}” was begun inside another change or lookup")
            self._is_changing = True
            change_id = new_id()
            try:
                with saying_when_full(self.path), Session(self._engine) as session:
                    session.connection()
                    self._begin(change_id, label, reverses, LASTING if is_lasting else schema.SCHEMA_VERSION)
                    yield session
                    session.flush()
                    touched = self._finish(change_id)
                    if touched or is_kept:
                        session.commit()
            finally:
                self._is_changing = False
            if touched:
                if self._undo_stack is not None and not is_lasting:
                    self._undo_stack.add(change_id, reverses)
                self.changed_at = datetime.now(UTC)
        if touched:
            for listener in list(self._listeners):
                listener(touched)

    def _begin(self, change_id: str, label: str, reverses: str | None, version: int) -> None:
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        self._driver.execute("PRAGMA defer_foreign_keys = ON")
        self._driver.execute(
            "INSERT INTO change (id, label, author, made_at, device, schema, reverses)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (change_id, label, self.author, moment, platform.system(), version, reverses),
        )
        self._driver.execute("INSERT INTO open_change VALUES (?)", (change_id,))

    def _finish(self, change_id: str) -> frozenset[str]:
        """Close the change and tell which tables it touched."""
        self._driver.execute("DELETE FROM open_change")
        rows = self._driver.execute(
            "SELECT DISTINCT table_name FROM row_change WHERE change_id = ?", (change_id,)
        )
        return frozenset(row[0] for row in rows)

    def forget(self, label: str, table: str, **where: str) -> tuple[Path, ...]:
        """Remove rows for good, as a change that undo cannot take back: those that hold these values, or all.

        Nothing of them is left in journal, free pages, log, or the copies made beside the file; the history
        keeps that it was done. Returns the copies that could not be opened: delete those by hand.
        """

        def drop(schema: str) -> None:
            forgetting.drop_rows(self._driver, table, where, schema)
            forgetting.drop_traces(self._driver, table, where, self._open_change(), schema)

        return self._forget(label, drop)

    def reword(self, label: str, texts: forgetting.Texts, reworded: Callable[[str], str]) -> tuple[Path, ...]:
        """Put other words into these columns of texts for good: their earlier wordings are forgotten too.

        As `forget`. Changes made before can still be undone; they put back the new words.
        """
        return self._forget(label, lambda schema: forgetting.reword(self._driver, texts, reworded, schema))

    def _forget(self, label: str, forget: Callable[[str], None]) -> tuple[Path, ...]:
        with self._lock:
            forgetting.check_room(self.path)
            self._driver.execute("PRAGMA secure_delete = ON")
            try:
                with self._changing(label, None, is_lasting=True, is_kept=True):
                    forget("main")
                with saying_when_full(self.path):
                    forgetting.wipe(self._driver)
                return forgetting.in_copies(self._driver, self.path, forget)
            finally:
                self._undo_stack = None
                self._driver.execute("PRAGMA secure_delete = OFF")

    def _open_change(self) -> str:
        found = self._driver.execute("SELECT id FROM open_change").fetchone()
        return found[0] if found else ""

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
                    "SELECT id, reverses FROM change WHERE schema = ?"
                    " AND id IN (SELECT change_id FROM row_change) ORDER BY number",
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

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the names of the tables touched after every change; returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _start_journal(self) -> None:
        for statement in (*journal.triggers(), *search_index.triggers()):
            self._driver.execute(statement)

    def _stop_journal(self) -> None:
        names = self._driver.execute("SELECT name FROM sqlite_temp_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            self._driver.execute(f"DROP TRIGGER temp.{name}")
        self._driver.execute("DROP TABLE temp.open_change")

    @contextmanager
    def without_journal(self) -> Iterator[Driver]:
        """One transaction that the journal does not see, for filling a new file from an export."""
        with self._lock:
            self._stop_journal()
            self._driver.execute("BEGIN IMMEDIATE")
            try:
                self._driver.execute("PRAGMA defer_foreign_keys = ON")
                yield self._driver
                self._driver.execute("COMMIT")
            finally:
                if self._driver.in_transaction:
                    self._driver.execute("ROLLBACK")
                self._start_journal()
