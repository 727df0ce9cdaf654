"""What is to be looked at again in a survey form, and the guard over what students are asked."""

import pytest

from assessor.model import OwnItem
from assessor.operations.survey_forms.form_checks import find_protected, get_student_advice, guards_of
from assessor.terms import Group


def item(text: str = "", text_es: str = "", choices: tuple[str, ...] = ()) -> OwnItem:
    """A question of these words."""
    return OwnItem(
        section="", section_es="", text=text, text_es=text_es, choices=list(choices), choices_es=[]
    )


@pytest.mark.parametrize("word", ["arrested", "drugs", "depressed", "a gang", "immigration", "religion"])
def test_the_terms_the_field_warns_of_are_found_on_a_student_form(word: str) -> None:
    assert find_protected(item(f"Do you know about {word}?"), guards_of(Group.STU))


@pytest.mark.parametrize(
    "word", ["arrestado", "drogas", "deprimido", "una pandilla", "inmigración", "religión"]
)
def test_they_are_found_in_spanish_as_well(word: str) -> None:
    assert find_protected(item("Do you?", f"¿Sabes algo de {word}?"), guards_of(Group.STU))


def test_answers_are_looked_at_too() -> None:
    assert find_protected(item("Which?", choices=("School", "Church", "A gang")), guards_of(Group.STU))


def test_a_harmless_question_is_not_warned_of() -> None:
    assert find_protected(item("Do you feel safe?", "¿Te sientes a salvo?"), guards_of(Group.STU)) == ()


@pytest.mark.parametrize("group", [group for group in Group if group is not Group.STU])
def test_adults_are_not_guarded(group: Group) -> None:
    assert find_protected(item("Were you arrested?"), guards_of(group)) == ()


def test_the_advice_says_what_to_ask_instead() -> None:
    assert "consent" in get_student_advice()
