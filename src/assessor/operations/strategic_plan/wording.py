"""Words as they stand inside a sentence, alike wherever the plan is gathered or laid out."""

import re

_LEADING = {
    "a", "all", "an", "both", "each", "every", "few", "he", "if", "in", "it", "no", "on", "one", "our",
    "she", "some", "that", "the", "their", "these", "they", "this", "those", "we", "when", "with", "you",
}  # fmt: skip
_NAMES = {
    "English", "Spanish", "January", "February", "March", "April", "June", "July", "August", "September",
    "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
}  # fmt: skip
_NAME_WORDS = 3  # a name shows a second capital this early: "Chief of Police"


def lower_first(text: str) -> str:
    """The text with its first letter small; codes, acronyms, titles and names keep theirs.

    "K06", "SROs’ call log", "Chief of Police" and "Oak Elementary" stay as they are.
    """
    words = re.split(r"[,;:.]", text, maxsplit=1)[0].split()
    if not words or not words[0][:1].isupper() or _is_name(words):
        return text
    return text[:1].lower() + text[1:]


def _is_name(words: list[str]) -> bool:
    """Whether the words begin with a code, an acronym or a name."""
    first = words[0]
    if first.lower() in _LEADING:
        return False
    if first in _NAMES or any(letter.isupper() or letter.isdigit() for letter in first[1:]):
        return True
    return any(
        word[:1].isupper() and word[1:2].islower() and word not in _NAMES for word in words[1:_NAME_WORDS]
    )
