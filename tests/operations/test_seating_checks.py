"""What a seating raises before it begins: mixes, sizes, lengths and consent that is missing."""

import pytest

from assessor.instruments.guides import get_guide
from assessor.operations.participants import edit_participant
from assessor.operations.seating_checks import Concern, SeatingWarning, check_seating
from assessor.operations.seats import consent_all, seat_new_participants
from assessor.operations.sittings import add_sitting, edit_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

ADM, PAR, SRO, STU, TCH = Group.ADM, Group.PAR, Group.SRO, Group.STU, Group.TCH


def seat(engagement: Engagement, kind: SittingKind, *groups: tuple[Group, int], minutes: int = 60) -> str:
    sitting_id = add_sitting(engagement, kind, "Sitting", minutes=minutes)
    for group, count in groups:
        seat_new_participants(engagement, sitting_id, group, count)
    return sitting_id


def concerns(engagement: Engagement, sitting_id: str) -> list[Concern]:
    return [warning.concern for warning in check_seating(get_sitting(engagement, sitting_id))]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([(SRO, 3), (ADM, 3)], [Concern.POLICE_WITH_ADMINISTRATORS]),
        ([(TCH, 5), (ADM, 1)], [Concern.TEACHERS_WITH_ADMINISTRATORS]),
        ([(STU, 5), (SRO, 1)], [Concern.STUDENTS_WITH_POLICE]),
        ([(TCH, 3), (PAR, 3)], []),
    ],
)
def test_mixes_to_avoid_in_a_group_are_told(
    engagement: Engagement, groups: list[tuple[Group, int]], expected: list[Concern]
) -> None:
    assert concerns(engagement, seat(engagement, SittingKind.FOCUS_GROUP, *groups)) == expected


def test_a_joint_session_mixes_officers_and_administrators_on_purpose(engagement: Engagement) -> None:
    assert concerns(engagement, seat(engagement, SittingKind.JOINT_SESSION, (SRO, 2), (ADM, 2))) == []


def test_a_warning_names_the_seats_it_is_about(engagement: Engagement) -> None:
    sitting_id = seat(engagement, SittingKind.FOCUS_GROUP, (TCH, 4), (PAR, 1), (ADM, 1))
    warnings = check_seating(get_sitting(engagement, sitting_id))

    assert warnings == [SeatingWarning(Concern.TEACHERS_WITH_ADMINISTRATORS, (1, 2, 3, 4, 6))]


@pytest.mark.parametrize(
    ("kind", "count", "expected"),
    [
        (SittingKind.FOCUS_GROUP, 0, []),
        (SittingKind.FOCUS_GROUP, 5, [Concern.TOO_FEW]),
        (SittingKind.FOCUS_GROUP, 6, []),
        (SittingKind.FOCUS_GROUP, 10, []),
        (SittingKind.FOCUS_GROUP, 11, [Concern.TOO_MANY]),
        (SittingKind.INTERVIEW, 1, []),
        (SittingKind.INTERVIEW, 2, [Concern.TOO_MANY]),
        (SittingKind.OBSERVATION, 3, []),
    ],
)
def test_a_group_is_six_to_ten_and_an_interview_one(
    engagement: Engagement, kind: SittingKind, count: int, expected: list[Concern]
) -> None:
    assert concerns(
        engagement, seat(engagement, kind, (TCH, count)) if count else seat(engagement, kind)
    ) == (expected)


def test_a_guide_says_how_many_people_it_is_for(engagement: Engagement) -> None:
    sitting_id = seat(engagement, SittingKind.INTERVIEW, (Group.PRT, 2))
    sitting = get_sitting(engagement, sitting_id)

    assert check_seating(sitting, get_guide("community_partners")) == []
    warnings = check_seating(sitting, get_guide("administrators"))
    assert warnings == [SeatingWarning(Concern.TOO_MANY, least=1, most=1)]


def test_students_do_not_sit_longer_than_an_hour(engagement: Engagement) -> None:
    long = seat(engagement, SittingKind.FOCUS_GROUP, (STU, 6), minutes=61)
    fine = seat(engagement, SittingKind.FOCUS_GROUP, (STU, 6), minutes=60)

    assert concerns(engagement, long) == [Concern.LONG_FOR_STUDENTS]
    assert concerns(engagement, fine) == []


def test_a_guide_longer_than_the_sitting_is_told(engagement: Engagement) -> None:
    sitting_id = seat(engagement, SittingKind.FOCUS_GROUP, (TCH, 6), minutes=60)
    guide = get_guide("teachers_and_staff")

    assert check_seating(get_sitting(engagement, sitting_id), guide) == [
        SeatingWarning(Concern.GUIDE_TOO_LONG, minutes=75)
    ]
    edit_sitting(engagement, sitting_id, minutes=75)
    assert check_seating(get_sitting(engagement, sitting_id), guide) == []


def test_consent_that_is_missing_is_told_with_the_seats(engagement: Engagement) -> None:
    sitting_id = seat(engagement, SittingKind.FOCUS_GROUP, (TCH, 6))
    person = get_sitting(engagement, sitting_id).seats[2].participant_id
    edit_sitting(engagement, sitting_id, recording="Recorder 2, file 14")
    consent_all(engagement, sitting_id, "may_be_recorded", is_given=True)
    assert concerns(engagement, sitting_id) == []

    edit_participant(engagement, person, takes_part=False, may_be_recorded=False)
    assert check_seating(get_sitting(engagement, sitting_id)) == [
        SeatingWarning(Concern.TAKES_NO_PART, (3,)),
        SeatingWarning(Concern.RECORDED_WITHOUT_CONSENT, (3,)),
    ]
