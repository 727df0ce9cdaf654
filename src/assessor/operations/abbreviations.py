"""Text expansion: the abbreviation before the cursor becomes the words it stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+$")


@dataclass(frozen=True)
class Expansion:
    """A line after an abbreviation was expanded, and where the cursor then stands."""

    text: str
    cursor: int


def expand_before(text: str, cursor: int, words: Mapping[str, str]) -> Expansion | None:
    """Put words in place of the abbreviation just before the cursor; None where there is none.

    `words` are by short form in small letters. A capital at the beginning stays one: `Ap` becomes
    `Assistant principal`. What is written in full already, as `SRO`, is left as it is.
    """
    match = _WORD.search(text[:cursor])
    if match is None:
        return None
    typed = match[0]
    found = words.get(typed.lower())
    if not found:
        return None
    if typed[0].isupper() and not typed.isupper():
        found = found[0].upper() + found[1:]
    if found == typed:
        return None
    return Expansion(text[: match.start()] + found + text[cursor:], match.start() + len(found))
