"""Items told beside their construct: nothing hidden can be subtracted out, single items are no scale."""

from collections import Counter
from random import Random
from typing import Any

import pytest
from tests.operations.kept_waves import items, keep_wave

from assessor.analysis.reliability import Standing
from assessor.operations.clients import begin_engagement
from assessor.operations.surveys.survey_results import (
    Audience,
    WaveResults,
    get_item_answers,
    get_results,
    list_gaps,
)
from assessor.store import Engagement
from assessor.terms import Group

PUBLIC = Audience.PUBLIC
MIXED, OTHERWISE, ALIKE = [1, 2, 3, 4, 5, 4, 3] * 2, [5, 4, 3, 3, 2, 4, 4] * 2, [4] * 14


@pytest.fixture(autouse=True)
def _client(engagement: Engagement) -> None:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")


def _results(engagement: Engagement, groups: dict[Group, dict[str, list[Any]]]) -> WaveResults:
    codes = dict.fromkeys(code for answers in groups.values() for code in answers)
    return get_results(engagement, keep_wave(engagement, items(*codes), groups), PUBLIC)


def test_an_item_answered_alike_by_few_takes_another_with_it(engagement: Engagement) -> None:
    answers = {"TRU1": MIXED, "TRU2": ALIKE, "TRU3": OTHERWISE}
    (trust,) = _results(engagement, {Group.TCH: answers}).constructs
    assert trust.of(Group.TCH).is_shown
    told = {item.code: item.of(Group.TCH).words for item in trust.items}
    assert told == {"TRU1": "hidden to protect others", "TRU2": "hidden to protect others", "TRU3": ""}


def test_what_is_hidden_in_the_whole_is_hidden_alone(engagement: Engagement) -> None:
    answers = {"TRU1": MIXED, "TRU2": ALIKE, "TRU3": OTHERWISE}
    wave = keep_wave(engagement, items(*answers), {Group.TCH: answers})
    assert get_item_answers(engagement, wave, "TRU1", PUBLIC).of(Group.TCH).is_hidden


def test_a_construct_of_a_single_hidden_item_and_a_told_one_is_hidden_in_a_part(
    engagement: Engagement,
) -> None:
    administrators = {"TRU1": MIXED, "TRU2": ALIKE, "TRU3": OTHERWISE}
    teachers = {"TRU2": MIXED, "TRU3": OTHERWISE}
    groups = {Group.ADM: administrators, Group.TCH: teachers}
    wave = keep_wave(engagement, items(*administrators), groups)
    (gap,) = list_gaps(engagement, wave, Group.ADM, Group.TCH, PUBLIC)
    assert gap.gap is None
    assert gap.words == "hidden to protect others"


@pytest.mark.parametrize("seed", range(30))
def test_nobody_subtracts_a_hidden_item_from_its_construct(engagement: Engagement, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same answers each time, no secret
    people = chance.randint(10, 24)
    leanings = [chance.choice(([4], [4] * 30 + [3], [1, 2, 3, 4, 5], [2, "DK", None])) for _ in range(4)]
    answers = {f"TRU{n}": chance.choices(leaning, k=people) for n, leaning in enumerate(leanings)}
    answers["TRU9"] = chance.choices([2, 3, 4], k=people)
    for construct in _results(engagement, {Group.STU: answers}).constructs:
        hidden = [item.code for item in construct.items if item.of(Group.STU).is_hidden]
        if not construct.of(Group.STU).is_shown or not hidden:
            continue
        left = Counter(answer for code in hidden for answer in answers[code] if isinstance(answer, int))
        assert len(hidden) > 1
        assert max(left.values()) < 0.95 * left.total()
        assert left.total() >= 10


def test_a_group_asked_a_single_item_has_an_item_and_no_scale(engagement: Engagement) -> None:
    scale = {"FAI1": MIXED, "FAI2": OTHERWISE}
    groups = {Group.SRO: {"FAI4": MIXED}, Group.ADM: {**scale, "FAI4": OTHERWISE}, Group.TCH: scale}
    results = _results(engagement, groups)
    (fairness,) = results.constructs
    assert [fairness.is_single(group) for group in groups] == [True, False, False]
    assert fairness.overall.n == 28
    assert Group.SRO not in fairness.reliability
    (gap,) = results.gaps
    assert gap.name == "Fairness and respect (FAI4 only)"


def test_a_yes_no_question_counts_in_no_construct(engagement: Engagement) -> None:
    asked = {**items("TRN1", "TRN3"), "TRN2": {"kind": "yes_no", "construct": "TRN"}}
    answers = {"TRN1": MIXED, "TRN3": OTHERWISE, "TRN2": [1, 0] * 7}
    results = get_results(engagement, keep_wave(engagement, asked, {Group.ADM: answers}), PUBLIC)
    (training,) = results.constructs
    assert training.asked == {Group.ADM: 2}
    assert sum(training.of(Group.ADM).counts) == 28
    (question,) = results.questions
    assert (question.code, question.of(Group.ADM).mean, question.of(Group.ADM).favorable) == (
        "TRN2",
        None,
        50,
    )


def test_where_nobody_has_an_opinion_there_is_nothing_to_tell(engagement: Engagement) -> None:
    results = _results(engagement, {Group.TCH: {"TRU1": ["DK"] * 14, "TRU2": [None] * 13 + ["DK"]}})
    (trust,) = results.constructs
    assert trust.of(Group.TCH).words == "n < 10"
    assert trust.reliability[Group.TCH].value is None
    assert results.group(Group.TCH) is not None


def test_a_single_item_makes_no_index(engagement: Engagement) -> None:
    groups: dict[Group, dict[str, list[Any]]] = {Group.SRO: {"TRU1": MIXED}, Group.ADM: {"TRU1": OTHERWISE}}
    assert _results(engagement, groups).trust is None
    both = {group: {**answers, "TRU2": MIXED} for group, answers in groups.items()}
    assert _results(engagement, both).trust is not None


def test_reliability_is_told_with_its_standing_and_hidden_with_its_group(engagement: Engagement) -> None:
    chance = Random(3)  # noqa: S311 - the same answers each time, no secret

    def answers(people: int) -> dict[str, list[Any]]:
        leanings = [chance.choice([2, 3, 4]) for _ in range(people)]
        return {f"TRU{n}": [each + chance.choice((-1, 0, 1)) for each in leanings] for n in (1, 2, 3)}

    groups = {Group.SRO: answers(9), Group.ADM: answers(20), Group.TCH: answers(60), Group.STU: answers(120)}
    found = _results(engagement, groups).constructs[0].reliability
    assert [found[group].standing for group in groups] == [
        Standing.HIDDEN, Standing.HIDDEN, Standing.INDICATIVE, Standing.FULL,
    ]  # fmt: skip
    assert [(found[group].value, found[group].n) for group in (Group.SRO, Group.ADM)] == [(None, None)] * 2
    assert found[Group.SRO].words == "n < 10"
    assert "from 30 people on" in found[Group.ADM].words
    teachers = found[Group.TCH]
    assert teachers.words == f"{teachers.value}, {teachers.reading} (indicative, n 60)"
    assert found[Group.STU].coefficient == "Cronbach’s alpha"
