"""State overlays are data with an as-of date, tied to criteria; what is not verified is never printed."""

import pytest

from assessor.instruments.overlays import get_overlay, list_overlay_keys
from assessor.instruments.rubrics import get_rubric

KEYS = ["ca", "co", "fl", "il", "in", "ky", "ma", "md", "ne", "nj", "ny", "pa", "tx", "us", "ut", "va", "wa"]


def test_sixteen_states_and_the_federal_dates_are_shipped() -> None:
    assert list(list_overlay_keys()) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_requirements_point_to_criteria_of_the_rubric(key: str) -> None:
    overlay = get_overlay(key)
    criteria = {criterion.code for criterion in get_rubric().criteria}
    assert overlay.state == key.upper()
    for number, requirement in enumerate(overlay.requirements, 1):
        assert requirement.code == f"{overlay.state}{number}"
        assert requirement.criteria
        assert set(requirement.criteria) <= criteria


@pytest.mark.parametrize("key", KEYS)
def test_an_overlay_says_its_day_and_that_it_is_no_statement_of_law(key: str) -> None:
    overlay = get_overlay(key)
    assert overlay.as_of.year >= 2026
    assert "counsel" in overlay.caution
    assert overlay.citation


def test_what_is_not_verified_is_not_printable() -> None:
    overlay = get_overlay("ca")
    assert [requirement.code for requirement in overlay.requirements] == ["CA1", "CA2"]
    assert [requirement.code for requirement in overlay.printable] == ["CA1"]


def test_illinois_begins_in_july_2026() -> None:
    starts = [each.effective_on.isoformat() for each in get_overlay("il").requirements if each.effective_on]
    assert starts == ["2026-07-01"] * 5


def test_accessibility_dates_are_data() -> None:
    dates = [each.effective_on.isoformat() for each in get_overlay("us").requirements if each.effective_on]
    assert dates == ["2027-04-26", "2028-04-26"]
