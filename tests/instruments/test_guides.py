"""The guides hold the questions of domain.md 3 and plan every minute of the meeting."""

from pathlib import Path

import pytest

from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.guides import Guide, QuestionPart, get_guide, list_guide_keys
from assessor.instruments.item_banks import get_item_bank
from assessor.places import shipped
from assessor.terms import Group, SittingKind

QUESTIONS = {
    "sro": ("S", 13, 45, 60),
    "administrators": ("A", 13, 45, 60),
    "supervisors": ("V", 8, 30, 45),
    "teachers_and_staff": ("T", 9, 60, 75),
    "special_education_and_counseling": ("X", 7, 45, 75),
    "students": ("U", 8, 45, 45),
    "parents_and_guardians": ("G", 8, 60, 75),
    "community_partners": ("C", 5, 30, 45),
    "joint_session": ("J", 5, 90, 90),
    "observation": ("O", 8, 60, 240),
}
PEOPLE_GUIDES = [key for key in QUESTIONS if key != "observation"]


def test_every_guide_is_shipped() -> None:
    assert set(list_guide_keys()) == set(QUESTIONS)


@pytest.mark.parametrize("key", QUESTIONS)
def test_questions_are_complete_and_in_order(key: str) -> None:
    letter, count, _, _ = QUESTIONS[key]
    assert [each.code for each in get_guide(key).questions] == [f"{letter}{n}" for n in range(1, count + 1)]


@pytest.mark.parametrize("key", QUESTIONS)
def test_planned_minutes_add_up_to_the_stated_length(key: str) -> None:
    guide = get_guide(key)
    _, _, least, most = QUESTIONS[key]
    assert least <= guide.minutes <= most
    planned = guide.opening_minutes + sum(each.minutes for each in guide.questions) + guide.closing_minutes
    assert planned == guide.minutes


@pytest.mark.parametrize("key", PEOPLE_GUIDES)
def test_a_meeting_starts_easy_and_ends_open(key: str) -> None:
    parts = [question.part for question in get_guide(key).questions]
    assert parts[0] is QuestionPart.OPENING
    assert parts[-1] is QuestionPart.CLOSING
    assert set(parts[1:-1]) == {QuestionPart.CORE}


@pytest.mark.parametrize("key", QUESTIONS)
def test_constructs_are_those_of_the_item_bank(key: str) -> None:
    known = {construct.code for construct in get_item_bank().constructs}
    assert {question.construct for question in get_guide(key).questions} - {None} <= known


@pytest.mark.parametrize("key", PEOPLE_GUIDES)
def test_consent_says_that_taking_part_is_voluntary(key: str) -> None:
    words = " ".join(get_guide(key).consent)
    assert "voluntary" in words or "You can pass" in words


@pytest.mark.parametrize("key", [key for key in QUESTIONS if get_guide(key).kind is SittingKind.FOCUS_GROUP])
def test_focus_groups_have_the_eight_ground_rules(key: str) -> None:
    guide = get_guide(key)
    assert len(guide.ground_rules) == 8
    assert "What is said here stays here, though we cannot guarantee it." in guide.ground_rules
    assert guide.people_most <= 10


def test_students_hear_the_one_exception_before_talk_starts() -> None:
    assert any("someone is hurting you" in paragraph for paragraph in get_guide("students").consent)
    assert get_guide("students").groups == (Group.STU,)


def test_the_observation_has_settings_and_behavior_codes() -> None:
    guide = get_guide("observation")
    assert guide.kind is SittingKind.OBSERVATION
    assert [behavior.code for behavior in guide.behaviors] == ["SUP", "INF", "DIR", "ENF", "COL"]
    assert guide.get_question("O1").title == "Arrival and dismissal"


def test_a_guide_whose_minutes_do_not_add_up_is_refused(tmp_path: Path) -> None:
    text = shipped("resources", "instruments", "guides", "sro.v1.toml").read_text(encoding="utf-8")
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "sro.v1.toml").write_text(
        text.replace("minutes = 60", "minutes = 50"), encoding="utf-8"
    )
    with pytest.raises(BrokenInstrument, match=r"guides/sro\.v1\.toml.*plan 60 minutes, the guide says 50"):
        get_guide("sro", root=tmp_path)


def test_an_unknown_question_is_a_key_error() -> None:
    guide: Guide = get_guide("sro")
    with pytest.raises(KeyError):
        guide.get_question("S99")
