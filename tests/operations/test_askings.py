"""How long each question took, and how far each one is."""

from datetime import UTC, datetime, timedelta

import pytest

from assessor.operations.askings import (
    AskingRow,
    Course,
    Pause,
    QuestionState,
    count_used,
    question_states,
    read_course,
    resume_sitting,
)
from assessor.operations.off_record import come_back, go_off_record
from assessor.operations.sittings import add_sitting, ask_question, begin_sitting, end_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


def minutes(used: dict[str, timedelta]) -> dict[str, float]:
    return {question: time / timedelta(minutes=1) for question, time in used.items()}


@pytest.fixture
def sitting_id(engagement: Engagement) -> str:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers")
    begin_sitting(engagement, sitting_id, TEN)
    return sitting_id


def test_a_question_is_used_until_the_next_is_asked_and_the_last_until_now(
    engagement: Engagement, sitting_id: str
) -> None:
    for question, moment in (("T1", 0), ("T2", 6), ("T1", 10), ("T3", 11)):
        ask_question(engagement, sitting_id, question, at(moment))

    assert minutes(count_used(engagement, sitting_id, at(20))) == {"T1": 7, "T2": 4, "T3": 9}


def test_the_end_of_the_sitting_ends_the_last_question(engagement: Engagement, sitting_id: str) -> None:
    ask_question(engagement, sitting_id, "T1", TEN)
    end_sitting(engagement, sitting_id, at(5))

    assert minutes(count_used(engagement, sitting_id, at(600))) == {"T1": 5}


def test_the_time_between_an_end_and_going_on_belongs_to_no_question(
    engagement: Engagement, sitting_id: str
) -> None:
    ask_question(engagement, sitting_id, "T1", TEN)
    end_sitting(engagement, sitting_id, at(5))
    resume_sitting(engagement, sitting_id, at(90))

    assert get_sitting(engagement, sitting_id).ended_at is None
    assert minutes(count_used(engagement, sitting_id, at(92))) == {"T1": 7}


def test_going_on_with_what_was_not_ended_changes_nothing(engagement: Engagement, sitting_id: str) -> None:
    ask_question(engagement, sitting_id, "T1", TEN)
    resume_sitting(engagement, sitting_id, at(3))

    assert read_course(engagement, sitting_id).askings == (AskingRow("T1", TEN),)


def test_time_off_the_record_does_not_count(engagement: Engagement, sitting_id: str) -> None:
    ask_question(engagement, sitting_id, "T1", TEN)
    go_off_record(engagement, sitting_id, at(2))
    ask_question(engagement, sitting_id, "T2", at(4))
    come_back(engagement, sitting_id, at(5))
    go_off_record(engagement, sitting_id, at(9))

    assert minutes(count_used(engagement, sitting_id, at(12))) == {"T1": 2, "T2": 4}


def test_what_comes_after_the_moment_looked_at_is_not_counted() -> None:
    course = Course(
        (AskingRow("T1", TEN), AskingRow("T2", at(30))), (Pause(at(8), at(9)), Pause(at(40), None))
    )

    assert minutes(course.used(at(10))) == {"T1": 9}


def test_a_question_asked_twice_is_found_at_the_moment_wanted() -> None:
    course = Course((AskingRow("T1", TEN), AskingRow("T2", at(3)), AskingRow("T1", at(6))), ())

    assert course.asked_at("T1") == at(6)
    assert course.asked_at("T1", before=at(5)) == TEN
    assert course.asked_at("T9") is None


def test_states_tell_covered_skipped_now_touched_and_open() -> None:
    states = question_states(["T1", "T2", "T3", "T4", "T5"], "T3", {"T1", "T3", "T5"})

    assert list(states.values()) == [
        QuestionState.COVERED,
        QuestionState.SKIPPED,
        QuestionState.NOW,
        QuestionState.OPEN,
        QuestionState.TOUCHED,
    ]


def test_before_the_first_question_nothing_is_skipped_and_after_the_end_nothing_is_open() -> None:
    assert set(question_states(["T1", "T2"], "", set()).values()) == {QuestionState.OPEN}
    assert question_states(["T1", "T2"], "T1", {"T1"}, is_over=True) == {
        "T1": QuestionState.COVERED,
        "T2": QuestionState.SKIPPED,
    }
