"""Makers of tables that are broken, cut off, locked or made to harm, each with what must be said of it."""

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from tests.exchange.edited_workbooks import SHEET, edited

Maker = Callable[[Path], object]

GIGABYTE = 1 << 30
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FREE, _END_OF_CHAIN = 0xFFFFFFFF, 0xFFFFFFFE
HEAD = "Timestamp,I can count on our SRO,Why?\n"
ROW = "8/21/2026 13:10:31,Agree,They listen\n"


def text(content: str, encoding: str = "utf-8") -> Maker:
    return lambda path: path.write_bytes(content.encode(encoding))


def raw(content: bytes) -> Maker:
    return lambda path: path.write_bytes(content)


def workbook() -> bytes:
    """A small workbook of answers."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("Form Responses 1")
        for row, line in enumerate((HEAD, ROW, ROW)):
            sheet.write_row(row, 0, line.strip().split(","))
    return buffer.getvalue()


def with_part(pattern: bytes, by: bytes) -> Maker:
    """A workbook whose sheet is rewritten."""
    return raw(edited(workbook(), SHEET, pattern, by))


def zip_bomb(path: Path) -> None:
    """A workbook of a few hundred kilobytes whose sheet would unpack to 300 MB."""
    with_part(rb"<sheetData>", b"<sheetData>" + b" " * 300_000_000)(path)


def many_entries(path: Path) -> None:
    """A workbook that packs twenty thousand parts."""
    data = io.BytesIO(workbook())
    with zipfile.ZipFile(data, "a") as archive:
        for number in range(20_000):
            archive.writestr(f"xl/media/{number}", b"")
    path.write_bytes(data.getvalue())


def encrypted(path: Path) -> None:
    """A workbook with a password is a compound file with the workbook locked up in a stream."""
    sizes = (0x3E, 3, 0xFFFE, 9, 6)
    sectors = (0, 1, 1, 0, 4096, _END_OF_CHAIN, 0, _END_OF_CHAIN, 0)
    header = struct.pack("<8s16s5H6s9I", OLE, bytes(16), *sizes, bytes(6), *sectors)
    allocated = struct.pack("<109I", 0, *[_FREE] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, _END_OF_CHAIN, *[_FREE] * 126)
    names = ("Root Entry", "EncryptionInfo", "EncryptedPackage", "")
    entries = b"".join(_entry(name, is_root=not place) for place, name in enumerate(names))
    path.write_bytes(header + allocated + table + entries)


def _entry(name: str, *, is_root: bool) -> bytes:
    kind = 5 if is_root else 2 if name else 0
    child = 1 if is_root else _FREE
    words, length = name.encode("utf-16-le").ljust(64, b"\0"), 2 * len(name) + 2 if name else 0
    links = (_FREE, _FREE, child)
    return struct.pack("<64sHBB3I36s3I", words, length, kind, 1, *links, bytes(36), _END_OF_CHAIN, 0, 0)


def huge_line(path: Path) -> None:
    """One line of a gigabyte, most of it a hole that takes no room on the disk."""
    with path.open("wb") as stream:
        stream.write(HEAD.encode() + b"8/21/2026 13:10:31,Agree,")
        stream.truncate(GIGABYTE)
        stream.seek(0, os.SEEK_END)
        stream.write(b"\n")


def with_a_hole(path: Path) -> None:
    """A workbook whose sheet has lost forty bytes to blanks."""
    data = bytearray(workbook())
    start = data.index(SHEET.encode()) + 100
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)


WIDE = ",".join(f"Q{number}" for number in range(16_384))
WESTERN = "8/21/2026 13:10:31,Agree,Señor — café\n"
ENTITIES = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet'
REFUSED: dict[str, tuple[str, Maker, str]] = {
    "half of it in another encoding": (
        "mixed.csv",
        raw((HEAD + "a,É,ñ\n" * 9).encode() + b"a,\xe9,b\n"),
        "line 11 is not UTF-8 text as the rest is",
    ),
    "a NUL byte": ("nul.csv", text(HEAD + ROW + "8/21/2026 13:10:31,Ag\0ree,x\n"), "line 3 holds a NUL byte"),
    "16,385 columns": (
        "wide.csv",
        text(f"{WIDE},Q\n"),
        "line 1 has more than 16,384 columns",
    ),
    "1 GB in one line": ("huge.csv", huge_line, "MB; split it into parts and import each"),
    "50 MB in one cell": (
        "cell.csv",
        text(HEAD + "x" * 50_000_000),
        "line 2 is longer than 16 MB; export it again",
    ),
    "a megabyte in one cell": (
        "text.csv",
        text(HEAD + "x" * 1_000_000),
        "line 2 has a cell of more than 131,072",
    ),
    "a megabyte of commas in one line": (
        "commas.csv",
        text(HEAD + "," * 1_000_000 + "x"),
        "line 2 has more than 16,384 columns",
    ),
    "40 MB of commas in one line": (
        "line.csv",
        text(HEAD + "," * 40_000_000 + "x"),
        "line 2 is longer than 16 MB",
    ),
    "a quotation mark never closed": (
        "open.csv",
        text(HEAD + '8/21/2026 13:10:31,"Agree,x\n'),
        "never closed",
    ),
    "nothing": ("empty.csv", raw(b""), "it is empty"),
    "blanks": ("blank.csv", text(" \n \n"), "it holds nothing but blanks"),
    "only headings": ("headings.csv", text(HEAD), "holds no answers as its columns are used"),
    "a picture named as a table": ("picture.csv", raw(b"\x89PNG\r\n\x1a\n\0\0" * 9), "it is a picture"),
    "a document named as a table": ("letter.csv", raw(b"%PDF-1.4\n%%EOF"), "it is a PDF"),
    "a container without a workbook": (
        "container.xlsx",
        lambda path: zipfile.ZipFile(path, "w").writestr("a.txt", "a"),
        "zip container",
    ),
    "formulas without results": (
        "formulas.xlsx",
        with_part(rb'<c r="B2"[^>]*>.*?</c>', b'<c r="B2"><f>SUM(1,2)</f><v></v></c>'),
        "cell B2 holds a formula without its result",
    ),
    "an empty sheet": (
        "sheet.xlsx",
        with_part(rb"<sheetData>.*</sheetData>", b"<sheetData/>"),
        "its sheet “Form Responses 1” is empty; choose the sheet",
    ),
    "a zip bomb": ("bomb.xlsx", zip_bomb, "unpacks to more than 100 times its size"),
    "twenty thousand parts": ("parts.xlsx", many_entries, "it packs more than 10,000 files"),
    "a workbook cut off": (
        "cut.xlsx",
        lambda path: path.write_bytes(workbook()[:-900]),
        "cut off or damaged",
    ),
    "a workbook with a hole": ("hole.xlsx", with_a_hole, "sheet1.xml” is damaged"),
    "a workbook with a password": (
        "locked.xlsx",
        encrypted,
        "it is protected by a password; open it, remove",
    ),
    "entities in a workbook": (
        "entities.xlsx",
        with_part(rb"<worksheet", ENTITIES),
        "declares entities",
    ),
    "a cell in a far corner": (
        "corner.xlsx",
        with_part(rb'r="C3"', b'r="XFD1048576"'),
        "goes beyond 200,000 rows",
    ),
    "an old workbook": ("old.xls", raw(OLE + bytes(600)), "old Office file"),
    "a folder": ("folder.csv", lambda path: path.mkdir(), "it is a folder"),
    "a link to itself": ("loop.csv", lambda path: path.symlink_to(path), "it cannot be opened"),
    "nothing there": ("gone.csv", lambda path: None, "it is not there"),
}

READ: dict[str, tuple[str, Maker, int, str]] = {
    "Windows-1252": ("west.csv", text(HEAD + ROW + WESTERN, "cp1252"), 2, "Windows-1252"),
    "UTF-16": ("wide.csv", text("\ufeff" + (HEAD + ROW + ROW).replace(",", "\t"), "utf-16-le"), 2, ""),
    "rows of unlike length": (
        "ragged.csv",
        text(HEAD + ROW + "8/21/2026 13:10:31,Agree\n" + ROW),
        3,
        "fewer or more cells",
    ),
    "one heading twice": ("twice.csv", text("Timestamp,Why?,Why?\n8/21/2026 13:10:31,a,b\n"), 1, ""),
    "16,384 columns": (
        "wide.csv",
        text(f"{WIDE}\n{',Agree' * 16_383}\n"),
        1,
        "",
    ),
    "text that looks like a formula": (
        "formula.csv",
        text(HEAD + '8/21/2026 13:10:31,Agree,"=HYPERLINK(""http://x"")"\n'),
        1,
        "",
    ),
    "a text named as a workbook": ("answers.xlsx", text(HEAD + ROW), 1, ""),
    "a workbook named as a text": ("answers.csv", lambda path: path.write_bytes(workbook()), 2, ""),
}
