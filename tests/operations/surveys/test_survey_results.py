"""Survey results through the whole path: a table brought in and counted."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from tests.operations.survey_specimens import around, write_items
from tests.operations.survey_waves import bring_in_pictured, bring_in_wave

from assessor.analysis.bands import Band
from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.surveys.survey_results import (
    Answers,
    AnswersState,
    Audience,
    GapResult,
    WaveResults,
    get_breakdown,
    get_item_answers,
    get_results,
    list_gaps,
)
from assessor.operations.surveys.survey_waves import add_wave, ask_group
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

PUBLIC = Audience.PUBLIC
CONSTRUCTS = ("COM", "ROL", "TRU", "GOA", "CON", "INF", "RES")


@pytest.fixture
def pictured(engagement: Engagement, tmp_path: Path) -> str:
    """The wave of the pictures."""
    return bring_in_pictured(engagement, tmp_path)


def _gap(gaps: Sequence[GapResult], code: str) -> GapResult:
    return next(gap for gap in gaps if gap.code == code)


def _construct(results: WaveResults, code: str, group: Group) -> Answers:
    return next(each for each in results.constructs if each.code == code).of(group)


def test_the_shares_of_an_item_are_those_of_the_golden_vector(engagement: Engagement, tmp_path: Path) -> None:
    given = [5, 4, 4, 3, 2, "DK", 4, 1, 5, "Don't know", 3, 4]
    wave = bring_in_wave(engagement, tmp_path, TCH={"SAF1": given, "SAF2": [3, 4] * 6})
    answers = get_item_answers(engagement, wave, "SAF1", PUBLIC).of(Group.TCH)
    assert (answers.n, answers.mean, answers.favorable, answers.favorable_of_all) == (
        10, Decimal("3.5"), Decimal(60), Decimal(50),
    )  # fmt: skip
    assert answers.dont_know_words == "17%"
    assert answers.counts == (1, 1, 2, 4, 2)
    assert answers.shares == (10, 10, 20, 40, 20)
    assert answers.band is Band.STEADY


def test_reverse_worded_items_stand_as_worded_and_count_turned_round(
    engagement: Engagement, tmp_path: Path
) -> None:
    given = [1, 1, 1, 1, 1, 2, 2, 2, 3, 4]
    wave = bring_in_wave(engagement, tmp_path, ADM={"COM4": given, "COM1": [5, 5, 5, 5, 5, 4, 4, 4, 3, 2]})
    item = get_item_answers(engagement, wave, "COM4").of(Group.ADM)
    assert item.counts == (5, 3, 1, 1, 0)
    assert item.favorable == 80
    construct = _construct(get_results(engagement, wave, PUBLIC), "COM", Group.ADM)
    assert construct.counts == (0, 2, 2, 6, 10)
    assert construct.mean == Decimal("4.2")


def test_a_construct_counts_only_items_the_group_was_asked(engagement: Engagement, tmp_path: Path) -> None:
    administrators = {f"COM{number}": [4, 3] * 6 for number in (1, 2, 3, 4, 5)}
    teachers = {"COM5": [5, 4] * 6, "COM6": [4, 4] * 6}
    wave = bring_in_wave(engagement, tmp_path, ADM=administrators, TCH=teachers)
    assert _construct(get_results(engagement, wave), "COM", Group.TCH).n == 12


def test_the_mirror_gap_is_that_of_the_golden_vector(engagement: Engagement, tmp_path: Path) -> None:
    codes = ("COM1", "COM2", "COM3", "TRU1", "TRU2")
    sros = {code: around(mean) for code, mean in zip(codes, (35, 25, 45, 20, 40), strict=True)}
    administrators = {code: around(mean) for code, mean in zip(codes, (45, 45, 35, 40, 40), strict=True)}
    wave = bring_in_wave(engagement, tmp_path, SRO=sros, ADM=administrators)
    results = get_results(engagement, wave, PUBLIC)
    assert [-item.gap.points for gap in results.gaps for item in gap.items if item.gap] == [1, 2, -1, 2, 0]
    assert (results.mirror_gap, results.mirrored) == (Decimal("1.2"), 5)


def test_items_that_may_not_be_told_are_no_part_of_the_mirror_gap(
    engagement: Engagement, tmp_path: Path
) -> None:
    sros = {"COM1": around(35), "COM2": [4] * 10, "COM3": around(25)}
    administrators = {"COM1": around(45), "COM2": around(35), "COM3": around(45)}
    results = get_results(
        engagement, bring_in_wave(engagement, tmp_path, SRO=sros, ADM=administrators), PUBLIC
    )
    assert (results.mirror_gap, results.mirrored) == (2, 1)


def test_the_partnership_index_is_that_of_the_golden_vector(engagement: Engagement, tmp_path: Path) -> None:
    sro_means, adm_means = (35, 30, 40, 32, 28, 36, 41), (40, 38, 42, 39, 35, 37, 43)

    def columns(means: Sequence[int]) -> dict[str, Sequence[object]]:
        return {
            f"{code}{n}": around(mean) for code, mean in zip(CONSTRUCTS, means, strict=True) for n in (1, 2)
        }

    wave = bring_in_wave(engagement, tmp_path, SRO=columns(sro_means), ADM=columns(adm_means))
    index = get_results(engagement, wave, PUBLIC).partnership
    assert index is not None
    assert round(index.value, 1) == Decimal("67.1")
    assert [round(mean, 4) for _, mean in index.parties] == [Decimal("3.4571"), Decimal("3.9143")]


def test_effect_sizes_need_ten_on_each_side(engagement: Engagement, pictured: str) -> None:
    small = _gap(get_results(engagement, pictured).gaps, "ROL")
    large = _gap(list_gaps(engagement, pictured, Group.ADM, Group.TCH), "COM")
    assert small.gap is not None
    assert small.gap.effect is None
    assert large.gap is not None
    assert large.gap.effect is not None


def test_gaps_are_second_less_first_on_the_items_both_were_asked(
    engagement: Engagement, pictured: str
) -> None:
    gaps = get_results(engagement, pictured).gaps
    roles = _gap(gaps, "ROL")
    assert roles.difference is not None
    assert roles.difference < Decimal("-1.3")
    assert roles.gap is not None
    assert (roles.gap.first_n, roles.gap.second_n, roles.gap.flagged) == (6, 14, True)
    assert [item.code for item in roles.items] == ["ROL1", "ROL2", "ROL3"]
    assert "SAF" not in {gap.code for gap in gaps}


def test_questions_not_asked_are_told_from_hidden_ones(engagement: Engagement, pictured: str) -> None:
    conflict = _construct(get_results(engagement, pictured), "CON", Group.TCH)
    assert conflict.state is AnswersState.NOT_ASKED
    assert conflict.words == "Not asked"


def test_response_rates_come_with_their_caution(engagement: Engagement, pictured: str) -> None:
    results = get_results(engagement, pictured)
    teachers, parents = results.group(Group.TCH), results.group(Group.PAR)
    assert teachers is not None
    assert parents is not None
    assert round(teachers.rate or 0) == 41
    assert "60%" in teachers.caution
    assert "20%" in parents.caution
    partners = results.group(Group.PRT)
    assert partners is not None
    assert partners.rate is None


def test_more_answers_than_invitations_are_said_and_not_refused(
    engagement: Engagement, tmp_path: Path
) -> None:
    wave = bring_in_wave(engagement, tmp_path, TCH={"SAF1": [3, 4] * 6})
    ask_group(engagement, wave, Group.TCH, invited=10)
    teachers = get_results(engagement, wave).group(Group.TCH)
    assert teachers is not None
    assert teachers.rate is None
    assert "Correct the number invited" in teachers.caution


def test_a_construct_can_be_broken_down_too(engagement: Engagement, tmp_path: Path) -> None:
    columns = {"SAF1": [3, 4] * 20, "SAF2": [4, 5] * 20, "BAND": ["Low", "High"] * 20}
    wave = bring_in_wave(engagement, tmp_path, STU=columns)
    broken = get_breakdown(engagement, wave, "SAF", "BAND", PUBLIC)
    assert {label: answers.n for label, answers in broken.parts} == {"Low": 20, "High": 20}


def test_a_text_cannot_break_results_down(engagement: Engagement, pictured: str) -> None:
    with pytest.raises(CannotDo, match="has no choices"):
        get_breakdown(engagement, pictured, "ROL5", "OPN1")


def test_questions_of_ones_own_are_counted_by_choice(engagement: Engagement, tmp_path: Path) -> None:
    wave = add_wave(engagement, "Candy")
    path = write_items(
        tmp_path / "a.csv",
        {
            "Butterfinger": ["JOY"] * 9 + ["DESPAIR"] * 3,
            "Which ones?": ["Mars; Twix"] * 6 + ["Twix"] * 4 + ["Mars"] * 2,
            "How many?": [1, 2, 3, 4, 5, 6, 7, 8, 900, 20, 11, 12],
            "Do you like it?": ["Yes"] * 8 + ["No"] * 4,
            "How satisfied?": ["Very satisfied", "Satisfied", "Dissatisfied"] * 4,
        },
    )
    finish(import_survey(engagement, path, wave_id=wave))
    found = {question.text: question for question in get_results(engagement, wave, PUBLIC).questions}
    joy = found["Butterfinger"].overall
    assert (joy.n, joy.counts[:2], joy.shares[:2]) == (12, (9, 3), (75, 25))
    several = found["Which ones?"]
    assert dict(zip(several.labels, several.overall.counts, strict=True)) == {
        "Twix": 10,
        "Mars": 8,
        "Other": 0,
    }
    assert found["How many?"].overall.median == Decimal("6.5")
    assert found["Do you like it?"].overall.favorable_words == "67%"
    assert round(found["How satisfied?"].overall.mean or 0, 4) == Decimal("3.6667")


def test_real_tables_give_results_by_question(engagement: Engagement, samples: Path) -> None:
    path = samples / "survey" / "google_forms" / "gforms_candy2015_first400.csv"
    wave = finish(import_survey(engagement, path)).wave_id
    results = get_results(engagement, wave)
    assert results.answers == 400
    butterfinger = next(question for question in results.questions if question.text == "Butterfinger")
    assert butterfinger.labels[:2] == ("JOY", "DESPAIR")
    assert sum(butterfinger.overall.counts) == butterfinger.overall.n


def test_a_wave_that_is_gone_says_so(engagement: Engagement) -> None:
    with pytest.raises(CannotDo, match="removed meanwhile"):
        get_results(engagement, "gone")
