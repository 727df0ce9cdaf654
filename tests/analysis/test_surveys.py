"""Survey scoring: the golden vectors of domain.md 10 and the rules of 2.5."""

from decimal import Decimal
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.item_columns import summarize_construct, summarize_item

from assessor.analysis.rounding import shown
from assessor.analysis.surveys import DK, Scale, YesNoSummary, has_score, reverse_score

answers = st.one_of(st.integers(1, 5), st.just(DK), st.none())
GOLDEN = [5, 4, 4, 3, 2, DK, 4, 1, 5, DK, 3, 4]


def test_reverse_items_are_turned_round():
    assert [reverse_score(answer) for answer in (1, 2, 3, 4, 5)] == [5, 4, 3, 2, 1]


def test_dont_know_and_blank_stay_what_they_are_when_an_item_is_reversed():
    assert reverse_score(DK) is DK
    assert reverse_score(None) is None


def test_a_scale_of_other_ends_is_reversed_by_its_own_ends():
    assert reverse_score(0, Scale(0, 3, 2)) == 3


@pytest.mark.parametrize("answer", [0, 6, -1])
def test_an_answer_outside_the_scale_is_refused(answer):
    with pytest.raises(ValueError, match="not between 1 and 5"):
        reverse_score(answer)
    with pytest.raises(ValueError, match="not between 1 and 5"):
        summarize_item([answer])


def test_percent_favorable_is_given_on_both_bases_with_the_percent_of_dont_know():
    summary = summarize_item(GOLDEN)
    assert summary.opinions == 10
    assert str(shown(summary.percent_favorable, 1)) == "60.0"
    assert str(shown(summary.percent_favorable_of_all, 1)) == "50.0"
    assert str(shown(summary.percent_dont_know, 1)) == "16.7"
    assert str(shown(summary.mean, 3)) == "3.500"
    assert summary.distribution == (1, 1, 2, 4, 2)
    assert (summary.n, summary.respondents) == (10, 12)


def test_a_person_needs_half_of_the_items():
    assert has_score(answered=2, items=4)
    assert not has_score(answered=2, items=5)


def test_a_person_needs_two_answered_items():
    assert not has_score(answered=1, items=2)
    assert has_score(answered=2, items=2)


def test_a_construct_of_a_single_item_is_scored_as_that_item():
    assert has_score(answered=1, items=1)
    assert not has_score(answered=0, items=1)


def test_each_person_weighs_the_same_in_a_group_mean():
    summary = summarize_construct([[5, 5, 5, 5], [1, 2, None, None]])
    assert summary.mean == Decimal("3.25")
    assert summary.n == 2


def test_somebody_who_answered_only_dont_know_is_a_respondent_without_a_score():
    summary = summarize_construct([[DK, DK], [4, 4], [None, None]])
    assert (summary.n, summary.respondents, summary.dont_know, summary.blank) == (1, 2, 2, 2)


def test_one_person_has_no_standard_deviation_and_nobody_has_no_mean():
    assert summarize_item([4]).sd is None
    empty = summarize_item([])
    assert (empty.n, empty.mean, empty.sd, empty.percent_favorable, empty.percent_dont_know) == (0,) + (
        None,
    ) * 4


def test_yes_no_items_are_reported_as_percent_yes_on_both_bases():
    summary = YesNoSummary(yes=3, no=1, dont_know=1, blank=1)
    assert summary.percent_yes == 75
    assert summary.percent_yes_of_all == 60


@given(answers)
def test_reversing_twice_changes_nothing(answer):
    assert reverse_score(reverse_score(answer)) == answer


@given(st.lists(st.lists(answers, min_size=3, max_size=3), min_size=1, max_size=20))
def test_a_group_summary_agrees_with_the_statistics_module_and_counts_everything(persons):
    summary = summarize_construct(persons)
    scores = [
        mean([a for a in p if isinstance(a, int)]) for p in persons if sum(isinstance(a, int) for a in p) > 1
    ]
    assert summary.n == len(scores) <= summary.respondents <= len(persons)
    assert summary.opinions + summary.dont_know + summary.blank == 3 * len(persons)
    if scores:
        assert float(summary.mean) == pytest.approx(mean(scores))
        assert 1 <= summary.mean <= 5
    if len(scores) > 1:
        assert float(summary.sd) == pytest.approx(stdev(scores), abs=1e-9)


@given(st.lists(answers, max_size=30), st.randoms())
def test_the_order_of_answers_does_not_matter(given_answers, random):
    shuffled = random.sample(given_answers, len(given_answers))
    assert summarize_item(shuffled) == summarize_item(given_answers)


@given(st.lists(answers, min_size=1, max_size=30))
def test_reversing_all_answers_mirrors_the_mean_and_the_distribution(given_answers):
    straight, turned = (
        summarize_item(given_answers),
        summarize_item([reverse_score(a) for a in given_answers]),
    )
    assert turned.distribution == straight.distribution[::-1]
    if straight.mean is not None:
        assert float(straight.mean + turned.mean) == pytest.approx(6)


@given(st.lists(answers, max_size=30))
def test_the_second_base_never_looks_better_than_the_first(given_answers):
    summary = summarize_item(given_answers)
    if summary.percent_favorable is not None:
        assert summary.percent_favorable_of_all <= summary.percent_favorable
