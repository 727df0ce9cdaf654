"""Long work in a pool thread, with progress, cancel and its end told on the thread of the screen."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from assessor.progress import Progress, Work


class Job(QObject):
    """One piece of work. Connect, then `start`: it ends finished, failed or cancelled."""

    progressed = Signal(Progress)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, make_work: Callable[[], Work[Any]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_work = make_work
        self._is_cancelled = Event()
        self.is_running = False
        for ended in (self.finished, self.failed, self.cancelled):
            ended.connect(self._ended)

    def start(self) -> None:
        """Begin in a thread of the pool; the work is made there too."""
        self.is_running = True
        QThreadPool.globalInstance().start(_Runner(self._run))

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it changed is rolled back."""
        self._is_cancelled.set()

    def _ended(self) -> None:
        self.is_running = False

    def _run(self) -> None:
        try:
            work = self._make_work()
            while not self._is_cancelled.is_set():
                self.progressed.emit(next(work))
            work.close()
            self.cancelled.emit()
        except StopIteration as end:
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001  # handed to the screen, which says it
            self.failed.emit(error)


class _Runner(QRunnable):
    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run

    def run(self) -> None:
        """Called by the pool."""
        self._run()
