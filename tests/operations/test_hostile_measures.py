"""Broken and hostile tables of program data: each ends in one sentence, the engagement as it was."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.operations.program_data import brought_in

from assessor.operations.measures.measure_imports import list_measure_imports
from assessor.operations.measures.measures import list_measures
from assessor.store import Engagement
from assessor.terms import CannotDo

HEAD = b"Measure,Period,Value\n"
ROW = b"K01,Fall 2026,1.9\n"


def a_zip_bomb() -> bytes:
    """A workbook whose sheet unpacks to a thousand times its size."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 300_000_000)
    return buffer.getvalue()


def a_formula_without_its_result() -> bytes:
    """A workbook as a library writes it that does not calculate."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Measure", "Period", "Value"])
    book.active.append(["K01", "Fall 2026", "=1+1"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


BROKEN = {
    "empty": b"",
    "blanks": b" \n \n",
    "binary": bytes(range(256)) * 40,
    "mixed encoding": HEAD + "K01,Fáll 2026,1\n".encode() * 9 + "K01,Fáll 2026,1\n".encode("latin-1"),
    "ragged": HEAD + ROW + b"K01,Fall 2026,1.9,4,7\n",
    "duplicate headings": b"Period,K01,K01\nFall 2026,1,2\n",
    "too many columns": b"," * 16_400 + b"\n",
    "widest sheet": b"Period,"
    + b",".join(b"c%d" % n for n in range(16_383))
    + b"\nFall 2026"
    + b"," * 16_383,
    "NUL": HEAD + b"K01,Fall 2026,1\x00\n",
    "open quote": HEAD + b'K01,"Fall 2026,1.9\n' + ROW,
    "one long line": b"x" * 30_000_000,
    "formula in a CSV": HEAD + b"K01,Fall 2026,=SUM(A1:A9)\n",
    "formula in a workbook": a_formula_without_its_result(),
    "headings only": HEAD,
    "cut-off workbook": a_formula_without_its_result()[:900],
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_table_ends_in_one_sentence_and_changes_nothing(
    engagement: Engagement, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(BROKEN[kind])
    changed_at = engagement.changed_at
    with pytest.raises(CannotDo) as refused:
        brought_in(engagement, path)

    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)
    assert engagement.changed_at == changed_at
    assert list_measures(engagement) == []
    assert list_measure_imports(engagement) == []


def test_a_zip_bomb_is_not_unpacked(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(a_zip_bomb())
    with pytest.raises(CannotDo, match=r"bomb\.xlsx"):
        brought_in(engagement, path)
    assert list_measures(engagement) == []


def test_a_gigabyte_in_one_line_is_not_read(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as stream:
        stream.seek(1024**3)
        stream.write(b"x")
    with pytest.raises(CannotDo, match="larger than"):
        brought_in(engagement, path)
    assert list_measures(engagement) == []
