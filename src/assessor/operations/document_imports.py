"""Documents brought in: read in a child process, kept with their original, the same file only once."""

import hashlib
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.exchange.documents import DocumentText
from assessor.exchange.reading import read_document_file
from assessor.model import Document, DocumentPage
from assessor.progress import Work
from assessor.store import Engagement
from assessor.terms import CannotDo

_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain",
    "md": "text/markdown",
}


class AlreadyHere(CannotDo):
    """The same file was brought in before; `document_id` is the document it became."""

    def __init__(self, name: str, title: str, document_id: str) -> None:
        self.document_id = document_id
        super().__init__(
            f"“{name}” is here already, as “{title}”: the two files are the same, byte for byte."
        )


def import_document(
    engagement: Engagement, source: Path, *, title: str = "", kind: str = "other", anew: bool = False
) -> Work[str]:
    """Bring a file in: its text by page, and the original as it is; returns the document's id.

    Raises UnreadableFile (a CannotDo) when it cannot be read, and AlreadyHere when the same bytes were
    brought in before, unless it is to be a document of its own (`anew`); nothing is changed then.
    """
    text = yield from read_document_file(source)
    content = source.read_bytes()
    if not anew:
        refuse_if_here(engagement, source.name, content)
    name = title.strip() or text.title or source.stem.replace("_", " ")
    with engagement.change(f"Import {name}") as session:
        document = Document(title=name, kind=kind)
        keep_document(engagement, session, document, source.name, text, content)
        return document.id


def refuse_if_here(engagement: Engagement, name: str, content: bytes) -> None:
    """Raise AlreadyHere where a document was made of the same bytes before."""
    here = select(Document.id, Document.title).where(
        Document.attachment == hashlib.sha256(content).hexdigest()
    )
    with engagement.reading() as session:
        found = session.execute(here.order_by(Document.id)).first()
    if found is not None:
        raise AlreadyHere(name, found.title, found.id)


def keep_document(
    engagement: Engagement,
    session: Session,
    document: Document,
    name: str,
    text: DocumentText,
    content: bytes,
) -> None:
    """Keep a new document with its pages and its original, inside an open change."""
    document.file_name, document.format = name, text.format
    document.attachment = engagement.keep_attachment(session, content, _MEDIA_TYPES[text.format])
    document.words, document.has_text = text.words, text.has_text
    session.add(document)
    session.flush()
    session.add_all(
        DocumentPage(document_id=document.id, number=page.number, text=page.text) for page in text.pages
    )
