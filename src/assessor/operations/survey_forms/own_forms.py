"""Forms of one's own as forms: their rows put together like a shipped form, in English or Spanish."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.forms import Style
from assessor.instruments.item_banks import ClosingKind, Construct, ItemBank, ItemKind, Option, Scale
from assessor.instruments.library import ENGLISH
from assessor.instruments.records import Text
from assessor.instruments.surveys import ClosingQuestion, Survey, SurveyItem, SurveySection
from assessor.model import OwnItem, OwnSurvey

BETWEEN_LABEL_AND_DESCRIPTION = ": "
"""In the choices of a stage question: “Aware: We know who does what.”"""
_CLOSING_KINDS = {
    "rating": ClosingKind.RATING,
    "stage": ClosingKind.STAGE,
    "yes_no": ClosingKind.YES_NO,
    "choice": ClosingKind.CHOICE,
    "multiple_choice": ClosingKind.MULTIPLE_CHOICE,
    "number": ClosingKind.NUMBER,
    "text": ClosingKind.OPEN,
}


def read_items(session: Session, survey_id: str) -> list[OwnItem]:
    """The questions of a form in their order, within a lookup."""
    query = select(OwnItem).where(OwnItem.survey_id == survey_id)
    return list(session.scalars(query.order_by(OwnItem.position, OwnItem.id)))


def compose_own(
    own: OwnSurvey, items: Sequence[OwnItem], bank: ItemBank, language: str, advice: tuple[str, ...] = ()
) -> Survey:
    """The form as it is read in a language; what was not translated stays English."""
    words = _Words(own, language)
    sections, closing = _parts(items, bank, language)
    asked = {item.construct for section in sections for item in section.items}
    known = {construct.code: construct for construct in bank.constructs}
    scales = [item.scale for section in sections for item in section.items]
    return Survey(
        key=own.id,
        version=own.version,
        language=language,
        bank=bank.key,
        bank_version=bank.version,
        title=words.of("title"),
        group=own.group,
        style=Style(own.style),
        anonymous=own.is_anonymous,
        minutes=own.minutes,
        instruction=words.of("instruction"),
        opening=tuple(words.of("opening").splitlines()),
        advice=advice,
        constructs=tuple(known.get(code, _unknown(code)) for code in sorted(asked) if code),
        scale=scales[0] if scales else bank.scales[0],
        sections=sections,
        closing=closing,
        thanks=words.of("thanks"),
        is_reviewed=language == ENGLISH,
    )


def options_of(item: OwnItem, language: str = ENGLISH) -> tuple[Option, ...]:
    """The answers an item offers, lowest first; a point without a label is not offered (faces: 1, 3, 5)."""
    words = _Words(item, language)
    translated = item.choices_es if words.is_other else []
    labels = [
        str(translated[place]) if place < len(translated) and translated[place] else str(label)
        for place, label in enumerate(item.choices)
    ]
    values = [1, 0] if item.kind == "yes_no" else range(item.low, item.low + len(labels))
    names = [str(name) for name in item.choice_names] or [""] * len(labels)
    split = item.kind == "stage"
    offered = zip(values, labels, names, strict=False)
    return tuple(_option(value, label, name, split=split) for value, label, name in offered if label)


class _Words:
    """The texts of a row in a language: `text_es` where it is Spanish and was translated."""

    def __init__(self, row: OwnSurvey | OwnItem, language: str) -> None:
        self._row = row
        self.is_other = language != ENGLISH

    def of(self, name: str) -> str:
        text: str = getattr(self._row, name)
        other: str = getattr(self._row, f"{name}_es") if self.is_other else ""
        return other or text


def is_scored(item: OwnItem) -> bool:
    """Whether an item stands among a form's statements: on the five points, or yes or no of a construct."""
    return item.kind == "scale" or (item.kind == "yes_no" and bool(item.construct))


def _parts(
    items: Iterable[OwnItem], bank: ItemBank, language: str
) -> tuple[tuple[SurveySection, ...], tuple[ClosingQuestion, ...]]:
    """The sections, and the closing block: what is not scored at the end, under no heading."""
    rows = list(items)
    closing: list[OwnItem] = []
    while rows and not rows[-1].section and not is_scored(rows[-1]):
        closing.insert(0, rows.pop())
    sections: list[SurveySection] = []
    for _, run in groupby(rows, key=lambda row: row.section):
        sections += _cut(list(run), bank, language)
    return tuple(sections), tuple(_closing_question(row, language) for row in closing)


def _cut(rows: list[OwnItem], bank: ItemBank, language: str) -> list[SurveySection]:
    """One heading's rows as sections of items and then questions, as often as the order needs."""
    title, sections = _Words(rows[0], language).of("section"), list[SurveySection]()
    items: list[SurveyItem] = []
    questions: list[ClosingQuestion] = []
    for row in rows:
        if is_scored(row) and questions:
            sections.append(SurveySection(title=title, items=tuple(items), questions=tuple(questions)))
            title, items, questions = "", [], []
        if is_scored(row):
            items.append(_item(row, bank, language))
        else:
            questions.append(_closing_question(row, language))
    sections.append(SurveySection(title=title, items=tuple(items), questions=tuple(questions)))
    return sections


def _item(row: OwnItem, bank: ItemBank, language: str) -> SurveyItem:
    words, options = _Words(row, language), options_of(row, language)
    known = next((scale for scale in bank.scales if _points(scale.options) == _points(options)), None)
    known = None if row.choice_names else known
    own = Scale(code="/".join(option.label for option in options), options=options, dont_know=Text(""))
    return SurveyItem(
        code=row.code,
        construct=row.construct,
        wording=words.of("text"),
        kind=ItemKind.YES_NO if row.kind == "yes_no" else ItemKind.SCALED,
        reverse=row.is_reversed,
        scale=replace(known or own, dont_know=Text(words.of("dont_know"))),
    )


def _points(options: tuple[Option, ...]) -> list[tuple[int, str]]:
    return [(option.value, option.label) for option in options]


def _closing_question(row: OwnItem, language: str) -> ClosingQuestion:
    words = _Words(row, language)
    return ClosingQuestion(
        code=row.code,
        kind=_CLOSING_KINDS[row.kind],
        wording=words.of("text"),
        options=options_of(row, language),
        dont_know=words.of("dont_know"),
    )


def _option(value: int, label: str, name: str, *, split: bool) -> Option:
    short, between, more = label.partition(BETWEEN_LABEL_AND_DESCRIPTION) if split else (label, "", "")
    description = Text(more) if between else None
    return Option(value=value, label=Text(short), description=description, name=name or None)


def _unknown(code: str) -> Construct:
    return Construct(code=code, name=Text(code), definition=Text(code), asked_of=())
