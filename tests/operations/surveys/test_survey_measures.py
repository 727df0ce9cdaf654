"""Values of K28 to K31 from a wave: what is offered, entered and hidden."""

from datetime import date
from decimal import Decimal

import pytest
from tests.operations.kept_waves import items, keep_wave

from assessor.operations.clients import begin_engagement
from assessor.operations.measures.measures import add_measure_from_library, get_measure
from assessor.operations.surveys.survey_measures import (
    WaveValue,
    add_measure_from_wave,
    enter_wave_value,
    list_wave_values,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, ValueState

ASKED = {
    **items("TRU1", "TRU2", "TRU3", "ROL4", "ROL6"),
    "STG": {"kind": "stage", "low": 0, "high": 5},
}
LOW, HIGH = [2, 3, 4] * 8, [3, 4, 5] * 8
PARTIES = {
    Group.SRO: {"TRU1": LOW, "TRU2": LOW, "STG": [2, 1, 3] * 8},
    Group.ADM: {"TRU1": HIGH, "TRU2": LOW, "STG": [4, 5, 3] * 8},
    Group.TCH: {"TRU1": HIGH, "TRU2": HIGH, "ROL4": [*HIGH[:-1], "DK"], "ROL6": LOW},
}


@pytest.fixture
def wave(engagement: Engagement) -> str:
    """A wave of both parties and of teachers."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    return keep_wave(engagement, ASKED, PARTIES, title="Fall", closed_on=date(2026, 10, 30))


def _values(engagement: Engagement, wave: str, code: str = "") -> dict[str, WaveValue]:
    return {value.key: value for value in list_wave_values(engagement, wave, code)}


def test_construct_means_come_with_their_shares_and_dont_know(engagement: Engagement, wave: str) -> None:
    found = _values(engagement, wave, "K28")
    mean, favorable = found["K28:TRU:TCH:mean"], found["K28:TRU:TCH:favorable"]
    assert (mean.value, mean.unit, mean.title) == (4, "1 to 5", "Trust: teachers and staff")
    assert (favorable.value, favorable.numerator, favorable.denominator) == (Decimal("66.67"), 32, 48)
    assert found["K28:ROL:TCH:mean"].note == "n 23; 2% don’t know"


def test_trust_is_offered_for_both_parties_together_and_each_alone(engagement: Engagement, wave: str) -> None:
    found = _values(engagement, wave, "K29")
    assert {key: value.value for key, value in found.items()} == {
        "K29:trust": Decimal("56.25"), "K29:trust:SRO": 50, "K29:trust:ADM": Decimal("62.50"),
    }  # fmt: skip


def test_the_mirror_gap_and_the_gap_of_stages_have_no_sign(engagement: Engagement, wave: str) -> None:
    found = _values(engagement, wave, "K30")
    assert (found["K30:mirror"].value, found["K30:mirror"].note) == (Decimal("0.5"), "over 2 items")
    assert (found["K30:stage"].value, found["K30:stage"].note) == (2, "SROs 2.00; Administrators 4.00")


def test_staff_know_the_boundary_by_their_answers_to_both_items(engagement: Engagement, wave: str) -> None:
    known = _values(engagement, wave)["K31:TCH"]
    assert (known.numerator, known.denominator, known.value) == (23, 47, Decimal("48.94"))


def test_what_the_public_may_not_see_is_entered_as_suppressed(engagement: Engagement) -> None:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    few = {code: answers[:9] for code, answers in PARTIES[Group.TCH].items()}
    wave = keep_wave(engagement, ASKED, {Group.TCH: few}, closed_on=date(2026, 10, 30))
    measure = add_measure_from_library(engagement, "K31")
    enter_wave_value(engagement, measure, wave, "K31:TCH")
    (value,) = get_measure(engagement, measure).values
    assert (value.state, value.value, value.numerator, value.note) == (
        ValueState.SUPPRESSED,
        None,
        None,
        "n < 10",
    )


def test_a_measure_takes_wave_after_wave(engagement: Engagement, wave: str) -> None:
    measure = add_measure_from_wave(engagement, wave, "K28:TRU:TCH:favorable")
    later = keep_wave(
        engagement, ASKED, {Group.TCH: dict.fromkeys(("TRU1", "TRU2"), LOW)},
        title="Spring", closed_on=date(2027, 4, 30),
    )  # fmt: skip
    enter_wave_value(engagement, measure, later, "K28:TRU:TCH:favorable")
    found = get_measure(engagement, measure)
    assert (found.code, found.title, found.unit) == (
        "K28",
        "Trust: teachers and staff, % favorable",
        "percent",
    )
    assert [(value.period_label, value.value) for value in found.values] == [
        ("Fall", Decimal("66.67")),
        ("Spring", Decimal("33.33")),
    ]


def test_a_wave_entered_again_replaces_its_value(engagement: Engagement, wave: str) -> None:
    measure = add_measure_from_wave(engagement, wave, "K29:trust")
    enter_wave_value(engagement, measure, wave, "K29:trust:SRO")
    assert [value.value for value in get_measure(engagement, measure).values] == [50]


def test_a_value_goes_only_into_its_own_measure_and_needs_a_day(engagement: Engagement, wave: str) -> None:
    measure = add_measure_from_library(engagement, "K31")
    with pytest.raises(CannotDo, match="value of K29, not of K31"):
        enter_wave_value(engagement, measure, wave, "K29:trust")
    with pytest.raises(CannotDo, match="no such value"):
        enter_wave_value(engagement, measure, wave, "K28:SAF:STU:mean")
    undated = keep_wave(engagement, ASKED, PARTIES, title="Some day")
    with pytest.raises(CannotDo, match="when “Some day” was open"):
        enter_wave_value(engagement, measure, undated, "K31:TCH")
