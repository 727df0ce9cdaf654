"""Values are put on the scale their labels or numerals show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.scales import nearest_scale, scale_of


@pytest.mark.parametrize(
    ("values", "low", "high", "scores"),
    [
        (["Strongly Disagree", "disagree ", "NEUTRAL", "Agree", "Strongly agree"], 1, 5, [1, 2, 3, 4, 5]),
        (["Strongly disagree", "Somewhat disagree", "Somewhat agree", "Strongly agree"], 1, 5, [1, 2, 4, 5]),
        (["Disagree", "Somewhat disagree", "Agree"], 1, 7, [2, 3, 6]),
        (["Strongly disagree", "Disagree", "Agree", "Strongly agree"], 1, 5, [1, 2, 4, 5]),
        (["SD", "D", "N", "A", "SA"], 1, 5, [1, 2, 3, 4, 5]),
        (["Never", "Rarely", "Sometimes", "Often", "Always"], 1, 5, [1, 2, 3, 4, 5]),
        (["Never", "Sometimes", "Often", "Almost always", "Always"], 1, 6, [1, 3, 4, 5, 6]),
        (["Poor", "Fair", "Good", "Excellent"], 1, 5, [1, 2, 3, 5]),
        (["Very poor", "Poor", "Good"], 1, 5, [1, 2, 4]),
        (["Not at all safe", "Slightly safe", "Extremely safe"], 1, 5, [1, 2, 5]),
        (["Very unlikely", "Neither likely nor unlikely", "Very likely"], 1, 5, [1, 3, 5]),
        (
            ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
            1,
            5,
            [1, 2, 3, 4, 5],
        ),
        (["None", "1–2", "3–5", "More"], 1, 4, [1, 2, 3, 4]),
        (["1", "2", "5"], 1, 5, [1, 2, 5]),
        (["0", "3", "5"], 0, 5, [0, 3, 5]),
        (["1", "6", "7"], 1, 7, [1, 6, 7]),
        (["0", "7", "10"], 0, 10, [0, 7, 10]),
        (["1 - Strongly disagree", "3", "5 - Strongly agree"], 1, 5, [1, 3, 5]),
        (["Low (1)", "High (4)"], 1, 5, [1, 4]),
        (["2 = rarely", "4 = often"], 1, 5, [2, 4]),
        (["Agree"], 1, 5, [4]),
    ],
)
def test_values_get_the_scores_of_their_scale(
    values: list[str], low: int, high: int, scores: list[int]
) -> None:
    scale = scale_of(values)
    assert scale is not None
    assert (scale.low, scale.high) == (low, high)
    assert [dict(scale.scores)[value] for value in values] == scores


@pytest.mark.parametrize(
    "values",
    [
        [],
        ["Agree", "Blue"],
        ["Often"],
        ["0", "1"],
        ["1"],
        ["11", "12"],
        ["2.5", "3"],
        ["science", "golf"],
        ["-1", "2"],
    ],
)
def test_values_of_no_scale_get_none(values: list[str]) -> None:
    assert scale_of(values) is None


def test_one_odd_value_among_many_labels_is_left_without_a_score() -> None:
    scale = nearest_scale({"Agree": 40, "Disagree": 20, "agreee": 1}, 0.9)
    assert scale is not None
    assert dict(scale.scores) == {"Disagree": 2, "Agree": 4}
    assert nearest_scale({"Agree": 4, "Disagree": 2, "blue": 6}, 0.9) is None


@given(st.lists(st.text(max_size=20), max_size=6))
def test_any_values_are_on_a_scale_within_its_ends_or_on_none(values: list[str]) -> None:
    scale = scale_of(values)
    assert scale is None or all(scale.low <= score <= scale.high for _, score in scale.scores)
