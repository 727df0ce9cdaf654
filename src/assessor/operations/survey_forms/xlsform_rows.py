"""An XLSForm's questions as rows of a form: ours come back whole, those of others as what they are to us."""

from collections.abc import Mapping, Sequence

from assessor.exchange.xlsform_kinds import choice_kind, is_off_scale, plain_kind
from assessor.exchange.xlsforms import XlsChoice, XlsForm, XlsQuestion
from assessor.instruments.forms import Style
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.survey_forms.form_xlsforms import NOTES
from assessor.operations.survey_forms.own_item_rows import KINDS
from assessor.terms import Group

_MOST_POINTS = 100
_FIVE_POINTS = (1, 5)

Offered = list[XlsChoice | None]


def own_survey_of(form: XlsForm, title: str, group: Group) -> OwnSurvey:
    """The head of a form; `title` and `group` where the file says neither."""
    ours = form.ours
    style = ours.get("style", "")
    texts = {name: [note for note in form.notes if note.ours.get("kind") == name] for name in NOTES}
    return OwnSurvey(
        title=form.title or title,
        title_es=ours.get("title_es", ""),
        group=group_of(form) or group,
        style=style if style in set(Style) else Style.STATEMENT.value,
        version=int(form.version) if ours and form.version.isdecimal() else 1,
        begun_from=ours.get("begun_from", ""),
        is_anonymous=ours.get("is_anonymous", "yes") != "no",
        minutes=int(ours["minutes"]) if ours.get("minutes", "").isdecimal() else 10,
        **{name: _joined(form, notes, "en") for name, notes in texts.items()},
        **{f"{name}_es": _joined(form, notes, "es") for name, notes in texts.items()},
    )


def group_of(form: XlsForm) -> Group | None:
    """The group a form of ours asks; None where the file does not say."""
    told = form.ours.get("group", "")
    return Group(told) if told in set(Group) else None


def items_of(form: XlsForm) -> list[OwnItem]:
    """The questions as rows in their order."""
    return [_item(form, question, place) for place, question in enumerate(form.questions, start=1)]


def _item(form: XlsForm, question: XlsQuestion, position: int) -> OwnItem:
    ours = question.ours
    offered = [one for one in question.choices if not is_off_scale(one.name, form.label(one.labels, "en"))]
    off_scale = [one for one in question.choices if one not in offered] if len(offered) > 1 else []
    offered = offered if len(offered) > 1 else list(question.choices)
    kind, points, low = _answers(form, question, offered)
    if kind == "scale" and (low, len(points)) != _FIVE_POINTS:
        kind = "rating"
    text = form.label(question.labels, "en")
    code = ours.get("code") or question.name
    return OwnItem(
        position=position,
        code=code,
        section=form.label(question.heading, "en"),
        section_es=_spanish(form, question.heading),
        text="" if ours and text == code else text,
        text_es=_spanish(form, question.labels),
        kind=kind,
        construct=ours.get("construct", ""),
        is_reversed=ours.get("reverse") == "yes",
        choices=[form.label(one.labels, "en") if one else "" for one in points],
        choices_es=_all_spanish(form, points),
        choice_names=_names(kind, points, low),
        low=low,
        dont_know=form.label(off_scale[0].labels, "en") if off_scale else "",
        dont_know_es=_spanish(form, off_scale[0].labels) if off_scale else "",
    )


def _answers(form: XlsForm, question: XlsQuestion, offered: Sequence[XlsChoice]) -> tuple[str, Offered, int]:
    """The kind of a question, its choices by point from the lowest (None: not offered), and the lowest."""
    told = question.ours.get("kind", "")
    if told in KINDS:
        values = {int(one.name): one for one in offered if one.name.isdecimal()}
        if len(values) < len(offered) or not values or max(values) - min(values) > _MOST_POINTS:
            return told, list(offered), _whole(question.ours.get("low", ""))
        if told == "yes_no":
            return told, [values[point] for point in (1, 0) if point in values], 0
        return told, [values.get(point) for point in range(min(values), max(values) + 1)], min(values)
    if not question.list_name:
        return plain_kind(question.type), [], 1
    if question.is_multiple:
        return "multiple_choice", list(offered), 1
    labels = [form.label(one.labels, "en") for one in offered]
    kind, points = choice_kind([one.name for one in offered], labels, question.appearance)
    if not points:
        return kind, list(offered), 1
    by_point = dict(zip(points, offered, strict=True))
    if kind == "yes_no":
        return kind, [by_point[1], by_point[0]], 0
    return kind, [by_point.get(point) for point in range(min(points), max(points) + 1)], min(points)


def _names(kind: str, points: Offered, low: int) -> list[str]:
    """The names of the choices; none where they are the numbers we would give, or do not tell them apart."""
    names = [one.name if one else "" for one in points]
    numbers = ["1", "0"] if kind == "yes_no" else [str(low + place) for place in range(len(points))]
    ours = all(name in ("", number) for name, number in zip(names, numbers, strict=False))
    return [] if ours or len(set(names)) < len(names) else names


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 1


def _all_spanish(form: XlsForm, offered: Offered) -> list[str]:
    """The Spanish choices where any was translated; one that was not stays in English."""
    spanish = [_spanish(form, one.labels) if one else "" for one in offered]
    if not any(spanish):
        return []
    english = [form.label(one.labels, "en") if one else "" for one in offered]
    return [one or other for one, other in zip(spanish, english, strict=True)]


def _spanish(form: XlsForm, labels: Mapping[str, str]) -> str:
    """The Spanish label; none where it only repeats what is shown instead."""
    spanish = labels.get("es", "")
    return "" if spanish == form.label(labels, "en") else spanish


def _joined(form: XlsForm, notes: Sequence[XlsQuestion], language: str) -> str:
    lines = [
        form.label(note.labels, "en") if language == "en" else _spanish(form, note.labels) for note in notes
    ]
    return "\n".join(lines) if any(lines) else ""
