"""The results of waves, worked out once and kept until something changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assessor.operations.surveys import survey_results
from assessor.operations.surveys.survey_change_rows import WaveChanges
from assessor.operations.surveys.survey_changes import compare_waves
from assessor.operations.surveys.survey_group_counts import GroupCounts, get_group_counts
from assessor.operations.surveys.survey_results import Audience, Breakdown, CommentRow, GapResult, WaveResults
from assessor.terms import Group

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

Found = TypeVar("Found")


class KeptResults:
    """Looks results up once; `forget` when the engagement changed."""

    def __init__(self, engagement: "Engagement") -> None:
        self._engagement = engagement
        self._kept: dict[tuple[Any, ...], object] = {}

    def forget(self) -> None:
        """Look everything up anew."""
        self._kept.clear()

    def results(self, wave_id: str) -> WaveResults:
        """What a wave says to the consultant."""
        look = survey_results.get_results
        return self._once((wave_id,), lambda: look(self._engagement, wave_id, Audience.INTERNAL))

    def public_counts(self, wave_id: str) -> GroupCounts:
        """The groups of a wave as the public may count them."""
        return self._once(
            (wave_id, "counts"), lambda: get_group_counts(self._engagement, wave_id, Audience.PUBLIC)
        )

    def gaps(self, wave_id: str, first: Group, second: Group) -> tuple[GapResult, ...]:
        """How far two groups lie apart."""
        if (first, second) == (Group.SRO, Group.ADM):
            return self.results(wave_id).gaps
        look = survey_results.list_gaps
        return self._once((wave_id, first, second), lambda: look(self._engagement, wave_id, first, second))

    def comments(self, wave_id: str) -> list[CommentRow]:
        """The comments of groups large enough."""
        look = survey_results.list_open_comments
        return self._once((wave_id, "comments"), lambda: look(self._engagement, wave_id, Audience.INTERNAL))

    def changes(self, before_id: str, after_id: str) -> WaveChanges:
        """What changed from one wave to another."""
        return self._once(
            (before_id, after_id, "changes"), lambda: compare_waves(self._engagement, before_id, after_id)
        )

    def breakdown(self, wave_id: str, code: str, by: str, group: Group | None) -> Breakdown:
        """A question or a construct by the choices of another. Raises CannotDo where that has none."""
        look = survey_results.get_breakdown
        return self._once(
            (wave_id, code, by, group),
            lambda: look(self._engagement, wave_id, code, by, Audience.INTERNAL, group=group),
        )

    def _once(self, key: tuple[Any, ...], look: Callable[[], Found]) -> Found:
        if key not in self._kept:
            self._kept[key] = look()
        return cast("Found", self._kept[key])
