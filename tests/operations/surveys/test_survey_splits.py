"""Results by school: counted right, and small schools hidden so that they cannot be worked out."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.operations.survey_schools import PEOPLE, SCHOOLS, UNKNOWN, answers_of, bring_in_schools
from tests.operations.survey_waves import bring_in_wave

from assessor.operations.clients import add_site, list_sites, remove_site
from assessor.operations.surveys.survey_reading import read_wave
from assessor.operations.surveys.survey_results import Audience, Breakdown, get_breakdown, get_results
from assessor.operations.surveys.survey_splits import BY_SITE, SITE_NOT_KNOWN, split_by
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


@pytest.fixture
def wave(engagement: Engagement, tmp_path: Path) -> str:
    return bring_in_schools(engagement, tmp_path)


def _words(found: Breakdown) -> dict[str, str | int | None]:
    return {label: answers.words or answers.n for label, answers in found.parts}


def test_every_school_is_counted_as_by_hand_in_the_order_of_the_engagement(
    engagement: Engagement, wave: str
) -> None:
    found = get_breakdown(engagement, wave, "COM5", BY_SITE, INTERNAL, group=Group.PAR)
    assert [label for label, _ in found.parts] == [*SCHOOLS, SITE_NOT_KNOWN]
    for place, (_, answers) in enumerate(found.parts):
        given = answers_of(place, (*PEOPLE["PAR"], UNKNOWN)[place])
        assert answers.n == len(given)
        assert answers.counts == tuple(given.count(point) for point in range(1, 6))
        assert round(answers.favorable or 0) == round(100 * sum(each > 3 for each in given) / len(given))


def test_a_small_school_is_hidden_and_the_next_smallest_with_it(engagement: Engagement, wave: str) -> None:
    found = get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC, group=Group.TCH)
    told = _words(found)
    assert told["Mill Creek Elementary"] == "n < 10"
    assert told["Oak Elementary"] == "hidden to protect others"
    assert found.total.n == 74
    hidden = [answers for _, answers in found.parts if answers.is_hidden]
    assert all(answers.n is answers.favorable is answers.mean is None for answers in hidden)
    assert not any(answers.counts or answers.shares for answers in hidden)


@pytest.mark.parametrize("audience", Audience)
def test_together_is_what_the_results_say_of_all_and_of_each_group(
    engagement: Engagement, wave: str, audience: Audience
) -> None:
    construct = next(
        each for each in get_results(engagement, wave, audience).constructs if each.code == "COM"
    )
    for by in (BY_SITE, "BAND"):
        assert get_breakdown(engagement, wave, "COM", by, audience).total == construct.overall
        for group in (Group.TCH, Group.PAR):
            of_group = get_breakdown(engagement, wave, "COM", by, audience, group=group)
            assert of_group.total == construct.of(group)


def test_a_group_too_small_is_in_no_school_and_in_no_total(engagement: Engagement, tmp_path: Path) -> None:
    people = PEOPLE | {"ADM": (4, 2, 2, 1)}
    wave = bring_in_schools(engagement, tmp_path, people)
    everybody = get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC)
    assert everybody.total.n == 171
    assert _words(everybody)["North High"] == 70
    alone = get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC, group=Group.ADM)
    assert (alone.parts, alone.total.words) == ((), "n < 10")


def test_a_group_of_which_few_answered_a_question_is_left_out_of_its_total_too(
    engagement: Engagement, tmp_path: Path
) -> None:
    """Else the total by school less the total of the results is what those few answered."""
    asked = {"COM1": [2, 3, 4] * 2 + [""] * 8, "COM2": [4, 3, 1] * 2 + [""] * 8, "SAF1": [1, 4] * 7}
    staff = {"COM5": [2, 3, 4] * 8, "COM6": [4, 3, 2] * 8}
    for school in SCHOOLS:
        add_site(engagement, school)
    named = {"Which school?": list(SCHOOLS[:2]) * 12}
    told: dict[str, dict[str, Sequence[object]]] = {
        "TCH": {**staff, **named},
        "ADM": {**asked, "Which school?": list(SCHOOLS[:2]) * 7},
    }
    wave = bring_in_wave(engagement, tmp_path, **told)
    construct = next(each for each in get_results(engagement, wave, PUBLIC).constructs if each.code == "COM")
    assert construct.of(Group.ADM).is_hidden
    assert get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC).total == construct.overall
    assert get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC, group=Group.ADM).parts == ()


def test_schools_are_not_filtered_by_another_question_too(engagement: Engagement, wave: str) -> None:
    found = get_breakdown(engagement, wave, "COM", BY_SITE, INTERNAL, only=("BAND", "Low"))
    assert found.parts == ()
    assert "by school" in found.blocked
    with pytest.raises(CannotDo, match="no question @site"):
        get_breakdown(engagement, wave, "COM", "BAND", INTERNAL, only=(BY_SITE, "North High"))


def test_a_school_that_was_removed_is_not_known_any_more(engagement: Engagement, wave: str) -> None:
    north = next(site.id for site in list_sites(engagement) if site.name == "North High")
    remove_site(engagement, north)
    found = _words(get_breakdown(engagement, wave, "COM", BY_SITE, INTERNAL, group=Group.PAR))
    assert found[SITE_NOT_KNOWN] == PEOPLE["PAR"][0] + UNKNOWN
    engagement.undo()
    assert "North High" in _words(get_breakdown(engagement, wave, "COM", BY_SITE, INTERNAL))


def test_schools_where_nobody_answered_have_no_part(engagement: Engagement, wave: str) -> None:
    add_site(engagement, "West High")
    assert "West High" not in _words(get_breakdown(engagement, wave, "COM", BY_SITE, INTERNAL))


def test_schools_of_one_name_are_told_apart(engagement: Engagement, tmp_path: Path) -> None:
    wave = bring_in_schools(engagement, tmp_path)
    add_site(engagement, "North High")
    with engagement.reading() as session:
        labels = split_by(session, read_wave(session, wave, INTERNAL), BY_SITE).labels
    assert labels == (*SCHOOLS, "North High (2)", SITE_NOT_KNOWN)


def test_a_group_too_small_for_so_many_schools_hides_none_of_the_schools_of_others(
    engagement: Engagement, tmp_path: Path
) -> None:
    wave = bring_in_schools(engagement, tmp_path, {"TCH": (30, 24, 14, 16), "ADM": (3, 3, 2, 3)}, unknown=0)
    everybody = get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC)
    assert everybody.without == (Group.ADM,)
    assert (_words(everybody), everybody.total.n) == (dict(zip(SCHOOLS, (30, 24, 14, 16), strict=True)), 84)
    teachers = get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC, group=Group.TCH)
    assert _words(teachers) == _words(everybody)
    alone = get_breakdown(engagement, wave, "COM", BY_SITE, PUBLIC, group=Group.ADM)
    assert (set(_words(alone).values()), alone.total.n) == ({"hidden to protect others"}, 11)
