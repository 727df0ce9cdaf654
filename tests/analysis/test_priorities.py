"""Priority scores: the golden vectors of domain.md 10, overrides and quadrants."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.analysis.confidence import Confidence
from assessor.analysis.priorities import (
    Judgment,
    PriorityLevel,
    Quadrant,
    Weights,
    level_of,
    priority_score,
    quadrant,
    rate_priority,
)

steps = st.integers(1, 5)
judgments = st.builds(
    Judgment, steps, steps, steps, st.sampled_from(Confidence), st.booleans(), st.booleans()
)


def test_the_priority_scores_are_those_of_the_golden_vectors():
    sure = rate_priority(Judgment(4, 3, 4, Confidence.HIGH))
    assert (sure.score, sure.level) == (Decimal("74.0"), PriorityLevel.HIGH)
    unsure = rate_priority(Judgment(5, 5, 2, Confidence.LOW))
    assert (unsure.score, unsure.level) == (Decimal("63.75"), PriorityLevel.MEDIUM)


@pytest.mark.parametrize(("flag", "word"), [("legal", "legal flag"), ("safety", "safety flag")])
def test_a_legal_or_safety_flag_lifts_to_high_whatever_the_score(flag, word):
    lifted = rate_priority(Judgment(5, 5, 2, Confidence.LOW, **{flag: True}))
    assert (lifted.level, lifted.level_by_score) == (PriorityLevel.HIGH, PriorityLevel.MEDIUM)
    assert word in lifted.why
    assert rate_priority(Judgment(1, 1, 1, Confidence.LOW, **{flag: True})).level is PriorityLevel.HIGH


def test_both_flags_are_named():
    assert (
        "legal and safety flags"
        in rate_priority(Judgment(1, 1, 1, Confidence.LOW, legal=True, safety=True)).why
    )


def test_a_flag_on_a_finding_that_is_high_anyway_needs_no_word():
    assert rate_priority(Judgment(5, 5, 5, Confidence.HIGH, legal=True)).why == ""


def test_with_very_low_confidence_nothing_is_high_without_a_note():
    held = rate_priority(Judgment(5, 5, 5, Confidence.VERY_LOW, safety=True, override_note=" "))
    assert (held.level, held.note_needed) == (PriorityLevel.MEDIUM, True)
    assert "note" in held.why
    noted = rate_priority(
        Judgment(5, 5, 5, Confidence.VERY_LOW, safety=True, override_note="A child was hurt.")
    )
    assert (noted.level, noted.note_needed) == (PriorityLevel.HIGH, False)


@pytest.mark.parametrize(
    ("score", "level"),
    [
        ("70", PriorityLevel.HIGH),
        ("69.99", PriorityLevel.MEDIUM),
        ("45", PriorityLevel.MEDIUM),
        ("44.99", PriorityLevel.LOW),
    ],
)
def test_levels_begin_at_70_and_45(score, level):
    assert level_of(Decimal(score)) is level


def test_weights_are_one_together_and_change_the_score():
    only_impact = Weights(Decimal(1), Decimal(0), Decimal(0))
    assert priority_score(Judgment(4, 1, 1, Confidence.HIGH), only_impact) == 80
    with pytest.raises(ValueError, match="1 together"):
        Weights(Decimal("0.5"), Decimal("0.3"), Decimal("0.3"))
    with pytest.raises(ValueError, match="1 together"):
        Weights(Decimal("1.5"), Decimal("-0.5"), Decimal(0))


@pytest.mark.parametrize(
    ("impact", "effort", "expected"),
    [
        (4, 2, Quadrant.QUICK_WIN),
        (5, 3, Quadrant.MAJOR_PROJECT),
        (3, 1, Quadrant.FILL_IN),
        (3, 3, Quadrant.RECONSIDER),
    ],
)
def test_impact_and_effort_suggest_what_to_do(impact, effort, expected):
    assert quadrant(impact, effort) is expected


def test_judgments_outside_1_to_5_are_refused():
    with pytest.raises(ValueError, match="between 1 and 5"):
        Judgment(0, 3, 3, Confidence.HIGH)
    with pytest.raises(ValueError, match="between 1 and 5"):
        quadrant(3, 6)


@given(judgments)
def test_scores_stay_between_10_and_100_and_have_two_decimals_at_most(judgment):
    score = priority_score(judgment)
    assert 10 <= score <= 100
    assert score == round(score, 2) or judgment.confidence in (Confidence.MODERATE, Confidence.LOW)


@given(judgments)
def test_overrides_only_ever_lift_and_only_high_ones_are_held(judgment):
    order = [PriorityLevel.LOW, PriorityLevel.MEDIUM, PriorityLevel.HIGH]
    priority = rate_priority(judgment)
    assert order.index(priority.level) >= order.index(priority.level_by_score)


@given(judgments, st.sampled_from(["impact", "urgency", "prevalence"]))
def test_more_of_anything_never_lowers_the_score(judgment, what):
    if getattr(judgment, what) < 5:
        values = {**vars(judgment), what: getattr(judgment, what) + 1}
        assert priority_score(Judgment(**values)) > priority_score(judgment)
