"""A pair is shown once both agreed, without what either holds back, and never among the groups."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.operations.survey_waves import bring_in_wave

from assessor.operations.clients import begin_engagement, edit_client
from assessor.operations.surveys.dyad_views import DyadDetails, get_dyad
from assessor.operations.surveys.dyads import (
    add_dyad,
    choose_answers,
    hold_back,
    list_candidates,
    list_dyads,
    note_agreement,
    remove_dyad,
)
from assessor.operations.surveys.survey_results import Audience, get_results
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

AGREED = date(2026, 11, 12)


@pytest.fixture
def pair(engagement: Engagement, tmp_path: Path) -> str:
    """A pair whose answers are chosen: the vectors of the mirror gap (domain.md 10)."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    edit_client(engagement, dyad_readers="Superintendent, chief of police")
    codes = ("COM1", "COM2", "TRU1", "GOA1", "CON1", "COM4", "STG")
    sro = dict(zip(codes, ([4], [3], [5], [2], [4], [2], [2]), strict=True))
    administrator = dict(zip(codes, ([5], [5], [4], [4], [4], [2], [4]), strict=True))
    wave = bring_in_wave(engagement, tmp_path, SRO=sro, ADM=administrator)
    dyad = add_dyad(engagement, wave)
    for party in get_dyad(engagement, dyad).parties:
        candidate = list_candidates(engagement, dyad, party.group)[0]
        choose_answers(engagement, party.id, candidate.respondent)
    return dyad


def both_agree(engagement: Engagement, dyad: str) -> DyadDetails:
    for party in get_dyad(engagement, dyad).parties:
        note_agreement(engagement, party.id, AGREED)
    return get_dyad(engagement, dyad)


def tells_nothing(details: DyadDetails) -> bool:
    paired = [*details.questions, *([details.stage] if details.stage else [])]
    nothing = all(each.answers == ("", "") and each.gap is None for each in paired)
    return nothing and details.mean_gap is None and not details.to_discuss


def test_nothing_is_shown_until_both_agreed(engagement: Engagement, pair: str) -> None:
    details = get_dyad(engagement, pair)
    assert details.questions
    assert tells_nothing(details)
    assert details.waits_for == "Nothing is shown before the SRO and the administrator agreed."
    note_agreement(engagement, details.parties[0].id, AGREED)
    assert tells_nothing(get_dyad(engagement, pair))
    assert get_dyad(engagement, pair).waits_for == "Nothing is shown before the administrator agreed."


def test_both_answers_stand_side_by_side_with_their_gap_once_both_agreed(
    engagement: Engagement, pair: str
) -> None:
    details = both_agree(engagement, pair)
    assert details.waits_for == ""
    gaps = {each.code: each.gap for each in details.questions}
    assert gaps == {"COM1": -1, "COM2": -2, "COM4": 0, "TRU1": 1, "GOA1": -2, "CON1": 0}
    first = next(each for each in details.questions if each.code == "COM1")
    assert first.answers == ("Agree", "Strongly agree")
    assert first.texts[0] != first.texts[1]
    assert details.mean_gap == Decimal(1)
    assert details.readers == "Superintendent, chief of police"
    assert list_dyads(engagement)[0].is_shared


def test_the_mean_gap_is_that_of_the_field_s_example(engagement: Engagement, pair: str) -> None:
    hold_back(engagement, get_dyad(engagement, pair).parties[0].id, "COM4")
    mean = both_agree(engagement, pair).mean_gap
    assert mean is not None
    assert round(mean, 2) == Decimal("1.20")


def test_an_item_that_either_holds_back_is_shown_of_neither(engagement: Engagement, pair: str) -> None:
    sro, administrator = get_dyad(engagement, pair).parties
    both_agree(engagement, pair)
    hold_back(engagement, sro.id, "COM1")
    hold_back(engagement, administrator.id, "GOA1")
    held = {each.code: each for each in get_dyad(engagement, pair).questions if not each.is_shown}
    assert set(held) == {"COM1", "GOA1"}
    assert held["COM1"].held_back == (True, False)
    assert all(each.answers == ("", "") and each.gap is None for each in held.values())
    hold_back(engagement, sro.id, "COM1", held=False)
    assert {each.code for each in get_dyad(engagement, pair).questions if not each.is_shown} == {"GOA1"}


def test_stages_two_apart_are_to_be_talked_about_unless_one_is_held_back(
    engagement: Engagement, pair: str
) -> None:
    details = both_agree(engagement, pair)
    assert details.stage is not None
    assert (details.stage.gap, details.to_discuss) == (-2, True)
    hold_back(engagement, details.parties[1].id, "STG")
    assert not get_dyad(engagement, pair).to_discuss


def test_an_agreement_ends_and_ends_with_other_answers(engagement: Engagement, pair: str) -> None:
    details = both_agree(engagement, pair)
    note_agreement(engagement, details.parties[1].id, None)
    assert tells_nothing(get_dyad(engagement, pair))
    engagement.undo()
    choose_answers(engagement, details.parties[0].id, "")
    changed = get_dyad(engagement, pair)
    assert tells_nothing(changed)
    assert changed.waits_for == "Choose the answers of the SRO."
    with pytest.raises(CannotDo, match="Choose the answers first"):
        note_agreement(engagement, details.parties[0].id, AGREED)


def test_answers_belong_to_one_pair_and_to_their_group(engagement: Engagement, pair: str) -> None:
    sro, administrator = get_dyad(engagement, pair).parties
    other = add_dyad(engagement, list_dyads(engagement)[0].wave_id)
    assert list_candidates(engagement, other, Group.SRO) == []
    mine = get_dyad(engagement, other).parties[0]
    with pytest.raises(CannotDo, match="belong to another pair"):
        choose_answers(engagement, mine.id, sro.respondent)
    with pytest.raises(CannotDo, match="of another group"):
        choose_answers(engagement, mine.id, administrator.respondent)


def test_a_pair_stays_hidden_among_the_groups(engagement: Engagement, pair: str) -> None:
    both_agree(engagement, pair)
    wave = list_dyads(engagement)[0].wave_id
    for audience in Audience:
        results = get_results(engagement, wave, audience)
        assert all(count.is_hidden for count in results.groups)
        assert not any(answers.is_shown for each in results.constructs for answers in each.groups.values())
        assert results.mirror_gap is None


def test_a_pair_is_removed_and_comes_back(engagement: Engagement, pair: str) -> None:
    remove_dyad(engagement, pair)
    assert list_dyads(engagement) == []
    with pytest.raises(CannotDo, match="was removed meanwhile"):
        get_dyad(engagement, pair)
    engagement.undo()
    assert len(list_dyads(engagement)) == 1
