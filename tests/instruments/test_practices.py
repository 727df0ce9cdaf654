"""The sample discussion: six people, about five minutes, on questions the guide has, with much to catch."""

import pytest

from assessor.instruments.guides import get_guide
from assessor.instruments.practices import FACILITATOR, Caption, Practice, PracticeSeat, get_practice
from assessor.instruments.records import Text
from assessor.terms import Group


@pytest.fixture(scope="module")
def practice() -> Practice:
    return get_practice("first")


def test_everyone_at_the_table_speaks_and_the_questions_are_the_guides(practice: Practice) -> None:
    seats = {caption.seat for caption in practice.captions}
    questions = {question.code for question in get_guide(practice.guide).questions}

    assert len(practice.seats) == 6
    assert seats == {FACILITATOR, *(seat.number for seat in practice.seats)}
    assert {caption.question for caption in practice.captions} <= questions


def test_it_takes_about_five_minutes(practice: Practice) -> None:
    texts = [words for caption in practice.captions for words in (caption.text, caption.seen) if words]
    seconds = sum(practice.seconds_of(text) + practice.pause for text in texts)

    assert 240 <= seconds <= 330


def test_there_is_much_to_catch(practice: Practice) -> None:
    quotes = [caption for caption in practice.captions if caption.quote]
    votes = [caption for caption in practice.captions if caption.seen]

    assert len(quotes) >= 12
    assert len(votes) >= 10
    assert any(caption.dissent for caption in votes)


def test_a_caption_that_contradicts_itself_is_refused() -> None:
    def say(**more: object) -> None:
        told = {"code": "C1", "seat": 1, "question": "T1", "text": Text("We call."), **more}
        Caption(**told)  # type: ignore[arg-type]  # on purpose whatever is given

    say()
    with pytest.raises(ValueError, match="its quote stands in its text"):
        say(quote="They call.")
    with pytest.raises(ValueError, match="who votes is seen"):
        say(agree=(2,))
    with pytest.raises(ValueError, match="nobody agrees and dissents"):
        say(seen="P2 nods.", agree=(2,), dissent=(2,))


def test_somebody_who_sits_nowhere_is_refused() -> None:
    stranger = Caption(code="C1", seat=9, question="T1", text=Text("Here."))
    with pytest.raises(ValueError, match="there is no seat 9"):
        Practice(
            key="x",
            version=1,
            title=Text("x"),
            purpose=Text("x"),
            guide="teachers_and_staff",
            group=Group.TCH,
            words_per_minute=150,
            pause=1,
            seats=(PracticeSeat(number=1, description=Text("x")),),
            captions=(stranger,),
        )
