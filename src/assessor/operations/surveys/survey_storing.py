"""What an arriving table asks and whom: questions and groups, kept inside the change that imports it."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.exchange.answers import normal
from assessor.exchange.mappings import ColumnMapping, Use
from assessor.model import SurveyQuestion, WaveGroup
from assessor.operations.contents import keep_content
from assessor.operations.survey_forms.form_clashes import refuse_clash
from assessor.operations.surveys.survey_answers import without_contacts
from assessor.operations.surveys.survey_arrivals import Arriving
from assessor.operations.surveys.survey_forms import AskedItem, FoundForm
from assessor.operations.surveys.survey_waves import asked_group
from assessor.terms import CannotDo, Group

_FIVE_POINTS = (1, 5)
_MOST_CHOICES = 60
_OWN_QUESTIONS = 1000
"""Where questions that are not the library's stand: after all that are."""


def store_questions(session: Session, wave_id: str, arriving: Arriving) -> None:
    """Add the questions a table answers to its wave, or their wording to those that are there.

    Raises CannotDo where the wave has another question under a code.
    """
    wordings = _wordings(arriving)
    asked = [
        (_question(wave_id, code, arriving, wordings.get(code, {})), groups)
        for code, groups in arriving.codes.items()
    ]
    keep_questions(session, wave_id, asked)


def keep_questions(
    session: Session, wave_id: str, asked: Iterable[tuple[SurveyQuestion, set[Group | None]]]
) -> None:
    """Add questions to a wave, each with the groups that answered it, or what is new of those it has.

    Raises CannotDo where the wave has another question under a code.
    """
    query = select(SurveyQuestion).where(SurveyQuestion.wave_id == wave_id)
    there = {question.code: question for question in session.scalars(query)}
    for question, groups in asked:
        if question.code in there:
            _merge(there[question.code], question, groups)
        else:
            session.add(question)


def store_groups(session: Session, wave_id: str, arriving: Arriving) -> None:
    """Note the groups that answered, and keep a copy of the forms they seem to have filled in."""
    for group in arriving.groups:
        if group is None:
            continue
        row = asked_group(session, wave_id, group)
        form = arriving.form_of(group)
        if form and not _fits(arriving, form, row):
            refuse_clash(session, row, form.key, form.version)
        if form and not row.form_key:
            row.form_key, row.form_version = form.key, form.version
            if form.is_own:
                continue
            keep_content(session, "surveys", form.key, form.version)
            keep_content(session, "item_banks", form.bank, form.bank_version)


def _fits(arriving: Arriving, form: FoundForm, row: WaveGroup) -> bool:
    """Whether a table may as well have come with the form that its group was asked with before."""
    return any(
        other.key == row.form_key
        and (other.matched, other.answered_alike) >= (form.matched, form.answered_alike)
        for other in arriving.found[0]
    )


def question_kind(column: ColumnMapping, item: AskedItem | None) -> str:
    """The kind of a question, as the table SurveyQuestion lists them."""
    if column.use is not Use.SCALE:
        return column.use.value
    if item and item.kind == "stage":
        return "stage"
    return "scale" if (column.low, column.high) == _FIVE_POINTS else "rating"


def _question(wave_id: str, code: str, arriving: Arriving, wordings: dict[str, str]) -> SurveyQuestion:
    column = arriving.columns[code][0]
    item = arriving.item(code)
    kind = question_kind(column, item)
    text = without_contacts(column.wording or code)
    return SurveyQuestion(
        wave_id=wave_id,
        code=code,
        text=text,
        wordings={group: words for group, words in wordings.items() if words != text},
        kind=kind,
        construct=column.construct,
        is_reversed=column.reverse,
        choices=_labels(arriving, code, kind, item),
        low=column.low,
        high=column.high,
        position=item.position if item else _OWN_QUESTIONS + column.position,
    )


def _wordings(arriving: Arriving) -> dict[str, dict[str, str]]:
    """What each group's form says, by code and group, where a table holds several groups."""
    groups = [group for group in arriving.groups if group]
    found: dict[str, dict[str, str]] = {}
    for group in groups if len(groups) > 1 else []:
        form = arriving.form_of(group)
        for code, words in (form.wordings if form else {}).items():
            if group in arriving.codes.get(code, ()):
                found.setdefault(code, {})[group.value] = words
    return found


def _merge(there: SurveyQuestion, arrived: SurveyQuestion, groups: set[Group | None]) -> None:
    """Keep another group's wording, and choices not offered before."""
    same_points = (there.low, there.high) == (arrived.low, arrived.high)
    has_points = there.kind in ("scale", "stage", "rating")
    if there.kind != arrived.kind or (has_points and not same_points):
        raise CannotDo(
            f"{there.code} is another question in this wave: “{there.text}”. "
            "Give the column another code, or bring the table into a new wave."
        )
    texts = {group.value: arrived.wordings.get(group.value, arrived.text) for group in groups if group}
    added = {group: text for group, text in texts.items() if text != there.text}
    if added:
        there.wordings = {**there.wordings, **added}
    if there.kind in ("choice", "multiple_choice"):
        there.choices = list(dict.fromkeys([*there.choices, *arrived.choices]))


def _labels(arriving: Arriving, code: str, kind: str, item: AskedItem | None) -> list[str]:
    """The labels of the points from the lowest, or the choices that were taken, as far as they are known."""
    column = arriving.columns[code][0]
    if kind in ("scale", "rating", "stage"):
        known: dict[int, str] = {o.value: o.label for o in item.options} if item else {}
        for label, score in column.scores:
            known.setdefault(score, label)
        return [known.get(point, str(point)) for point in range(column.low, column.high + 1)]
    if kind == "choice":
        return _choices_taken(arriving, code, item)
    if kind == "multiple_choice":
        options = [each.option for each in arriving.columns[code] if each.option] or list(column.choices)
        return [without_contacts(option) for option in options]
    return []


def _choices_taken(arriving: Arriving, code: str, item: AskedItem | None) -> list[str]:
    labels = choice_labels(item)
    counts = Counter[str]()
    for question in arriving.read.questions:
        for answer, times in zip(question.answers, question.times, strict=True):
            if question.code == code and answer and answer.choices:
                counts[without_contacts(labels.get(normal(answer.text), answer.text))] += times
    taken = [label for label, _ in counts.most_common(_MOST_CHOICES)]
    offered = list(item.labels) if item else []
    return list(dict.fromkeys([*offered, *taken]))


def choice_labels(item: AskedItem | None) -> dict[str, str]:
    """The form's words for a choice, by the words or the number a table has for it."""
    return item.kept_words if item and item.kind == "choice" else {}
