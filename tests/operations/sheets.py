"""Small workbooks for tests, written with another program's library."""

from datetime import datetime
from pathlib import Path

import openpyxl


def write_workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    """A workbook with these rows on its first sheet; texts that are moments become dates."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([_cell(value) for value in row])
    book.save(path)
    return path


def _cell(value: object) -> object:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) and ":" in value else value
    except ValueError:
        return value
