"""FILE: open, change, undo and back up an engagement."""

from assessor.store.engagement import Engagement
from assessor.store.errors import CannotOpen, CannotUndo, NeedsPassphrase, ReadOnlyEngagement, WrongPassphrase
from assessor.store.journal import LASTING
from assessor.store.search_index import Hit

__all__ = [
    "LASTING",
    "CannotOpen",
    "CannotUndo",
    "Engagement",
    "Hit",
    "NeedsPassphrase",
    "ReadOnlyEngagement",
    "WrongPassphrase",
]
