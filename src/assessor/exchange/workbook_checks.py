"""What is looked at in a packed workbook before its reader sees it: sizes, entities, formulas, errors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.zips import BoundedZip, ZipLimits

MOST_COLUMNS = 16_384
MOST_ROWS = 200_000
MOST_CELLS = 12_000_000
"""Its reader holds a cell for every place up to the last one filled, also where most are blank."""
_MEGABYTE = 1024 * 1024
WORKBOOK_LIMITS = ZipLimits(total=1536 * _MEGABYTE, entry=1024 * _MEGABYTE)
"""A table of 100,000 rows and 60 columns unpacks to some 250 MB of XML."""

_SHEET_PART = re.compile(r"(?i)^xl/worksheets/[^/]+\.xml$")
_ODS_PART = "content.xml"
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY", b"<\0!\0D\0", b"\0<\0!\0D")
_ROW_END, _ODS_ROW_END = b"</row>", b"</table:table-row>"
_LONGEST_TAIL = 32 * _MEGABYTE
_NO_RESULT = re.compile(
    rb"<c\b(?P<cell>[^>]*)>\s*<f\b[^>]*?(?:/>|>(?P<formula>[^<]*)</f>)\s*(?:</c>|<v\s*/>|<v>\s*</v>)"
)
_CONSTANTS = {b"TRUE()": "TRUE", b"FALSE()": "FALSE", b"NA()": "#N/A"}
"""Some tools write these for plain values, without a result."""
_ERROR = re.compile(
    rb'<c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*\bt="e"[^>]*>(?:\s*<f\b.*?)?<v>([^<]{1,20})</v>'
)
_ADDRESS = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"')
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')
_ROW_TAG = re.compile(rb"<table:table-row\b[^>]*>")
_FILLED_CELL = re.compile(rb"<table:table-cell\b[^>]*office:value-type[^>]*>")
_SAVE_VALUES = "open it in its own program, let it calculate, and save it again, or export it as CSV"
_DISTRUST = "do not open it, and ask its sender for a fresh copy"


@dataclass
class SheetFacts:
    """What a sheet's part says of itself: how far it goes, and cells by row and column from 0 that its
    reader would show as blank: errors, and constants written as formulas."""

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0


def check_parts(archive: BoundedZip, name: str) -> dict[str, SheetFacts]:
    """Read every part through once; the facts of each sheet's part. Raises UnreadableFile for what harms.

    Reading to the end also proves that no part unpacks to more than its directory says.
    """
    facts = {}
    for part in archive.names:
        if _SHEET_PART.match(part):
            facts[part] = _check_sheet(archive, part, name)
        elif part == _ODS_PART:
            _check_ods(archive, part, name)
        else:
            for block in archive.blocks(part):
                _refuse_entities(block, part, name)
    return facts


def _check_sheet(archive: BoundedZip, part: str, name: str) -> SheetFacts:
    facts = SheetFacts()
    for rows in _whole_rows(archive, part, name, _ROW_END):
        if b"<f" in rows:
            _note_formulas(rows, facts, name)
        if b't="e"' in rows:
            facts.texts |= {
                _place(*address): error.decode("utf-8", "replace") for *address, error in _ERROR.findall(rows)
            }
        for row in rows.split(_ROW_END):
            _measure(row, facts)
        _check_size(facts.rows, facts.columns, name)
    return facts


def _note_formulas(rows: bytes, facts: SheetFacts, name: str) -> None:
    for found in _NO_RESULT.finditer(rows):
        address = _ADDRESS.search(found["cell"])
        if address is None or b't="str"' in found["cell"]:
            continue
        constant = _CONSTANTS.get((found["formula"] or b"").strip().upper())
        if constant is None:
            why = f"cell {(address[1] + address[2]).decode()} holds a formula without its result"
            raise UnreadableFile(name, why, _SAVE_VALUES)
        facts.texts[_place(address[1], address[2])] = constant


def _place(column: bytes, row: bytes) -> tuple[int, int]:
    return int(row) - 1, _column(column)


def _measure(row: bytes, facts: SheetFacts) -> None:
    """The last filled cell of a row tells how far the sheet goes."""
    filled = max(row.rfind(b"<v"), row.rfind(b"<is"))
    start = row.rfind(b"<c ", 0, filled) if filled > 0 else -1
    if start >= 0 and (address := _ADDRESS.search(row, start)):
        facts.columns = max(facts.columns, _column(address[1]) + 1)
        facts.rows = max(facts.rows, int(address[2]))


def _check_ods(archive: BoundedZip, part: str, name: str) -> None:
    rows = columns = 0
    for block in _whole_rows(archive, part, name, _ODS_ROW_END):
        for row in block.split(_ODS_ROW_END):
            cells = list(_FILLED_CELL.finditer(row))
            if cells:
                rows += _repeats(_ROW_TAG.search(row))
                columns = max(columns, sum(map(_repeats, cells)))
        _check_size(rows, columns, name)


def _repeats(tag: re.Match[bytes] | None) -> int:
    found = _REPEATED.search(tag[0]) if tag else None
    return int(found[1]) if found else 1


def _whole_rows(archive: BoundedZip, part: str, name: str, end: bytes) -> Iterator[bytes]:
    """The part in blocks that end with a row."""
    tail = b""
    for block in archive.blocks(part):
        _refuse_entities(block, part, name)
        tail += block
        cut = tail.rfind(end) + len(end)
        if cut >= len(end):
            yield tail[:cut]
            tail = tail[cut:]
        elif len(tail) > _LONGEST_TAIL:
            raise UnreadableFile(name, "a row of its sheet has no end", "export it again as CSV")
    yield tail


def _refuse_entities(block: bytes, part: str, name: str) -> None:
    if part.endswith((".xml", ".rels")) and any(mark in block for mark in _DOCTYPE):
        why = f"its part “{part}” declares entities, as an attack would"
        raise UnreadableFile(name, why, _DISTRUST)


def _check_size(rows: int, columns: int, name: str) -> None:
    if columns > MOST_COLUMNS:
        raise UnreadableFile(name, f"a sheet has more than {MOST_COLUMNS:,} columns", "keep fewer columns")
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        why = f"a sheet goes beyond {MOST_ROWS:,} rows or {MOST_CELLS:,} cells"
        raise UnreadableFile(
            name, why, "delete what stands far from the table, or split it and import each part"
        )


def _column(letters: bytes) -> int:
    """A column's place from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1
