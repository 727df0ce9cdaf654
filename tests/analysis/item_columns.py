"""Answers written down person by person, as the columns that are counted."""

from collections.abc import Sequence

from assessor.analysis.surveys import AGREEMENT, Answer, Scale, Summary
from assessor.analysis.tallies import ItemColumn, tally_items


def column_of(answers: Sequence[Answer], scale: Scale = AGREEMENT) -> ItemColumn:
    """One answer a person."""
    found = tuple(dict.fromkeys(answers))
    return ItemColumn(found, [found.index(answer) for answer in answers], scale)


def columns_of(persons: Sequence[Sequence[Answer]], scale: Scale = AGREEMENT) -> list[ItemColumn]:
    """Persons × items."""
    return [column_of(answers, scale) for answers in zip(*persons, strict=True)]


def summarize_construct(persons: Sequence[Sequence[Answer]], scale: Scale = AGREEMENT) -> Summary:
    """What a group answered to the items of a construct."""
    return tally_items(columns_of(persons, scale)).summary


def summarize_item(answers: Sequence[Answer], scale: Scale = AGREEMENT) -> Summary:
    """What a group answered to one item."""
    return tally_items([column_of(answers, scale)]).summary
