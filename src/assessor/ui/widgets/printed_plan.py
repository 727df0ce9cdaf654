"""A printed plan opened for looking at: its pages as pictures, its outline, and where words stand in it."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage

_CHANNELS = 3
_ENOUGH_WORDS = 40  # characters by which words are found; longer ones are broken over lines and pages


@dataclass(frozen=True)
class Spot:
    """A place on a page: the page, counted from 0, and how far down, 0 to 1."""

    page: int
    down: float


class PrintedPlan:
    """An open PDF. PDFium is not made for several threads: use it on the thread of the screen alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._document = pypdfium2.PdfDocument(path)
        self.sizes = [self._document.get_page_size(number) for number in range(len(self._document))]
        self._texts: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.sizes)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    def starts(self) -> list[int]:
        """The first pages of the chapters, counted from 1, as the outline's first level has them."""
        found = []
        for bookmark in self._document.get_toc():
            where = bookmark.get_dest()
            index = where.get_index() if where is not None else None
            if bookmark.level == 0 and index is not None:
                found.append(index + 1)
        return found

    def picture(self, page: int, width: int, ratio: float = 1.0) -> QImage:
        """A page `width` px wide on a screen with so many device pixels a px."""
        scale = width * ratio / self.sizes[page][0]
        bitmap = self._document[page].render(scale=scale, rev_byteorder=True)
        image = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, _format(bitmap.n_channels)
        ).copy()
        bitmap.close()
        image.setDevicePixelRatio(ratio)
        return image

    def find(self, words: str, first: int = 0, last: int | None = None) -> Spot | None:
        """Where words first stand on the pages from `first` to before `last`, counted from 0."""
        wanted = _plain(words)[:_ENOUGH_WORDS]
        if not wanted:
            return None
        for page in range(first, min(last or len(self), len(self))):
            if wanted in self._text(page):
                return Spot(page, self._how_far_down(page, words))
        return None

    def _text(self, page: int) -> str:
        if page not in self._texts:
            text_page = self._document[page].get_textpage()
            self._texts[page] = _plain(text_page.get_text_range())
            text_page.close()
        return self._texts[page]

    def _how_far_down(self, page: int, words: str) -> float:
        text_page = self._document[page].get_textpage()
        try:
            for beginning in (words[:_ENOUGH_WORDS], " ".join(words.split()[:3])):
                found = text_page.search(beginning).get_next()
                if found and text_page.count_rects(*found):
                    return float(1 - text_page.get_rect(0)[3] / self.sizes[page][1])
        finally:
            text_page.close()
        return 0.0


def _format(channels: int) -> QImage.Format:
    return QImage.Format.Format_RGB888 if channels == _CHANNELS else QImage.Format.Format_RGBX8888


def _plain(text: str) -> str:
    """Text by which places are compared: without breaks, hyphens at line ends, and case."""
    return "".join(text.replace("\ufffe", "").split()).casefold()
