"""Survey forms, shipped and one's own, looked up from one place and read alike."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.instruments.forms import Form
from assessor.instruments.item_banks import ItemBank, get_item_bank
from assessor.instruments.library import ENGLISH, list_languages, list_versions, read
from assessor.instruments.surveys import Survey, get_survey, list_survey_keys, list_survey_languages
from assessor.model import (
    OwnItem,
    OwnSurvey,
    PaperBatch,
    PaperSheet,
    ResponseSet,
    SurveyImport,
    WaveGroup,
)
from assessor.operations.survey_forms.own_forms import compose_own, read_items
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

SPANISH = "es"
_LANGUAGES = (ENGLISH, SPANISH)
_BANK = "collaboration"


@dataclass(frozen=True)
class FormRow:
    """A form as a list shows it; waves name it by key and version."""

    key: str
    """The key of a shipped one, the id of one's own."""
    version: int
    title: str
    group: Group
    is_own: bool
    is_frozen: bool
    """Whether answers came in with it: of one's own a new version must be made to change it."""
    languages: tuple[str, ...]
    """Those it can be read in whole, English first."""
    items: int
    """How many questions it asks, without the closing block of a shipped one."""
    is_newest: bool = True
    """False for one's own where a later version was made of it."""


def list_forms(engagement: Engagement, group: Group | None = None) -> list[FormRow]:
    """One's own forms, then the newest of the shipped, by group and title; of one group where it is named."""
    with engagement.reading() as session:
        rows = [*_own_rows(session), *_shipped_rows(count_answers(session))]
    rows = [row for row in rows if group in (None, row.group)]
    order = list(Group)
    return sorted(rows, key=lambda row: (not row.is_own, order.index(row.group), row.title, -row.version))


def find_form_named(engagement: Engagement, name: str) -> FormRow:
    """The form of a key or a title, one's own before a shipped one; raises CannotDo where there is none."""
    rows = list_forms(engagement)
    wanted = name.strip().casefold()
    for row in rows:
        if wanted in (row.key.casefold(), row.title.casefold()):
            return row
    known = ", ".join(row.title if row.is_own else row.key for row in rows)
    raise CannotDo(f"There is no survey form “{name}”. Use one of {known}.")


def get_form(engagement: Engagement, key: str, version: int | None = None, language: str = ENGLISH) -> Survey:
    """A form named by key and version, shipped (the newest without a version) or one's own.

    What is not translated is read in English. Raises CannotDo when it was removed.
    """
    with engagement.reading() as session:
        return read_form(session, key, version, language)


def read_form(session: Session, key: str, version: int | None = None, language: str = ENGLISH) -> Survey:
    """As `get_form`, within a lookup or a change."""
    own = session.get(OwnSurvey, key)
    if own is not None:
        advice = _advice(own.begun_from)
        return compose_own(own, read_items(session, key), bank_in(language), language, advice)
    if key not in list_survey_keys():
        raise CannotDo("This survey form was removed. Undo brings it back, or choose another form.")
    known = language in shipped_languages(key, version)
    return get_survey(key, version or None, language if known else ENGLISH)


def list_surveys(engagement: Engagement) -> tuple[Survey, ...]:
    """Every form in its languages, one's own in both and first: what answers may have come with."""
    with engagement.reading() as session:
        return tuple(
            read_form(session, row.key, row.version, language)
            for row in [*_own_rows(session), *_shipped_rows({})]
            for language in (_LANGUAGES if row.is_own else row.languages)
        )


def shipped_languages(key: str, version: int | None = None) -> tuple[str, ...]:
    """The languages in which a shipped form and its item bank both stand, English first."""
    return list_survey_languages(key, version or None)


def bank_in(language: str) -> ItemBank:
    """The newest item bank in a language, in English where it was not translated."""
    version = list_versions("item_banks", _BANK)[-1]
    known = language in list_languages("item_banks", _BANK, version)
    return get_item_bank(_BANK, version, language if known else ENGLISH)


def count_answers(session: Session) -> dict[tuple[str, int], int]:
    """How many answered with each form, by key and version; typed sheets of paper count as well."""
    counts: dict[tuple[str, int], int] = defaultdict(int)
    came = (
        select(WaveGroup.form_key, WaveGroup.form_version, func.sum(ResponseSet.n))
        .join(SurveyImport, SurveyImport.wave_id == WaveGroup.wave_id)
        .join(
            ResponseSet, (ResponseSet.import_id == SurveyImport.id) & (ResponseSet.group == WaveGroup.group)
        )
        .where(WaveGroup.form_key != "")
        .group_by(WaveGroup.form_key, WaveGroup.form_version)
    )
    typed = (
        select(PaperBatch.form_key, PaperBatch.form_version, func.count())
        .join(PaperSheet, PaperSheet.batch_id == PaperBatch.id)
        .outerjoin(
            WaveGroup,
            (WaveGroup.wave_id == PaperBatch.wave_id)
            & (WaveGroup.group == PaperBatch.group)
            & (WaveGroup.form_key == PaperBatch.form_key)
            & (WaveGroup.form_version == PaperBatch.form_version),
        )
        .where(PaperSheet.entry == 1, PaperBatch.import_id.is_(None) | WaveGroup.id.is_(None))
        .group_by(PaperBatch.form_key, PaperBatch.form_version)
    )
    for key, version, count in [*session.execute(came), *session.execute(typed)]:
        counts[key, version] += count
    return counts


def read_origins(session: Session) -> dict[str, str]:
    """What each form of one's own came from, by id: a shipped form's key, else its first version's id."""
    owns = {own.id: own for own in session.scalars(select(OwnSurvey))}
    origins = {}
    for key, own in owns.items():
        first = own
        while first.earlier_id in owns:
            first = owns[first.earlier_id]
        origins[key] = first.begun_from.rpartition(".v")[0] or first.id
    return origins


def count_own_answers(session: Session, survey_id: str) -> int:
    """How many answered with a form of one's own; its id names its version."""
    return sum(count for (key, _), count in count_answers(session).items() if key == survey_id)


def _own_rows(session: Session) -> list[FormRow]:
    owns = session.scalars(select(OwnSurvey).order_by(OwnSurvey.version.desc())).all()
    earlier = {own.earlier_id for own in owns}
    answered = {key for (key, _), count in count_answers(session).items() if count}
    return [
        _own_row(
            own, read_items(session, own.id), is_frozen=own.id in answered, is_newest=own.id not in earlier
        )
        for own in owns
    ]


def _own_row(own: OwnSurvey, items: list[OwnItem], *, is_frozen: bool, is_newest: bool) -> FormRow:
    return FormRow(
        key=own.id,
        version=own.version,
        title=own.title,
        group=own.group,
        is_own=True,
        is_frozen=is_frozen,
        languages=(ENGLISH, SPANISH) if is_translated(own, items) else (ENGLISH,),
        items=len(items),
        is_newest=is_newest,
    )


def is_translated(own: OwnSurvey, items: list[OwnItem]) -> bool:
    """Whether everything respondents read in a form of one's own has its Spanish."""
    pairs = _pairs(own, ("title", "instruction", "opening", "thanks"))
    for item in items:
        pairs += _pairs(item, ("section", "text", "dont_know"))
        pairs += list(zip_longest(map(str, item.choices), map(str, item.choices_es), fillvalue=""))
    return bool(items) and all(other for english, other in pairs if any(map(str.isalpha, english)))


def _pairs(row: OwnSurvey | OwnItem, names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(getattr(row, name), getattr(row, f"{name}_es")) for name in names]


def _shipped_rows(counts: Mapping[tuple[str, int], int]) -> list[FormRow]:
    forms = [read(Form, "surveys", key) for key in list_survey_keys()]
    return [
        FormRow(
            key=form.key,
            version=form.version,
            title=form.title,
            group=form.group,
            is_own=False,
            is_frozen=counts.get((form.key, form.version), 0) > 0,
            languages=shipped_languages(form.key, form.version),
            items=sum(len(section.items) for section in form.sections),
        )
        for form in forms
    ]


def _advice(begun_from: str) -> tuple[str, ...]:
    """What the shipped form says of handing it out, for one begun from it."""
    key, _, version = begun_from.rpartition(".v")
    if key not in list_survey_keys() or not version.isdecimal():
        return ()
    return get_survey(key, int(version)).advice if int(version) in list_versions("surveys", key) else ()
