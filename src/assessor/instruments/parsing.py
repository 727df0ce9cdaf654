"""TOML text to one checked record: strict types, no unknown entry, no code twice, no empty or dirty text."""

import json
import tomllib
import unicodedata
from collections.abc import Hashable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.records import Instrument

if TYPE_CHECKING:
    from pydantic import TypeAdapter

I = TypeVar("I", bound=Instrument)  # noqa: E741  the usual letter for an instrument reads best here
Place = tuple[str | int, ...]
NOT_FOR_THE_FILE = {
    "key": "its name already says",
    "version": "its name already says",
    "language": "its name already says",
    "is_reviewed": "only a translation is asked",
}


def parse(record: type[I], text: str, *, key: str, version: int, name: str) -> I:
    """Read one English file's text as a `record`; `name` is the file as errors should call it.

    Raises BrokenInstrument with one sentence: file, place, complaint. The same text is read once: records
    are frozen, and a screen asks for the same library with every row.
    """
    return cast("I", _parsed(cast("Hashable", record), text, key, version, name))


@lru_cache(maxsize=64)
def _parsed(record: Any, text: str, key: str, version: int, name: str) -> Any:
    data = parse_toml(text, name)
    for entry, why in NOT_FOR_THE_FILE.items():
        if entry in data:
            raise BrokenInstrument(f"{name} sets “{entry}”, which {why}. Remove that line.")
    refuse_dirt(data, name)
    return _validate(record, data | {"key": key, "version": version}, name)


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """The tables of a TOML text, or BrokenInstrument naming the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenInstrument(f"{name} is not valid TOML: {error}. Correct that line.") from error


def _validate(record: type[I], data: dict[str, Any], name: str) -> I:
    from pydantic import ValidationError

    adapter = _adapter(cast("Hashable", record))
    try:
        # JSON mode keeps strictness while lists become tuples and words become enum members and dates.
        return adapter.validate_json(json.dumps(data, default=str), strict=True)  # type: ignore[no-any-return]
    except ValidationError as error:
        first = error.errors()[0]
        complaint = first["msg"].removeprefix("Value error, ").removesuffix(".")
        raise BrokenInstrument(
            f"{name}, at {describe_place(first['loc'], data)}: {complaint}. Correct the file."
        ) from error


@lru_cache(maxsize=64)
def _adapter(record: Hashable) -> "TypeAdapter[Any]":
    """The checker of one record class: kept, because building it costs 20 ms."""
    from pydantic import TypeAdapter

    checked: Any = record
    return TypeAdapter(checked)


def refuse_dirt(data: dict[str, Any], name: str) -> None:
    """Refuse a text that is empty, padded or holds an invisible sign, and a code that stands twice."""
    for place, value in _walk(data):
        if isinstance(value, str):
            _refuse_dirty_text(value, place, data, name)
        elif isinstance(value, list):
            _refuse_repeated_codes(value, place, data, name)


def _refuse_dirty_text(value: str, place: Place, data: dict[str, Any], name: str) -> None:
    if not value.strip() or value != value.strip():
        raise BrokenInstrument(
            f"{name}, at {describe_place(place, data)}: the text is empty or padded. Correct the file."
        )
    if any(unicodedata.category(sign) in ("Cc", "Cf") for sign in value):
        raise BrokenInstrument(
            f"{name}, at {describe_place(place, data)}: the text holds an invisible character. Remove it."
        )


def _refuse_repeated_codes(value: list[Any], place: Place, data: dict[str, Any], name: str) -> None:
    codes = [entry["code"] for entry in value if isinstance(entry, dict) and "code" in entry]
    twice = sorted({str(code) for code in codes if codes.count(code) > 1})
    if twice:
        raise BrokenInstrument(
            f"{name}, at {describe_place(place, data)}: {', '.join(twice)} stands there twice. Keep one."
        )


def _walk(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    yield place, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, (*place, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, (*place, number))


def describe_place(place: Place, data: Any) -> str:
    """A place a person can find: `criteria A4 › weight` rather than a list index."""
    words: list[str] = []
    for step in place:
        inner = data[step] if _has(data, step) else None
        if isinstance(step, int):
            code = inner.get("code") if isinstance(inner, dict) else None
            words[-1:] = [f"{words[-1]} {code or step + 1}"] if words else [str(code or step + 1)]
        else:
            words.append(step)
        data = inner
    return " › ".join(words) or "the top of the file"


def _has(data: Any, step: str | int) -> bool:
    if isinstance(step, int):
        return isinstance(data, list) and step < len(data)
    return isinstance(data, dict) and step in data
