"""A form's rows as an XLSForm: nothing of ours is lost, what others do not know stands in columns of ours."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assessor.exchange.xlsforms import XlsChoice, XlsForm, XlsQuestion
from assessor.model import OwnItem, OwnSurvey

_DONT_KNOW = "DK"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TYPES = {"number": "decimal", "text": "text"}
_LANGUAGES = ("en", "es")
_YES_NO = ("1", "0")
_HEAD = ("group", "style", "begun_from", "minutes", "is_anonymous", "title_es")
NOTES = ("opening", "instruction", "thanks")


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
    for name in NOTES:
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
