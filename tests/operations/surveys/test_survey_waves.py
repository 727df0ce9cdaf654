"""Survey waves: days, groups asked and invited, and questions."""

from datetime import date

import pytest

from assessor.operations.clients import begin_engagement
from assessor.operations.surveys.survey_waves import (
    add_wave,
    ask_group,
    ask_group_no_more,
    edit_wave,
    list_questions,
    list_waves,
    remove_wave,
)
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


def test_waves_are_listed_newest_first(engagement: Engagement) -> None:
    first = add_wave(engagement, "Wave 1", opened_on=date(2026, 10, 12), closed_on=date(2026, 11, 6))
    second = add_wave(engagement, "Wave 2", opened_on=date(2027, 4, 5))
    assert [wave.id for wave in list_waves(engagement)] == [second, first]


def test_a_wave_belongs_to_the_newest_cycle(engagement: Engagement) -> None:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    add_wave(engagement, "Wave 1")
    assert list_waves(engagement)[0].title == "Wave 1"


def test_a_wave_needs_a_title(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="needs a title"):
        add_wave(engagement, "  ")
    assert list_waves(engagement) == []


def test_a_wave_cannot_close_before_it_opens(engagement: Engagement) -> None:
    wave = add_wave(engagement, "Wave 1", opened_on=date(2026, 10, 12))
    with pytest.raises(CannotDo, match="close before it opens"):
        edit_wave(engagement, wave, closed_on=date(2026, 10, 1))
    edit_wave(engagement, wave, closed_on=date(2026, 11, 6), title="Survey, wave 1")
    assert list_waves(engagement)[0].closed_on == date(2026, 11, 6)


def test_groups_asked_keep_their_form_and_how_many_were_invited(engagement: Engagement) -> None:
    wave = add_wave(engagement, "Wave 1")
    ask_group(engagement, wave, Group.TCH, invited=92, form_key="teachers_and_staff", form_version=1)
    ask_group(engagement, wave, Group.SRO, invited=6)
    ask_group(engagement, wave, Group.TCH, invited=95)
    groups = list_waves(engagement)[0].groups
    assert [(asked.group, asked.invited, asked.form_key) for asked in groups] == [
        (Group.SRO, 6, ""),
        (Group.TCH, 95, "teachers_and_staff"),
    ]
    ask_group_no_more(engagement, wave, Group.SRO)
    assert [asked.group for asked in list_waves(engagement)[0].groups] == [Group.TCH]


def test_fewer_than_nobody_cannot_be_invited(engagement: Engagement) -> None:
    wave = add_wave(engagement, "Wave 1")
    with pytest.raises(CannotDo, match="below zero"):
        ask_group(engagement, wave, Group.TCH, invited=-1)


def test_removing_a_wave_can_be_undone(engagement: Engagement) -> None:
    wave = add_wave(engagement, "Wave 1")
    ask_group(engagement, wave, Group.TCH, invited=92)
    remove_wave(engagement, wave)
    assert list_waves(engagement) == []
    engagement.undo()
    assert list_waves(engagement)[0].groups[0].invited == 92
    assert list_questions(engagement, wave) == []
