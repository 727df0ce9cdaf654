"""Roles by which transcripts call their speakers are told from names, and tell groups and our own team."""

import pytest

from assessor.operations.speaker_labels import group_by_label, is_label, is_ours, name_key, seat_by_label
from assessor.terms import Group


@pytest.mark.parametrize(
    "label",
    [
        "Speaker 4",
        "SRO",
        "P12",
        "id1",
        "I",
        "Assistant Principal",
        "Interviewer1",
        "PARTICIPANT 2",
        "Teacher B",
    ],
)
def test_roles_letters_and_numbers_are_labels(label: str) -> None:
    assert is_label(label)


@pytest.mark.parametrize("name", ["Ann", "Bo", "Officer Smith", "Principal Ann Lee", "SRO Ruiz", "Lee Chen"])
def test_names_are_no_labels_with_a_title_either(name: str) -> None:
    assert not is_label(name)


@pytest.mark.parametrize(
    ("called", "ours"), [("Interviewer", True), ("I", True), ("Note Taker", True), ("P", False)]
)
def test_our_own_team_is_known_by_its_roles(called: str, ours: bool) -> None:
    assert is_ours(called) is ours


@pytest.mark.parametrize(
    ("written", "group"),
    [
        (("Officer Ruiz",), Group.SRO),
        (("Ann Lee", "Ann Lee (Assistant Principal)"), Group.ADM),
        (("Student 3",), Group.STU),
        (("Ann Lee",), None),
    ],
)
def test_titles_tell_groups(written: tuple[str, ...], group: Group | None) -> None:
    assert group_by_label(written) is group


def test_the_number_of_a_label_may_be_that_of_a_seat() -> None:
    assert seat_by_label("Participant 3") == 3
    assert seat_by_label("Ann Lee") is None


def test_two_spellings_of_a_name_share_their_key() -> None:
    assert name_key("Lee, Ann") == name_key("ANN  LEE (she/her)") == name_key("Ann Leé")
    assert name_key("Ann Lee") != name_key("Ann Li")
