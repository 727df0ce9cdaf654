"""A plan is released whole and sound or not at all, and without the chapters that are left out."""

from datetime import date

import pytest

from assessor.operations import clients, goals, plans, releases
from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.strategic_plan.leaving_out import OPTIONAL_CHAPTERS
from assessor.progress import finish
from assessor.report.layout import all_chapters
from assessor.sample import make_sample
from assessor.store import Engagement
from assessor.terms import CannotDo

TODAY = date(2027, 2, 1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Engagement:
    """The sample engagement, whose plan is sound."""
    path = tmp_path_factory.mktemp("sample") / "sample.assessor"
    finish(make_sample(path, None))
    return Engagement.open(path)


def test_a_sound_plan_is_kept_as_it_stands(sample: Engagement) -> None:
    version = releases.release_plan(
        sample, TODAY, " Edition 3 ", what_changed="New measures", approved_by="The board"
    )
    newest = plans.list_versions(sample)[0]
    assert (newest.id, newest.label, newest.is_released) == (version, "Edition 3", True)
    content = plans.get_version_content(sample, version)
    assert content["front"]["district"] == clients.get_client(sample).name
    assert len(content["goals"]) == len(goals.list_goals(sample))
    sample.undo()
    assert newest.id not in {row.id for row in plans.list_versions(sample)}


def test_a_release_needs_a_name(sample: Engagement) -> None:
    with pytest.raises(CannotDo, match="needs a name"):
        releases.release_plan(sample, TODAY, "  ")


def test_a_broken_required_rule_refuses_the_release(sample: Engagement) -> None:
    goals.add_goal(sample, "A goal nobody asked for")
    before = plans.list_versions(sample)
    with pytest.raises(CannotDo, match=r"cannot be released yet: Goal “A goal nobody asked for”"):
        releases.release_plan(sample, TODAY, "Edition 3")
    assert plans.list_versions(sample) == before
    sample.undo()


def test_a_plan_without_goals_is_not_released(engagement: Engagement) -> None:
    clients.begin_engagement(engagement, "Larkfield Unified", "2026–27")
    with pytest.raises(CannotDo, match="no goal yet"):
        releases.release_plan(engagement, TODAY, "Edition 1")


def test_every_optional_chapter_can_be_left_out_and_put_in_again(sample: Engagement) -> None:
    whole = [chapter.anchor for chapter in all_chapters(gather_strategic_plan(sample, TODAY))]
    for chapter in OPTIONAL_CHAPTERS:
        plans.leave_chapter_out(sample, chapter, True)
    bare = {chapter.template for chapter in all_chapters(gather_strategic_plan(sample, TODAY))}
    assert bare == {
        "cover.html", "contents.html", "finding.html", "briefs.html", "priorities.html", "goal.html",
        "measures.html", "privacy.html", "method.html",
    }  # fmt: skip
    for chapter in OPTIONAL_CHAPTERS:
        plans.leave_chapter_out(sample, chapter, False)
    assert [c.anchor for c in all_chapters(gather_strategic_plan(sample, TODAY))] == whole


def test_a_chapter_of_every_plan_cannot_be_left_out(sample: Engagement) -> None:
    with pytest.raises(CannotDo, match="belongs to every plan"):
        plans.leave_chapter_out(sample, "findings", True)


def test_leaving_a_chapter_out_keeps_its_words(sample: Engagement) -> None:
    claim = plans.list_chapter_texts(sample)["ladder"].claim
    plans.leave_chapter_out(sample, "ladder", True)
    kept = plans.list_chapter_texts(sample)["ladder"]
    assert (kept.claim, kept.is_left_out) == (claim, True)
    sample.undo()
