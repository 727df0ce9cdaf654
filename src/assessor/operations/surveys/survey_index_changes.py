"""The indexes of two waves side by side, and their difference where all behind them was asked alike."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from assessor.analysis.partnership import (
    COMMUNITY,
    COMMUNITY_TRUST_CONSTRUCTS,
    PARTIES,
    PARTNERSHIP_CONSTRUCTS,
    TRUST_CONSTRUCTS,
    Index,
    community_trust_index,
    partnership_index,
    trust_index,
)
from assessor.operations.surveys.survey_change_rows import IndexChange
from assessor.operations.surveys.survey_reading import WaveAnswers, constructs_in_order
from assessor.operations.surveys.survey_tellings import answers_to_items
from assessor.operations.surveys.survey_wave_pairs import GroupPairs
from assessor.terms import Group

NOT_THERE: Final = "One of the waves has no such index: a group or a construct it needs is missing or hidden."
OTHER_PARTIES: Final = "Other groups stand behind it in each wave."
OTHER_ITEMS: Final = "Not all items behind it were asked alike in both waves."
_INDEXES = (
    ("partnership", partnership_index, PARTNERSHIP_CONSTRUCTS),
    ("trust", trust_index, TRUST_CONSTRUCTS),
    ("community_trust", community_trust_index, COMMUNITY_TRUST_CONSTRUCTS),
)


def compare_indexes(
    before: WaveAnswers, after: WaveAnswers, pairs: Mapping[Group, GroupPairs]
) -> tuple[IndexChange, ...]:
    """The indexes that one of two waves has, side by side. Source: domain.md 2.5 items 9 and 12."""
    earlier, later = (_means(wave) for wave in (before, after))
    found = []
    for code, index_of, constructs in _INDEXES:
        first, second = index_of(earlier), index_of(later)
        if first is None and second is None:
            continue
        why = _why_not(first, second)
        if not why and first is not None and not _alike(before, after, pairs, first, constructs):
            why = OTHER_ITEMS
        difference = None if why or first is None or second is None else second.value - first.value
        found.append(IndexChange(code, first, second, difference, why))
    return tuple(found)


def _means(wave: WaveAnswers) -> dict[Group, dict[str, Decimal]]:
    """The means of constructs that may be shown, by group; a single item is no construct's mean."""
    means: dict[Group, dict[str, Decimal]] = {}
    for group in (*PARTIES, *COMMUNITY):
        for construct in constructs_in_order(wave.questions):
            items = wave.items_of(construct, group)
            mean = answers_to_items(wave, items, group).mean if len(items) > 1 else None
            if mean is not None:
                means.setdefault(group, {})[construct] = mean
    return means


def _why_not(first: Index | None, second: Index | None) -> str:
    if first is None or second is None:
        return NOT_THERE
    same = [group for group, _ in first.parties] == [group for group, _ in second.parties]
    return "" if same else OTHER_PARTIES


def _alike(
    before: WaveAnswers,
    after: WaveAnswers,
    pairs: Mapping[Group, GroupPairs],
    index: Index,
    constructs: tuple[str, ...],
) -> bool:
    """Whether each construct behind an index was asked with the same items in both waves."""
    for group, _ in index.parties:
        for construct in constructs:
            compared = {pair.after.code for pair in pairs[group].of_construct(construct)}
            for wave in (before, after):
                if {item.code for item in wave.items_of(construct, group)} != compared:
                    return False
    return True
