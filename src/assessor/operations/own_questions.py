"""Questions of one's own guides: added, worded, ordered, and removed while nothing was noted on them."""

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Asking, OwnQuestion, Sitting
from assessor.operations.guides import count_noted
from assessor.operations.positions import move_by, next_position
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo

_USUAL_MINUTES = 5
_EDITED = frozenset({"title", "text", "probes", "constructs", "minutes"})
_CODE = re.compile(r"(?P<letters>[A-Za-z]+)(?P<number>\d+)")


def add_question(engagement: Engagement, guide_id: str, text: str = "", **values: Any) -> str:
    """Add a question after the last one, with the next code that notes never used; returns its id."""
    with engagement.change("Add question") as session:
        question = OwnQuestion(
            guide_id=guide_id,
            position=next_position(session, OwnQuestion, (OwnQuestion.guide_id == guide_id,)),
            code=_next_code(session, guide_id),
            text=text,
            **{"minutes": _USUAL_MINUTES, **values},
        )
        session.add(question)
        session.flush()
        return question.id


def edit_question(engagement: Engagement, question_id: str, **values: Any) -> None:
    """Change title, text, probes, constructs or minutes; the code stands, for notes refer to it."""
    if not _EDITED.issuperset(values):
        raise KeyError(*sorted(set(values) - _EDITED))
    with engagement.change("Edit question") as session:
        set_values(session, OwnQuestion, question_id, values)


def move_question(engagement: Engagement, question_id: str, by: int) -> None:
    """Ask a question earlier, or later when `by` is positive."""
    with engagement.change("Move question") as session:
        guide_id = select(OwnQuestion.guide_id).where(OwnQuestion.id == question_id).scalar_subquery()
        move_by(session, OwnQuestion, question_id, by, (OwnQuestion.guide_id == guide_id,))


def remove_question(engagement: Engagement, question_id: str) -> None:
    """Remove a question. Raises CannotDo where lines were noted on it."""
    with engagement.change("Remove question") as session:
        question = session.get(OwnQuestion, question_id)
        if question is None:
            return
        noted = count_noted(session, question.guide_id).get(question.code, 0)
        if noted:
            lines = "1 line was noted" if noted == 1 else f"{noted} lines were noted"
            raise CannotDo(f"{lines} on {question.code}. Give them another question first, or keep this one.")
        session.delete(question)


def _next_code(session: Session, guide_id: str) -> str:
    asked = select(Asking.question).join(Sitting, Sitting.id == Asking.sitting_id)
    standing = list(
        session.scalars(
            select(OwnQuestion.code).where(OwnQuestion.guide_id == guide_id).order_by(OwnQuestion.position)
        )
    )
    used = {*standing, *count_noted(session, guide_id)}
    used.update(session.scalars(asked.where(Sitting.guide_key == guide_id)))
    letters = next((found["letters"] for code in standing if (found := _CODE.fullmatch(code))), "Q")
    numbers = [int(found["number"]) for code in used if (found := _CODE.fullmatch(code))]
    return f"{letters}{max(numbers, default=0) + 1}"
