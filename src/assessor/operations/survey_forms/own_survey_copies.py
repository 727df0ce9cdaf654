"""Survey forms made from others: copies, forms for another group, and next versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.forms import Style
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.survey_forms.forms import bank_in
from assessor.operations.survey_forms.own_forms import read_items
from assessor.operations.survey_forms.own_item_rows import codes_of, copied_rows, rows_for
from assessor.operations.survey_forms.own_survey_heads import (
    copied_head,
    head_for,
    read_form_rows,
    usual_form,
)
from assessor.operations.survey_forms.own_surveys import found
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@dataclass(frozen=True)
class CopiedForm:
    """A form that was made from another, and the questions that could not be taken along, by code."""

    id: str
    left_out: tuple[str, ...]


def copy_form(
    engagement: Engagement, key: str, version: int | None = None, group: Group | None = None
) -> CopiedForm:
    """Begin a form from another, shipped or one's own, with the same codes; for another group in its words.

    For another group a question of the item bank is put as the bank words it for that group, and left out
    where the bank has no such wording; students get no reversed questions. Raises CannotDo when the form
    was removed.
    """
    label = "Copy survey form" if group is None else f"Make survey form for {group.label.lower()}"
    with engagement.change(label) as session:
        source, rows = read_form_rows(session, key, version)
        is_own = source in session
        own = copied_head(source, f"{source.title} (copy)" if is_own else source.title)
        kept = rows
        if group not in (None, own.group):
            own, kept = head_for(source, group), _in_words_for(rows, group)
        session.add(own)
        session.flush()
        _add_rows(session, own.id, kept)
        codes = {row.code for row in kept}
        return CopiedForm(own.id, tuple(row.code for row in rows if row.code not in codes))


def make_new_version(engagement: Engagement, survey_id: str) -> str:
    """Make the next version of a form, with the same questions and codes; waves keep the one they used.

    Raises CannotDo where a later version is there already.
    """
    with engagement.change("Make new version of survey form") as session:
        earlier = found(session, survey_id)
        later = session.scalar(select(OwnSurvey).where(OwnSurvey.earlier_id == survey_id).limit(1))
        if later is not None:
            raise CannotDo(f"Version {later.version} was made from this form already. Edit that one.")
        own = copied_head(earlier, earlier.title)
        own.version, own.earlier_id = earlier.version + 1, earlier.id
        session.add(own)
        session.flush()
        _add_rows(session, own.id, read_items(session, survey_id))
        return own.id


def _in_words_for(rows: Sequence[OwnItem], group: Group) -> list[OwnItem]:
    """The rows as another group is asked them: the bank's in its wording, one's own as they are."""
    usual = usual_form(group)
    worded = {row.code: row for row in rows_for(group, usual.style if usual else Style.STATEMENT)}
    banked = codes_of(bank_in("en"))
    kept = []
    for row in rows:
        if row.code in worded:
            there = worded[row.code]
            there.section, there.section_es = row.section, row.section_es
            kept.append(there)
        elif row.code not in banked and not (row.is_reversed and group is Group.STU):
            kept.append(row)
    return kept


def _add_rows(session: Session, survey_id: str, rows: Sequence[OwnItem]) -> None:
    for row in copied_rows(rows):
        row.survey_id = survey_id
        session.add(row)
