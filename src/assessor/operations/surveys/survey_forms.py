"""Survey forms as what a table's columns are matched with, and how their answers are scored."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from assessor.exchange.answers import is_dont_know, normal
from assessor.exchange.item_matches import ItemMatcher, KnownItem
from assessor.exchange.mappings import ColumnMapping, Use
from assessor.exchange.survey_tables import Column, SurveyTable
from assessor.instruments.item_banks import ClosingKind, ItemKind, Option
from assessor.instruments.library import ENGLISH
from assessor.instruments.surveys import (
    ClosingQuestion,
    Survey,
    SurveyItem,
    list_survey_keys,
    list_surveys_in_all_languages,
)
from assessor.terms import Group

STAGE = "STG"
_BETWEEN = re.compile(r"[-.:=)(]")
_CLOSING_USES = {
    ClosingKind.STAGE: Use.SCALE,
    ClosingKind.CHOICE: Use.CHOICE,
    ClosingKind.YES_NO: Use.YES_NO,
    ClosingKind.OPEN: Use.TEXT,
    ClosingKind.MULTIPLE_CHOICE: Use.MULTIPLE_CHOICE,
    ClosingKind.NUMBER: Use.NUMBER,
    ClosingKind.RATING: Use.SCALE,
}
_LEAST_SHARE = 0.5
"""The part of a form's items a table must have for the form to be recognized."""


@dataclass(frozen=True)
class AskedItem:
    """An item or closing question of a form, with the options its answers are scored by.

    `known` is worded as the table asks it; where that is a translation, `english` is the wording to keep.
    `others` are the same item in other languages: their answers are understood as well.
    """

    known: KnownItem
    kind: str
    options: tuple[Option, ...]
    dont_know: str
    position: int
    english: str = ""
    others: tuple["AskedItem", ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The options' labels from the lowest to the highest."""
        return tuple(option.label for option in sorted(self.options, key=lambda option: option.value))

    @property
    def low(self) -> int:
        """The lowest point, 1 where there are no options."""
        return min((option.value for option in self.options), default=1)

    @property
    def high(self) -> int:
        """The highest point."""
        return max((option.value for option in self.options), default=5)

    @cached_property
    def _values(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for option in (option for item in (*self.others, self) for option in item.options):
            words, more = normal(option.label), option.description or option.label
            numbers = [option.name] if option.name else [f"{option.value}", f"{option.value} {words}"]
            for text in (words, more, f"{words}: {more}", *numbers):
                found[normal(text)] = option.value
        return found

    def is_dont_know(self, cell: str) -> bool:
        """Whether a cell is the answer off the scale, in any language of the form or in usual words."""
        labels = (item.dont_know for item in (self, *self.others) if item.dont_know)
        return normal(cell) in map(normal, labels) or is_dont_know(cell)

    @cached_property
    def kept_words(self) -> dict[str, str]:
        """The options' own labels by every way to write an answer, in any language, as `normal` has it."""
        labels = {option.value: option.label for option in self.options}
        return {text: labels[value] for text, value in self._values.items()}

    def value_of(self, cell: str) -> int | None:
        """The point a cell stands for, by label, numeral or both ("3 - Coordinating")."""
        text = normal(cell)
        loose = " ".join(_BETWEEN.sub(" ", text).split())
        return self._values.get(text, self._values.get(loose))


@dataclass(frozen=True)
class FoundForm:
    """A form recognized in a table: how many of its items have a column."""

    key: str
    version: int
    bank: str
    bank_version: int
    group: Group
    title: str
    matched: int
    answered_alike: int
    """How many of those columns hold answers that the form offers."""
    items: int
    is_own: bool = False
    """Whether it is a form of the engagement's own: `key` is its id, and no file holds it."""
    wordings: dict[str, str] = field(default_factory=dict)
    """What it asks, by code."""
    language: str = ENGLISH
    """That in which it was answered, as far as the table tells."""

    @property
    def is_likely(self) -> bool:
        """Whether enough of its items are there to say that this form was used."""
        return self.matched >= _LEAST_SHARE * self.items


def asked_items(survey: Survey) -> tuple[AskedItem, ...]:
    """Everything a form asks, in its order."""
    asked: list[AskedItem] = []
    for section in survey.sections:
        asked += [_asked_item(item, len(asked) + place) for place, item in enumerate(section.items)]
        asked += [_asked_question(one, len(asked) + place) for place, one in enumerate(section.questions)]
    asked += [_asked_question(one, len(asked) + place) for place, one in enumerate(survey.closing)]
    return tuple(asked)


def _asked_item(item: SurveyItem, position: int) -> AskedItem:
    is_yes_no = item.kind is ItemKind.YES_NO
    return AskedItem(
        known=KnownItem(
            item.code,
            item.wording,
            item.construct,
            item.reverse,
            Use.YES_NO if is_yes_no else Use.SCALE,
        ),
        kind="yes_no" if is_yes_no else "scale",
        options=item.scale.options,
        dont_know=item.scale.dont_know,
        position=position,
    )


def _asked_question(question: ClosingQuestion, position: int) -> AskedItem:
    return AskedItem(
        known=KnownItem(question.code, question.wording, use=_CLOSING_USES[question.kind]),
        kind="text" if question.kind is ClosingKind.OPEN else question.kind.value,
        options=question.options,
        dont_know=question.dont_know,
        position=position,
    )


def find_form(
    table: SurveyTable, group: Group | None = None, surveys: Iterable[Survey] | None = None
) -> tuple[tuple[FoundForm, ...], dict[str, AskedItem]]:
    """The forms a table may come from, likeliest first, and the items to match its columns with, by code.

    Where the group is known only its forms are looked at. One table may hold the answers of several groups:
    items of other forms follow those of the likeliest. Nothing is found where no item has a column.
    `surveys` are the forms to look among (`forms.list_surveys`), the library's without them. A form
    is found in the language that fits best; its answers are understood in all of them.
    """
    asked = list_surveys_in_all_languages() if surveys is None else surveys
    matcher = ItemMatcher(table)
    found = [(_found(table, matcher, survey), survey) for survey in asked if group in (None, survey.group)]
    twins: dict[tuple[str, int], list[Survey]] = defaultdict(list)
    for form, survey in found:
        twins[form.key, form.version].append(survey)
    ranked = sorted(((form, survey) for form, survey in found if form.matched), key=_likeliest_first)
    forms: dict[tuple[str, int], FoundForm] = {}
    items: dict[str, AskedItem] = {}
    for form, survey in ranked:
        alike = twins[form.key, form.version]
        if (form.key, form.version) not in forms:
            forms[form.key, form.version] = replace(form, title=alike[0].title, wordings=_wordings(alike[0]))
            for item in _in_all_languages(survey, alike):
                items.setdefault(item.known.code, item)
    return tuple(forms.values()), items


def _likeliest_first(pair: tuple[FoundForm, Survey]) -> tuple[float, ...]:
    form, _ = pair
    return -form.matched, -form.matched / form.items, -form.answered_alike


def _in_all_languages(survey: Survey, alike: Sequence[Survey]) -> Iterable[AskedItem]:
    """What a form asks in the first language it is at hand in, worded as `survey` asks it."""
    read = {item.known.code: item.known for item in asked_items(survey)}
    for item, *others in zip(*map(asked_items, alike), strict=True):
        known = read[item.known.code]
        english = "" if known.wording == item.known.wording else item.known.wording
        yield replace(item, known=known, english=english, others=tuple(others))


def _wordings(survey: Survey) -> dict[str, str]:
    return {item.known.code: item.known.wording for item in asked_items(survey)}


def fit_scores(mapped: ColumnMapping, column: Column, item: AskedItem) -> ColumnMapping:
    """The mapping with each value scored by the options of the form, where they hold all its values."""
    # “None” is no answer in most columns, but may be an answer that the form offers.
    offered = [e.value for e in column.guess.no_answers if normal(e.value) in item.kept_words]
    values = [*(entry.value for entry in column.guess.values), *offered]
    unknowing = tuple(value for value in values if item.is_dont_know(value))
    scored = {value: item.value_of(value) for value in values if value not in unknowing}
    if mapped.use is not Use.SCALE or not item.options or None in scored.values():
        return mapped
    scores = tuple((value, score) for value, score in scored.items() if score is not None)
    dont_knows = tuple(dict.fromkeys((*mapped.dont_knows, *unknowing)))
    missing = tuple(value for value in mapped.no_answers if value not in offered)
    fitted = replace(mapped, scores=scores, dont_knows=dont_knows, no_answers=missing)
    return replace(fitted, low=item.low, high=item.high)


def _found(table: SurveyTable, matcher: ItemMatcher, survey: Survey) -> FoundForm:
    items = {item.known.code: item for item in asked_items(survey)}
    scored = {item.code for item in survey.items} or set(items)
    matches = matcher.best_matches([item.known for item in items.values()]).values()
    found = [match for match in matches if match.code in scored]
    return FoundForm(
        key=survey.key,
        version=survey.version,
        bank=survey.bank,
        bank_version=survey.bank_version,
        group=survey.group,
        title=survey.title,
        matched=len(found),
        answered_alike=sum(_fits(items[match.code], table.columns[match.position]) for match in found),
        items=len(scored),
        is_own=survey.key not in list_survey_keys(),
        language=survey.language,
    )


def _fits(item: AskedItem, column: Column) -> bool:
    """Whether a column's answers are those the form offers: two forms may ask the same codes."""
    values = [entry.value for entry in column.guess.values if not item.is_dont_know(entry.value)]
    return all(item.value_of(value) is not None for value in values)
