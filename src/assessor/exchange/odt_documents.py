"""OpenDocument texts (ODT): headings, paragraphs, lists and tables in reading order."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assessor.exchange.document_pages import DocumentText, document_of
from assessor.exchange.foreign_xml import local_name, parse_xml
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.zips import BoundedZip

_SKIPPED = frozenset({"tracked-changes", "annotation", "sequence-decls", "forms", "bookmark"})
_PARAGRAPHS = frozenset({"p", "h"})
_MOST_SPACES = 1_000


def read_odt_document(archive: BoundedZip, name: str) -> DocumentText:
    """The text of an ODT as one page, since it does not say where its pages end."""
    root = parse_xml(archive.read("content.xml"), name, "content.xml")
    body = next((part for part in root.iter() if local_name(part) == "body"), None)
    if body is None:
        raise UnreadableFile(name, "it holds no text", "open it in its own program and save it as DOCX")
    return document_of("odt", name, ["".join(_block_texts(body)).removesuffix("\n")], _title(archive, name))


def _title(archive: BoundedZip, name: str) -> str:
    properties = archive.read_if_there("meta.xml")
    if not properties:
        return ""
    return next(
        (
            part.text or ""
            for part in parse_xml(properties, name, "meta.xml").iter()
            if local_name(part) == "title"
        ),
        "",
    )


def _block_texts(parent: Element) -> Iterator[str]:
    for child in parent:
        kind = local_name(child)
        if kind in _PARAGRAPHS:
            yield "".join(_inline_texts(child)) + "\n"
        elif kind == "table-row":
            yield (
                "\t".join(" ".join("".join(_block_texts(cell)).split("\n")).strip() for cell in child) + "\n"
            )
        elif kind not in _SKIPPED:
            yield from _block_texts(child)


def _inline_texts(parent: Element) -> Iterator[str]:
    yield parent.text or ""
    for child in parent:
        kind = local_name(child)
        if kind == "s":
            yield " " * _spaces(child)
        elif kind == "tab":
            yield "\t"
        elif kind == "line-break" or kind in _PARAGRAPHS:
            yield "\n"
        if kind not in _SKIPPED:
            yield from _inline_texts(child)
        yield child.tail or ""


def _spaces(element: Element) -> int:
    counts = [value for key, value in element.items() if key.endswith("}c") and value.isdecimal()]
    return min(int(counts[0][:6]), _MOST_SPACES) if counts else 1
