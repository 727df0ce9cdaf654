"""The history says what was done, in the order it was done, and what it did."""

from assessor.operations.clients import add_site, edit_site
from assessor.operations.histories import FirstWording, first_wording, get_effects, list_changes
from assessor.operations.remarks import edit_remark, note_remark
from assessor.operations.sittings import add_sitting
from assessor.store import Engagement
from assessor.terms import SittingKind


def test_the_newest_change_comes_first_and_undo_and_redo_say_of_what(engagement: Engagement) -> None:
    add_site(engagement, "Ridge")
    add_site(engagement, "Oak")
    engagement.undo()
    engagement.redo()

    assert [change.sentence for change in list_changes(engagement)] == [
        "Redo “Add site Oak”",
        "Undo “Add site Oak”",
        "Add site Oak",
        "Add site Ridge",
    ]


def test_a_change_shows_only_the_columns_that_differ(engagement: Engagement) -> None:
    site_id = add_site(engagement, "Ridge", "middle")
    edit_site(engagement, site_id, name="Ridge Middle")
    effects = get_effects(engagement, list_changes(engagement)[0].id)

    assert [(effect.before, effect.after) for effect in effects] == [
        ({"name": "Ridge"}, {"name": "Ridge Middle"})
    ]


def test_the_history_is_read_page_by_page(engagement: Engagement) -> None:
    for number in range(5):
        add_site(engagement, f"School {number}")
    first = list_changes(engagement, limit=2)

    assert [change.label for change in list_changes(engagement, limit=2, before=first[-1].number)] == [
        "Add site School 2",
        "Add site School 1",
    ]


def test_the_first_wording_of_a_line_is_told_with_the_day_it_was_changed(engagement: Engagement) -> None:
    sitting_id = add_sitting(engagement, SittingKind.INTERVIEW, "SRO")
    remark_id = note_remark(engagement, sitting_id, "They call me for phones.")
    assert first_wording(engagement, remark_id) is None
    edit_remark(engagement, remark_id, is_quote=True)
    assert first_wording(engagement, remark_id) is None
    edit_remark(engagement, remark_id, text="They call me for a phone.")
    worded_anew = list_changes(engagement)[0].made_at
    edit_remark(engagement, remark_id, is_quote=False)

    assert first_wording(engagement, remark_id) == FirstWording("They call me for phones.", worded_anew)
    edit_remark(engagement, remark_id, text="They call me for phones.")
    assert first_wording(engagement, remark_id) is None
