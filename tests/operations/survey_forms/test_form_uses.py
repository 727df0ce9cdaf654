"""Choosing the form a wave asks a group with."""

import pytest
from tests.operations.own_forms import answer_with

from assessor.operations.survey_forms.form_uses import ask_with_form
from assessor.operations.survey_forms.own_survey_copies import copy_form, make_new_version
from assessor.operations.surveys.survey_waves import add_wave, ask_group, list_waves
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


def used(engagement: Engagement) -> list[tuple[str, int, int | None]]:
    """Form, version and number invited of each group of the only wave."""
    return [(one.form_key, one.form_version, one.invited) for one in list_waves(engagement)[0].groups]


def test_a_wave_asks_a_group_with_a_form_and_keeps_who_was_invited(engagement: Engagement) -> None:
    wave = add_wave(engagement, "Wave")
    ask_group(engagement, wave, Group.TCH, invited=40)
    own = copy_form(engagement, "teachers_and_staff").id
    ask_with_form(engagement, wave, own)
    assert used(engagement) == [(own, 1, 40)]

    newer = make_new_version(engagement, own)
    ask_with_form(engagement, wave, newer)
    ask_with_form(engagement, wave, "sro")
    assert used(engagement) == [("sro", 1, None), (newer, 2, 40)]


def test_a_wave_keeps_the_form_its_answers_came_with(engagement: Engagement) -> None:
    own = copy_form(engagement, "teachers_and_staff").id
    wave = answer_with(engagement, own, Group.TCH)
    newer = make_new_version(engagement, own)

    with pytest.raises(CannotDo, match="came in with another form"):
        ask_with_form(engagement, wave, newer)
    ask_with_form(engagement, wave, own)
    assert used(engagement) == [(own, 1, None)]


def test_a_wave_that_is_gone_is_said_so(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="wave was removed"):
        ask_with_form(engagement, "gone", "sro")
