"""Labels kept apart along a line and on a plane."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.charts.spacing import Box, push_apart


def test_what_already_keeps_apart_stays():
    assert push_apart([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]


def test_neighbors_give_way_equally():
    assert push_apart([50, 50], [20, 20], 0, 100) == [40, 60]


def test_the_ends_hold():
    assert push_apart([0, 100], [20, 20], 0, 100) == [10, 90]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 10)), max_size=8))
def test_nothing_overlaps_leaves_or_changes_order_if_there_is_room(things):
    places, sizes = [thing[0] for thing in things], [thing[1] for thing in things]
    moved = push_apart(places, sizes, 0, 100, 1)
    order = sorted(range(len(places)), key=lambda index: places[index])
    edges = [(moved[i] - sizes[i] / 2, moved[i] + sizes[i] / 2) for i in order]
    assert all(one[1] + 1 <= other[0] + 1e-6 for one, other in pairwise(edges))
    assert all(left >= -1e-6 and right <= 100 + 1e-6 for left, right in edges)


@pytest.mark.parametrize(("gap", "near"), [(0, False), (2, True)])
def test_boxes_know_whether_they_come_too_near(gap, near):
    assert Box(0, 0, 10, 10).overlaps(Box(11, 0, 20, 10), gap) is near
