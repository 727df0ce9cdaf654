"""Another language laid over an English instrument: each text has a path; a translation is path to words."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.records import Instrument, Record, Text

I = TypeVar("I", bound=Instrument)  # noqa: E741  the usual letter for an instrument reads best here
Change = Callable[[str, str], str]
REVIEW = {"reviewed": bool, "reviewed_by": str, "reviewed_on": date}
"""What a translation file says of itself, besides its texts."""


def list_texts(record: Record) -> dict[str, str]:
    """Every text of the record by its path, as in `criteria.A1.title` or `questions.S1.probes.2`."""
    found: dict[str, str] = {}

    def note(path: str, text: str) -> str:
        found[path] = text
        return text

    _change_record(record, "", note)
    return found


def translate(instrument: I, data: Mapping[str, Any], *, language: str, name: str) -> I:
    """The instrument with the texts of a translation file; what the file leaves out stays English.

    Raises BrokenInstrument when a line of the file translates nothing that is in the instrument, or when the
    file does not say whether a native speaker reviewed it.
    """
    is_reviewed = _read_review(data, name)
    words = _list_words(data, name)
    strangers = sorted(set(words) - set(list_texts(instrument)))
    if strangers:
        raise BrokenInstrument(
            f"{name}: {strangers[0]} is no text of {instrument.key}.v{instrument.version}.toml. "
            "Correct the path or remove the line."
        )
    translated = _change_record(instrument, "", words.get)
    return cast("I", replace(translated, language=language, is_reviewed=is_reviewed))


def list_untranslated(instrument: Instrument, data: Mapping[str, Any], *, name: str) -> tuple[str, ...]:
    """The paths a translation file does not cover yet."""
    return tuple(sorted(set(list_texts(instrument)) - set(_list_words(data, name))))


def _read_review(data: Mapping[str, Any], name: str) -> bool:
    """Whether the file is reviewed: then it says by whom and when, otherwise neither."""
    reviewed = data.get("reviewed")
    signed = [entry in data for entry in ("reviewed_by", "reviewed_on")]
    right_kinds = all(isinstance(data[entry], kind) for entry, kind in REVIEW.items() if entry in data)
    if reviewed is None or not right_kinds:
        raise BrokenInstrument(
            f"{name} does not say whether a native speaker reviewed it. Write reviewed = false, "
            "or reviewed = true with reviewed_by and reviewed_on (a date)."
        )
    if signed != [reviewed, reviewed]:
        raise BrokenInstrument(
            f"{name}: reviewed_by and reviewed_on belong to reviewed = true, both of them, "
            "and not to reviewed = false. Correct those lines."
        )
    return bool(reviewed)


def _list_words(data: Mapping[str, Any], name: str) -> dict[str, str]:
    return _flatten({key: value for key, value in data.items() if key not in REVIEW}, "", name)


def _flatten(data: Mapping[str, Any], path: str, name: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for key, value in data.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, list):
            words |= _flatten({str(number): inner for number, inner in enumerate(value, 1)}, here, name)
        elif isinstance(value, Mapping):
            words |= _flatten(value, here, name)
        elif isinstance(value, str) and value.strip():
            words[here] = value
        else:
            raise BrokenInstrument(f"{name}: {here} is not a text. A translation holds only texts.")
    return words


def _change_record(record: Any, path: str, change: Change) -> Any:
    hints = get_type_hints(type(record))
    parts = {
        part.name: _change(getattr(record, part.name), hints[part.name], f"{path}{part.name}", change)
        for part in fields(record)
    }
    return replace(record, **parts)


def _change(value: Any, hint: Any, path: str, change: Change) -> Any:
    if isinstance(value, str):
        return Text(change(path, value)) if _is_text(hint) else value
    if is_dataclass(value):
        return _change_record(value, f"{path}.", change)
    if isinstance(value, tuple):
        inner = get_args(hint)[0]
        return tuple(
            _change(part, inner, f"{path}.{getattr(part, 'code', number)}", change)
            for number, part in enumerate(value, 1)
        )
    if isinstance(value, Mapping):
        inner = get_args(hint)[1]
        return {key: _change(part, inner, f"{path}.{key}", change) for key, part in value.items()}
    return value


def _is_text(hint: Any) -> bool:
    return hint is Text or (get_origin(hint) is not tuple and Text in get_args(hint))
