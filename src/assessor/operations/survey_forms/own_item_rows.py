"""Rows of questions for forms of one's own: from shipped forms, copied, and with their usual answers."""

from collections.abc import Iterable, Sequence
from typing import Any

from assessor.instruments.forms import Style
from assessor.instruments.item_banks import ClosingKind, ItemBank, Option
from assessor.instruments.surveys import ClosingQuestion, Survey, SurveyItem, get_survey, list_survey_keys
from assessor.model import OwnItem
from assessor.operations.survey_forms.forms import SPANISH, bank_in, shipped_languages
from assessor.operations.survey_forms.own_forms import BETWEEN_LABEL_AND_DESCRIPTION
from assessor.terms import Group

KINDS = ("scale", "rating", "yes_no", "choice", "multiple_choice", "stage", "number", "text")
ANSWERED_BY_CHOICES = frozenset(KINDS) - {"number", "text"}
_COPIED = (
    *("code", "section", "section_es", "text", "text_es", "kind", "construct", "is_reversed"),
    *("choices", "choices_es", "choice_names", "low", "dont_know", "dont_know_es"),
)
_HIGHEST_RATING = 10

Asked = SurveyItem | ClosingQuestion


def rows_of(english: Survey, spanish: Survey | None = None) -> list[OwnItem]:
    """The questions of a shipped form as rows in their order, the closing block last under no heading."""
    rows: list[OwnItem] = []
    for place, section in enumerate(english.sections):
        heading = {
            "section": section.title,
            "section_es": spanish.sections[place].title if spanish else "",
        }
        asked: tuple[Asked, ...] = (*section.items, *section.questions)
        rows += [_row(one, _same(one, spanish), heading) for one in asked]
    rows += [_row(question, _same(question, spanish), {}) for question in english.closing]
    return [_placed(row, position) for position, row in enumerate(rows, start=1)]


def rows_for(group: Group, style: Style) -> list[OwnItem]:
    """Every question of the item bank as worded for a group in a style; none where it has no wording."""
    forms = [get_survey(key) for key in list_survey_keys()]
    found = next((form for form in forms if (form.group, form.style) == (group, style)), None)
    return rows_of(found, in_spanish(found)) if found else []


def in_spanish(survey: Survey) -> Survey | None:
    """A shipped form in Spanish, where it was translated."""
    is_there = SPANISH in shipped_languages(survey.key, survey.version)
    return get_survey(survey.key, survey.version, SPANISH) if is_there else None


def copied_rows(rows: Iterable[OwnItem]) -> list[OwnItem]:
    """The same questions for another form, with the same codes."""
    copies = (OwnItem(**{name: getattr(row, name) for name in _COPIED}) for row in rows)
    return [_placed(copy, position) for position, copy in enumerate(copies, start=1)]


def codes_of(bank: ItemBank) -> frozenset[str]:
    """The codes of the bank's items and closing questions."""
    return frozenset({*(item.code for item in bank.items), *(one.code for one in bank.closing)})


def usual_answers(kind: str) -> dict[str, Any]:
    """The answers a question of a kind offers at first, in both languages."""
    if kind in ("scale", "yes_no"):
        return scale_answers("agree" if kind == "scale" else "yes_no")
    if kind == "stage":
        return _stage_answers()
    if kind == "rating":
        numerals = [str(point) for point in range(_HIGHEST_RATING + 1)]
        return {**_NO_ANSWERS, "choices": numerals, "low": 0}
    return dict(_NO_ANSWERS)


def scale_answers(code: str) -> dict[str, Any]:
    """The answers of a scale of the item bank, in both languages."""
    english, spanish = (
        next(scale for scale in bank_in(language).scales if scale.code == code) for language in ("en", "es")
    )
    choices = _labels(english.options)
    return {
        "choices": choices,
        "choices_es": _translated(choices, _labels(spanish.options)),
        "choice_names": [],
        "low": min(option.value for option in english.options),
        "dont_know": english.dont_know,
        "dont_know_es": spanish.dont_know if spanish.dont_know != english.dont_know else "",
    }


_NO_ANSWERS: dict[str, Any] = {
    "choices": [], "choices_es": [], "choice_names": [], "low": 1, "dont_know": "", "dont_know_es": "",
}  # fmt: skip


def _stage_answers() -> dict[str, Any]:
    english, spanish = (
        next(one for one in bank_in(language).closing if one.kind is ClosingKind.STAGE)
        for language in ("en", "es")
    )
    choices = _labels(english.options, described=True)
    translated = _translated(choices, _labels(spanish.options, described=True))
    return {**_NO_ANSWERS, "choices": choices, "choices_es": translated, "low": 0}


def _row(asked: Asked, spanish: Asked | None, heading: dict[str, str]) -> OwnItem:
    options, dont_know = _answers(asked)
    described = asked.kind is ClosingKind.STAGE
    choices = _labels(options, described=described)
    values = [option.value for option in options] or [1]
    row = OwnItem(
        code=asked.code,
        text=asked.wording,
        kind=_kind(asked, min(values), max(values)),
        construct=asked.construct if isinstance(asked, SurveyItem) else "",
        is_reversed=isinstance(asked, SurveyItem) and asked.reverse,
        choices=choices,
        choice_names=[],
        low=min(values),
        dont_know=dont_know,
        section=heading.get("section", ""),
        section_es=heading.get("section_es", ""),
    )
    other, other_dont_know = _answers(spanish) if spanish else ((), "")
    row.text_es = spanish.wording if spanish and spanish.wording != asked.wording else ""
    row.choices_es = _translated(choices, _labels(other, described=described))
    row.dont_know_es = other_dont_know if other_dont_know != dont_know else ""
    return row


def _answers(asked: Asked) -> tuple[tuple[Option, ...], str]:
    if isinstance(asked, SurveyItem):
        return asked.scale.options, asked.scale.dont_know
    return asked.options, asked.dont_know


def _kind(asked: Asked, low: int, high: int) -> str:
    if isinstance(asked, ClosingQuestion):
        return "text" if asked.kind is ClosingKind.OPEN else asked.kind.value
    if asked.kind.value == "yes_no":
        return "yes_no"
    return "scale" if (low, high) == (1, 5) else "rating"


def _labels(options: Sequence[Option], *, described: bool = False) -> list[str]:
    """Labels by point from the lowest; a point that is not offered has an empty one. Yes comes before no."""
    by_value = {option.value: str(option.label) for option in options}
    if described:
        more = {option.value: option.description for option in options if option.description}
        between = BETWEEN_LABEL_AND_DESCRIPTION
        by_value |= {value: f"{by_value[value]}{between}{text}" for value, text in more.items()}
    if list(by_value) == [1, 0]:
        return list(by_value.values())
    return [by_value.get(point, "") for point in range(min(by_value), max(by_value) + 1)] if by_value else []


def _translated(choices: list[str], spanish: list[str]) -> list[str]:
    return spanish if spanish != choices else []


def _same(asked: Asked, spanish: Survey | None) -> Asked | None:
    every: tuple[Asked, ...] = (*spanish.items, *spanish.questions) if spanish else ()
    return next((one for one in every if one.code == asked.code), None)


def _placed(row: OwnItem, position: int) -> OwnItem:
    row.position = position
    return row
