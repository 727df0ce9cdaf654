"""Answers as the file keeps them: points as worded, texts without addresses, and nobody's names."""

import re
from collections.abc import Iterable

from assessor.exchange.answers import normal
from assessor.exchange.responses import Answer, AnswerState

DONT_KNOW = "DK"

# Text that people write may hold what their own columns do not: it is cut out before it is kept.
# What comes first is quickly looked for, and is in every text that the pattern after it fits.
_CONTACTS = (
    (re.compile("@"), re.compile(r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+"), "[e-mail address removed]"),
    (
        re.compile(r"\d\.\d"),
        re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"),
        "[network address removed]",
    ),
    (
        re.compile(r"\d[ .-]\d{4}"),
        re.compile(r"(?<!\d)(?:\+?\d{1,3}[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)"),
        "[phone number removed]",
    ),
)


def without_contacts(text: str) -> str:
    """A text without the e-mail addresses, network addresses and phone numbers in it."""
    for mark, pattern, words in _CONTACTS:
        if mark.search(text):
            text = pattern.sub(words, text)
    return text


def hold_contacts(texts: Iterable[str]) -> bool:
    """Whether any of the texts holds such an address or number."""
    together = "\n".join(texts)
    return any(mark.search(together) and pattern.search(together) for mark, pattern, _ in _CONTACTS)


def kept_answer(answer: Answer, kind: str, labels: dict[str, str]) -> int | str | list[str] | None:
    """An answer as the file keeps it, None where it could not be read; reversing is left to the analysis.

    `kind` is that of the question; `labels` give a choice the words of the form.
    """
    if answer.state is AnswerState.UNREAD:
        return None
    if answer.state is AnswerState.DONT_KNOW:
        return DONT_KNOW
    if kind == "multiple_choice":
        return [*answer.choices, *(without_contacts(other) for other in answer.others)]
    if answer.score is not None:
        return answer.score
    if kind == "number":
        return int(answer.number) if answer.number.lstrip("-").isdecimal() else answer.number
    return without_contacts(labels.get(normal(answer.text), answer.text))
