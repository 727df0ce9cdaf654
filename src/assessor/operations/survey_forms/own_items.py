"""Questions of one's own forms: added, taken from the item bank, worded, answered otherwise, removed."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assessor.instruments.forms import Style
from assessor.model import OwnItem, OwnSurvey, SurveyQuestion
from assessor.operations.rows import set_values
from assessor.operations.survey_forms.own_forms import read_items
from assessor.operations.survey_forms.own_item_places import insert, open_item, place_after, place_of
from assessor.operations.survey_forms.own_item_rows import KINDS, rows_for, scale_answers, usual_answers
from assessor.operations.survey_forms.own_surveys import require_open
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

_EDITED = frozenset(
    {"text", "text_es", "kind", "construct", "is_reversed", "choices", "choices_es", "low"}
    | {"dont_know", "dont_know_es"}
)
_FIVE = 5
_OWN = re.compile(r"OWN(?P<number>\d+)")


def add_item(
    engagement: Engagement, survey_id: str, kind: str = "scale", after: str = "", **values: Any
) -> str:
    """Add a question after another, or last of the sections, and return its id.

    Its code was never used in the engagement: answers of all groups of a wave are told apart by codes.
    """
    with engagement.change("Add question") as session:
        require_open(session, survey_id)
        rows = read_items(session, survey_id)
        place = place_after(rows, after)
        heading = rows[place - 1] if place else None
        item = OwnItem(
            **{
                **usual_answers(kind),
                "survey_id": survey_id,
                "code": _next_code(session),
                "kind": kind,
                "text": "",
                "section": heading.section if heading else "",
                "section_es": heading.section_es if heading else "",
                **values,
            }
        )
        insert(session, rows, [item], place)
        return item.id


def add_bank_items(
    engagement: Engagement, survey_id: str, codes: Sequence[str], after: str = ""
) -> list[str]:
    """Add questions of the item bank in the form's group's words, and return their ids; those there stay out.

    Statements go under the heading of their construct, closing questions to the end.
    """
    label = "Add question of the item bank" if len(codes) == 1 else "Add questions of the item bank"
    with engagement.change(label) as session:
        own = require_open(session, survey_id)
        rows = read_items(session, survey_id)
        there = {row.code for row in rows}
        added = []
        offered = rows_for(own.group, Style(own.style))
        for item in [row for row in offered if row.code in codes and row.code not in there]:
            item.survey_id = survey_id
            place = place_after(rows, after) if after else place_of(rows, item)
            insert(session, rows, [item], place)
            added.append(item.id)
        return added


def edit_item(engagement: Engagement, item_id: str, **values: Any) -> None:
    """Change a question's wording, answers, construct or kind; its code stands, for answers refer to it.

    A new kind brings its usual answers. Raises CannotDo once the form has answers, for a reversed question
    on a student form, and for a scale that has not five points.
    """
    if not _EDITED.issuperset(values):
        raise KeyError(*sorted(set(values) - _EDITED))
    with engagement.change("Edit question") as session:
        item, own = open_item(session, item_id)
        if "kind" in values and values["kind"] != item.kind:
            if values["kind"] not in KINDS:
                raise KeyError(values["kind"])
            values = {"is_reversed": False, **usual_answers(values["kind"]), **values}
        if len(values.get("choices", item.choices)) != len(item.choices):
            values = {**values, "choice_names": []}
        set_values(session, OwnItem, item_id, values)
        _check(item, own)


def use_scale(engagement: Engagement, item_id: str, scale: str) -> None:
    """Give a question the answers of a scale of the item bank, in both languages."""
    with engagement.change("Change answers") as session:
        open_item(session, item_id)
        kind = "yes_no" if scale == "yes_no" else "scale"
        set_values(session, OwnItem, item_id, {"kind": kind, **scale_answers(scale)})


def remove_item(engagement: Engagement, item_id: str) -> None:
    """Remove a question. Raises CannotDo once the form has answers."""
    with engagement.change("Remove question") as session:
        item = session.get(OwnItem, item_id)
        if item is not None:
            require_open(session, item.survey_id)
            session.execute(delete(OwnItem).where(OwnItem.id == item_id))


def _check(item: OwnItem, own: OwnSurvey) -> None:
    if item.is_reversed and own.group is Group.STU:
        raise CannotDo("Students get no reversed questions: they trip over them. Word it the other way.")
    if item.kind == "scale" and (item.low, len(item.choices)) != (1, _FIVE):
        raise CannotDo("A five-point scale has five labels, one a line. For other points choose a rating.")


def _next_code(session: Session) -> str:
    used = [*session.scalars(select(OwnItem.code)), *session.scalars(select(SurveyQuestion.code))]
    numbers = [int(found["number"]) for code in used if (found := _OWN.fullmatch(code))]
    return f"OWN{max(numbers, default=0) + 1}"
