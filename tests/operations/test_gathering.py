"""What gathering the plan computes: claims of figures, standing of measures, words inside a sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assessor.analysis.targets import Status
from assessor.operations.gathering.balances import stand_beside
from assessor.operations.gathering.seen_in import as_row, as_sentences
from assessor.operations.gathering.survey_claims import claim_of, gap_note
from assessor.operations.gathering.survey_items import plan_item
from assessor.operations.gathering.surveys import PublicSurveys
from assessor.operations.gathering.track_claims import claim_of as claim_of_track
from assessor.operations.measures.measure_readings import judge_measure
from assessor.operations.measures.measure_values import enter_value
from assessor.operations.measures.measures import MeasureDetails, add_measure, get_measure
from assessor.operations.strategic_plan.findings import GroupAnswers
from assessor.operations.strategic_plan.levels import Health
from assessor.operations.strategic_plan.wording import lower_first
from assessor.store import Engagement
from assessor.terms import Direction, Group

FAMILIES = GroupAnswers(Group.PAR, 42, (5, 21, 22, 38, 14))
STAFF = GroupAnswers(Group.TCH, 68, (13, 34, 18, 25, 10))
STUDENTS = GroupAnswers(Group.STU, 160, (11, 17, 24, 32, 16))
OFFICERS = GroupAnswers(Group.SRO, None, None)


@pytest.mark.parametrize(
    ("written", "inside"),
    [
        ("Principal, Oak Elementary", "principal, Oak Elementary"),
        ("City attorney", "city attorney"),
        ("Half by January", "half by January"),
        ("The steering group", "the steering group"),
        ("SRO supervisor", "SRO supervisor"),
        ("SROs’ call log, two coders", "SROs’ call log, two coders"),
        ("K06 and K09", "K06 and K09"),
        ("Chief of Police", "Chief of Police"),
        ("Oak Elementary", "Oak Elementary"),
        ("Spanish text in review", "Spanish text in review"),
        ("22 of 46", "22 of 46"),
        ("", ""),
    ],
)
def test_only_an_ordinary_first_word_is_lowered_inside_a_sentence(written: str, inside: str) -> None:
    assert lower_first(written) == inside


def test_a_survey_figure_says_which_groups_stand_apart() -> None:
    answers = (FAMILIES, STUDENTS, STAFF, OFFICERS)
    assert claim_of(answers) == "Families agree more often than teachers and staff: 52% and 35%."
    assert gap_note(answers).startswith("Families stand 17 points apart from teachers and staff")


def test_groups_less_than_fifteen_points_apart_get_no_note() -> None:
    assert claim_of((FAMILIES, STUDENTS)) == "Groups agree about as often: 48% to 52%."
    assert gap_note((FAMILIES, STUDENTS)) == ""


def test_one_shown_group_alone_is_told_by_its_share() -> None:
    assert claim_of((STAFF, OFFICERS)) == "35% of teachers and staff agree."
    assert claim_of((OFFICERS,)) == ""


def test_a_share_is_rounded_once() -> None:
    assert claim_of((replace(STAFF, agree=34), OFFICERS)) == "34% of teachers and staff agree."


def test_an_item_of_which_every_group_is_hidden_is_not_printed(assessed) -> None:
    assert plan_item(PublicSurveys(assessed.engagement), assessed.wave, "ROL6") is None


@pytest.mark.parametrize(
    ("now", "claim"),
    [
        ("71", "Nothing has moved yet"),
        ("72", "Little has moved so far"),
        ("83", "Half of the way"),
        ("94", "Almost at the target"),
        ("95", "The target is reached"),
        ("97", "The target is passed"),
        ("60", "It has moved away from the target"),
    ],
)
def test_a_track_tells_how_much_of_the_way_is_gone(now: str, claim: str) -> None:
    assert claim_of_track(Decimal(71), Decimal(now), Decimal(95)) == claim


def test_a_track_towards_fewer_is_told_the_same_way() -> None:
    assert claim_of_track(Decimal("0.62"), Decimal("0.44"), Decimal("0.38")) == "Three quarters of the way"
    assert claim_of_track(Decimal(14), None, Decimal(7)) == ""


def test_where_a_strength_was_seen_reads_as_sentences_and_as_a_row() -> None:
    phrases = ("survey, students, n 166", "focus groups with students")
    assert as_sentences(phrases) == "Survey, students, n 166. Focus groups with students."
    assert as_row(phrases) == "Survey, students, n 166; focus groups with students"


def _measure(engagement: Engagement, *values: tuple[date, str], **fields: object) -> MeasureDetails:
    measure = add_measure(engagement, "K31", "Staff know the boundary", **fields)
    for day, value in values:
        enter_value(engagement, measure, day, value=Decimal(value))
    return get_measure(engagement, measure)


def test_a_reading_of_a_period_not_over_is_judged_by_the_day_it_is_looked_at(engagement: Engagement) -> None:
    """Ten months apart it counts as yearly, and the year it begins ends after the target's day."""
    measure = _measure(
        engagement,
        (date(2026, 3, 1), "41"),
        (date(2027, 1, 1), "57"),
        direction=Direction.HIGHER,
        baseline=Decimal(41),
        target=Decimal(70),
        target_on=date(2027, 5, 28),
    )
    starts_on = date(2026, 8, 1)
    assert judge_measure(measure, starts_on) is Status.OFF
    assert judge_measure(measure, starts_on, date(2027, 1, 29)) is Status.ON_TRACK


@pytest.mark.parametrize(
    ("newest", "direction", "standing"),
    [
        ("0.42", Direction.LOWER, (Health.ON_TIME, "Steady")),
        ("0.60", Direction.LOWER, (Health.WATCH, "Worse")),
        ("0.20", Direction.LOWER, (Health.ON_TIME, "Better")),
        ("0.60", Direction.CONTEXT, (Health.WATCH, "Higher")),
    ],
)
def test_a_balance_measure_is_steady_better_or_worse(
    engagement: Engagement, newest: str, direction: Direction, standing: tuple[Health, str]
) -> None:
    measure = _measure(engagement, (date(2027, 1, 1), newest), direction=direction)
    assert stand_beside(measure, Decimal("0.41")) == standing


def test_a_balance_measure_without_a_baseline_says_only_what_it_is(engagement: Engagement) -> None:
    assert stand_beside(_measure(engagement), None) == (Health.NO_DATA, "Balance")
