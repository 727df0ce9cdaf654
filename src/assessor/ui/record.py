"""What the window's frame shows of the record: whose it is, and what a search finds."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessor.terms import CannotDo

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_MOST_HITS = 8


@dataclass(frozen=True)
class RecordHit:
    """Something found in the record, and where it is shown."""

    title: str
    place_key: str
    element_id: str


class Record:
    """Asks the engagement on behalf of the window's frame."""

    def __init__(self, engagement: "Engagement") -> None:
        self._engagement = engagement

    def heading(self) -> tuple[str, str]:
        """The client's name and the cycle in words; the file's name while no client is named."""
        from assessor.operations.clients import get_client, list_cycles

        try:
            name = get_client(self._engagement).name
        except CannotDo:
            return self._engagement.path.stem, ""
        cycles = list_cycles(self._engagement)
        if not cycles:
            return name, ""
        cycle = QCoreApplication.translate("Record", "Cycle {number}").format(number=cycles[-1].number)
        label = cycles[-1].label
        return name, f"{cycle} · {label}" if label else cycle

    def progress(self, today: date) -> dict[str, float]:
        """How far each stage is, 0 to 1, by its key."""
        from assessor.operations.overviews import get_overview

        return get_overview(self._engagement, today).stages.parts

    def search(self, typed: str) -> list[RecordHit]:
        """What the record holds of the words typed, best first."""
        from assessor.operations.searches import search

        return [
            RecordHit(hit.title, hit.place, hit.element_id)
            for hit in search(self._engagement, typed, _MOST_HITS)
        ]
