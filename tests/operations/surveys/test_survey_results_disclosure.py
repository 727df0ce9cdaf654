"""Survey results past disclosure control: what is hidden from whom, and which comments may be quoted."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.operations.survey_waves import bring_in_pictured, bring_in_wave

from assessor.operations.clients import add_site, edit_client
from assessor.operations.findings import draft_finding_from_survey_result, get_finding
from assessor.operations.surveys.survey_results import (
    Answers,
    AnswersState,
    Audience,
    GapResult,
    clear_comment,
    get_breakdown,
    get_item_answers,
    get_results,
    list_open_comments,
)
from assessor.store import Engagement
from assessor.terms import Clearance, Group

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


@pytest.fixture
def pictured(engagement: Engagement, tmp_path: Path) -> str:
    """The wave of the pictures."""
    return bring_in_pictured(engagement, tmp_path)


def _gap(gaps: Sequence[GapResult], code: str) -> GapResult:
    return next(gap for gap in gaps if gap.code == code)


def test_what_the_public_may_not_see_of_sros_the_consultant_may(
    engagement: Engagement, pictured: str
) -> None:
    public, internal = (get_results(engagement, pictured, audience) for audience in (PUBLIC, INTERNAL))
    assert [count.words for count in internal.groups] == ["6", "14", "38", "212", "64", "n < 5"]
    assert [count.words for count in public.groups] == ["n < 10", "14", "38", "212", "64", "n < 10"]
    assert (internal.answers, public.answers) == (334, 328)
    assert _gap(public.gaps, "ROL").words == "n < 10"
    assert _gap(public.gaps, "ROL").gap is None
    assert public.mirror_gap is None
    assert public.stage is not None
    assert public.stage.difference is None
    assert internal.stage is not None
    assert internal.stage.difference == 1


def test_nothing_hidden_holds_a_number(engagement: Engagement, pictured: str) -> None:
    results = get_results(engagement, pictured, PUBLIC)
    everything = [
        answers
        for each in (
            *results.constructs,
            *results.questions,
            *(i for c in results.constructs for i in c.items),
        )
        for answers in each.groups.values()
    ]
    hidden = [answers for answers in everything if not answers.is_shown]
    assert hidden
    assert all(answers == Answers(answers.state, answers.words) for answers in hidden)


def test_totals_leave_hidden_groups_out(engagement: Engagement, pictured: str) -> None:
    item = get_item_answers(engagement, pictured, "ROL5", INTERNAL)
    shown = [answers for answers in item.groups.values() if answers.is_shown]
    assert item.of(Group.PRT).words == "n < 5"
    assert item.overall.n == sum(answers.n or 0 for answers in shown)
    assert item.overall.counts == tuple(map(sum, zip(*(answers.counts for answers in shown), strict=True)))


def test_a_small_group_that_answered_alike_is_hidden_without_saying_so(
    engagement: Engagement, tmp_path: Path
) -> None:
    wave = bring_in_wave(engagement, tmp_path, TCH={"SAF1": [5] * 12, "SAF2": [5, 4] * 6})
    answers = get_item_answers(engagement, wave, "SAF1", PUBLIC).of(Group.TCH)
    assert (answers.state, answers.words) == (AnswersState.HIDDEN, "hidden to protect others")


def test_a_large_group_that_answered_alike_is_told_roughly(engagement: Engagement, tmp_path: Path) -> None:
    wave = bring_in_wave(engagement, tmp_path, TCH={"SAF1": [5] * 29 + [2], "SAF2": [5, 4] * 15})
    answers = get_item_answers(engagement, wave, "SAF1", PUBLIC).of(Group.TCH)
    assert (answers.words, answers.favorable_words) == ("≥ 95%", "≥ 95%")
    assert (answers.mean, answers.counts, answers.shares) == (None, (), ())


def test_thresholds_of_the_client_are_followed_and_never_lowered(
    engagement: Engagement, pictured: str
) -> None:
    edit_client(engagement, public_threshold=20, threshold_reason="Small schools")
    results = get_results(engagement, pictured, PUBLIC)
    assert results.threshold == 20
    assert [count.words for count in results.groups[:2]] == ["n < 20", "n < 20"]


def test_grade_bands_follow_the_walk_through(engagement: Engagement, tmp_path: Path) -> None:
    bands = ["Grades 5"] * 6 + ["Grades 6–8"] * 14 + ["Grades 9–12"] * 31
    spanish = ["Spanish"] * 47 + ["English"] * 4
    columns = {"SAF1": [3, 4, 5] * 17, "BAND": bands, "LANG": spanish}
    wave = bring_in_wave(engagement, tmp_path, STU=columns)
    broken = get_breakdown(engagement, wave, "SAF1", "BAND", PUBLIC, group=Group.STU)
    parts = dict(broken.parts)
    assert parts["Grades 5"].words == "n < 10"
    assert parts["Grades 6–8"].words == "hidden to protect others"
    assert parts["Grades 9–12"].n == 31
    assert broken.total.n == 51
    filtered = get_breakdown(engagement, wave, "SAF1", "BAND", PUBLIC, only=("LANG", "Spanish"))
    assert filtered.parts == ()
    assert "differ by fewer than 10 people" in filtered.blocked


def test_comments_need_ten_in_the_group_and_are_quoted_once_cleared(
    engagement: Engagement, tmp_path: Path
) -> None:
    texts = [f"Comment number {number} of many." for number in range(12)]
    wave = bring_in_wave(
        engagement,
        tmp_path,
        TCH={"OPN1": texts, "SAF1": [3, 4] * 6},
        PAR={"OPN1": texts[:6], "SAF1": [3, 4] * 3},
    )
    waiting = list_open_comments(engagement, wave, INTERNAL)
    assert {row.group for row in waiting} == {Group.TCH}
    assert get_results(engagement, wave).comments_waiting == 12
    assert list_open_comments(engagement, wave) == []
    clear_comment(engagement, waiting[0].respondent, "OPN1", Clearance.CLEARED)
    clear_comment(engagement, waiting[1].respondent, "OPN1", Clearance.WITHHELD)
    assert [row.text for row in list_open_comments(engagement, wave)] == [waiting[0].text]
    assert get_results(engagement, wave).comments_waiting == 10
    engagement.undo()
    assert get_results(engagement, wave).comments_waiting == 11


def test_comments_are_named_by_group_and_level(engagement: Engagement, tmp_path: Path) -> None:
    add_site(engagement, "Larkfield Middle", level="middle school")
    columns: dict[str, Sequence[object]] = {
        "OPN1": [f"Something quite long to say, {number}" for number in range(12)],
        "Which school?": ["Larkfield Middle"] * 12,
        "SAF1": [3, 4] * 6,
    }
    wave = bring_in_wave(engagement, tmp_path, TCH=columns)
    assert {row.level for row in list_open_comments(engagement, wave, INTERNAL)} == {"middle school"}


def test_a_finding_drafted_from_a_group_too_small_for_the_public_names_no_share_in_its_title(
    engagement: Engagement, pictured: str
) -> None:
    small = draft_finding_from_survey_result(engagement, pictured, "ROL1", Group.SRO)
    large = draft_finding_from_survey_result(engagement, pictured, "ROL6", Group.TCH)
    titles = [get_finding(engagement, finding).title for finding in (small, large)]
    assert ["%" in title for title in titles] == [False, True]
