"""A form's rows as an XLSForm, and its questions as rows again: nothing of ours is lost between."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assessor.exchange.xlsform_kinds import choice_kind, is_off_scale, plain_kind
from assessor.exchange.xlsforms import XlsChoice, XlsForm, XlsQuestion
from assessor.instruments.forms import Style
from assessor.model import OwnItem, OwnSurvey
from assessor.operations.own_item_rows import KINDS
from assessor.terms import Group

_DONT_KNOW = "DK"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TYPES = {"number": "decimal", "text": "text"}
_LANGUAGES = ("en", "es")
_YES_NO = ("1", "0")
_HEAD = ("group", "style", "begun_from", "minutes", "is_anonymous", "title_es")
_NOTES = ("opening", "instruction", "thanks")
_MOST_POINTS = 100

Offered = list[XlsChoice | None]


def as_xlsform(own: OwnSurvey, items: Sequence[OwnItem]) -> XlsForm:
    """The form with its questions, its texts as notes, and all that is ours in columns of ours."""
    return XlsForm(
        title=own.title,
        form_id=f"assessor_{re.sub('[^A-Za-z0-9_]', '_', own.id)}",
        version=str(own.version),
        language="en",
        questions=tuple(_question(item, _list_names(items)) for item in items),
        notes=tuple(_notes(own)),
        ours={name: _text(getattr(own, name)) for name in _HEAD},
    )


def languages_of(own: OwnSurvey, items: Sequence[OwnItem]) -> tuple[str, ...]:
    """English, and Spanish where any of it was translated."""
    has_spanish = bool(own.title_es) or any(item.text_es for item in items)
    return _LANGUAGES if has_spanish else _LANGUAGES[:1]


def own_survey_of(form: XlsForm, title: str, group: Group) -> OwnSurvey:
    """The head of a form; `title` and `group` where the file says neither."""
    ours = form.ours
    style = ours.get("style", "")
    texts = {name: [note for note in form.notes if note.ours.get("kind") == name] for name in _NOTES}
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


def _question(item: OwnItem, list_names: Mapping[str, str]) -> XlsQuestion:
    list_name = list_names.get(item.code, "")
    kind = "select_multiple" if item.kind == "multiple_choice" else "select_one"
    is_scale = item.kind in ("scale", "rating")
    return XlsQuestion(
        name=_valid(item.code),
        path="",
        type=f"{kind} {list_name}" if list_name else _TYPES.get(item.kind, "text"),
        labels=_both(item.text or item.code, item.text_es),
        heading=_both(item.section, item.section_es) if item.section else {},
        list_name=list_name,
        choices=_choices(item) if list_name else (),
        appearance="likert" if is_scale else "multiline" if item.kind == "text" else "",
        ours={
            "kind": item.kind,
            "code": item.code,
            "construct": item.construct,
            "reverse": _text(item.is_reversed),
            "low": str(item.low),
        },
    )


def _list_names(items: Sequence[OwnItem]) -> dict[str, str]:
    """The list of choices of each question that has any; those with the same choices share one."""
    lists: list[tuple[tuple[XlsChoice, ...], str]] = []
    names: dict[str, str] = {}
    for item in items:
        choices = _choices(item)
        if not choices:
            continue
        known = next((name for there, name in lists if there == choices), "")
        names[item.code] = known or f"{_valid(item.code)}_choices"
        if not known:
            lists.append((choices, names[item.code]))
    return names


def _choices(item: OwnItem) -> tuple[XlsChoice, ...]:
    """The choices by the number each answer is kept as, the one off the scale last."""
    spanish = [str(one) for one in item.choices_es]
    found = [
        XlsChoice(
            _choice_name(item, place),
            _both(str(label), spanish[place] if place < len(spanish) else ""),
        )
        for place, label in enumerate(item.choices)
        if label
    ]
    if found and item.dont_know:
        found.append(XlsChoice(_DONT_KNOW, _both(item.dont_know, item.dont_know_es)))
    return tuple(found)


def _choice_name(item: OwnItem, place: int) -> str:
    """What a table is to have for a choice: its name where the form was made elsewhere, else its number."""
    if item.choice_names:
        return str(item.choice_names[place])
    return str(1 - place if item.kind == "yes_no" else item.low + place)


def _notes(own: OwnSurvey) -> Iterator[XlsQuestion]:
    for name in _NOTES:
        english, spanish = getattr(own, name).splitlines(), getattr(own, f"{name}_es").splitlines()
        for number, paragraph in enumerate(english, start=1):
            translated = spanish[number - 1] if number <= len(spanish) else ""
            yield XlsQuestion(
                name=f"assessor_{name}_{number}",
                path="",
                type="note",
                labels=_both(paragraph, translated),
                ours={"kind": name},
            )


def _item(form: XlsForm, question: XlsQuestion, position: int) -> OwnItem:
    ours = question.ours
    offered = [one for one in question.choices if not is_off_scale(one.name, form.label(one.labels, "en"))]
    off_scale = [one for one in question.choices if one not in offered] if len(offered) > 1 else []
    offered = offered if len(offered) > 1 else list(question.choices)
    kind, points, low = _answers(form, question, offered)
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
    """The names of the choices; none where they are only the numbers we would give them ourselves."""
    names = [one.name if one else "" for one in points]
    numbers = ["1", "0"] if kind == "yes_no" else [str(low + place) for place in range(len(points))]
    ours = all(name in ("", number) for name, number in zip(names, numbers, strict=False))
    return [] if ours else names


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


def _both(english: str, spanish: str) -> dict[str, str]:
    return {"en": english, **({"es": spanish} if spanish else {})}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _valid(code: str) -> str:
    """The code as a name an XLSForm may use."""
    name = re.sub(r"[^A-Za-z0-9_]", "_", code)
    return name if _NAME.fullmatch(name) else f"q_{name}"
