"""Items hidden beside others, so that none can be subtracted from its construct."""

from assessor.analysis.disclosure import Cell
from assessor.analysis.item_sets import hide_beside, tells_no_item

ALIKE = Cell(14, (0, 0, 0, 14, 0))
MIXED = Cell(14, (2, 3, 4, 3, 2))
FEW = Cell(6, (1, 1, 2, 1, 1))


def test_where_nothing_is_hidden_nothing_more_is():
    assert hide_beside({"A": MIXED, "B": MIXED}, (), 10) == frozenset()


def test_a_single_hidden_item_takes_the_next_smallest_with_it():
    smaller = Cell(12, (2, 3, 3, 2, 2))
    assert hide_beside({"A": MIXED, "B": ALIKE, "C": smaller}, {"B"}, 10) == {"B", "C"}


def test_of_equals_the_first_goes():
    assert hide_beside({"A": MIXED, "B": ALIKE, "C": MIXED}, {"B"}, 10) == {"A", "B"}


def test_two_items_answered_alike_do_not_hide_each_other():
    cells = {"A": ALIKE, "B": ALIKE, "C": MIXED}
    assert hide_beside(cells, {"A", "B"}, 10) == {"A", "B", "C"}


def test_few_answers_together_do_not_hide_each_other():
    fewer = Cell(3, (1, 0, 1, 0, 1))
    assert hide_beside({"A": FEW, "B": fewer, "C": MIXED}, {"A", "B"}, 10) == {"A", "B", "C"}


def test_what_is_left_to_hide_may_not_be_enough():
    assert hide_beside({"A": ALIKE, "B": ALIKE}, {"A"}, 10) == {"A", "B"}
    assert not tells_no_item([ALIKE, ALIKE], 10)


def test_nothing_hidden_gives_nothing_away_and_one_alone_does():
    assert tells_no_item([], 10)
    assert not tells_no_item([MIXED], 10)
    assert tells_no_item([MIXED, FEW], 10)
