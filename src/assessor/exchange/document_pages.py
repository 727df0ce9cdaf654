"""What every document becomes: its pages of plain text, with the words counted."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessor.exchange.texts import with_plain_line_ends
from assessor.exchange.unreadable import UnreadableFile

MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
_SPLIT_IT = "split it into parts and import each"


@dataclass(frozen=True)
class PageText:
    """One page, numbered from 1; its text has plain newlines, and offsets into it count code points."""

    number: int
    text: str


@dataclass(frozen=True)
class DocumentText:
    """The text of a document by page; `format` is pdf, docx, odt, txt or md.

    `encoding` is set for txt and md. `has_text` is false for scans. `title` is what the document
    says of itself, or empty.
    """

    format: str
    pages: tuple[PageText, ...]
    words: int
    has_text: bool
    title: str = ""
    encoding: str = ""

    @property
    def pages_without_text(self) -> tuple[int, ...]:
        """The numbers of pages with no words on them: blank, or scanned."""
        return tuple(page.number for page in self.pages if not page.text.strip())


def document_of(
    kind: str, name: str, texts: Iterable[str], title: str = "", encoding: str = ""
) -> DocumentText:
    """A document from its pages' texts; raises UnreadableFile where there are more than can be handled."""
    pages: list[PageText] = []
    words = characters = 0
    for number, text in enumerate(texts, start=1):
        if number > MOST_PAGES:
            raise UnreadableFile(name, f"it has more than {MOST_PAGES:,} pages", _SPLIT_IT)
        plain = with_plain_line_ends(text)
        characters += len(plain)
        if characters > MOST_CHARACTERS:
            raise UnreadableFile(name, f"it has more than {MOST_CHARACTERS:,} characters of text", _SPLIT_IT)
        words += len(plain.split())
        pages.append(PageText(number, plain))
    return DocumentText(kind, tuple(pages), words, words > 0, " ".join(title.split()), encoding)
