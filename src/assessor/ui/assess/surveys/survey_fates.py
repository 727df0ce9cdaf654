"""What would become of the cells of one column that is brought in, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_previews import ColumnPreview
from assessor.ui.assess.surveys.survey_words import joined, say

_MOST_LISTED = 4
_LONGEST = 40


def fate_words(told: ColumnPreview) -> str:
    """What would become of one column's cells, and why."""
    counted = (
        (told.taken, QT_TRANSLATE_NOOP("surveys", "Taken as they stand: {n}.")),
        (told.dont_know, QT_TRANSLATE_NOOP("surveys", "Kept as “don’t know”: {n}.")),
        (told.contacts, QT_TRANSLATE_NOOP("surveys", "Kept without the address or number in them: {n}.")),
    )
    parts = [say(said, n=f"{count:,}") for count, said in counted if count]
    if told.no_answer:
        said = QT_TRANSLATE_NOOP("surveys", "Taken for no answer: {n}, {values}.")
        values = quoted_values(seen.value for seen in told.no_answers)
        parts.append(say(said, n=f"{told.no_answer:,}", values=values))
    if told.refused:
        said = QT_TRANSLATE_NOOP("surveys", "Refused, because not understood: {n}, {values}.")
        values = quoted_values(seen.value for seen in told.unread)
        parts.append(say(said, n=f"{told.refused:,}", values=values))
    return " ".join(parts)


def quoted_values(values: Iterable[str]) -> str:
    """The first few of some values, each once, without addresses in them."""
    quoted = list(dict.fromkeys(f"“{_short(value)}”" for value in values))
    if len(quoted) > _MOST_LISTED:
        more = say(QT_TRANSLATE_NOOP("surveys", "{n} others"), n=f"{len(quoted) - _MOST_LISTED:,}")
        quoted = [*quoted[:_MOST_LISTED], more]
    return joined(quoted)


def _short(value: str) -> str:
    plain = " ".join(without_contacts(value).split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
