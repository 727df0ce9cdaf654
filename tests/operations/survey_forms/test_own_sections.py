"""Order and headings of one's own survey forms."""

import pytest

from assessor.operations.survey_forms.form_details import FormItemRow, get_form_details
from assessor.operations.survey_forms.own_items import add_item
from assessor.operations.survey_forms.own_sections import begin_section, edit_section, move_item
from assessor.operations.survey_forms.own_surveys import begin_form
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@pytest.fixture
def key(engagement: Engagement) -> str:
    """A form of four questions, the last two under a heading of theirs."""
    form = begin_form(engagement, "Form", Group.TCH)
    for text in "ABCD":
        section = "One" if text in "AB" else "Two"
        add_item(engagement, form, text=text, section=section, section_es=f"{section} es")
    return form


def shown(engagement: Engagement, key: str) -> str:
    """Texts with the first letters of their headings: "OA OB TC TD"."""
    return " ".join(f"{item.section[:1]}{item.text}" for item in get_form_details(engagement, key).items)


def item(engagement: Engagement, key: str, text: str) -> FormItemRow:
    """The question of a text."""
    return next(item for item in get_form_details(engagement, key).items if item.text == text)


def test_a_question_moves_among_those_under_its_heading(engagement: Engagement, key: str) -> None:
    move_item(engagement, item(engagement, key, "A").id, 1)
    assert shown(engagement, key) == "OB OA TC TD"

    move_item(engagement, item(engagement, key, "B").id, -1)
    assert shown(engagement, key) == "OB OA TC TD"


def test_moved_past_a_heading_it_comes_under_that(engagement: Engagement, key: str) -> None:
    move_item(engagement, item(engagement, key, "C").id, -1)

    assert shown(engagement, key) == "OA OB OC TD"
    assert item(engagement, key, "C").section_es == "One es"


def test_a_heading_begins_at_a_question(engagement: Engagement, key: str) -> None:
    begin_section(engagement, item(engagement, key, "B").id, "New", "Nueva")

    assert shown(engagement, key) == "OA NB TC TD"
    with pytest.raises(CannotDo, match="needs words"):
        begin_section(engagement, item(engagement, key, "B").id, " ")


def test_a_heading_changes_for_all_under_it(engagement: Engagement, key: str) -> None:
    edit_section(engagement, item(engagement, key, "D").id, title="Xenia")
    assert shown(engagement, key) == "OA OB XC XD"
    edit_section(engagement, item(engagement, key, "C").id, title_es="Equis")
    assert item(engagement, key, "D").section_es == "Equis"


def test_a_heading_taken_away_gives_its_questions_to_the_one_before(engagement: Engagement, key: str) -> None:
    edit_section(engagement, item(engagement, key, "D").id, title="")

    assert shown(engagement, key) == "OA OB OC OD"
