"""Plain text and Markdown documents: one page, or one a form feed where the text has them."""

from pathlib import PurePath

from assessor.exchange.document_pages import DocumentText, document_of
from assessor.exchange.texts import decode_text

_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown")
_PAGE_END = "\f"


def read_plain_document(data: bytes, name: str, encoding: str | None = None) -> DocumentText:
    """The text of a TXT or MD file; a Markdown file's first heading of level one is its title."""
    decoded = decode_text(data, name, encoding)
    markdown = PurePath(name).suffix.lower() in _MARKDOWN_ENDINGS
    title = _first_heading(decoded.text) if markdown else ""
    pages = decoded.text.removesuffix(_PAGE_END).split(_PAGE_END)
    return document_of("md" if markdown else "txt", name, pages, title, decoded.encoding)


def _first_heading(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return next((line[2:].strip(" #") for line in lines if line.startswith("# ")), "")
