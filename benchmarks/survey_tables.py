"""Tables of survey answers to measure with: 100,000 rows of 60 columns, as a form's export or a workbook."""

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROWS, COLUMNS = 100_000, 60
_POINTS = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
_ANSWERS = (*_POINTS, *_POINTS, "Don’t know / no contact", "")
_ROLES = ("Teacher", "Student", "Parent or guardian", "Administrator", "School resource officer")
_WORDS = "they greet us by name and tell whom to call when bell office agree weekly plan hall who first"
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="{main}.sharedStrings+xml"/></Types>"""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_export(path: Path, *, with_addresses: bool) -> Path:
    """The table as a form's CSV export: timestamps, roles, points of a scale, and comments."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        for row in _rows(with_addresses=with_addresses):
            stream.write(",".join(row) + "\r\n")
    return path


def write_workbook(path: Path) -> Path:
    """The same as an Excel workbook with shared texts."""
    known: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _frame():
            archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for number, row in enumerate(_rows(with_addresses=False), start=1):
                part.write(_row_xml(number, row, known))
            part.write(b"</sheetData></worksheet>")
        texts = "".join(f"<si><t>{text}</t></si>" for text in known)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}">{texts}</sst>')
    return path


def _rows(*, with_addresses: bool) -> Iterator[list[str]]:
    chance = random.Random(2026)  # noqa: S311 - the same answers each time, nothing secret
    words = _WORDS.split()
    leading = ["Timestamp", *(["Email Address"] if with_addresses else []), "I am a"]
    items = COLUMNS - len(leading) - 1
    yield [*leading, *(f"Q{n}. How far do you agree that {n} works?" for n in range(items)), "Anything else?"]
    for number in range(ROWS):
        told = [
            f"2026/03/{number % 28 + 1:02} {number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}"
        ]
        told += [f"person{number}@larkfield.example"] if with_addresses else []
        comment = " ".join(chance.choices(words, k=9)) if number % 5 == 0 else ""
        yield [*told, _ROLES[number % len(_ROLES)], *chance.choices(_ANSWERS, k=items), comment]


def _row_xml(number: int, row: list[str], known: dict[str, int]) -> bytes:
    cells = "".join(
        f'<c r="{_letters(place)}{number}" t="s"><v>{known.setdefault(text, len(known))}</v></c>'
        for place, text in enumerate(row)
        if text
    )
    return f'<row r="{number}">{cells}</row>'.encode()


def _letters(place: int) -> str:
    high, low = divmod(place, 26)
    return (chr(64 + high) if high else "") + chr(65 + low)


def _frame() -> Iterator[tuple[str, str]]:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    yield "[Content_Types].xml", _TYPES.format(main=main)
    link = f'<Relationship Id="rId1" Type="{_LINKS}/%s" Target="%s"/>'
    top = link % ("officeDocument", "xl/workbook.xml")
    yield "_rels/.rels", f'<Relationships xmlns="{package}">{top}</Relationships>'
    sheet = '<sheet name="Form Responses 1" sheetId="1" r:id="rId1"/>'
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{sheet}</sheets></workbook>',
    )
    texts = f'<Relationship Id="rId2" Type="{_LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
    sheets = link % ("worksheet", "worksheets/sheet1.xml")
    yield "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{sheets}{texts}</Relationships>'
