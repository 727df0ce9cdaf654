"""A version of a document as one text: pages end to end, paragraphs by where they begin."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from assessor.exchange.document_paragraphs import Paragraph, ParagraphKind, paragraphs_of
from assessor.operations.documents import Span

_PAGE_BREAK = "\n"


class VersionText:
    """The pages of a document end to end; heads and feet that come again are no paragraphs."""

    def __init__(self, kind: str, pages: Sequence[str]) -> None:
        self.whole = _PAGE_BREAK.join(pages)
        self._page_starts = [0]
        for page in pages:
            self._page_starts.append(self._page_starts[-1] + len(page) + len(_PAGE_BREAK))
        shown = [one for one in paragraphs_of(kind, pages, "") if one.kind is not ParagraphKind.QUIET]
        self.paragraphs = [one for one in shown if one.text.strip()]
        self.texts = [" ".join(one.text.split()) for one in self.paragraphs]
        self.starts = [self.place(one.page, _first(one)) for one in self.paragraphs]

    def place(self, page: int, offset: int) -> int:
        """Where a place in a page stands in the whole."""
        return self._page_starts[page - 1] + offset

    def spans(self, start: int, end: int) -> Iterator[Span]:
        """Words of the whole as words of pages."""
        for page in range(bisect_right(self._page_starts, start), len(self._page_starts)):
            begins, ends = self._page_starts[page - 1], self._page_starts[page] - len(_PAGE_BREAK)
            if begins >= end:
                break
            first, last = max(start, begins), min(end, ends)
            if self.whole[first:last].strip():
                yield Span(page, first - begins, last - begins)

    def raw(self, number: int) -> tuple[int, int]:
        """Where a paragraph begins and ends in the whole."""
        after = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.whole)
        return self.starts[number], after


def _first(paragraph: Paragraph) -> int:
    return next((piece.start for piece in paragraph.pieces if piece.start is not None), 0)
