"""Survey forms of one's own: begun, edited until answers come in, removed while no wave asks with them."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.forms import Style
from assessor.model import OwnSurvey, PaperBatch, SurveyWave, WaveGroup
from assessor.operations.rows import set_values
from assessor.operations.survey_forms.forms import bank_in, count_own_answers
from assessor.operations.survey_forms.own_forms import read_items
from assessor.operations.survey_forms.own_item_rows import codes_of
from assessor.operations.survey_forms.own_survey_heads import head_of, usual_form
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

_TEXTS = ("title", "instruction", "opening", "thanks")
_EDITED = frozenset({*_TEXTS, *(f"{name}_es" for name in _TEXTS), "minutes", "is_anonymous", "group"})


def begin_form(engagement: Engagement, title: str, group: Group) -> str:
    """Begin a form with no question yet but the group's usual texts around them, and return its id."""
    with engagement.change("Begin survey form") as session:
        usual = usual_form(group)
        own = head_of(usual) if usual else OwnSurvey(group=group)
        own.title, own.title_es, own.begun_from = title, "", ""
        session.add(own)
        session.flush()
        return own.id


def edit_form(engagement: Engagement, survey_id: str, **values: Any) -> None:
    """Change a form's title, texts, minutes or group. Raises CannotDo once it has answers."""
    if not _EDITED.issuperset(values):
        raise KeyError(*sorted(set(values) - _EDITED))
    with engagement.change("Edit survey form") as session:
        own = require_open(session, survey_id)
        if "title" in values and not str(values["title"]).strip():
            raise CannotDo("A survey form needs a title: respondents read it at the top.")
        if values.get("group", own.group) is not own.group:
            _change_group(session, own, values["group"])
        set_values(session, OwnSurvey, survey_id, values)


def remove_form(engagement: Engagement, survey_id: str) -> None:
    """Remove a form of one's own. Raises CannotDo while a wave or a batch of paper uses it."""
    with engagement.change("Remove survey form") as session:
        own = session.get(OwnSurvey, survey_id)
        if own is None:
            return
        waves = list_waves_using(session, survey_id)
        if waves:
            raise CannotDo(f"“{waves[0]}” asks with this form. Choose another form there first.")
        session.delete(own)


def require_open(session: Session, survey_id: str) -> OwnSurvey:
    """The form, where it may be changed. Raises CannotDo when it is gone or has answers."""
    own = found(session, survey_id)
    if count_own_answers(session, survey_id):
        raise CannotDo(
            "Answers came in with this form, so it stays as it is. Make a new version to change it."
        )
    return own


def list_waves_using(session: Session, survey_id: str) -> list[str]:
    """The titles of the waves that ask with a form, on screen or on paper."""
    asked = select(SurveyWave.title).join(WaveGroup, WaveGroup.wave_id == SurveyWave.id)
    typed = select(SurveyWave.title).join(PaperBatch, PaperBatch.wave_id == SurveyWave.id)
    titles = [
        *session.scalars(asked.where(WaveGroup.form_key == survey_id)),
        *session.scalars(typed.where(PaperBatch.form_key == survey_id)),
    ]
    return list(dict.fromkeys(titles))


def found(session: Session, survey_id: str) -> OwnSurvey:
    """The form, within a lookup or a change. Raises CannotDo when it is gone."""
    own = session.get(OwnSurvey, survey_id)
    if own is None:
        raise CannotDo("This survey form was removed meanwhile. Undo brings it back.")
    return own


def _change_group(session: Session, own: OwnSurvey, group: Group) -> None:
    """The item bank words its questions for a group, so a form that asks any cannot ask another group."""
    items = read_items(session, own.id)
    if {item.code for item in items} & codes_of(bank_in("en")):
        raise CannotDo(
            f"These questions are worded for {own.group.label.lower()}. "
            "Make the form for the other group instead."
        )
    if group is Group.STU and any(item.is_reversed for item in items):
        raise CannotDo("Students get no reversed questions. Word them the other way first.")
    usual = usual_form(group)
    own.style = usual.style.value if usual else Style.STATEMENT.value
