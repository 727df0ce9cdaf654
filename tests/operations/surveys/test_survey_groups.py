"""A group's answers joined from several sets, and answers counted by the kind of their question."""

from fractions import Fraction
from random import Random
from typing import Any

import pandas as pd
import pytest

from assessor.analysis.rounding import decimal_of
from assessor.analysis.surveys import DK
from assessor.operations.surveys.responses import AnswerSet
from assessor.operations.surveys.survey_counting import count_values
from assessor.operations.surveys.survey_groups import Given, as_group, group_of
from assessor.operations.surveys.survey_summaries import count_construct, count_question
from assessor.operations.surveys.survey_waves import QuestionRow
from assessor.store.answer_columns import column_of
from assessor.terms import Group


def _set(name: str, site: str | None = None, **columns: list[Any]) -> AnswerSet:
    n = len(next(iter(columns.values())))
    packed = {code: column_of(given) for code, given in columns.items()}
    return AnswerSet(name, "import", Group.TCH, site, n, packed)


def _question(code: str, kind: str = "scale", **more: Any) -> QuestionRow:
    values = {"construct": "", "is_reversed": False, "choices": (), "low": 1, "high": 5, **more}
    return QuestionRow(id=code, code=code, text=code, wordings={}, kind=kind, **values)


def test_sets_of_one_group_are_counted_as_one_whatever_each_was_asked() -> None:
    group = group_of([_set("a", A=[1, 2, "DK"], B=["x", ["y", "z"], None]), _set("b", A=[2, None])])
    assert group.n == 5
    assert group.counts("A") == {1: 1, 2: 2, "DK": 1}
    assert group.counts("B") == {"x": 1, ("y", "z"): 1}
    assert group.counts("nowhere") == {}
    assert group.columns["B"].as_list() == ["x", ["y", "z"], None, None, None]


def test_a_question_nobody_answered_was_not_asked() -> None:
    assert group_of([_set("a", A=[1, 2], B=[None, None])]).codes == {"A"}


def test_respondents_keep_their_places_and_sites() -> None:
    group = group_of([_set("a", "ridge", A=[1]), _set("b", None, A=[2, None])])
    assert group.rows == [
        Given("a:0", "ridge", {"A": 1}),
        Given("b:0", None, {"A": 2}),
        Given("b:1", None, {}),
    ]
    assert group.sites == {"ridge": 1, None: 2}


def test_a_kept_answer_that_is_no_point_of_the_scale_counts_as_none() -> None:
    item = group_of([_set("a", A=[1, 7, "DK", "often", None])]).item(_question("A", is_reversed=True))
    assert [item.answers[code] for code in item.codes] == [5, None, DK, None, None]


def test_respondents_given_one_by_one_are_counted_like_their_columns() -> None:
    items = [_question("A"), _question("B", is_reversed=True), _question("C")]
    chance = Random(5)  # noqa: S311 - the same answers each time, no secret
    group = group_of(
        [_set("a", **{code: chance.choices([1, 2, 3, 4, 5, "DK", None], k=60) for code in "ABC"})]
    )
    assert count_construct([(items, group.rows)]) == count_construct([(items, group)])
    assert count_question(items[1], group.rows) == count_question(items[1], group)
    assert as_group(group.rows, items).counts("A") == group.counts("A")


@pytest.mark.parametrize("seed", range(5))
def test_numbers_have_the_mean_and_median_of_pandas(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same answers each time, no secret
    numbers = [
        chance.choice([chance.randint(0, 40), f"{chance.randint(0, 400) / 10}"]) for _ in range(31 + seed)
    ]
    told = count_question(_question("N", "number"), group_of([_set("a", N=[*numbers, "DK", None])])).answers
    series = pd.Series([float(number) for number in numbers])
    assert told.n == len(numbers)
    assert float(told.mean or 0) == pytest.approx(series.mean())
    assert float(told.median or 0) == pytest.approx(series.median())
    assert told.dont_know == decimal_of(Fraction(100, len(numbers) + 1))


def test_yes_and_no_have_both_bases_and_no_mean() -> None:
    answers = group_of([_set("a", Y=[1] * 9 + [0] * 3 + ["DK"] * 3 + [None])])
    told = count_question(_question("Y", "yes_no"), answers).answers
    assert (told.n, told.mean, told.favorable, told.favorable_of_all) == (12, None, 75, 60)
    assert told.dont_know == 20


def test_several_choices_of_a_person_count_once_each() -> None:
    question = _question("M", "multiple_choice", choices=("Mars", "Twix"))
    given = group_of([_set("a", M=[["Mars", "Twix"], ["Mars", "Mars"], "Twix", ["Kiwi", "Plum"]])])
    told = count_values(question, given.counts("M"))
    assert told.answers.counts == (2, 2, 1)
    assert told.answers.shares == (50, 50, 25)
    assert told.spread == (2, 2)


def test_a_rating_has_a_mean_and_neither_favorable_answers_nor_a_band() -> None:
    rating = _question("R", "rating", low=0, high=10)
    told = count_question(rating, group_of([_set("a", R=[0, 10, 7, 11])])).answers
    assert (told.n, told.mean, told.favorable, told.band) == (3, decimal_of(Fraction(17, 3)), None, None)
    assert told.counts == (1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1)
