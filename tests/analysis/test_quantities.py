"""Words of quantity against counts (golden-thread rule G13)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.quantities import Quantity, QuantityRules, check_quantities, find_quantities


def words_in(text):
    return [(claim.words, claim.quantity) for claim in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "count", "of", "holds"),
    [
        ("Most teachers know whom to call.", 3, 4, True),
        ("Most teachers know whom to call.", 74, 100, False),
        ("All administrators met the SRO.", 4, 4, True),
        ("All administrators met the SRO.", 3, 4, False),
        ("Few parents know the SRO's name.", 1, 4, True),
        ("Few parents know the SRO's name.", 26, 100, False),
        ("Few parents know the SRO's name.", 0, 10, False),
        ("A few students said so.", 1, 10, True),
        ("None of the groups raised it.", 0, 5, True),
        ("No one raised it.", 1, 5, False),
        ("More than half of the staff agree.", 5, 10, False),
        ("A majority of the staff agrees.", 6, 10, True),
        ("Almost all staff agree.", 9, 10, True),
        ("Not all staff agree.", 10, 10, False),
        ("Not everyone agrees.", 9, 10, True),
        ("Everyone agrees.", 9, 10, False),
        ("Every administrator agrees.", 4, 4, True),
        ("Hardly anyone knew.", 1, 20, True),
        ("Some teachers know whom to call.", 1, 100, True),
    ],
)
def test_a_sentence_holds_or_not(text, count, of, holds):
    assert (check_quantities(text, count, of) == ()) is holds


def test_a_fault_names_the_word_its_place_and_the_count():
    (fault,) = check_quantities("In both schools most teachers agree.", 5, 12)
    assert fault.why == "“most” means 75% or more, but it was 5 of 12 (41.7%)."
    assert "In both schools most"[fault.claim.start : fault.claim.end] == "most"


def test_every_word_of_a_sentence_is_held_against_the_count():
    faults = check_quantities("Most teachers, all of them new, agree; few do not.", 5, 10)
    assert [fault.claim.quantity for fault in faults] == [Quantity.MOST, Quantity.ALL, Quantity.FEW]


@pytest.mark.parametrize(
    "text",
    [
        "It takes at most ten minutes.",
        "The most important point, and its most visible, came first.",
        "They most often call by radio, most likely at noon.",
        "Not at all; after all, above all, first of all.",
        "They meet every day, every other week and all year.",
        "In the last few weeks, a few days after, for a few more weeks.",
        "Quite a few said so; no few said so.",
        "Overall the call came almost too late, foremost by phone.",
        "All right, they were there all the time, most of the time, most days.",
        "An all-staff meeting heard of all kinds of things.",
    ],
)
def test_words_that_look_alike_are_passed_over(text):
    assert words_in(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("almost all", [("almost all", Quantity.MOST)]),
        ("not all", [("not all", Quantity.NOT_ALL)]),
        ("the vast majority", [("vast majority", Quantity.MOST)]),
        ("Most of the teachers", [("Most", Quantity.MOST)]),
        ("only a few", [("only a few", Quantity.FEW)]),
        ("MOST AGREE", [("MOST", Quantity.MOST)]),
        ("almost\n  all agree", [("almost\n  all", Quantity.MOST)]),
        ("a handful of parents", [("a handful of", Quantity.FEW)]),
    ],
)
def test_the_longest_phrase_is_the_one_that_counts(text, claims):
    assert words_in(text) == claims


def test_the_limits_can_be_set():
    rules = QuantityRules(most_from=60, few_to=10)
    assert check_quantities("Most agree.", 6, 10, rules) == ()
    assert "60% or more" in check_quantities("Most agree.", 5, 10, rules)[0].why
    assert check_quantities("Few agree.", 2, 10, rules)
    with pytest.raises(ValueError, match="most begins"):
        QuantityRules(most_from=40)


@pytest.mark.parametrize(("count", "of"), [(0, 0), (-1, 4), (5, 4)])
def test_a_count_that_cannot_be_is_refused(count, of):
    with pytest.raises(ValueError, match="no count"):
        check_quantities("Most agree.", count, of)


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_contrary_words_never_both_hold_and_all_is_also_most(counted):
    count, of = counted
    holds = {
        word: not check_quantities(f"{word} agree", count, of)
        for word in ("all", "most", "few", "none", "not all")
    }
    assert holds["all"] is not holds["not all"]
    assert not (holds["most"] and holds["few"])
    assert not (holds["none"] and holds["few"])
    assert holds["most"] or not holds["all"]


@given(st.text(max_size=200))
def test_any_text_is_read_and_claims_lie_in_it(text):
    for claim in find_quantities(text):
        assert text[claim.start : claim.end] == claim.words
