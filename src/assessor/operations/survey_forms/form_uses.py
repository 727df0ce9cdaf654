"""Which form a wave asks a group with: chosen ahead, and kept once answers came in with it."""

from sqlalchemy.orm import Session

from assessor.instruments.surveys import get_survey
from assessor.model import OwnSurvey, SurveyWave
from assessor.operations.contents import keep_content
from assessor.operations.survey_forms.own_survey_heads import read_form_rows
from assessor.operations.surveys.survey_waves import asked_group, count_responses
from assessor.store import Engagement
from assessor.terms import CannotDo


def ask_with_form(engagement: Engagement, wave_id: str, key: str, version: int | None = None) -> None:
    """Note that a wave asks a form's group with this form, shipped or one's own, in this version.

    Raises CannotDo when form or wave were removed, or where that group's answers came with another form.
    """
    with engagement.change("Choose survey form") as session:
        form, _ = read_form_rows(session, key, version)
        wave = session.get(SurveyWave, wave_id)
        if wave is None:
            raise CannotDo("This wave was removed meanwhile. Undo brings it back.")
        row = asked_group(session, wave_id, form.group)
        is_other = (row.form_key, row.form_version) != (form.id, form.version)
        if row.form_key and is_other and count_responses(session)[wave_id].get(form.group):
            who = form.group.label.lower()
            raise CannotDo(
                f"In “{wave.title}” answers of {who} came in with another form. Choose another wave."
            )
        row.form_key, row.form_version = form.id, form.version
        if form not in session:
            _keep_shipped(session, form)


def _keep_shipped(session: Session, form: OwnSurvey) -> None:
    survey = get_survey(form.id, form.version)
    keep_content(session, "surveys", survey.key, survey.version)
    keep_content(session, "item_banks", survey.bank, survey.bank_version)
