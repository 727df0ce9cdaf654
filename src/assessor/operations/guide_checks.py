"""What to look at again in a guide of one's own: how many questions, and what students are not asked."""

from assessor.instruments.item_banks import find_protected_areas, get_item_bank
from assessor.operations.guides import GuideDetails, QuestionRow
from assessor.terms import Group, SittingKind

MOST_QUESTIONS = 12
"""A group gets through no more; eight are ideal (domain.md 3.1)."""


def has_too_many_questions(guide: GuideDetails) -> bool:
    """Whether a guide for a group asks more than a group gets through."""
    is_group = guide.kind in {SittingKind.FOCUS_GROUP, SittingKind.JOINT_SESSION}
    return is_group and len(guide.questions) > MOST_QUESTIONS


def find_protected(guide: GuideDetails, question: QuestionRow) -> tuple[str, ...]:
    """The protected areas a question for students hints at; none for adults (domain.md 2.3, 3.9)."""
    if guide.group is not Group.STU:
        return ()
    wording = f"{question.title}\n{question.text}\n{question.probes}"
    return tuple(area.area for area in find_protected_areas(wording, get_item_bank().student_guard))


def get_student_advice() -> str:
    """What to do where a question hints at a protected area."""
    return get_item_bank().student_guard_advice
