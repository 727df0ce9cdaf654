"""The agreement rubric holds the 45 criteria of domain.md 1.4 with the weights and bands of 1.3."""

from collections import Counter

import pytest

from assessor.instruments.rubrics import Rubric, get_rubric

CRITICAL = ["A1", "B2", "B3", "C1", "D1", "D2", "D3", "D5", "E1", "F1", "G4", "H1", "I1", "J2"]
SOURCES = {
    *(f"F{number}" for number in range(1, 21)),
    *(f"N{number}" for number in range(1, 9)),
    *(f"R{number}" for number in range(1, 19)),
    *(f"M{number}" for number in range(1, 27)),
    *(f"S{number}" for number in range(5)),
    "L9",
    "WA",
    "VA",
    "TX",
    "FL",
    "CO",
    "IN",
    "IL",
    "NE",
    "UT",
    "KY",
    "MA",
    "NY",
    "PA",
    "NJ",
    "MD",
    "CA",
}


@pytest.fixture
def rubric() -> Rubric:
    return get_rubric()


def test_there_are_45_criteria_in_11_groups(rubric: Rubric) -> None:
    counts = Counter(criterion.group for criterion in rubric.criteria)
    assert counts == {"A": 5, "B": 6, "C": 4, "D": 6, "E": 4, "F": 4, "G": 4, "H": 4, "I": 3, "J": 3, "K": 2}
    assert len(rubric.criteria) == 45
    assert [group.code for group in rubric.groups] == list("ABCDEFGHIJK")


def test_codes_run_through_each_group_in_order(rubric: Rubric) -> None:
    for group in rubric.groups:
        criteria = rubric.list_criteria(group.code)
        assert [each.code for each in criteria] == [f"{group.code}{n}" for n in range(1, len(criteria) + 1)]


def test_fourteen_criteria_are_critical_and_weigh_two(rubric: Rubric) -> None:
    assert [each.code for each in rubric.criteria if each.critical] == CRITICAL
    assert {each.weight for each in rubric.criteria if each.critical} == {2}
    assert {each.weight for each in rubric.criteria if not each.critical} == {1}


def test_sources_are_ids_of_the_register(rubric: Rubric) -> None:
    used = {source for criterion in rubric.criteria for source in criterion.sources}
    assert used <= SOURCES
    assert all(criterion.sources for criterion in rubric.criteria)


def test_level_descriptors_differ_within_a_criterion(rubric: Rubric) -> None:
    assert all(len(set(criterion.levels)) == 4 for criterion in rubric.criteria)


@pytest.mark.parametrize(
    ("percent", "band"),
    [(0, "weak"), (39.9, "weak"), (40, "developing"), (64.9, "developing"), (65, "sound"), (85, "strong")],
)
def test_bands_start_where_the_rules_say(rubric: Rubric, percent: float, band: str) -> None:
    assert rubric.band_of(percent).code == band


def test_an_absent_critical_criterion_caps_the_band(rubric: Rubric) -> None:
    assert rubric.band_of(92, a_critical_is_absent=True).code == "developing"
    assert rubric.band_of(20, a_critical_is_absent=True).code == "weak"


def test_an_unknown_criterion_is_a_key_error(rubric: Rubric) -> None:
    with pytest.raises(KeyError):
        rubric.get_criterion("Z1")
