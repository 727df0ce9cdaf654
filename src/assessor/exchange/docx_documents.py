"""Word documents (DOCX): paragraphs, headings, lists, tables and notes in reading order, by explicit page."""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assessor.exchange.document_pages import DocumentText, document_of
from assessor.exchange.foreign_xml import local_name, parse_xml
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.zips import BoundedZip

_PAGE_END = "\f"
_CELL_END = "\t"
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sectPr", "tblPr", "tcPr"}
)
_MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SAME_PAGE_SECTIONS = frozenset({"continuous", "nextColumn"})


def read_docx_document(archive: BoundedZip, name: str) -> DocumentText:
    """The text of a DOCX; table cells stand apart by tabs, and foot- and endnotes close the last page."""
    main = _main_part(archive, name)
    folder = posixpath.dirname(main)
    text = "".join(_block_texts(parse_xml(archive.read(main), name, main)))
    for notes in ("footnotes.xml", "endnotes.xml"):
        part = archive.read_if_there(posixpath.join(folder, notes))
        if part:
            text += "".join(_block_texts(parse_xml(part, name, notes)))
    return document_of("docx", name, text.removesuffix("\n").split(_PAGE_END), _title(archive, name))


def _main_part(archive: BoundedZip, name: str) -> str:
    relations = archive.read_if_there("_rels/.rels")
    if relations:
        for relation in parse_xml(relations, name, "_rels/.rels"):
            if relation.get("Type", "").endswith("/officeDocument"):
                target = posixpath.normpath(relation.get("Target", "").lstrip("/"))
                if target in archive.names:
                    return target
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    raise UnreadableFile(name, "it holds no Word text", "open it in Word and save it as DOCX")


def _title(archive: BoundedZip, name: str) -> str:
    properties = archive.read_if_there("docProps/core.xml")
    if not properties:
        return ""
    titles = (
        part.text or ""
        for part in parse_xml(properties, name, "docProps/core.xml")
        if local_name(part) == "title"
    )
    return next(titles, "")


def _block_texts(parent: Element) -> Iterator[str]:
    for child in parent:
        kind = local_name(child)
        if kind == "p":
            yield from _paragraph_texts(child)
        elif kind == "tbl":
            yield from _table_texts(child)
        elif kind not in _SKIPPED:
            yield from _block_texts(child)


def _paragraph_texts(paragraph: Element) -> Iterator[str]:
    aside: list[str] = []
    if _property(paragraph, "pageBreakBefore") is not None:
        yield _PAGE_END
    yield "".join(_run_texts(paragraph, aside)) + "\n"
    yield from aside
    section = _property(paragraph, "sectPr")
    if section is not None and _section_kind(section) not in _SAME_PAGE_SECTIONS:
        yield _PAGE_END


def _run_texts(parent: Element, aside: list[str]) -> Iterator[str]:
    """The texts of a paragraph's runs; what stands in a text box goes `aside`, after the paragraph."""
    for child in parent:
        kind = local_name(child)
        if kind in _SKIPPED:
            continue
        if kind == "t":
            yield child.text or ""
        elif kind == "br":
            yield _PAGE_END if _attribute(child, "type") == "page" else "\n"
        elif kind in _MARKS:
            yield _MARKS[kind]
        elif kind == "txbxContent":
            aside.extend(_block_texts(child))
        else:
            yield from _run_texts(child, aside)


def _table_texts(table: Element) -> Iterator[str]:
    for row in _parts(table, "tr"):
        cells = (
            " ".join("".join(_block_texts(cell)).replace(_PAGE_END, "").split("\n")).strip(" ")
            for cell in _parts(row, "tc")
        )
        yield _CELL_END.join(cells) + "\n"


def _parts(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those wrapped in content controls."""
    for child in parent:
        kind = local_name(child)
        if kind == wanted:
            yield child
        elif kind not in _SKIPPED and kind not in ("tr", "tc", "p"):
            yield from _parts(child, wanted)


def _property(paragraph: Element, wanted: str) -> Element | None:
    for child in paragraph:
        if local_name(child) == "pPr":
            found = (part for part in child if local_name(part) == wanted)
            switched = (part for part in found if _attribute(part, "val") not in ("0", "false", "off"))
            return next(switched, None)
    return None


def _section_kind(section: Element) -> str:
    kinds = (_attribute(part, "val") for part in section if local_name(part) == "type")
    return next(kinds, "nextPage")


def _attribute(element: Element, wanted: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == wanted), "")
