"""A clock for stamps in the notes: never back, even when the computer's clock is set while people talk."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

_SLEPT = timedelta(seconds=5)


def _wall() -> datetime:
    return datetime.now(UTC)


class SteadyClock:
    """The time of day, carried on from one look at the wall clock; only sleep of the computer moves it on."""

    def __init__(
        self, wall: Callable[[], datetime] = _wall, counted: Callable[[], float] = monotonic
    ) -> None:
        self._wall, self._counted = wall, counted
        self._start, self._began = wall(), counted()

    def now(self) -> datetime:
        """The moment, in UTC."""
        steady = self._start + timedelta(seconds=self._counted() - self._began)
        wall = self._wall()
        if wall - steady > _SLEPT:  # the counter stands still while the computer sleeps
            self._start, self._began = wall, self._counted()
            return wall
        return steady
