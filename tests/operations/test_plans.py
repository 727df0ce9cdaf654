"""The plan has one title page, texts over its chapters, key figures, and versions that never change."""

from datetime import date

import pytest

from assessor.operations import plans
from assessor.store import Engagement
from assessor.terms import CannotDo


def test_a_plan_begins_as_a_confidential_draft(engagement: Engagement) -> None:
    plan = plans.get_plan(engagement)
    assert (plan.draft, plan.is_confidential, plan.title) == ("0.1", True, "")


def test_there_is_one_plan_however_often_it_is_edited(engagement: Engagement) -> None:
    plans.edit_plan(engagement, title="Working together on purpose")
    plans.edit_plan(engagement, starts_on=date(2026, 11, 1), ends_on=date(2028, 6, 30))
    plan = plans.get_plan(engagement)
    assert (plan.title, plan.ends_on) == ("Working together on purpose", date(2028, 6, 30))


def test_a_plan_cannot_end_before_it_starts(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="end before it starts"):
        plans.edit_plan(engagement, starts_on=date(2026, 11, 1), ends_on=date(2026, 10, 1))
    assert plans.get_plan(engagement).starts_on is None


def test_a_chapter_has_one_text(engagement: Engagement) -> None:
    plans.write_chapter_text(engagement, "ladder", claim="Settle it low")
    plans.write_chapter_text(engagement, "ladder", lede="And soon.")
    assert list(plans.list_chapter_texts(engagement)) == ["ladder"]
    row = plans.list_chapter_texts(engagement)["ladder"]
    assert (row.claim, row.lede) == ("Settle it low", "And soon.")


def test_key_figures_are_ordered(engagement: Engagement) -> None:
    people = plans.add_key_figure(engagement, "448", "people took part")
    plans.add_key_figure(engagement, "46%", "know when to call")
    plans.move_key_figure(engagement, people, 1)
    plans.edit_key_figure(engagement, people, label="people heard")
    assert [(row.figure, row.label) for row in plans.list_key_figures(engagement)] == [
        ("46%", "know when to call"),
        ("448", "people heard"),
    ]
    plans.remove_key_figure(engagement, people)
    assert len(plans.list_key_figures(engagement)) == 1


def test_versions_are_numbered_and_keep_their_content(engagement: Engagement) -> None:
    plans.keep_version(engagement, {"goals": []}, "Draft 0.4")
    released = plans.keep_version(
        engagement, {"goals": [{"title": "Één"}]}, "Edition 1", is_released=True, approved_by="The Board"
    )
    assert [(row.number, row.label, row.is_released) for row in plans.list_versions(engagement)] == [
        (2, "Edition 1", True),
        (1, "Draft 0.4", False),
    ]
    assert plans.get_version_content(engagement, released) == {"goals": [{"title": "Één"}]}


def test_a_version_that_is_not_there_is_said(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="no longer"):
        plans.get_version_content(engagement, "nowhere")
