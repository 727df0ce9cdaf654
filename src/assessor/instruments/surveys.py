"""Surveys: the five forms and their variants, put together from a form file and its item bank."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.forms import Form, Style
from assessor.instruments.item_banks import (
    Closing,
    ClosingKind,
    Construct,
    Item,
    ItemBank,
    ItemKind,
    Option,
    Scale,
    get_item_bank,
)
from assessor.instruments.library import ENGLISH, list_keys, list_languages, read
from assessor.instruments.parsing import parse
from assessor.terms import Group

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class SurveyItem:
    """An item as this form asks it."""

    code: str
    construct: str
    wording: str
    kind: ItemKind
    reverse: bool
    scale: Scale


@dataclass(frozen=True, kw_only=True)
class ClosingQuestion:
    """A question that is not scored, as this form asks it: in the closing block, in one's own anywhere."""

    code: str
    kind: ClosingKind
    wording: str
    options: tuple[Option, ...]
    dont_know: str = ""
    """The label of the answer off the scale; empty where none is offered."""


@dataclass(frozen=True, kw_only=True)
class SurveySection:
    """A heading of the form with its items, and what is asked after them unscored: only in one's own forms.

    A section without a title goes on under the heading before it.
    """

    title: str
    items: tuple[SurveyItem, ...]
    questions: tuple[ClosingQuestion, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Survey:
    """A form ready to print, to fill in and to score."""

    key: str
    version: int
    language: str
    bank: str
    bank_version: int
    title: str
    group: Group
    style: Style
    anonymous: bool
    minutes: int
    instruction: str
    opening: tuple[str, ...]
    advice: tuple[str, ...]
    constructs: tuple[Construct, ...]
    scale: Scale
    sections: tuple[SurveySection, ...]
    closing: tuple[ClosingQuestion, ...]
    thanks: str
    is_reviewed: bool = True
    """False in a language that no native speaker has checked yet: screens and drafts say so."""

    @property
    def items(self) -> tuple[SurveyItem, ...]:
        """All items in the order of the form."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def questions(self) -> tuple[ClosingQuestion, ...]:
        """All that is not scored, in the order of the form."""
        return (*(question for section in self.sections for question in section.questions), *self.closing)

    def list_items(self, construct: str) -> tuple[SurveyItem, ...]:
        """The items of one construct, in the order of the form."""
        return tuple(item for item in self.items if item.construct == construct)

    def get_item(self, code: str) -> SurveyItem:
        """The item of a code; KeyError when the form does not ask it."""
        for item in self.items:
            if item.code == code:
                return item
        raise KeyError(code)


def list_survey_keys(root: Path | None = None) -> tuple[str, ...]:
    """The keys of the shipped forms."""
    return list_keys("surveys", root)


def get_survey(
    key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> Survey:
    """A form with its items, the newest version unless one is named."""
    form = read(Form, "surveys", key, version, language, root)
    return compose_survey(form, get_item_bank(form.bank, form.bank_version, language, root))


def list_surveys_in_all_languages(root: Path | None = None) -> tuple[Survey, ...]:
    """The newest of every shipped form in every language that it and its bank stand in, English first."""
    return tuple(
        get_survey(key, language=language, root=root)
        for key in list_survey_keys(root)
        for language in list_survey_languages(key, root=root)
    )


def list_survey_languages(key: str, version: int | None = None, root: Path | None = None) -> tuple[str, ...]:
    """The languages in which a form and its item bank both stand, English first."""
    form = read(Form, "surveys", key, version, ENGLISH, root)
    of_bank = list_languages("item_banks", form.bank, form.bank_version, root)
    return tuple(one for one in list_languages("surveys", key, form.version, root) if one in of_bank)


def parse_survey(form_text: str, bank_text: str, *, key: str, version: int) -> Survey:
    """A form from the copies an engagement kept: the form's text and its bank's."""
    name = f"the kept copy of {key}.v{version}.toml"
    form = parse(Form, form_text, key=key, version=version, name=name)
    name = f"the kept copy of {form.bank}.v{form.bank_version}.toml"
    bank = parse(ItemBank, bank_text, key=form.bank, version=form.bank_version, name=name)
    return compose_survey(form, bank)


def compose_survey(form: Form, bank: ItemBank) -> Survey:
    """The form's codes replaced by the bank's items, as worded for the form's group and style."""
    scales = {scale.code: scale for scale in bank.scales}
    items = {item.code: item for item in bank.items}
    closing = {question.code: question for question in bank.closing}
    sections = tuple(
        SurveySection(
            title=section.title,
            items=tuple(_compose_item(form, _found(form, code, items), scales) for code in section.items),
        )
        for section in form.sections
    )
    asked = {item.construct for section in sections for item in section.items}
    return Survey(
        key=form.key,
        version=form.version,
        language=form.language,
        bank=bank.key,
        bank_version=bank.version,
        title=form.title,
        group=form.group,
        style=form.style,
        anonymous=form.anonymous,
        minutes=form.minutes,
        instruction=form.instruction,
        opening=form.opening,
        advice=form.advice,
        constructs=tuple(construct for construct in bank.constructs if construct.code in asked),
        scale=_found(form, form.scale, scales),
        sections=sections,
        closing=tuple(_compose_closing(form, _found(form, code, closing)) for code in form.closing),
        thanks=form.thanks,
        is_reviewed=form.is_reviewed and bank.is_reviewed,
    )


def _compose_item(form: Form, item: Item, scales: dict[str, Scale]) -> SurveyItem:
    wording: str | None = item.statement.get(form.group)
    scale = form.scale
    if item.kind is ItemKind.YES_NO:
        scale = "yes_no"
    elif form.style is Style.QUESTION:
        wording, scale = item.question, item.question_scale or form.scale
    elif form.style is Style.PICTURE:
        wording = item.picture
    if wording is None:
        raise _broken(form, f"{item.code} has no {form.style} wording for {form.group}")
    return SurveyItem(
        code=item.code,
        construct=item.construct,
        wording=wording,
        kind=item.kind,
        reverse=item.reverse,
        scale=_found(form, scale, scales),
    )


def _compose_closing(form: Form, question: Closing) -> ClosingQuestion:
    wording = question.wording.get(form.group)
    if wording is None:
        raise _broken(form, f"{question.code} has no wording for {form.group}")
    return ClosingQuestion(code=question.code, kind=question.kind, wording=wording, options=question.options)


def _found(form: Form, code: str, known: dict[str, T]) -> T:
    if code not in known:
        raise _broken(form, f"{form.bank}.v{form.bank_version}.toml has no {code}")
    return known[code]


def _broken(form: Form, complaint: str) -> BrokenInstrument:
    return BrokenInstrument(f"surveys/{form.key}.v{form.version}.toml: {complaint}. Correct the file.")
