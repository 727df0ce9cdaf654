"""What a released plan shows of a group is not told again of nearly the same people."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from tests.operations.survey_specimens import write_items
from tests.operations.survey_waves import bring_in

from assessor.operations.gathering.surveys import PublicSurveys
from assessor.operations.releases import release_plan
from assessor.operations.surveys.published_groups import list_published
from assessor.operations.surveys.survey_results import (
    Audience,
    WaveResults,
    get_breakdown,
    get_item_answers,
    get_results,
    list_open_comments,
)
from assessor.operations.surveys.survey_waves import list_waves
from assessor.progress import finish
from assessor.sample import make_sample
from assessor.store import Engagement
from assessor.terms import Group

TODAY = date(2027, 2, 1)
PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample engagement, its plan released."""
    path = tmp_path_factory.mktemp("sample") / "sample.assessor"
    finish(make_sample(path, None))
    with Engagement.open(path) as engagement:
        release_plan(engagement, TODAY, "Edition 3")
    return path


@pytest.fixture
def released(edition: Path, tmp_path: Path) -> Iterator[Engagement]:
    """A copy of it."""
    with Engagement.open(Path(copy(edition, tmp_path))) as engagement:
        yield engagement


def newest(engagement: Engagement) -> str:
    return list_waves(engagement)[0].id


def teachers_came(engagement: Engagement, folder: Path, people: int) -> None:
    """More teachers answer after the release."""
    table = write_items(folder / f"late {people}.csv", {"SAF1": [4, 5] * (people // 2) + [3] * (people % 2)})
    bring_in(engagement, table, wave_id=newest(engagement), group=Group.TCH)


def numbers(results: WaveResults) -> dict[Group | None, int | None]:
    return {count.group: count.n for count in results.groups}


def test_a_release_keeps_who_stands_behind_the_groups_that_the_public_sees(released: Engagement) -> None:
    wave = newest(released)
    told = {group: n for group, n in numbers(get_results(released, wave, PUBLIC)).items() if n}
    assert {row.group: row.n for row in list_published(released, wave)} == told
    assert {row.version for row in list_published(released)} == {"Edition 3"}
    released.undo()
    assert list_published(released) == []


def test_the_same_people_are_told_again(released: Engagement) -> None:
    public = get_results(released, newest(released), PUBLIC)
    released.undo()
    assert get_results(released, newest(released), PUBLIC) == public


def test_a_few_who_came_since_hide_the_group_from_the_public_with_a_sentence(
    released: Engagement, tmp_path: Path
) -> None:
    wave = newest(released)
    before = numbers(get_results(released, wave, PUBLIC))
    teachers_came(released, tmp_path, 3)
    public, internal = (get_results(released, wave, audience) for audience in (PUBLIC, INTERNAL))
    teachers = public.group(Group.TCH)
    assert teachers is not None
    assert (teachers.n, teachers.words) == (None, "hidden to protect others")
    assert "in “Edition 3”, which was released on " in teachers.caution
    assert "Fewer than 10 differ" in teachers.caution
    assert all(not each.of(Group.TCH).is_shown for each in (*public.constructs, *public.questions))
    assert all(not item.of(Group.TCH).is_shown for each in public.constructs for item in each.items)
    assert numbers(internal)[Group.TCH] == (before[Group.TCH] or 0) + 3
    assert numbers(public)[Group.STU] == before[Group.STU]


def test_no_public_path_tells_what_a_release_told_of_nearly_the_same(
    released: Engagement, tmp_path: Path
) -> None:
    wave = newest(released)
    teachers_came(released, tmp_path, 3)
    printed = PublicSurveys(released).wave(wave)
    assert numbers(printed)[Group.TCH] is None
    assert not get_item_answers(released, wave, "SAF1", PUBLIC).of(Group.TCH).is_shown
    assert list_open_comments(released, wave, PUBLIC, Group.TCH) == []
    broken = get_breakdown(released, wave, "SAF1", "SAF2", PUBLIC, group=Group.TCH)
    assert broken.parts == ()
    assert not broken.total.is_shown


def test_enough_new_people_show_the_group_again(released: Engagement, tmp_path: Path) -> None:
    wave = newest(released)
    before = numbers(get_results(released, wave, PUBLIC))[Group.TCH]
    teachers_came(released, tmp_path, 3)
    teachers_came(released, tmp_path, 7)
    assert numbers(get_results(released, wave, PUBLIC))[Group.TCH] == (before or 0) + 10
