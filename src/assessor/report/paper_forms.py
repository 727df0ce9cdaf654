"""Lay out: a survey form for paper as HTML: grids of statements, questions with answers, lines for words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby

from assessor.instruments.forms import Style
from assessor.instruments.item_banks import ClosingKind, ItemKind, Option, Scale
from assessor.instruments.surveys import ClosingQuestion, SurveyItem, SurveySection
from assessor.operations.paper.paper_forms import PaperForm
from assessor.operations.paper.paper_questions import key_of
from assessor.report.templates import open_templates
from assessor.terms import Group

_SHORT = 2
"""Sections of so many statements stay on one page."""
_LONG_LABEL = 14
_MOST_IN_A_ROW = 7
_NUMERAL = 3
_PLACED = (ClosingKind.CHOICE, ClosingKind.MULTIPLE_CHOICE, ClosingKind.YES_NO)


@dataclass(frozen=True)
class Answer:
    """An answer to mark; `key` is what a typist presses for it, printed small in the circle."""

    key: str
    label: str
    description: str = ""


@dataclass(frozen=True)
class Asked:
    """A question or statement with its number on the form.

    `shape` says how it is answered: row, column or faces of marks, squares, box (a number), lines (words).
    """

    number: int
    code: str
    wording: str
    shape: str
    answers: tuple[Answer, ...] = ()
    dont_know: str = ""


@dataclass(frozen=True)
class Body:
    """The statements under a heading of a grid."""

    title: str
    asked: tuple[Asked, ...]

    @property
    def is_short(self) -> bool:
        """Whether it is to stand on one page."""
        return len(self.asked) <= _SHORT


@dataclass(frozen=True)
class Grid:
    """Statements with one circle an answer, in columns under the scale's labels."""

    scale: Scale
    bodies: list[Body] = field(default_factory=list)
    is_grid: bool = True

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The columns."""
        return _by_value(self.scale.options)


@dataclass(frozen=True)
class Block:
    """Questions one below the other, each with its own answers."""

    title: str
    asked: tuple[Asked, ...]
    is_grid: bool = False


def lay_out_paper_form(form: PaperForm) -> str:
    """The form as one HTML page."""
    survey = form.survey
    return (
        open_templates("paper_form")
        .get_template("form.html")
        .render(
            form=form,
            survey=survey,
            words=form.words,
            size=_type_size(form),
            parts=list_parts(form),
            line_count=range(4),
        )
    )


def list_parts(form: PaperForm) -> list[Grid | Block]:
    """The form in its order: grids go on over headings while the scale is the same; numbers run through."""
    numbers = count(1)
    parts: list[Grid | Block] = []
    for section in form.survey.sections:
        for part in _parts_of(section, form, numbers):
            _append(parts, part)
        if section.questions:
            asked = tuple(_question(question, next(numbers)) for question in section.questions)
            parts.append(Block("" if section.items else section.title, asked))
    closing = tuple(_question(question, next(numbers)) for question in form.survey.closing)
    return [*parts, Block(form.words.closing, closing)] if closing else parts


def _type_size(form: PaperForm) -> str:
    if form.survey.group is not Group.STU:
        return "adults"
    return "pictures" if form.survey.style is Style.PICTURE else "students"


def _parts_of(section: SurveySection, form: PaperForm, numbers: Iterator[int]) -> Iterator[Grid | Block]:
    if not section.items:
        return
    if form.survey.style is not Style.STATEMENT:
        shape = "faces" if form.survey.style is Style.PICTURE else ""
        yield Block(section.title, tuple(_item(item, next(numbers), shape) for item in section.items))
        return
    title = section.title
    for scale, items in _runs(section.items, form.survey.scale):
        yield Grid(scale, [Body(title, tuple(_item(item, next(numbers)) for item in items))])
        title = ""


def _runs(items: Sequence[SurveyItem], usual: Scale) -> Iterator[tuple[Scale, list[SurveyItem]]]:
    """Items by the scale they are answered on; a yes or no stands among the others."""
    first = next((item.scale for item in items if item.kind is ItemKind.SCALED), usual)
    last = [first]

    def scale_of(item: SurveyItem) -> str:
        if item.kind is ItemKind.SCALED:
            last[0] = item.scale
        return last[0].code

    for _, run in groupby(items, key=scale_of):
        same = list(run)
        yield next((item.scale for item in same if item.kind is ItemKind.SCALED), first), same


def _append(parts: list[Grid | Block], part: Grid | Block) -> None:
    before = parts[-1] if parts else None
    if isinstance(part, Grid) and isinstance(before, Grid) and before.scale == part.scale:
        before.bodies.extend(part.bodies)
    else:
        parts.append(part)


def _item(item: SurveyItem, number: int, shape: str = "") -> Asked:
    if item.kind is ItemKind.YES_NO:
        return Asked(
            number, item.code, item.wording, "yes_no", _yes_no(item.scale.options), item.scale.dont_know
        )
    answers = _by_value(item.scale.options)
    return Asked(number, item.code, item.wording, shape or "row", answers, item.scale.dont_know)


def _question(question: ClosingQuestion, number: int) -> Asked:
    kind = question.kind
    if kind is ClosingKind.YES_NO:
        answers = _yes_no(question.options)
    elif kind in _PLACED:
        answers = tuple(
            Answer(key_of(place), option.label, option.description or "")
            for place, option in enumerate(question.options, 1)
        )
    else:
        answers = _by_value(question.options)
    shape = _shape(kind, answers)
    return Asked(number, question.code, question.wording, shape, answers, question.dont_know)


def _shape(kind: ClosingKind, answers: tuple[Answer, ...]) -> str:
    if kind is ClosingKind.OPEN:
        return "lines"
    if kind is ClosingKind.NUMBER:
        return "box"
    if kind is ClosingKind.MULTIPLE_CHOICE:
        return "squares"
    many = len(answers) > _MOST_IN_A_ROW and any(len(answer.label) > _NUMERAL for answer in answers)
    wide = many or any(answer.description for answer in answers)
    long = sum(len(answer.label) > _LONG_LABEL for answer in answers) > len(answers) / 2
    return "column" if kind is ClosingKind.STAGE or wide or long else "row"


def _by_value(options: tuple[Option, ...]) -> tuple[Answer, ...]:
    return tuple(Answer(str(option.value), option.label, option.description or "") for option in options)


def _yes_no(options: tuple[Option, ...]) -> tuple[Answer, ...]:
    """Yes is typed as 1, no as 2."""
    return tuple(
        Answer("1" if option.value else "2", option.label)
        for option in sorted(options, key=lambda option: -option.value)
    )
