"""Workbooks become rows of text, and whatever harms or misleads is refused in one sentence."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.edited_workbooks import SHEET, edited

from assessor.exchange.reading import read_sheets_file
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.workbooks import is_workbook, likely_sheet, list_sheets, read_workbook
from assessor.progress import finish

MOMENT = datetime(2026, 1, 5, 8, 30)  # noqa: DTZ001 - workbooks know no time zones


def book(*sheets: str, **cells: object) -> bytes:
    """A workbook with these sheets; cells by address stand on the first."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as made:
        added = [made.add_worksheet(name) for name in sheets or ("Sheet1",)]
        day = made.add_format({"num_format": "m/d/yyyy"})
        moment = made.add_format({"num_format": "m/d/yyyy h:mm"})
        span = made.add_format({"num_format": "[h]:mm:ss"})
        for address, value in cells.items():
            if isinstance(value, datetime):
                added[0].write_datetime(address, value, moment if value.hour else day)
            elif isinstance(value, timedelta):
                added[0].write_datetime(address, value, span)
            else:
                added[0].write(address, value)
    return buffer.getvalue()


def test_typed_cells_become_the_text_the_readers_expect() -> None:
    data = book(A1="words", B1=3.0, C1=2.5, D1=True, E1=False, F1=MOMENT, G1=datetime(2026, 1, 5))  # noqa: DTZ001
    assert list(read_workbook(data, "x.xlsx")) == [
        ("words", "3", "2.5", "TRUE", "FALSE", "2026-01-05 08:30:00", "2026-01-05")
    ]
    assert list(read_workbook(book(A1=timedelta(hours=30, minutes=5), B1=-9, C1=11432985737), "x.xlsx")) == [
        ("30:05:00", "-9", "11432985737")
    ]


def test_rows_without_anything_are_left_out_and_short_ones_are_as_wide_as_the_sheet() -> None:
    data = book(B2="a", C2="b", B4="c", B5="  ")
    assert list(read_workbook(data, "x.xlsx")) == [("a", "b"), ("c", "")]
    assert list(read_workbook(book(), "x.xlsx")) == []


def test_errors_stand_as_they_are_written() -> None:
    data = edited(
        book(A1="a", A2="=1/0"), SHEET, rb'<c r="A2"><f>.*?</c>', b'<c r="A2" t="e"><v>#N/A</v></c>'
    )
    assert list(read_workbook(data, "x.xlsx")) == [("a",), ("#N/A",)]


def test_a_formula_is_its_kept_result_and_refused_without_one() -> None:
    with_result = edited(book(A1="=1+1"), SHEET, rb"<v>0</v>", b"<v>2</v>")
    assert list(read_workbook(with_result, "x.xlsx")) == [("2",)]
    without = edited(book(B7="=SUM(A1:A6)"), SHEET, rb"<v>0</v>", b"")
    with pytest.raises(UnreadableFile, match=r"“x.xlsx” .* cell B7 holds a formula without its result; open"):
        list(read_workbook(without, "x.xlsx"))


def test_a_truth_written_as_a_formula_needs_no_result() -> None:
    data = book(A1="=TRUE()", B1="x", B2="y", C3="=FALSE()")
    for _ in range(2):
        data = edited(data, SHEET, rb"</f><v>0</v>", b"</f><v></v>")
    rows = [("TRUE", "x", ""), ("", "y", ""), ("", "", "FALSE")]
    assert list(read_workbook(data, "x.xlsx")) == rows


def test_the_sheet_with_the_responses_is_taken_unless_another_is_named() -> None:
    data = book("Summary", "Form Responses 1", A1="total")
    assert list_sheets(data, "x.xlsx") == ("Summary", "Form Responses 1")
    assert list(read_workbook(data, "x.xlsx")) == []
    assert list(read_workbook(data, "x.xlsx", "Summary")) == [("total",)]
    with pytest.raises(UnreadableFile, match=r"no sheet “Other”; choose one of its sheets: “Summary”, “Form"):
        read_workbook(data, "x.xlsx", "Other")
    assert likely_sheet(["Survey A", "B"]) == "Survey A"


def test_a_workbook_is_told_from_other_containers(
    zipped: Callable[..., bytes], word: Callable[..., bytes]
) -> None:
    assert is_workbook(book())
    assert not is_workbook(word(""))
    assert not is_workbook(zipped({"notes.txt": "words"}))
    assert not is_workbook(b"a,b\n1,2\n")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda data: data[: len(data) // 2], "it is cut off or damaged"),
        (lambda data: data.replace(b"xl/workbook.xml", b"xl/workbook.xmx"), "without a workbook"),
        (lambda data: edited(data, "xl/workbook.xml", rb"<sheets>.*", b"<"), "damaged"),
        (
            lambda data: edited(data, SHEET, rb"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'),
            "declares entities, as an attack would",
        ),
        (lambda data: edited(data, SHEET, rb'r="A1"', b'r="XFE1"'), "more than 16,384 columns"),
        (lambda data: edited(data, SHEET, rb'r="A1"', b'r="A900000"'), "beyond 200,000 rows"),
        (lambda data: edited(data, SHEET, rb'r="A1"', b'r="XFD2000"'), "12,000,000 cells"),
        (lambda data: edited(data, SHEET, rb"<v>", b" " * 200_000_000 + b"<v>"), "100 times its size"),
    ],
)
def test_what_is_damaged_or_made_to_harm_is_refused(spoil: Callable[[bytes], bytes], sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"“x.xlsx” cannot be read: .*{sentence}"):
        list(read_workbook(spoil(book(A1="a", A2="b")), "x.xlsx"))


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    data = bytearray(book(A1="a" * 1000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/sharedStrings.xml").file_size
    data[:] = data.replace(size.to_bytes(4, "little"), (size - 500).to_bytes(4, "little"))
    with pytest.raises(UnreadableFile, match="damaged"):
        list(read_workbook(bytes(data), "x.xlsx"))


def test_sheets_come_back_from_the_child_also_those_of_a_text(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(book("survey", "choices", A1="type"))
    (tmp_path / "form.csv").write_text("type,name\ntext,a\n")
    sheets = finish(read_sheets_file(tmp_path / "form.xlsx"))
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [("survey", (("type",),)), ("choices", ())]
    sheets = finish(read_sheets_file(tmp_path / "form.csv"))
    assert [(sheet.name, len(sheet.rows)) for sheet in sheets] == [("", 2)]


OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def calc(rows: str) -> bytes:
    """An OpenDocument spreadsheet with one sheet."""
    spaces = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Tab1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return buffer.getvalue()


def calc_cell(text: str, kind: str = "string", value: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {value}><text:p>{text}</text:p></table:table-cell>'


def test_an_opendocument_spreadsheet_is_read_alike() -> None:
    blanks = '<table:table-cell table:number-columns-repeated="16380"/>'
    day = calc_cell("1/5/26", "date", 'office:date-value="2026-01-05T08:30:00"')
    three = calc_cell("3", "float", 'office:value="3"')
    data = calc(
        f"<table:table-row>{calc_cell('When')}{calc_cell('Rate')}{blanks}</table:table-row>"
        f"<table:table-row>{day}{three}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048000">{blanks}</table:table-row>'
    )
    assert is_workbook(data)
    assert list(read_workbook(data, "x.ods")) == [("When", "Rate"), ("2026-01-05 08:30:00", "3")]


SMALL = book(A1="a", B1=3.0, A2=MOMENT, B2="=1/0")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_workbook_with_any_bytes_changed_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL)
    for place, byte in changes:
        data[place] = byte
    with suppress(UnreadableFile):
        assert all(isinstance(cell, str) for row in read_workbook(bytes(data), "x.xlsx") for cell in row)


def test_a_spreadsheet_that_repeats_itself_without_end_is_refused() -> None:
    row = f'<table:table-row table:number-rows-repeated="900000">{calc_cell("x")}</table:table-row>'
    with pytest.raises(UnreadableFile, match="goes beyond 200,000 rows"):
        read_workbook(calc(row), "x.ods")
