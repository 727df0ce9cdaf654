"""Bytes of a text file to text: encoding found by mark, strict UTF-8, then Windows-1252, or as told."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from assessor.exchange.signatures import why_not_text
from assessor.exchange.unreadable import UnreadableFile

ENCODINGS = ("utf-8", "cp1252", "mac-roman", "utf-16", "latin-1", "cp437")
"""The encodings a person may choose from, likeliest first."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_MARK = ("utf-16-le", "utf-16-be")
_KNOWN = frozenset((*ENCODINGS, *_WITHOUT_MARK)) | {encoding for _, encoding in _MARKS}
_EXPORT_AGAIN = "export it again as UTF-8 text"
_PIECE = 1 << 20
_SAMPLE, _OFTEN, _SELDOM = 400, 0.4, 0.05
_DIRECTION_MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


_HIDDEN = {
    **dict.fromkeys((*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20), *range(0x7F, 0xA0)), " "),
    **dict.fromkeys((0x85, 0x2028, 0x2029), "\n"),
    **dict.fromkeys(map(ord, _DIRECTION_MARKS + "\ufeff"), None),
}


@dataclass(frozen=True)
class DecodedText:
    """Text without its byte-order mark, line ends as in the file, and the encoding it was read with."""

    text: str
    encoding: str


def decode_text(data: bytes, name: str, encoding: str | None = None) -> DecodedText:
    """The text of a file; raises UnreadableFile where it is empty, binary or not in `encoding`."""
    if not data:
        raise UnreadableFile(name, "it is empty", "choose the file that holds the text")
    if foreign := why_not_text(data):
        raise UnreadableFile(name, *foreign)
    decoded = _decode_as(data, name, encoding) if encoding else _decode_by_trial(data, name)
    nul = decoded.text.find("\0")
    if nul >= 0:
        line = decoded.text.count("\n", 0, nul) + 1
        raise UnreadableFile(name, f"line {line} holds a NUL byte, which no text file has", _EXPORT_AGAIN)
    if not decoded.text.strip():
        raise UnreadableFile(name, "it holds nothing but blanks", "choose the file that holds the text")
    return decoded


def find_encoding(data: bytes, name: str, encoding: str | None = None) -> str:
    """The encoding `decode_text` reads these bytes by; raises as it does.

    UTF-8 and Windows-1252, which most large tables are, are looked through piece by piece and never held
    as text.
    """
    if not why_not_text(data) and b"\0" not in data and data[:_PIECE].strip():
        if encoding in (None, "utf-8", "utf-8-sig") and _decodes(data, "utf-8"):
            return "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
        is_marked = any(data.startswith(mark) for mark, _ in _MARKS)
        if encoding is None and not is_marked and _mixed_at(data) is None and _decodes(data, "cp1252"):
            return "cp1252"
    return decode_text(data, name, encoding).encoding


def with_plain_line_ends(text: str) -> str:
    """The same text with every line end as one newline; nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def changes_direction(text: str) -> bool:
    """Whether the text holds characters that make it read otherwise than it is stored."""
    return any(mark in text for mark in _DIRECTION_MARKS)


def without_hidden_marks(text: str) -> str:
    """The text with blanks for control characters and without what changes the direction of reading."""
    return text.translate(_HIDDEN)


def _decode_by_trial(data: bytes, name: str) -> DecodedText:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name, encoding)
    if unmarked := _unmarked_utf16(data):
        return _decode_as(data, name, unmarked)
    if mixed_at := _mixed_at(data):
        why = f"line {_line_of(data, mixed_at)} is not UTF-8 text as the rest is"
        raise UnreadableFile(name, why, f"choose another encoding, or {_EXPORT_AGAIN}")
    for encoding in ("utf-8", "cp1252"):
        try:
            return DecodedText(data.decode(encoding), encoding)
        except UnicodeDecodeError as error:
            at = error.start
    raise UnreadableFile(
        name,
        f"line {_line_of(data, at)} is neither UTF-8 nor Windows-1252 text",
        f"choose another encoding, or {_EXPORT_AGAIN}",
    )


def _pieces(data: bytes) -> Iterator[memoryview]:
    view = memoryview(data)
    return (view[start : start + _PIECE] for start in range(0, len(data), _PIECE))


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether all of the bytes are text in this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(data):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of Western text is NUL. Empty where it is something else."""
    pairs = min(len(data), _SAMPLE) // 2
    after, before = data[1 : 2 * pairs : 2].count(0), data[0 : 2 * pairs : 2].count(0)
    for encoding, many, few in zip(_WITHOUT_MARK, (after, before), (before, after), strict=True):
        if pairs and many >= _OFTEN * pairs and few <= _SELDOM * pairs:
            return encoding
    return ""


def _mixed_at(data: bytes) -> int | None:
    """Where text that is UTF-8 elsewhere is not, or was cut off; None where all or none of it is."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        right = wrong = 0
        for text in map(decoder.decode, _pieces(data)):
            wrong += text.count("\ufffd")
            right += len(text) - len(text.encode("ascii", "ignore"))
        right -= wrong
        return error.start if right and 10 * right >= wrong else None
    return None


def _decode_as(data: bytes, name: str, encoding: str) -> DecodedText:
    if encoding.lower() not in _KNOWN:
        why = f"the encoding “{encoding}” is not known"
        raise UnreadableFile(name, why, f"choose one of {', '.join(ENCODINGS)}")
    chosen = "utf-8-sig" if encoding.lower() == "utf-8" and data.startswith(codecs.BOM_UTF8) else encoding
    try:
        return DecodedText(data.decode(chosen), chosen)
    except UnicodeError as error:
        line = _line_of(data, error.start) if isinstance(error, UnicodeDecodeError) else 1
        why = f"line {line} is not {encoding} text"
        raise UnreadableFile(name, why, f"choose another encoding, or {_EXPORT_AGAIN}") from error


def _line_of(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
