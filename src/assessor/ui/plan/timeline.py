"""The time scale of the calendar: months across, and where a day stands on it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from assessor.palette import PAGE_MARGIN

_SHARE, _LEAST, _MOST = 0.36, 220, 400


@dataclass(frozen=True)
class Timeline:
    """Months that share the room right of the titles evenly."""

    months: tuple[date, ...]
    today: date

    def left(self, width: float) -> float:
        """Where the months begin on a line `width` px wide."""
        return min(max(width * _SHARE, _LEAST), _MOST)

    def x_of(self, day: date, width: float) -> float:
        """Where a day begins, in px; days outside stand at the ends."""
        first = self.months[0]
        passed = (day.year - first.year) * 12 + day.month - first.month
        part = (day.day - 1) / monthrange(day.year, day.month)[1]
        share = min(max((passed + part) / len(self.months), 0.0), 1.0)
        left = self.left(width)
        return left + share * (width - PAGE_MARGIN - left)
