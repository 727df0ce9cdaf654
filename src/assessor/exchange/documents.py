"""Documents of any readable format, told apart by their content and read to pages of text."""

from assessor.exchange.document_pages import DocumentText, PageText
from assessor.exchange.docx_documents import read_docx_document
from assessor.exchange.odt_documents import read_odt_document
from assessor.exchange.pdf_documents import read_pdf_document
from assessor.exchange.plain_documents import read_plain_document
from assessor.exchange.signatures import is_pdf, is_zip
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.zips import open_zip
from assessor.progress import Progress, Work

__all__ = ["DocumentText", "PageText", "read_document"]

_OTHER_CONTAINERS = {
    "xl/": ("it is an Excel workbook", "import it as a survey table after saving it as CSV"),
    "ppt/": ("it is a slide show", "save it as PDF"),
}


def read_document(data: bytes, name: str, encoding: str | None = None) -> Work[DocumentText]:
    """The text of a PDF, DOCX, ODT, TXT or MD file, by its content; `encoding` is for the last two."""
    if is_pdf(data):
        return (yield from read_pdf_document(data, name))
    yield Progress(0, 1, "Reading text")
    if is_zip(data):
        return _read_container(data, name)
    return read_plain_document(data, name, encoding)


def _read_container(data: bytes, name: str) -> DocumentText:
    archive = open_zip(data, name)
    if "content.xml" in archive.names:
        return read_odt_document(archive, name)
    for folder, (why, remedy) in _OTHER_CONTAINERS.items():
        if any(entry.startswith(folder) for entry in archive.names):
            raise UnreadableFile(name, why, remedy)
    if "[Content_Types].xml" in archive.names:
        return read_docx_document(archive, name)
    raise UnreadableFile(
        name, "it is a zip container but no Word document", "unpack it and choose the file inside"
    )
