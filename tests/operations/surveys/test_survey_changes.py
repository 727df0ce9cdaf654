"""Two waves side by side: what is compared, what is not and why, and what stays hidden."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain
from typing import Any

import pytest
from tests.operations.kept_waves import add_answers, items, keep_wave

from assessor.operations.clients import add_site, begin_engagement
from assessor.operations.survey_forms.own_survey_copies import copy_form, make_new_version
from assessor.operations.survey_forms.own_surveys import begin_form
from assessor.operations.surveys.survey_change_rows import ChangeResult, GroupChange
from assessor.operations.surveys.survey_changes import compare_waves
from assessor.operations.surveys.survey_result_rows import Audience
from assessor.operations.surveys.survey_waves import ask_group
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

PUBLIC = Audience.PUBLIC
TRUST = items("TRU1", "TRU2", "TRU3")
LOW, HIGH = [2, 3, 4] * 8, [3, 4, 5] * 8


def _wave(engagement: Engagement, answers: Sequence[Any], **more: Any) -> str:
    asked = more.pop("asked", TRUST)
    return keep_wave(engagement, asked, {Group.TCH: dict.fromkeys(asked, answers)}, **more)


def _teachers(engagement: Engagement, before: str, after: str, audience: Audience = PUBLIC) -> GroupChange:
    found = compare_waves(engagement, before, after, audience).group(Group.TCH)
    assert found is not None
    return found


def _only(changes: tuple[ChangeResult, ...]) -> ChangeResult:
    (change,) = changes
    return change


@pytest.fixture(autouse=True)
def _client(engagement: Engagement) -> None:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")


def test_a_change_is_the_later_less_the_earlier_with_both_response_rates(engagement: Engagement) -> None:
    before = _wave(engagement, LOW, title="Fall", invited={Group.TCH: 96})
    after = _wave(engagement, HIGH, title="Spring", invited={Group.TCH: 32})
    teachers = _teachers(engagement, before, after)
    trust = _only(teachers.constructs)
    assert (trust.code, trust.points, trust.flagged) == ("TRU", Decimal(1), True)
    assert trust.favorable is not None
    assert round(trust.favorable, 1) == Decimal("33.3")
    assert (teachers.before.rate, teachers.after.rate) == (25, 75)
    assert [(item.code, item.points) for item in trust.items] == [(code, 1) for code in TRUST]


def test_a_change_has_an_effect_size_from_ten_people_on_in_each_wave(engagement: Engagement) -> None:
    few, many = _wave(engagement, [2, 3, 4] * 3), _wave(engagement, HIGH)
    trust = _only(_teachers(engagement, few, many, Audience.INTERNAL).constructs)
    assert trust.points == 1
    assert trust.effect is None
    large = _only(_teachers(engagement, _wave(engagement, LOW), many).constructs)
    assert large.effect is not None
    assert large.effect.size == "large"


def test_an_item_of_another_wording_is_left_out_and_named(engagement: Engagement) -> None:
    before = _wave(engagement, LOW)
    after = _wave(engagement, HIGH, asked={**TRUST, **items("TRU3", text="Reworded")})
    teachers = _teachers(engagement, before, after)
    assert [item.code for item in _only(teachers.constructs).items] == ["TRU1", "TRU2"]
    assert [(each.code, each.name) for each in teachers.not_compared] == [("TRU3", "Reworded")]
    assert "wording changed" in teachers.not_compared[0].why


def test_an_item_of_one_wave_only_is_named_with_that_wave(engagement: Engagement) -> None:
    before = _wave(engagement, LOW, asked=items("TRU1", "TRU2", "GOA1"))
    after = _wave(engagement, HIGH, asked=items("TRU1", "TRU2", "SAF1"))
    why = {each.code: each.why for each in _teachers(engagement, before, after).not_compared}
    assert why == {"SAF1": "Asked in the later wave only.", "GOA1": "Asked in the earlier wave only."}


def test_a_construct_of_which_one_item_is_left_is_compared_as_that_item(engagement: Engagement) -> None:
    before = _wave(engagement, LOW, asked=items("TRU1", "TRU2"))
    after = _wave(engagement, HIGH, asked=items("TRU1", "TRU3"))
    teachers = _teachers(engagement, before, after)
    assert teachers.constructs == ()
    assert _only(teachers.questions).code == "TRU1"


def test_reverse_worded_items_count_turned_round(engagement: Engagement) -> None:
    asked = items("COM4", is_reversed=True)
    before, after = (_wave(engagement, answers, asked=asked) for answers in (LOW, HIGH))
    assert _only(_teachers(engagement, before, after).questions).points == -1


def test_yes_no_questions_change_in_percentage_points_and_have_no_mean(engagement: Engagement) -> None:
    asked = {"TRN2": {"kind": "yes_no"}}
    before, after = (_wave(engagement, [1] * yes + [0] * (20 - yes), asked=asked) for yes in (8, 12))
    change = _only(_teachers(engagement, before, after).questions)
    assert (change.points, change.favorable, change.effect, change.flagged) == (None, 20, None, True)


def test_other_schools_are_not_compared(engagement: Engagement) -> None:
    ridge, valley = (add_site(engagement, name) for name in ("Ridge", "Valley"))
    teachers = _teachers(
        engagement, _wave(engagement, LOW, site_id=ridge), _wave(engagement, HIGH, site_id=valley)
    )
    assert "other schools" in teachers.why
    assert not teachers.constructs


def test_a_school_heard_in_one_wave_only_is_named(engagement: Engagement) -> None:
    ridge, valley = (add_site(engagement, name) for name in ("Ridge", "Valley"))
    before = _wave(engagement, [*LOW, *HIGH], site_id=ridge)
    few, many = (_wave(engagement, [*LOW, *HIGH], site_id=ridge) for _ in range(2))
    for wave, people in ((few, 3), (many, 12)):
        answers = dict.fromkeys(TRUST, HIGH[:people])
        add_answers(engagement, wave, Group.TCH, answers, valley)
    assert _teachers(engagement, before, few).note == "Only in the later wave: schools of which few answered."
    teachers = _teachers(engagement, before, many)
    assert teachers.note == "Only in the later wave: Valley."
    assert _only(teachers.constructs).after.n == 60


def test_a_group_too_small_in_one_wave_shows_nothing_of_either(engagement: Engagement) -> None:
    teachers = _teachers(engagement, _wave(engagement, LOW), _wave(engagement, [2, 3, 4] * 3))
    assert teachers.why == "In the later wave: n < 10"
    assert (teachers.constructs, teachers.questions, teachers.not_compared) == ((), (), ())


def test_a_small_group_that_answered_alike_has_no_change(engagement: Engagement) -> None:
    teachers = _teachers(engagement, _wave(engagement, LOW), _wave(engagement, [4] * 12))
    trust = _only(teachers.constructs)
    for change in chain([trust], trust.items):
        assert change.is_compared is False
        assert (change.points, change.favorable, change.effect, change.flagged) == (None, None, None, False)
        assert "later wave: hidden" in change.words


def test_an_index_changes_only_where_the_same_items_stand_behind_it(engagement: Engagement) -> None:
    def parties(answers: Sequence[int], *codes: str) -> str:
        asked = items(*codes)
        columns = dict.fromkeys(asked, answers)
        return keep_wave(engagement, asked, {Group.SRO: columns, Group.ADM: columns})

    before, after = parties(LOW, "TRU1", "TRU2"), parties(HIGH, "TRU1", "TRU2")
    (trust,) = compare_waves(engagement, before, after).indexes
    assert (trust.code, trust.difference, trust.why) == ("trust", 25, "")
    (other,) = compare_waves(engagement, before, parties(HIGH, "TRU1", "TRU2", "TRU3")).indexes
    assert other.difference is None
    assert "asked alike" in other.why
    assert (other.before is None, other.after is None) == (False, False)


def test_a_wave_is_not_compared_with_itself_or_with_one_that_is_gone(engagement: Engagement) -> None:
    wave = _wave(engagement, LOW)
    with pytest.raises(CannotDo, match="with itself"):
        compare_waves(engagement, wave, wave)
    with pytest.raises(CannotDo, match="removed meanwhile"):
        compare_waves(engagement, wave, "gone")


def test_a_new_version_of_a_form_asks_the_same_people(engagement: Engagement) -> None:
    own = copy_form(engagement, "teachers_and_staff").id
    newer = make_new_version(engagement, own)
    other = begin_form(engagement, "Another form", Group.TCH)
    keys = ("teachers_and_staff", own, newer, other)
    first, second, third, fourth = (_wave(engagement, [4] * 6 + [2] * 6, title=key) for key in keys)
    for wave, key in zip((first, second, third, fourth), keys, strict=True):
        ask_group(engagement, wave, Group.TCH, form_key=key, form_version=1)
    assert _teachers(engagement, first, second).why == ""
    assert _teachers(engagement, second, third).why == ""
    assert "another form" in _teachers(engagement, third, fourth).why
