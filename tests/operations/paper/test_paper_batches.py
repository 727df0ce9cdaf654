"""Returned paper forms: typed once or twice, compared, settled, brought into their wave, taken out again."""

from decimal import Decimal
from typing import Any

import pytest

from assessor.operations.paper import paper_arrivals, paper_batches, paper_comparisons
from assessor.operations.paper.paper_batches import SECOND, get_batch, keep_sheet
from assessor.operations.paper.paper_questions import BLANK, HELD_BACK, UNCLEAR
from assessor.operations.paper.paper_typing import SheetTyping
from assessor.operations.survey_forms.own_items import add_item, edit_item
from assessor.operations.survey_forms.own_surveys import begin_form
from assessor.operations.surveys import survey_results
from assessor.operations.surveys.responses import read_sets
from assessor.operations.surveys.survey_results import Audience
from assessor.operations.surveys.survey_waves import add_wave, list_waves
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@pytest.fixture
def wave(engagement: Engagement) -> str:
    return add_wave(engagement, "Survey, wave 1")


@pytest.fixture
def batch(engagement: Engagement, wave: str) -> str:
    return paper_batches.add_batch(engagement, wave, Group.TCH, "teachers_and_staff", 1)


def typed(engagement: Engagement, batch: str, keys: str, text: str = "") -> dict[str, Any]:
    """A sheet typed by these keys, over and over; every text is the same."""
    sheet = SheetTyping(get_batch(engagement, batch).questions)
    while sheet.question:
        if sheet.question.is_typed:
            assert sheet.finish(text)
        else:
            assert sheet.press(keys[sheet.place % len(keys)])
    return sheet.answers


def item_of(engagement: Engagement, wave: str, code: str) -> survey_results.QuestionResult:
    constructs = survey_results.get_results(engagement, wave).constructs
    return next(item for construct in constructs for item in construct.items if item.code == code)


def test_forms_typed_become_answers_of_the_wave(engagement: Engagement, wave: str, batch: str) -> None:
    once = {keys: typed(engagement, batch, keys, "More time") for keys in "24"}
    for number in range(1, 13):
        keep_sheet(engagement, batch, number, once["4" if number % 2 else "2"])
    done = paper_arrivals.bring_in_batch(engagement, batch)
    assert (done.responses, done.blank_forms, done.unclear) == (12, 0, 0)
    assert list_waves(engagement)[0].answers == 12
    item = item_of(engagement, wave, "ROL4")
    assert item.groups[Group.TCH].n == 12
    assert item.groups[Group.TCH].mean == Decimal(3)
    comments = survey_results.list_open_comments(engagement, wave, Audience.INTERNAL)
    assert {comment.text for comment in comments} == {"More time"}


def test_blank_and_unclear_are_kept_apart_and_count_as_no_answer(
    engagement: Engagement, wave: str, batch: str
) -> None:
    answers = typed(engagement, batch, "4")
    keep_sheet(engagement, batch, 1, {**answers, "ROL4": UNCLEAR, "ROL5": BLANK})
    keep_sheet(engagement, batch, 2, dict.fromkeys(answers, BLANK))
    first, second = get_batch(engagement, batch).sheets
    texts = sum(question.is_typed for question in get_batch(engagement, batch).questions)
    assert (first.unclear, first.blank) == (1, 1 + texts)
    assert (second.unclear, second.blank) == (0, len(answers))
    done = paper_arrivals.bring_in_batch(engagement, batch)
    assert (done.responses, done.blank_forms, done.unclear) == (1, 1, 1)


def test_bringing_in_is_one_step_back(engagement: Engagement, batch: str) -> None:
    keep_sheet(engagement, batch, 1, typed(engagement, batch, "4"))
    paper_arrivals.bring_in_batch(engagement, batch)
    assert get_batch(engagement, batch).row.is_brought_in
    engagement.undo()
    assert not get_batch(engagement, batch).row.is_brought_in
    assert list_waves(engagement)[0].answers == 0
    engagement.redo()
    assert list_waves(engagement)[0].answers == 1
    paper_arrivals.take_out_batch(engagement, batch)
    assert not get_batch(engagement, batch).row.is_brought_in
    assert list_waves(engagement)[0].answers == 0


def test_two_entries_are_compared_answer_by_answer(engagement: Engagement, batch: str) -> None:
    once = typed(engagement, batch, "4")
    keep_sheet(engagement, batch, 1, {**once, "OPN1": "He listens.  Always."})
    keep_sheet(engagement, batch, 2, once)
    keep_sheet(engagement, batch, 1, {**once, "SAF1": 2, "OPN1": "he listens. always."}, SECOND)
    found = paper_comparisons.compare_entries(engagement, batch)
    (difference,) = found.differences
    assert (difference.number, difference.question.code) == (1, "SAF1")
    assert (difference.first, difference.second, found.sheets) == (4, 2, 1)
    questions = len(get_batch(engagement, batch).questions)
    assert found.agreement == Decimal(100 * (questions - 1)) / questions


def test_a_batch_waits_for_its_differences(engagement: Engagement, wave: str, batch: str) -> None:
    once = typed(engagement, batch, "4")
    for number in range(1, 11):
        keep_sheet(engagement, batch, number, once)
    keep_sheet(engagement, batch, 3, {**once, "SAF1": 2}, SECOND)
    with pytest.raises(CannotDo, match="One answer was typed in two ways"):
        paper_arrivals.bring_in_batch(engagement, batch)
    paper_comparisons.settle(engagement, batch, 3, "SAF1", 1)
    assert paper_comparisons.compare_entries(engagement, batch).waiting == 0
    paper_arrivals.bring_in_batch(engagement, batch)
    item = item_of(engagement, wave, "SAF1")
    assert item.groups[Group.TCH].counts == (1, 0, 0, 9, 0)


def test_typing_a_form_again_asks_for_its_differences_anew(engagement: Engagement, batch: str) -> None:
    once = typed(engagement, batch, "4")
    keep_sheet(engagement, batch, 1, once)
    keep_sheet(engagement, batch, 1, {**once, "SAF1": 2}, SECOND)
    paper_comparisons.settle(engagement, batch, 1, "SAF1", 4)
    keep_sheet(engagement, batch, 1, {**once, "SAF1": 3}, SECOND)
    assert paper_comparisons.compare_entries(engagement, batch).waiting == 1


def test_what_is_in_the_wave_is_not_typed_over(engagement: Engagement, batch: str) -> None:
    once = typed(engagement, batch, "4")
    keep_sheet(engagement, batch, 1, once)
    paper_arrivals.bring_in_batch(engagement, batch)
    with pytest.raises(CannotDo, match="in the wave already"):
        keep_sheet(engagement, batch, 1, once)
    with pytest.raises(CannotDo, match="in its wave already"):
        paper_arrivals.bring_in_batch(engagement, batch)


def test_a_second_entry_needs_a_first_one(engagement: Engagement, batch: str) -> None:
    with pytest.raises(CannotDo, match="Form 7 was not typed a first time"):
        keep_sheet(engagement, batch, 7, {}, SECOND)


def test_a_form_begun_is_there_after_a_fall(engagement: Engagement, batch: str) -> None:
    paper_batches.keep_begun(engagement, batch, 1, {"COM5": 4})
    assert paper_batches.get_sheet(engagement, batch, 1) == {"COM5": 4}
    paper_batches.keep_begun(engagement, batch, 1, {})
    assert paper_batches.get_sheet(engagement, batch, 1) == {}


def test_batches_of_two_groups_meet_in_one_wave(engagement: Engagement, batch: str, wave: str) -> None:
    officers = paper_batches.add_batch(engagement, wave, Group.SRO, "sro", 1)
    keep_sheet(engagement, batch, 1, typed(engagement, batch, "4"))
    keep_sheet(engagement, officers, 1, {"INF2": 4})
    paper_arrivals.bring_in_batch(engagement, batch)
    paper_arrivals.bring_in_batch(engagement, officers)
    groups = {asked.group: (asked.answers, asked.form_key) for asked in list_waves(engagement)[0].groups}
    assert groups == {Group.SRO: (1, "sro"), Group.TCH: (1, "teachers_and_staff")}


def test_what_is_for_the_consultant_only_is_known_of_each_respondent(
    engagement: Engagement, wave: str
) -> None:
    officers = paper_batches.add_batch(engagement, wave, Group.SRO, "sro", 1)
    keep_sheet(engagement, officers, 1, dict.fromkeys(["COM1", "COM2"], BLANK))
    keep_sheet(engagement, officers, 2, {"COM1": 2, "COM2": 4, HELD_BACK: ["COM1"]})
    paper_arrivals.bring_in_batch(engagement, officers)
    with engagement.reading() as session:
        (found,) = read_sets(session, wave)
        assert found.rows == ({"COM1": 2, "COM2": 4},)
        assert paper_arrivals.held_back_on_paper(session, found.id, 0) == ("COM1",)
        assert paper_arrivals.held_back_on_paper(session, found.id, 1) == ()


def test_a_form_of_ones_own_stays_frozen_beside_another_form_of_its_wave(
    engagement: Engagement, wave: str, batch: str
) -> None:
    keep_sheet(engagement, batch, 1, {"COM5": 4})
    paper_arrivals.bring_in_batch(engagement, batch)
    form = begin_form(engagement, "Own", Group.TCH)
    item = add_item(engagement, form, text="We learn from hard days.")
    own = paper_batches.add_batch(engagement, wave, Group.TCH, form, 1)
    keep_sheet(engagement, own, 1, {"OWN1": 4})
    paper_arrivals.bring_in_batch(engagement, own)
    with pytest.raises(CannotDo, match="stays as it is"):
        edit_item(engagement, item, text="Otherwise")
