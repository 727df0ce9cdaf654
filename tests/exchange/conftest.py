"""What the tests of foreign formats share: builders of small containers and documents."""

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


@pytest.fixture
def zipped() -> Callable[[Mapping[str, bytes | str]], bytes]:
    """A zip container from names and contents."""

    def build(entries: Mapping[str, bytes | str]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return build


@pytest.fixture
def word(zipped: Callable[[Mapping[str, bytes | str]], bytes]) -> Callable[..., bytes]:
    """A Word document from the XML of its body, with further parts by name."""

    def build(body: str, **parts: str) -> bytes:
        entries = {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}"'
            ' Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        }
        named = {
            "footnotes": "word/footnotes.xml",
            "core": "docProps/core.xml",
            "document": "word/document.xml",
        }
        return zipped(entries | {named[name]: content for name, content in parts.items()})

    return build


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """A PDF with one page for each text, written out by hand; `encrypt` adds a password nobody knows."""

    def build(*pages: str, encrypt: bool = False) -> bytes:
        count = len(pages)
        kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for index, text in enumerate(pages):
            stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET"
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * index} 0 R"
                " /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        if encrypt:
            secret = "AB" * 32
            objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >>")
        return _assembled(objects, encrypt)

    return build


def _assembled(objects: list[str], encrypt: bool) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    locked = f" /Encrypt {len(objects)} 0 R /ID [<01> <01>]" if encrypt else ""
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{locked} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(out)
