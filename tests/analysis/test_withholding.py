"""Counts by place are hidden so that nobody who knows the rule can work a small one out."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from assessor.analysis.disclosure import PROTECTED_WORDS
from assessor.analysis.withholding import withhold

Counts = tuple[int, ...]


def hidden(*counts: int, threshold: int = 5) -> list[str]:
    return list(withhold({str(place): count for place, count in enumerate(counts)}, threshold).values())


def test_places_large_enough_and_places_with_nobody_are_shown() -> None:
    assert hidden(12, 0, 5, 30) == ["", "", "", ""]


def test_a_small_place_hides_the_first_two_others_whatever_their_size() -> None:
    assert hidden(40, 0, 30, 3, 9) == [PROTECTED_WORDS, "", PROTECTED_WORDS, "n < 5", ""]


@pytest.mark.parametrize("counts", [(12, 3), (1, 5, 6), (2, 2, 2), (0, 4, 7)])
def test_without_enough_to_hide_behind_every_place_is_hidden_alike(counts: Counts) -> None:
    assert set(hidden(*counts)) == {PROTECTED_WORDS}


def every_way(places: int, most: int) -> Iterator[Counts]:
    """Every way up to `most` persons may be counted at so many places."""
    if not places:
        yield ()
        return
    for count in range(most + 1):
        for rest in every_way(places - 1, most - count):
            yield (count, *rest)


@pytest.mark.parametrize(
    ("places", "most", "threshold"), [(2, 60, 5), (3, 40, 5), (4, 26, 5), (5, 15, 5), (6, 11, 5), (3, 40, 10)]
)
def test_someone_who_runs_the_rule_is_left_with_three_numbers_at_least(
    places: int, most: int, threshold: int
) -> None:
    """All counts that look alike beside the same total, a total large enough to be shown."""
    alike: defaultdict[tuple[object, ...], list[Counts]] = defaultdict(list)
    for counts in every_way(places, most):
        if sum(counts) >= threshold:
            words = hidden(*counts, threshold=threshold)
            seen = [word or count for word, count in zip(words, counts, strict=True)]
            alike[sum(counts), *seen].append(counts)
    for possible in alike.values():
        for place in range(places):
            numbers = {counts[place] for counts in possible}
            assert len(numbers) >= 3 or not any(0 < number < threshold for number in numbers), possible
