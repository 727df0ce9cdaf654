"""Documents made to do harm, cut off or mis-encoded: one clear sentence with file and place, no change."""

import io
import json
import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
import pytest

from assessor.exchange.unreadable import UnreadableFile
from assessor.operations.document_imports import import_document
from assessor.operations.documents import list_documents
from assessor.progress import finish
from assessor.store import Engagement, copies

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>Words.</w:t></w:r></w:p></w:body></w:document>'
CANARY = "canary-4711"


def zipped(entries: Mapping[str, bytes | str], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip container."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", level) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(document: bytes | str = TEXT, **more: bytes | str) -> bytes:
    """A Word document, with further entries."""
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **more})


def odt(content: str) -> bytes:
    """An OpenDocument text."""
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def lying_about_its_size() -> bytes:
    """A Word document whose directory says its text is five bytes long."""
    data = bytearray(docx(TEXT + " " * 4000))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 5)
    return bytes(data)


def with_a_link() -> bytes:
    """A Word document with a symbolic link among its parts."""
    buffer = io.BytesIO(docx())
    link = zipfile.ZipInfo("word/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    return buffer.getvalue()


def entities(kind: str) -> str:
    """XML that reads a file, or grows without end."""
    declared = {
        "outside": '<!ENTITY x SYSTEM "file:///etc/hostname">',
        "laughs": '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">',
    }[kind]
    body = "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
    return f'<!DOCTYPE d [{declared}]><w:document xmlns:w="{WORD}">{body}</w:document>'


def deep() -> str:
    """XML nested beyond reason."""
    return f'<w:document xmlns:w="{WORD}">' + "<w:p>" * 3000 + "</w:p>" * 3000 + "</w:document>"


def cut_pdf() -> bytes:
    """The first half of a PDF."""
    document, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(3):
        document.new_page(600, 800)
    document.save(buffer)
    document.close()
    return buffer.getvalue()[: len(buffer.getvalue()) // 2]


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "ratio": ("bomb.docx", lambda: docx(bytes(40_000_000)), r"“word/document\.xml” unpacks to more than 100"),
    "total": (
        "bomb.docx",
        lambda: docx(**{f"media/{number}": os.urandom(1000) * 990 for number in range(560)}),
        "unpacks to more than 512 MB",
    ),
    "entries": (
        "many.docx",
        lambda: docx(**{f"media/{number}": b"" for number in range(10_001)}),
        "more than 10,000 files",
    ),
    "lying": ("liar.docx", lying_about_its_size, r"“word/document\.xml” is damaged"),
    "slip": ("slip.docx", lambda: docx(**{f"../{CANARY}": b"x"}), f"“../{CANARY}” has a name that leads out"),
    "absolute": ("slip.docx", lambda: docx(**{f"/srv/{CANARY}": b"x"}), "has a name that leads outside"),
    "link": ("link.docx", with_a_link, "“word/link” has a name that leads outside"),
    "twice": ("twice.docx", lambda: docx(**{"word/Document.xml": "<a/>"}), "two files under one name"),
    "no text": ("none.docx", lambda: zipped({"[Content_Types].xml": "<Types/>"}), "holds no Word text"),
    "cut zip": ("half.docx", lambda: docx()[:200], "cut off or damaged"),
    "outside entity": ("xxe.docx", lambda: docx(entities("outside")), r"entities.*“word/document\.xml”"),
    "laughs": ("laughs.docx", lambda: docx(entities("laughs")), r"entities.*“word/document\.xml”"),
    "broken xml": ("torn.docx", lambda: docx(TEXT[:-20]), r"in its part “word/document\.xml”, line 1"),
    "deep xml": ("deep.docx", lambda: docx(deep()), "nested too deep"),
    "odt entity": ("xxe.odt", lambda: odt(entities("outside")), r"entities.*“content\.xml”"),
    "odt empty": ("empty.odt", lambda: odt("<office/>"), "holds no text"),
    "cut pdf": ("half.pdf", cut_pdf, "cut off or damaged|no pages"),
    "head only": ("head.pdf", lambda: b"%PDF-1.7\n", "cut off or damaged"),
    "empty": ("empty.txt", lambda: b"", "it is empty"),
    "blank": ("blank.md", lambda: b" \n\n", "nothing but blanks"),
    "mixed": (
        "mixed.txt",
        lambda: "Zeile für\n".encode() * 50 + b"caf\xe9\n",
        "line 51 is not UTF-8",
    ),
    "nul": ("nul.txt", lambda: b"one\ntwo\0three\n" + b"words " * 200, "line 2 holds a NUL byte"),
    "program": ("tool.txt", lambda: b"MZ\x90\x00" + bytes(range(256)) * 20, "cannot be read"),
}  # fmt: skip


def everything(engagement: Engagement) -> dict[str, object]:
    """Every row of the engagement."""
    tables: dict[str, object] = json.loads(copies.dump(engagement))["tables"]
    return tables


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_document_is_one_sentence_and_changes_nothing(
    engagement: Engagement, tmp_path: Path, case: str
) -> None:
    name, make, why = HOSTILE[case]
    path = tmp_path / "brought" / name
    path.parent.mkdir()
    path.write_bytes(make())
    before, there = everything(engagement), sorted(tmp_path.rglob("*"))
    with pytest.raises(UnreadableFile, match=why) as told:
        finish(import_document(engagement, path))

    sentence = str(told.value)
    assert sentence.startswith(f"“{name}” cannot be read: ")
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert everything(engagement) == before
    assert sorted(tmp_path.rglob("*")) == there
    assert not (tmp_path / CANARY).exists()
    assert not Path("/srv", CANARY).exists()


def test_a_text_of_ten_megabytes_comes_in_whole(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    line = "The board heard the report of the officer and thanked the principal.\n"
    path.write_text(line * (10_000_000 // len(line) + 1), encoding="utf-8")
    finish(import_document(engagement, path))

    (row,) = list_documents(engagement)
    assert row.words == len(line.split()) * (10_000_000 // len(line) + 1)
