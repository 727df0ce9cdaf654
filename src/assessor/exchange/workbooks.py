"""Workbooks (XLSX, ODS) to rows of text cells; checked first, and read in a confined child only."""

import io
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import chain, repeat
from types import MappingProxyType
from typing import TypeAlias

import python_calamine as calamine

from assessor.exchange.foreign_xml import local_name, parse_xml
from assessor.exchange.signatures import is_zip
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.workbook_checks import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    WORKBOOK_LIMITS,
    SheetFacts,
    check_parts,
)
from assessor.exchange.zips import BoundedZip, open_zip

Cell: TypeAlias = str | float | bool | datetime | date | time | timedelta
TextRow: TypeAlias = tuple[str, ...]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_RESPONSES = re.compile(r"(?i)^(form[_ ]?responses?|responses?|antworten|respuestas|réponses)\b")
_DAMAGED = "open it in its own program and save it again as XLSX or CSV"
_WHOLE_BELOW = 1e15
_NO_TEXTS: Mapping[tuple[int, int], str] = MappingProxyType({})


class Workbook:
    """A workbook that was checked: the names of its sheets in their order, and their rows."""

    def __init__(self, book: calamine.CalamineWorkbook, name: str, facts: Mapping[str, SheetFacts]) -> None:
        self._book = book
        self._name = name
        self._facts = facts
        tables = [each for each in book.sheets_metadata if each.typ == calamine.SheetTypeEnum.WorkSheet]
        shown = [each.name for each in tables if each.visible == calamine.SheetVisibleEnum.Visible]
        self.sheets = tuple(each.name for each in tables)
        self.visible = tuple(shown) or self.sheets

    def rows(self, sheet: str | None = None) -> Iterator[TextRow]:
        """The rows of a sheet that hold anything; without a name those of the sheet with the responses."""
        wanted = sheet or likely_sheet(self.visible)
        if wanted not in self.sheets:
            listed = ", ".join(f"“{one}”" for one in self.sheets[:8]) or "none"
            raise UnreadableFile(
                self._name, f"it has no sheet “{sheet or ''}”", f"choose one of its sheets: {listed}"
            )
        try:
            found = self._book.get_sheet_by_name(wanted)
        except calamine.CalamineError as error:
            raise UnreadableFile(self._name, f"its sheet “{wanted}” is damaged", _DAMAGED) from error
        if found.width > MOST_COLUMNS or found.height > MOST_ROWS or found.width * found.height > MOST_CELLS:
            why = f"its sheet “{wanted}” has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells"
            raise UnreadableFile(self._name, why, "split it into parts and import each")
        facts = self._facts.get(wanted)
        return _text_rows(found, facts.texts if facts else _NO_TEXTS)


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook, or an old or locked Office file that may be one."""
    if data.startswith(_OLE):
        return True
    # The names of a container's parts stand in it as they are.
    return is_zip(data) and (b"xl/workbook." in data or b"opendocument.spreadsheet" in data[:200])


def open_workbook(data: bytes, name: str) -> Workbook:
    """The workbook in these bytes; raises UnreadableFile where it is damaged, locked or made to harm."""
    facts = _checked(data, name)
    try:
        return Workbook(calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)), name, facts)
    except calamine.PasswordError as error:
        raise _locked(name) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(name, "its workbook is damaged", _DAMAGED) from error


def list_sheets(data: bytes, name: str) -> tuple[str, ...]:
    """The names of a workbook's sheets, in their order."""
    return open_workbook(data, name).sheets


def read_workbook(data: bytes, name: str, sheet: str | None = None) -> Iterator[TextRow]:
    """The rows of one sheet as text; without a name, of the one that likely holds the responses."""
    return open_workbook(data, name).rows(sheet)


def likely_sheet(sheets: Iterable[str]) -> str | None:
    """The sheet named like responses, else the first."""
    listed = list(sheets)
    return next((one for one in listed if _RESPONSES.match(one)), listed[0] if listed else None)


def cell_text(cell: Cell) -> str:
    """A typed cell as text: 2026-01-05 08:00:00, 3 for 3.0, TRUE; times of day and spans as 12:00:00."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return str(int(cell)) if cell == int(cell) and abs(cell) < _WHOLE_BELOW else f"{cell:.15g}"
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    return cell.isoformat()


def _text_rows(sheet: calamine.CalamineSheet, known: Mapping[tuple[int, int], str]) -> Iterator[TextRow]:
    # Answers repeat, so equal cells share one text.
    shared: dict[str, str] = {}
    rows = ([shared.setdefault(text, text) for text in map(cell_text, cells)] for cells in sheet.iter_rows())
    first = sheet.start[1] if sheet.start else 0
    for texts in _with_texts(rows, known, first, sheet.width) if known else rows:
        if any(text and not text.isspace() for text in texts):
            yield tuple(texts)


def _with_texts(
    rows: Iterable[list[str]], known: Mapping[tuple[int, int], str], first: int, width: int
) -> Iterator[list[str]]:
    """The rows with texts put in their places, which may lie beside or below all that was read."""
    left = min(first, *(column for _, column in known))
    right = max(first + width, *(column + 1 for _, column in known))
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in known.items():
        by_row.setdefault(row, {})[column - left] = text
    below = max(by_row) + 1
    for place, read in enumerate(chain(rows, repeat([], below))):
        texts = [""] * (first - left) + read
        texts += [""] * (right - left - len(texts))
        for column, text in by_row.pop(place, {}).items():
            texts[column] = text
        yield texts


def _checked(data: bytes, name: str) -> dict[str, SheetFacts]:
    """The facts of each sheet by its name, once the whole container is found harmless."""
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise _locked(name)
        raise UnreadableFile(name, "it is an old Office file (such as XLS)", "save it as XLSX or CSV")
    archive = open_zip(data, name, WORKBOOK_LIMITS)
    if "xl/workbook.bin" in archive.names:
        raise UnreadableFile(name, "it is a binary workbook (XLSB)", "save it as XLSX or CSV")
    if "xl/workbook.xml" not in archive.names and "content.xml" not in archive.names:
        raise UnreadableFile(name, "it is a zip container without a workbook", "choose the workbook itself")
    facts = check_parts(archive, name)
    return {sheet: facts[part] for sheet, part in _parts_of_sheets(archive, name) if part in facts}


def _parts_of_sheets(archive: BoundedZip, name: str) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the part it is in, by the workbook's relations."""
    relations = archive.read_if_there("xl/_rels/workbook.xml.rels")
    book = archive.read_if_there("xl/workbook.xml")
    if relations is None or book is None:
        return
    targets = {
        one.get("Id", ""): posixpath.normpath(posixpath.join("xl", one.get("Target", ""))).removeprefix("/")
        for one in parse_xml(relations, name, "xl/_rels/workbook.xml.rels")
    }
    for element in parse_xml(book, name, "xl/workbook.xml").iter():
        if local_name(element) == "sheet":
            link = next((value for key, value in element.items() if key.endswith("}id")), "")
            yield element.get("name", ""), targets.get(link, "")


def _locked(name: str) -> UnreadableFile:
    return UnreadableFile(
        name, "it is protected by a password", "open it, remove the password and save it again"
    )
