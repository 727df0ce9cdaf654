"""The heads of forms of one's own: title, texts and terms, from a shipped form or another of one's own."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from assessor.instruments.surveys import Survey, get_survey, list_survey_keys
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.survey_forms.own_forms import read_items
from assessor.operations.survey_forms.own_item_rows import in_spanish, rows_of
from assessor.terms import CannotDo, Group

_TEXTS = ("title", "instruction", "opening", "thanks")
_COPIED = (
    *(*_TEXTS, *(f"{name}_es" for name in _TEXTS)),
    *("minutes", "is_anonymous", "group", "style", "begun_from"),
)


def read_form_rows(
    session: Session, key: str, version: int | None = None
) -> tuple[OwnSurvey, Sequence[OwnItem]]:
    """A form with its questions as rows: one's own as it stands, a shipped one as rows that are not kept.

    Raises CannotDo when it was removed.
    """
    own = session.get(OwnSurvey, key)
    if own is not None:
        return own, read_items(session, key)
    if key not in list_survey_keys():
        raise CannotDo("This survey form was removed. Undo brings it back, or choose another form.")
    survey = get_survey(key, version or None)
    head = head_of(survey)
    head.id, head.version = survey.key, survey.version
    return head, rows_of(survey, in_spanish(survey))


def usual_form(group: Group) -> Survey | None:
    """The form usually handed to a group: the first of the library's; None where it has none."""
    return next((form for form in map(get_survey, list_survey_keys()) if form.group is group), None)


def head_of(survey: Survey) -> OwnSurvey:
    """The head of a form begun from a shipped one, in both languages."""
    spanish = in_spanish(survey)
    return OwnSurvey(
        title=survey.title,
        title_es=spanish.title if spanish else "",
        group=survey.group,
        style=survey.style.value,
        begun_from=f"{survey.key}.v{survey.version}",
        is_anonymous=survey.anonymous,
        minutes=survey.minutes,
        instruction=survey.instruction,
        instruction_es=spanish.instruction if spanish else "",
        opening="\n".join(survey.opening),
        opening_es="\n".join(spanish.opening) if spanish else "",
        thanks=survey.thanks,
        thanks_es=spanish.thanks if spanish else "",
    )


def copied_head(own: OwnSurvey, title: str) -> OwnSurvey:
    """The same head under a title."""
    return OwnSurvey(**{**{name: getattr(own, name) for name in _COPIED}, "title": title})


def head_for(own: OwnSurvey, group: Group) -> OwnSurvey:
    """The form's head for another group: as that group's usual form has it, as far as there is one.

    A title of one's own stays; that of a shipped form gives way to the other group's.
    """
    usual = usual_form(group)
    if usual is None:
        head = copied_head(own, own.title)
        head.group, head.begun_from = group, ""
        return head
    head = head_of(usual)
    if own.title not in {get_survey(key).title for key in list_survey_keys()}:
        head.title, head.title_es = own.title, own.title_es
    return head
