"""What the search box finds: screens, actions of the menus, and the record."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from assessor.ui.places import PLACES, place
from assessor.ui.record import Record
from assessor.ui.widgets.search_box import Found

_LEAST_LETTERS = 2


class Commands:
    """Finds by the words typed: every word must begin a word of what is found."""

    def __init__(self, actions: Sequence[QAction], record: Record, go: Callable[[str, str], object]) -> None:
        self._actions, self._record, self._go = actions, record, go

    def find(self, typed: str) -> list[Found]:
        """Screens first, then actions, then the record."""
        return [*self._places(typed), *self._doings(typed), *self._hits(typed)]

    def _places(self, typed: str) -> list[Found]:
        return [
            Found(one.title, one.stage.label, one.stage.icon, partial(self._go, one.key, ""))
            for one in PLACES
            if _fits(typed, f"{one.title} {one.stage.label}")
        ]

    def _doings(self, typed: str) -> list[Found]:
        places = {one.title for one in PLACES}
        return [
            Found(
                action.text().replace("&&", "&"), action.shortcut().toString(), "arrow-right", action.trigger
            )
            for action in self._actions
            if action.isEnabled()
            and action.text().rpartition(": ")[2] not in places
            and _fits(typed, action.text())
        ]

    def _hits(self, typed: str) -> list[Found]:
        if len(typed) < _LEAST_LETTERS:
            return []
        where = QCoreApplication.translate("Commands", "In {place}")
        return [
            Found(
                hit.title,
                where.format(place=place(hit.place_key).title),
                place(hit.place_key).stage.icon,
                partial(self._go, hit.place_key, hit.element_id),
            )
            for hit in self._record.search(typed)
        ]


def _fits(typed: str, words: str) -> bool:
    parts = words.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in typed.casefold().split())
