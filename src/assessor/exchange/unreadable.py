"""What is said of a foreign file that cannot be read: one sentence with its name, fault and remedy."""

import unicodedata

from assessor.terms import CannotDo

_LONGEST_NAME = 80


class UnreadableFile(CannotDo):
    """A foreign file that cannot be read, why not and where, and what to do about it."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        self.name = name
        self.why = why
        self.remedy = remedy
        super().__init__(f"“{printable(name, _LONGEST_NAME)}” cannot be read: {why}; {remedy}.")


def printable(text: str, longest: int) -> str:
    """Foreign text made fit for a message: no control or direction-changing characters, and not too long."""
    kept = "".join(mark if unicodedata.category(mark)[0] != "C" else "�" for mark in text)
    return kept if len(kept) <= longest else kept[: longest - 1] + "…"
