"""One key an answer: what each takes, how to go back, and how fast a model typist is."""

import pytest

from assessor.exchange.item_matches import KnownItem
from assessor.instruments.item_banks import Option
from assessor.instruments.records import Text
from assessor.instruments.surveys import Survey, get_survey, list_survey_keys
from assessor.operations.paper.paper_questions import (
    BLANK,
    UNCLEAR,
    PaperQuestion,
    offered_answers,
    questions_of,
)
from assessor.operations.paper.paper_typing import SheetTyping
from assessor.operations.surveys.survey_answers import DONT_KNOW
from assessor.operations.surveys.survey_forms import AskedItem

SECONDS_A_KEY = 0.20
"""An average skilled typist's keystroke (Card, Moran and Newell, Keystroke-Level Model, 1980)."""
SECONDS_A_LOOK = 0.23
"""One movement of the eye to the next mark (the same, Model Human Processor)."""
SECONDS_A_SHEET = 1.5
"""Turning to the next form."""
LEAST_RATE = 1.7
"""Items a second."""
FIVE_FORMS = ("sro", "administrators", "teachers_and_staff", "students", "parents_and_guardians")


def questions(key: str = "teachers_and_staff", language: str = "en") -> tuple[PaperQuestion, ...]:
    return questions_of(get_survey(key, language=language), get_survey(key))


def place_of(asked: tuple[PaperQuestion, ...], code: str) -> int:
    return next(place for place, question in enumerate(asked) if question.code == code)


@pytest.mark.parametrize("key", list_survey_keys())
def test_a_form_is_typed_with_one_key_an_item(key: str) -> None:
    sheet = SheetTyping(questions(key))
    pressed = 0
    while sheet.question:
        pressed += 1
        if sheet.question.is_typed:
            assert sheet.finish()
        else:
            first = sheet.question.answers[0]
            assert sheet.press(first.keys[0])
            assert sheet.answers[sheet.questions[sheet.place - 1].code] == first.answer
    assert sheet.is_complete
    assert pressed == len(sheet.questions)


@pytest.mark.parametrize("key", list_survey_keys())
def test_no_two_answers_of_a_question_share_a_key(key: str) -> None:
    for question in questions(key):
        keys = [each for answer in question.answers for each in answer.keys]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("key", FIVE_FORMS)
def test_a_model_typist_reaches_the_rate(key: str) -> None:
    """Forty forms, open questions empty: the seconds that keys, looks and pages take."""
    forms, keys = 40, 0
    for _ in range(forms):
        sheet = SheetTyping(questions(key))
        while question := sheet.question:
            keys += 1
            assert sheet.finish() if question.is_typed else sheet.press(question.answers[0].keys[0])
    seconds = keys * (SECONDS_A_KEY + SECONDS_A_LOOK) + forms * SECONDS_A_SHEET
    assert forms * len(questions(key)) / seconds >= LEAST_RATE


OFF_SCALE = {"u": UNCLEAR, "*": UNCLEAR, "b": BLANK, "-": BLANK, " ": BLANK, "d": "DK", "/": "DK", "D": "DK"}


@pytest.mark.parametrize(("key", "answer"), OFF_SCALE.items())
def test_unclear_blank_and_do_not_know_are_answers_of_their_own(key: str, answer: str) -> None:
    sheet = SheetTyping(questions())
    assert sheet.press(key)
    assert sheet.answers[sheet.questions[0].code] == answer
    assert sheet.place == 1


def test_a_key_that_answers_nothing_is_refused_and_stays() -> None:
    sheet = SheetTyping(questions())
    assert not sheet.press("7")
    assert (sheet.place, sheet.answers) == (0, {})


def test_the_stage_takes_zero_as_a_point() -> None:
    asked = questions("sro")
    sheet = SheetTyping(asked)
    sheet.go(place_of(asked, "STG"))
    assert sheet.press("0")
    assert sheet.answers["STG"] == 0


def test_going_back_keeps_the_answer_until_another_is_given() -> None:
    sheet = SheetTyping(questions())
    sheet.press("4")
    assert sheet.back()
    assert sheet.answers[sheet.questions[0].code] == 4
    sheet.press("2")
    assert sheet.answers[sheet.questions[0].code] == 2
    sheet.go(0)
    assert not sheet.back()


def test_a_sheet_begun_goes_on_where_it_stopped() -> None:
    begun = SheetTyping(questions())
    for key in "45u":
        begun.press(key)
    assert SheetTyping(questions(), begun.answers).place == 3


def test_an_empty_text_is_blank_and_a_star_cannot_be_read() -> None:
    asked = questions()
    sheet = SheetTyping(asked)
    sheet.go(place_of(asked, "OPN1"))
    sheet.finish("  ")
    sheet.finish("*")
    sheet.finish(" More time. ")
    assert [sheet.answers[code] for code in ("OPN1", "OPN2", "OPN3")] == [BLANK, UNCLEAR, "More time."]


def spanish() -> Survey:
    return get_survey("teachers_and_staff", language="es")


def test_spanish_forms_keep_choices_in_the_words_that_all_languages_share() -> None:
    asked, english = questions(language="es"), questions()
    place = place_of(asked, "CTC")
    sheet = SheetTyping(asked)
    sheet.go(place)
    assert asked[place].answers[0].label != english[place].answers[0].label
    sheet.press("1")
    assert sheet.answers["CTC"] == english[place].answers[0].answer


def test_an_answer_is_marked_consultant_only_beside_what_it_is() -> None:
    sheet = SheetTyping(questions("sro"))
    sheet.hold_back()
    sheet.press("2")
    sheet.hold_back()
    sheet.hold_back()
    sheet.press("4")
    first, second = (question.code for question in sheet.questions[:2])
    assert (sheet.held_back, sheet.answers[first], sheet.answers[second]) == ((first,), 2, 4)
    assert sheet.answered == 2


def asked(kind: str, *labels: str, low: int = 1, dont_know: str = "") -> PaperQuestion:
    """A question of a form of one's own."""
    options = tuple(Option(value=low + place, label=Text(label)) for place, label in enumerate(labels))
    item = AskedItem(KnownItem("OWN1", "Asked?"), kind, options, dont_know, 0)
    return PaperQuestion(1, item, "Asked?", offered_answers(item, item))


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("12", 12), ("-3", -3), ("1.5", "1.5"), ("1,5", "1.5"), ("1,200", 1200), ("0,125", "0.125"),
        ("*", UNCLEAR), (" ", BLANK),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_was_written(written: str, answer: object) -> None:
    assert asked("number").read_words(written) == answer


@pytest.mark.parametrize("written", ["--5", "5-", "twelve", "1.2.3", "1,20,000", ".", "d"])
def test_what_is_no_number_is_refused(written: str) -> None:
    assert asked("number").read_words(written) is None
    assert not SheetTyping([asked("number")]).finish(written)


@pytest.mark.parametrize("answer", [12, "1.5", UNCLEAR, BLANK, DONT_KNOW])
def test_enter_on_an_answer_that_stands_leaves_it_as_it_is(answer: object) -> None:
    question = asked("number", dont_know="Not sure")
    sheet = SheetTyping([question], {"OWN1": answer})
    sheet.go(0)
    assert sheet.finish(question.line_of(answer))
    assert sheet.answers == {"OWN1": answer}


def test_ten_points_and_many_choices_have_one_key_each() -> None:
    rating = SheetTyping([asked("rating", *map(str, range(11)), low=0)])
    assert rating.press("e")
    assert rating.answers == {"OWN1": 10}
    many = asked("choice", *(f"Choice {place}" for place in range(1, 28)))
    keys = [each.keys[0] for each in many.answers]
    assert len(set(keys)) == len(keys)
    assert {len(key) for key in keys} == {1}


def test_not_knowing_takes_the_place_of_every_tick() -> None:
    sheet = SheetTyping([asked("multiple_choice", "Yes, often", "No", dont_know="Not sure")])
    assert sheet.press("1")
    assert sheet.press("d")
    assert sheet.answers == {"OWN1": DONT_KNOW}
    assert sheet.question is None


def test_ticks_are_read_back_whatever_commas_are_in_their_words() -> None:
    question = asked("multiple_choice", "Yes, often", "Yes", "No")
    assert question.read_words("Yes, often, No") == ["Yes, often", "No"]
    assert question.read_words("no, yes") == ["No", "Yes"]
    assert question.read_words("Yes, never") is None
