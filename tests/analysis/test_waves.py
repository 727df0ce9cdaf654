"""Two waves are compared only where the same was asked of the same."""

from dataclasses import replace

import pytest

from assessor.analysis.waves import AskedAs, RespondentRule, why_not_compared, why_other_people

ASKED = AskedAs("I feel safe at this school.", "scale", labels=("Strongly disagree", "Strongly agree"))


def test_a_question_asked_alike_is_compared():
    assert why_not_compared(ASKED, ASKED) == ""


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (replace(ASKED, wording="I feel safe at school."), "wording changed"),
        (replace(ASKED, kind="rating"), "kind of question"),
        (replace(ASKED, high=4), "scale changed"),
        (replace(ASKED, is_reversed=True), "reverse-scored in one"),
        (replace(ASKED, labels=("Never", "Always")), "answers offered"),
    ],
)
def test_whatever_was_not_alike_is_named(other, why):
    assert why in why_not_compared(ASKED, other)
    assert why in why_not_compared(other, ASKED)


def test_spaces_quotation_marks_and_unknown_labels_are_no_change():
    assert (
        why_not_compared(replace(ASKED, wording="The SRO’s  job"), replace(ASKED, wording="The SRO's job"))
        == ""
    )
    assert why_not_compared(ASKED, replace(ASKED, labels=())) == ""


def test_other_respondents_are_not_compared():
    teachers = RespondentRule("teachers_and_staff", {"ridge": 30})
    assert why_other_people(teachers, teachers) == ""
    assert "another form" in why_other_people(teachers, replace(teachers, form="own"))
    assert "other schools" in why_other_people(teachers, replace(teachers, sites={"ridge": 30, "valley": 12}))


def test_what_is_not_known_of_the_respondents_is_taken_to_be_alike():
    assert why_other_people(RespondentRule("a", {"ridge": 30}), RespondentRule()) == ""


def test_a_school_of_which_few_answered_may_be_in_one_wave_only():
    before = RespondentRule("", {"ridge": 40, "valley": 10})
    assert why_other_people(before, RespondentRule("", {"ridge": 31})) == ""
    assert why_other_people(RespondentRule("", {"ridge": 31}), before) == ""
    assert "other schools" in why_other_people(before, RespondentRule("", {"valley": 60}))
