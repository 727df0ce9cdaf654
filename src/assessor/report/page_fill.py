"""Whether every page is well filled: none nearly empty, nothing printed beyond the live area."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

_LEAST = 0.1  # of the live area's height, below which a page counts as nearly empty
_SLACK = 1.5  # px that ink may reach beyond the live area
_FLOWING = "flowing"  # pages of notes, which end where they end
_HANGING = 12.0  # px that a quotation mark hangs to the left


@dataclass(frozen=True)
class PageFault:
    """What is wrong with a page, and in which chapter."""

    page: int
    chapter: str
    fault: str

    def __str__(self) -> str:
        chapter = self.chapter.replace("\N{NO-BREAK SPACE}", " ")
        return f"Page {self.page}, in “{chapter}”: {self.fault}"


def list_page_faults(document: Any) -> list[PageFault]:
    """Every page that is filled by less than a tenth, or whose text leaves the live area."""
    faults: list[PageFault] = []
    chapter = ""
    for number, page in enumerate(document.pages, start=1):
        chapter = next((label for level, label, *_ in page.bookmarks if level == 1), chapter)
        box = page._page_box  # the only way to the boxes after layout
        if box.margin_top or box.margin_left:  # the cover bleeds
            faults += [PageFault(number, chapter, fault) for fault in _faults_of(box)]
    return faults


def _faults_of(page: Any) -> Iterator[str]:
    left, top = page.content_box_x(), page.content_box_y()
    right, bottom = left + page.width, top + page.height
    inks = [ink for child in page.children if not isinstance(child, boxes.MarginBox) for ink in _inks(child)]
    reach = max((ink[3] for ink in inks), default=top)
    if page.page_type.name != _FLOWING and reach - top < _LEAST * page.height:
        yield "filled by less than a tenth; shorten the chapter or let it end a page earlier"
    for x1, y1, x2, y2, text in inks:
        if x1 < left - _HANGING or x2 > right + _SLACK or y1 < top - _SLACK or y2 > bottom + _SLACK:
            yield f"“{text[:40]}” reaches beyond the margins"
            return


def _inks(box: Any) -> Iterator[tuple[float, float, float, float, str]]:
    """Edges and words of everything printed: text, and figures."""
    if isinstance(box, boxes.TextBox):
        if box.text.strip():
            x, y = box.position_x, box.position_y
            yield x, y, x + box.width, y + box.height, box.text
    elif isinstance(box, boxes.ReplacedBox):
        x, y = box.content_box_x(), box.content_box_y()
        yield x, y, x + box.width, y + box.height, "figure"
    else:
        for child in getattr(box, "children", ()):
            yield from _inks(getattr(child, "_box", child))
