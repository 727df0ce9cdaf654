"""A form gathered for paper: its blanks filled from the engagement, its words in its language."""

import pytest
from tests.operations.survey_forms.test_forms import make_form

from assessor.operations.clients import begin_engagement, edit_client, get_client
from assessor.operations.paper.paper_forms import TO_WRITE_ON, gather_paper_form
from assessor.store import Engagement
from assessor.terms import CannotDo


@pytest.fixture
def engagement(engagement: Engagement) -> Engagement:
    begin_engagement(engagement, "Larkfield Unified")
    return engagement


def test_blanks_are_filled_from_the_engagement(engagement: Engagement) -> None:
    edit_client(engagement, complaints_to="the ombudsperson, 555-0100")
    form = gather_paper_form(engagement, "parents_and_guardians", contact="Dana Whitfield")
    opening = " ".join(form.survey.opening)
    assert "use the complaint route instead of this form: the ombudsperson, 555-0100." in opening
    assert "large print: Dana Whitfield." in opening
    assert (form.left_blank, form.remarks) == ((), ())


def test_without_a_contact_it_is_who_takes_complaints_and_without_both_a_line_to_write_on(
    engagement: Engagement,
) -> None:
    form = gather_paper_form(engagement, "students")
    assert f"Questions about this form: {TO_WRITE_ON}." in form.survey.opening[-1]
    assert form.remarks == ("Nobody is named for “contact”: a line stands there.",)
    edit_client(engagement, complaints_to="the ombudsperson")
    assert "the ombudsperson" in gather_paper_form(engagement, "students").survey.opening[-1]


def test_an_anonymous_form_promises_the_smallest_group_of_any_result(engagement: Engagement) -> None:
    client = get_client(engagement)
    students, officers = (gather_paper_form(engagement, key) for key in ("students", "sro"))
    assert f"fewer than {client.internal_threshold} students" in " ".join(students.survey.opening)
    assert f"fewer than {client.public_threshold} people" in " ".join(officers.survey.opening)


def test_words_around_the_form_are_those_of_its_language_and_reader(engagement: Engagement) -> None:
    students, parents = (
        gather_paper_form(engagement, key, language="es") for key in ("students", "parents_and_guardians")
    )
    assert (students.words.page, students.mark) == ("Página", "students · v1 · ES")
    assert "táchala" in students.words.mend
    assert "táchela" in parents.words.mend
    assert not students.is_reviewed
    assert gather_paper_form(engagement, "students").is_reviewed


def test_only_forms_that_are_not_anonymous_let_answers_be_held_back(engagement: Engagement) -> None:
    assert gather_paper_form(engagement, "sro").may_hold_back
    assert not gather_paper_form(engagement, "students").may_hold_back


def test_a_language_the_form_does_not_stand_in_is_refused(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match=r"does not stand in “fr” whole.*choose one of: en, es"):
        gather_paper_form(engagement, "students", language="fr")
    with pytest.raises(CannotDo, match="does not stand in “es” whole"):
        gather_paper_form(engagement, make_form(engagement), language="es")
    with pytest.raises(CannotDo, match="was removed"):
        gather_paper_form(engagement, "gone")


def test_a_form_of_ones_own_is_marked_as_such(engagement: Engagement) -> None:
    key = make_form(engagement)
    assert gather_paper_form(engagement, key).mark == f"own {key[:8]} · v1 · EN"
