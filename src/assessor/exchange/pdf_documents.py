"""PDF documents: the text layer of each page, as PDFium reads it."""

import pypdfium2

from assessor.exchange.document_pages import MOST_PAGES, DocumentText, document_of
from assessor.exchange.unreadable import UnreadableFile
from assessor.progress import Progress, Work

_HYPHEN_AT_LINE_END = "\ufffe"
_DAMAGED = "open it in a PDF reader and save or print it as a new PDF"


def read_pdf_document(data: bytes, name: str) -> Work[DocumentText]:
    """The text of a PDF, page by page; a scan comes back with pages and no words."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(name, str(error)) from error
    try:
        total = len(document)
        _check_page_count(total, name)
        texts = []
        for index in range(total):
            texts.append(_page_text(document, index, name))
            yield Progress(index + 1, total, "Reading pages")
        return document_of("pdf", name, texts, _plain(document.get_metadata_value("Title")))
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, index: int, name: str) -> str:
    try:
        page = document[index]
        text_page = page.get_textpage()
        try:
            return _plain(text_page.get_text_range())
        finally:
            text_page.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(name, f"its page {index + 1} is damaged", _DAMAGED) from error


def _plain(text: str) -> str:
    """PDFium marks a hyphen at a line's end with U+FFFE; NUL and lone surrogates stand for unknown glyphs."""
    dehyphenated = text.replace(_HYPHEN_AT_LINE_END, "-").replace("\0", "\ufffd")
    return dehyphenated.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _check_page_count(pages: int, name: str) -> None:
    if pages == 0:
        raise UnreadableFile(name, "it has no pages", _DAMAGED)
    if pages > MOST_PAGES:
        raise UnreadableFile(name, f"it has more than {MOST_PAGES:,} pages", "split it and import each part")


def _cannot_open(name: str, fault: str) -> UnreadableFile:
    if "password" in fault.lower():
        return UnreadableFile(name, "it is protected by a password", "save it without a password")
    if "security" in fault.lower():
        return UnreadableFile(name, "its protection is of a kind not known", "save it without protection")
    return UnreadableFile(name, "it is cut off or damaged", _DAMAGED)
