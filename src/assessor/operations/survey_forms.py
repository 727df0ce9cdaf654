"""Survey forms as what a table's columns are matched with, and how their answers are scored."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from assessor.exchange.answers import is_dont_know, normal
from assessor.exchange.item_matches import KnownItem, best_matches
from assessor.exchange.mappings import ColumnMapping, Use
from assessor.exchange.survey_tables import Column, SurveyTable
from assessor.instruments.item_banks import ClosingKind, ItemKind, Option
from assessor.instruments.surveys import ClosingQuestion, Survey, SurveyItem, get_survey, list_survey_keys
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
    """An item or closing question of a form, with the options its answers are scored by."""

    known: KnownItem
    kind: str
    options: tuple[Option, ...]
    dont_know: str
    position: int

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
        for option in self.options:
            words, more = normal(option.label), option.description or option.label
            for text in (words, f"{option.value}", f"{option.value} {words}", more, f"{words}: {more}"):
                found[normal(text)] = option.value
        return found

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
    `surveys` are the forms to look among (operations.forms.list_surveys), the library's without them.
    """
    surveys = [get_survey(key) for key in list_survey_keys()] if surveys is None else surveys
    ranked = sorted(
        ((_found(table, survey), survey) for survey in surveys if group in (None, survey.group)),
        key=lambda pair: (-pair[0].matched, -pair[0].matched / pair[0].items, -pair[0].answered_alike),
    )
    ranked = [(form, survey) for form, survey in ranked if form.matched]
    items: dict[str, AskedItem] = {}
    for _, survey in ranked:
        for item in asked_items(survey):
            items.setdefault(item.known.code, item)
    return tuple(form for form, _ in ranked), items


def fit_scores(mapped: ColumnMapping, column: Column, item: AskedItem) -> ColumnMapping:
    """The mapping with each value scored by the options of the form, where they hold all its values."""
    values = [entry.value for entry in column.guess.values]
    unknowing = tuple(v for v in values if normal(v) == normal(item.dont_know) or is_dont_know(v))
    scored = {value: item.value_of(value) for value in values if value not in unknowing}
    if mapped.use is not Use.SCALE or not item.options or None in scored.values():
        return mapped
    scores = tuple((value, score) for value, score in scored.items() if score is not None)
    dont_knows = tuple(dict.fromkeys((*mapped.dont_knows, *unknowing)))
    return replace(mapped, low=item.low, high=item.high, scores=scores, dont_knows=dont_knows)


def _found(table: SurveyTable, survey: Survey) -> FoundForm:
    items = {item.known.code: item for item in asked_items(survey)}
    scored = {item.code for item in survey.items} or set(items)
    matches = best_matches(table, [item.known for item in items.values()]).values()
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
        wordings={code: item.known.wording for code, item in items.items()},
    )


def _fits(item: AskedItem, column: Column) -> bool:
    """Whether a column's answers are those the form offers: two forms may ask the same codes."""
    values = [entry.value for entry in column.guess.values if not is_dont_know(entry.value)]
    return all(item.value_of(value) is not None for value in values)
