"""Schools of two waves printed one after the other: left out where a school has nearly as many people."""

from datetime import date
from pathlib import Path

import pytest
from tests.operations.survey_schools import SCHOOLS, answers_of, bring_in_schools
from tests.operations.survey_waves import bring_in_wave

from assessor.operations.surveys.published_groups import list_published
from assessor.operations.surveys.survey_imports import list_imports, remove_import
from assessor.operations.surveys.survey_publishing import gather_publication, publishing
from assessor.operations.surveys.survey_reports import gather_survey_report
from assessor.operations.surveys.survey_school_figures import SchoolPages
from assessor.operations.surveys.survey_splits import BY_SITE
from assessor.operations.surveys.survey_waves import edit_wave
from assessor.store import Engagement
from assessor.terms import Group

FALL = {"TCH": (30, 24, 14, 6)}


@pytest.fixture
def fall(engagement: Engagement, tmp_path: Path) -> str:
    """A wave of teachers of four schools, its results saved."""
    wave = bring_in_schools(engagement, tmp_path, FALL)
    edit_wave(engagement, wave, title="Fall", opened_on=date(2025, 10, 1))
    with publishing(engagement, gather_publication(engagement, wave)):
        pass
    return wave


def spring(engagement: Engagement, folder: Path, *people: int) -> SchoolPages:
    """What the results of a later wave would say school by school."""
    (folder / "spring").mkdir()
    given = [answer for place, n in enumerate(people) for answer in answers_of(place, n)]
    named = [school for school, n in zip(SCHOOLS, people, strict=True) for _ in range(n)]
    columns = {"COM5": given, "COM6": [min(each + 1, 5) for each in given], "Which school?": named}
    wave = bring_in_wave(engagement, folder / "spring", TCH=columns)
    edit_wave(engagement, wave, title="Spring", opened_on=date(2026, 3, 1))
    return gather_survey_report(engagement, wave).schools


def test_what_was_printed_by_school_is_noted(engagement: Engagement, fall: str) -> None:
    noted = [(row.group, row.by, row.n) for row in list_published(engagement, fall)]
    assert sorted(noted) == [(Group.TCH, "", 74), (Group.TCH, BY_SITE, 74)]


def test_a_school_with_nearly_as_many_people_as_printed_before_leaves_its_group_out(
    engagement: Engagement, fall: str, tmp_path: Path
) -> None:
    assert spring(engagement, tmp_path, 33, 40, 30, 6).too_near == (Group.TCH,)


def test_schools_that_changed_by_enough_are_shown_and_small_ones_do_not_matter(
    engagement: Engagement, fall: str, tmp_path: Path
) -> None:
    found = spring(engagement, tmp_path, 44, 40, 30, 7)
    assert found.too_near == ()
    assert [each.group for each in found.figures] == [Group.TCH]


def test_schools_of_a_printed_wave_whose_table_is_gone_are_taken_as_near(
    engagement: Engagement, fall: str, tmp_path: Path
) -> None:
    for row in list_imports(engagement, fall):
        remove_import(engagement, row.id)
    assert spring(engagement, tmp_path, 44, 40, 30, 7).too_near == (Group.TCH,)


def test_what_was_only_looked_at_hides_nothing(engagement: Engagement, fall: str, tmp_path: Path) -> None:
    engagement.undo()
    assert spring(engagement, tmp_path, 33, 40, 30, 6).too_near == ()
