"""Answers of many respondents to many questions as one attachment: a column a question, its values once."""

import json
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

MEDIA_TYPE: Final = "application/x-assessor-answers"
_MAGIC = b"answers1"
_HEAD = struct.Struct("<8sI")
_WIDTHS = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))


@dataclass(frozen=True)
class AnswerColumn:
    """What each respondent answered to one question, in their order: `values[code]` for each of `codes`.

    The first value is None: the question was not answered.
    """

    values: tuple[Any, ...]
    codes: "array[int]"

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, number: int) -> Any:
        return self.values[self.codes[number]]

    def as_list(self) -> list[Any]:
        """The answers one after the other, None where there is none."""
        return list(map(self.values.__getitem__, self.codes))


def column_of(answers: Iterable[Any]) -> AnswerColumn:
    """The column of answers given one by one; None stands for a question not answered."""
    places: dict[str, int] = {"null": 0}
    values: list[Any] = [None]
    codes = array("I")
    for answer in answers:
        key = json.dumps(answer)
        if key not in places:
            places[key] = len(values)
            values.append(answer)
        codes.append(places[key])
    return AnswerColumn(tuple(values), codes)


def pack(columns: Mapping[str, AnswerColumn]) -> bytes:
    """The columns as bytes that are the same for the same answers. Raises ValueError for unlike lengths."""
    if len({len(column) for column in columns.values()}) > 1:
        raise ValueError("every question has as many places as there are respondents")
    head, bodies = [], []
    for name, column in columns.items():
        width = next(kind for kind, most in _WIDTHS if len(column.values) <= most)
        head.append({"code": name, "values": column.values, "width": width, "n": len(column)})
        bodies.append(_little(array(width, column.codes)))
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(_HEAD.pack(_MAGIC, len(text)) + text + b"".join(bodies), 1)


def unpack(content: bytes) -> dict[str, AnswerColumn]:
    """The columns in the bytes of an attachment. Raises ValueError for bytes that hold none."""
    try:
        whole = zlib.decompress(content)
    except zlib.error as error:
        raise ValueError("these bytes hold no answers") from error
    magic, length = _HEAD.unpack_from(whole)
    if magic != _MAGIC:
        raise ValueError("these bytes hold no answers")
    start = _HEAD.size + length
    columns = {}
    for entry in json.loads(whole[_HEAD.size : start]):
        codes = array(entry["width"])
        end = start + entry["n"] * codes.itemsize
        codes.frombytes(whole[start:end])
        if sys.byteorder == "big":
            codes.byteswap()
        columns[entry["code"]] = AnswerColumn(tuple(entry["values"]), codes)
        start = end
    return columns


def pack_rows(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Answers given respondent by respondent, by question code; an absent code is no answer."""
    names = dict.fromkeys(name for row in rows for name in row)
    if not names:
        return pack({})
    return pack({name: column_of(row.get(name) for row in rows) for name in names})


def _little(codes: "array[int]") -> bytes:
    if sys.byteorder == "big":
        codes.byteswap()
    return codes.tobytes()
