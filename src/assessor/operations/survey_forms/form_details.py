"""A survey form as it is read and edited: both languages side by side, and what is to be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.forms import Style
from assessor.instruments.library import list_versions
from assessor.instruments.surveys import get_survey, list_survey_keys
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.survey_forms.form_checks import Flaw, find_flaws, find_protected, guards_of
from assessor.operations.survey_forms.forms import bank_in, count_answers
from assessor.operations.survey_forms.own_forms import is_scored, read_items
from assessor.operations.survey_forms.own_item_rows import in_spanish, rows_for
from assessor.operations.survey_forms.own_survey_heads import read_form_rows
from assessor.operations.survey_forms.own_surveys import list_waves_using
from assessor.store import Engagement
from assessor.terms import Group


@dataclass(frozen=True)
class FormItemRow:
    """A question in both languages; kinds are listed at the table SurveyQuestion."""

    id: str
    """In a shipped form its code."""
    code: str
    section: str
    section_es: str
    text: str
    text_es: str
    kind: str
    construct: str
    is_reversed: bool
    choices: tuple[str, ...]
    choices_es: tuple[str, ...]
    low: int
    dont_know: str
    dont_know_es: str
    scale: str
    """The code of the item bank's scale it is answered on; empty for answers of one's own."""
    is_banked: bool
    is_closing: bool
    """Whether it stands in the closing block: unscored, at the end, under no heading."""
    protected: tuple[str, ...]
    """Protected areas it hints at, on a student form."""
    flaws: tuple[Flaw, ...]


@dataclass(frozen=True)
class FormDetails:
    """A form with its questions."""

    key: str
    version: int
    title: str
    title_es: str
    group: Group
    is_own: bool
    answers: int
    """How many came in with it; one's own is frozen once there are any."""
    begun_from: str
    """Title of the shipped form it was begun from."""
    is_anonymous: bool
    minutes: int
    instruction: str
    instruction_es: str
    opening: str
    opening_es: str
    thanks: str
    thanks_es: str
    items: tuple[FormItemRow, ...]
    waves: tuple[str, ...]
    """Titles of the waves that ask with it."""
    later_id: str
    """The version made from it; empty where there is none."""
    is_spanish_reviewed: bool
    """Whether a native speaker checked the Spanish; of one's own nobody says so."""

    @property
    def is_frozen(self) -> bool:
        """Whether it stays as it is, because answers came in with it."""
        return self.is_own and self.answers > 0

    @property
    def has_spanish(self) -> bool:
        """Whether any of it was translated."""
        texts = (self.title_es, self.opening_es, self.instruction_es)
        return any(texts) or any(item.text_es for item in self.items)

    @property
    def protected(self) -> int:
        """How many questions hint at what students are not asked."""
        return sum(bool(item.protected) for item in self.items)


@dataclass(frozen=True)
class BankRow:
    """A question of the item bank as a form's group would read it."""

    code: str
    text: str
    heading: str
    is_there: bool
    """Whether the form asks it already."""


def get_form_details(engagement: Engagement, key: str) -> FormDetails:
    """A form with its questions in both languages. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        own, rows = read_form_rows(session, key)
        return _details(session, own, rows, is_own=own in session)


def list_bank(engagement: Engagement, survey_id: str) -> list[BankRow]:
    """The item bank's questions in the words of a form's group; none for a group it has no wording for."""
    with engagement.reading() as session:
        own = session.get(OwnSurvey, survey_id)
        if own is None:
            return []
        there = {row.code for row in read_items(session, survey_id)}
        rows = rows_for(own.group, Style(own.style))
    return [BankRow(row.code, row.text, row.section, row.code in there) for row in rows]


def _details(session: Session, own: OwnSurvey, rows: Sequence[OwnItem], *, is_own: bool) -> FormDetails:
    answers = count_answers(session)
    later = select(OwnSurvey.id).where(OwnSurvey.earlier_id == own.id).limit(1)
    return FormDetails(
        key=own.id,
        version=own.version,
        title=own.title,
        title_es=own.title_es,
        group=own.group,
        is_own=is_own,
        answers=sum(count for (key, _), count in answers.items() if key == own.id),
        begun_from=_title_of(own.begun_from) if is_own else "",
        is_anonymous=own.is_anonymous,
        minutes=own.minutes,
        instruction=own.instruction,
        instruction_es=own.instruction_es,
        opening=own.opening,
        opening_es=own.opening_es,
        thanks=own.thanks,
        thanks_es=own.thanks_es,
        items=_item_rows(own, rows),
        waves=tuple(list_waves_using(session, own.id)),
        later_id=session.scalar(later) or "",
        is_spanish_reviewed=not is_own and _is_reviewed(own.id),
    )


def _item_rows(own: OwnSurvey, rows: Sequence[OwnItem]) -> tuple[FormItemRow, ...]:
    banked = {row.code: row for row in rows_for(own.group, Style(own.style))}
    first_closing = len(rows)
    while first_closing and not rows[first_closing - 1].section and not is_scored(rows[first_closing - 1]):
        first_closing -= 1
    guards = guards_of(own.group)
    scales = {
        tuple(str(option.label) for option in scale.options): scale.code for scale in bank_in("en").scales
    }
    return tuple(
        FormItemRow(
            id=row.id or row.code,
            code=row.code,
            section=row.section,
            section_es=row.section_es or "",
            text=row.text,
            text_es=row.text_es or "",
            kind=row.kind,
            construct=row.construct,
            is_reversed=row.is_reversed,
            choices=tuple(map(str, row.choices)),
            choices_es=tuple(map(str, row.choices_es)),
            low=row.low,
            dont_know=row.dont_know,
            dont_know_es=row.dont_know_es or "",
            scale=scales.get(tuple(str(one) for one in row.choices if one), ""),
            is_banked=row.code in banked,
            is_closing=place >= first_closing,
            protected=find_protected(row, guards),
            flaws=find_flaws(row, banked.get(row.code)),
        )
        for place, row in enumerate(rows)
    )


def _is_reviewed(key: str) -> bool:
    spanish = in_spanish(get_survey(key))
    return spanish is not None and spanish.is_reviewed


def _title_of(begun_from: str) -> str:
    key, _, version = begun_from.rpartition(".v")
    if key not in list_survey_keys() or not version.isdecimal():
        return ""
    return get_survey(key, int(version)).title if int(version) in list_versions("surveys", key) else ""
