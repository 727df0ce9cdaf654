"""What changed since the earlier version, worked out aside: passages followed, texts compared."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assessor.operations.document_versions import (
    FollowedPassage,
    VersionComparison,
    compare_versions,
    follow_passages,
)
from assessor.ui.assess.documents.changes_pane import ChangesPane
from assessor.ui.jobs import Job

if TYPE_CHECKING:
    from assessor.ui.screens import Screen


class VersionWatching(QObject):
    """Works for one review at a time. `followed_known` once the fate of its passages is known."""

    followed_known = Signal()

    def __init__(self, screen: "Screen", pane: ChangesPane) -> None:
        super().__init__(screen)
        self._engagement, self._pane = screen.engagement, pane
        self.followed: Mapping[str, Sequence[FollowedPassage]] = {}
        self._document_id, self._is_compared = "", False
        self._jobs: list[Job] = []

    @property
    def is_busy(self) -> bool:
        """Whether something is still being worked out."""
        return bool(self._jobs)

    def open(self, review_id: str, document_id: str, *, has_earlier: bool) -> None:
        """Watch another review; what is known of the one before is dropped."""
        self.close()
        self._document_id = document_id
        self._pane.show_comparison(None)
        if has_earlier:
            job = Job(lambda: follow_passages(self._engagement, review_id), self)
            job.finished.connect(lambda found: self._followed(document_id, found))
            self._begin(job)
            job.start()

    def compare(self) -> None:
        """Compare the texts, once: what was compared stays as long as the review is open."""
        if self._is_compared or not self._document_id:
            return
        document_id, self._is_compared = self._document_id, True
        job = Job(lambda: compare_versions(self._engagement, document_id), self)
        job.finished.connect(lambda found: self._compared(document_id, found))
        job.cancelled.connect(self._forget_comparison)
        self._begin(job)
        self._pane.job.follow(job, self.tr("Comparing the versions"))

    def close(self) -> None:
        """Stop what is still under way."""
        for job in self._jobs:
            job.cancel()
        self._document_id, self._is_compared, self.followed = "", False, {}

    def _begin(self, job: Job) -> None:
        self._jobs.append(job)
        for ended in (job.finished, job.failed, job.cancelled):
            ended.connect(lambda *_: self._ended(job))

    def _ended(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()

    def _forget_comparison(self) -> None:
        self._is_compared = False

    def _followed(self, document_id: str, found: Mapping[str, Sequence[FollowedPassage]]) -> None:
        if document_id == self._document_id:
            self.followed = found
            self.followed_known.emit()

    def _compared(self, document_id: str, found: VersionComparison) -> None:
        if document_id == self._document_id:
            self._pane.show_comparison(found)
