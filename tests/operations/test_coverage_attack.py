"""Someone who knows the rules and sees every cell of a group cannot work a hidden site out."""

from collections import Counter, defaultdict
from datetime import date
from itertools import product

import pytest

from assessor.operations.coverage_cells import survey_cells
from assessor.operations.coverage_counts import NO_SITE, Answers, Plan
from assessor.terms import Group

TODAY = date(2026, 11, 12)
Counts = tuple[int, ...]
Display = tuple[tuple[str, str], ...]


def display(counts: Counts, places: tuple[str, ...], threshold: int) -> Display:
    """Every cell of a group with so many answers at each place, planned at each site and overdue."""
    answers = Answers(sum(counts), 200, "wave", by_site=Counter(dict(zip(places, counts, strict=True))))
    plans: dict[str | None, Plan] = dict.fromkeys(places[:-1], Plan(50, TODAY.replace(day=1)))
    cells = survey_cells(Group.STU, plans, answers, places[:-1], threshold, TODAY)
    return tuple((str(place), repr(cell)) for place, cell in cells.items())


@pytest.mark.parametrize(
    ("sites", "most", "threshold"), [(1, 30, 5), (2, 24, 5), (3, 18, 5), (4, 10, 5), (3, 22, 7)]
)
def test_no_small_site_can_be_told_by_someone_who_runs_the_program(
    sites: int, most: int, threshold: int
) -> None:
    """Every way up to `most` answers may lie is displayed; those displayed alike are what one can know."""
    places = (*(f"site {number}" for number in range(sites)), NO_SITE)
    alike: defaultdict[Display, list[Counts]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=len(places)):
        if sum(counts) <= most and any(counts[:-1]):
            alike[display(counts, places, threshold)].append(counts)
    for possible in alike.values():
        for place in range(len(places)):
            numbers = {counts[place] for counts in possible}
            assert len(numbers) > 1 or not 0 < next(iter(numbers)) < threshold, possible
