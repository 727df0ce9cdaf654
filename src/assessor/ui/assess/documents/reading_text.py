"""Where shown words stand in their pages: positions there count UTF-16 units, offsets here code points."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.exchange.document_paragraphs import Paragraph
from assessor.operations.documents import Span

_BLOCK_END = 1


def units_in(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text) if _is_plain(text) else len(text.encode("utf-16-le", "surrogatepass")) // 2


def points_in(text: str, units: int) -> int:
    """How many code points the first `units` of a text make."""
    if _is_plain(text):
        return min(units, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


def _is_plain(text: str) -> bool:
    return text.isascii() or max(text) <= "\uffff"  # every character is one unit


@dataclass(frozen=True)
class _Stretch:
    """A piece of a page as it is shown: from `position` on, `units` long."""

    position: int
    units: int
    page: int
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.position + self.units


class ReadingText:
    """The paragraphs of a document, one a text block, and the way between positions and places in pages."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = tuple(paragraphs)
        self._block_starts: list[int] = []
        self._stretches: list[_Stretch] = []
        position = 0
        for paragraph in self.paragraphs:
            self._block_starts.append(position)
            for piece in paragraph.pieces:
                units = units_in(piece.text)
                if piece.start is not None:
                    stretch = _Stretch(position, units, paragraph.page, piece.start, piece.text)
                    self._stretches.append(stretch)
                position += units
            position += _BLOCK_END
        self._positions = [stretch.position for stretch in self._stretches]
        self._places = [(stretch.page, stretch.start) for stretch in self._stretches]

    def paragraph_at(self, position: int) -> Paragraph:
        """The paragraph a position stands in. IndexError when there is none at all."""
        return self.paragraphs[max(bisect_right(self._block_starts, position) - 1, 0)]

    def spans(self, start: int, end: int) -> list[Span]:
        """The places of what is shown from `start` to `end`, one span a page."""
        found: dict[int, Span] = {}
        for stretch in self._stretches[max(bisect_right(self._positions, start) - 1, 0) :]:
            if stretch.position >= end:
                break
            first, last = max(start, stretch.position), min(end, stretch.end)
            if first < last:
                here = _span_of(stretch, first, last)
                before = found.get(stretch.page)
                found[stretch.page] = Span(here.page, before.start if before else here.start, here.end)
        return list(found.values())

    def positions(self, span: Span) -> tuple[int, int]:
        """Where a span of a page begins and ends as it is shown."""
        return self._position(span.page, span.start, is_end=False), self._position(
            span.page, span.end, is_end=True
        )

    def _position(self, page: int, offset: int, *, is_end: bool) -> int:
        place = bisect_right(self._places, (page, offset)) - 1
        if place < 0:
            return 0
        stretch = self._stretches[place]
        within = offset - stretch.start
        if stretch.page == page and (within < len(stretch.text) or is_end):
            if is_end and within == 0 and place:
                return self._stretches[place - 1].end
            return stretch.position + units_in(stretch.text[:within])
        after = self._stretches[place + 1] if place + 1 < len(self._stretches) else None
        return stretch.end if is_end or after is None else after.position


def _span_of(stretch: _Stretch, first: int, last: int) -> Span:
    start = points_in(stretch.text, first - stretch.position)
    end = points_in(stretch.text, last - stretch.position)
    return Span(stretch.page, stretch.start + start, stretch.start + end)
