"""What a guide of one's own raises: too many questions, and what students are not asked."""

import pytest

from assessor.instruments.guides import list_guide_keys
from assessor.operations.guide_checks import find_protected, has_too_many_questions
from assessor.operations.guides import GuideDetails, get_guide_details
from assessor.operations.own_guides import begin_guide
from assessor.operations.own_questions import add_question
from assessor.store import Engagement
from assessor.terms import Group, SittingKind


def begin(engagement: Engagement, kind: SittingKind, group: Group, *questions: str) -> GuideDetails:
    guide_id = begin_guide(engagement, "Own", kind, group)
    for question in questions:
        add_question(engagement, guide_id, question)
    return get_guide_details(engagement, guide_id)


@pytest.mark.parametrize(
    ("kind", "count", "expected"),
    [
        (SittingKind.FOCUS_GROUP, 12, False),
        (SittingKind.FOCUS_GROUP, 13, True),
        (SittingKind.INTERVIEW, 13, False),
    ],
)
def test_a_group_gets_through_twelve_questions(
    engagement: Engagement, kind: SittingKind, count: int, expected: bool
) -> None:
    guide = begin(engagement, kind, Group.TCH, *["What do you see?"] * count)

    assert has_too_many_questions(guide) is expected


def test_a_question_for_students_is_read_for_protected_areas(engagement: Engagement) -> None:
    guide = begin(
        engagement,
        SittingKind.FOCUS_GROUP,
        Group.STU,
        "Have you ever been suspended, or seen a lawyer?",
        "What helps students feel safe here?",
    )

    assert [find_protected(guide, question) for question in guide.questions] == [
        (
            "Illegal, anti-social or self-incriminating behavior",
            "Relationships the law protects, such as with a lawyer, doctor or minister",
        ),
        (),
    ]


def test_adults_may_be_asked_about_arrests(engagement: Engagement) -> None:
    guide = begin(engagement, SittingKind.INTERVIEW, Group.SRO, "How do you decide on an arrest?")

    assert find_protected(guide, guide.questions[0]) == ()


@pytest.mark.parametrize("key", list_guide_keys())
def test_no_guide_of_the_library_asks_students_what_they_are_not_asked(
    engagement: Engagement, key: str
) -> None:
    guide = get_guide_details(engagement, key)

    assert not any(find_protected(guide, question) for question in guide.questions)
    assert not has_too_many_questions(guide)
