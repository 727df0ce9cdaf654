"""The ways from survey results to what belongs to them: forms, paper, pairs."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.ui.places import PLACES, Place
from assessor.ui.widgets.buttons import QuietButton

_KEYS = ("survey_forms", "paper_batches", "dyads")


def list_elsewhere() -> list[Place]:
    """The places that belong to surveys, in the order one needs them."""
    return sorted((found for found in PLACES if found.key in _KEYS), key=lambda found: _KEYS.index(found.key))


class ElsewhereLinks(QWidget):
    """A quiet button a place; `asked` tells the place's key."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for found in list_elsewhere():
            button = QuietButton(found.title)
            button.clicked.connect(partial(self.asked.emit, found.key))
            row.addWidget(button)
