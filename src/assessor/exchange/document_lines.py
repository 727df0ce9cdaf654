"""Lines of a page's text told apart: section numbers, headings, running heads, contents and wrapped lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST_HEADING, _MOST_WORDS = 90, 12
_EDGE_LINES, _FEWEST_PAGES = 2, 3
_FULL = 0.88
_LONG_LINE, _WIDEST = 50, 160

_NUMBER = re.compile(
    r"(?:§\s?)?(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|[A-Z]\.|[IVX]{1,6}\.|[a-z][.)]|[ivx]{1,5}[.)]"
    r"|\([A-Za-z0-9]{1,4}\)|[•·▪◦–—*-]|o(?=\s[A-Z]))(?=\s+\S)"
)
_NAMED_PART = re.compile(
    r"(?:article|section|part|chapter|appendix|attachment|exhibit)\s+[\dIVXLC]+\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?:[.;:!?][”\"’')]?|[;,] (?:and|or))$")
_BULLETS = frozenset("•·▪◦")


@dataclass(frozen=True)
class Line:
    """A line of a page without the blanks around it; `start` counts the page's code points."""

    start: int
    text: str
    indent: int = 0


def lines_of(page: str) -> list[Line]:
    """The lines of a page, blank ones as empty texts."""
    found, start = [], 0
    for raw in page.split("\n"):
        bare = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        found.append(Line(start + indent if bare else start, bare, len(raw[:indent].expandtabs(4))))
        start += len(raw) + 1
    return found


def number_of(text: str) -> str:
    """The section number or list mark a line begins with; empty when there is none."""
    found = _NUMBER.match(text)
    return found.group() if found else ""


def heading_level(text: str) -> int:
    """1 for a heading of a part, 2 for one below it, 0 for ordinary text."""
    number = number_of(text)
    rest = text[len(number) :].strip()
    if not rest or len(text) > _LONGEST_HEADING or "\t" in text or "__" in text or _SENTENCE_END.search(rest):
        return 0
    if _NAMED_PART.match(text) and len(text.split()) <= _MOST_WORDS:
        return 1
    if text.isupper() and sum(mark.isalpha() for mark in text) >= len(text) / 2:
        return 1
    if not _is_titled(rest):
        return 0
    return 1 if re.fullmatch(r"\d+\.|[IVX]+\.", number) else 2


def _is_titled(text: str) -> bool:
    words = text.split()
    heavy = [word for word in words if len(word) > 3]
    return (
        bool(heavy)
        and len(words) <= _MOST_WORDS
        and words[0][0].isupper()
        and all(not word[0].islower() for word in heavy)
    )


def running_heads(pages: Sequence[str]) -> frozenset[str]:
    """Heads and feet that come again page after page, figures as #."""
    counted: Counter[str] = Counter()
    for page in pages:
        written = [line.text for line in lines_of(page) if line.text]
        edge = min(_EDGE_LINES, len(written) // 3)
        at_edges = [*written[:edge], *written[len(written) - edge :]]
        counted.update({without_figures(text) for text in at_edges})
    least = max(_FEWEST_PAGES, len(pages) * 0.4)
    return frozenset(text for text, count in counted.items() if count >= least)


def without_figures(text: str) -> str:
    """A line with every figure as #, to know it again on another page."""
    return re.sub(r"\d+", "#", text)


def line_width(pages: Sequence[str]) -> int:
    """How many characters a full line has where lines are broken by hand or by a printer; 0 where not."""
    lengths = sorted(
        len(line.text) for page in pages for line in lines_of(page) if len(line.text) > _LONG_LINE
    )
    if not lengths:
        return _LONG_LINE
    usual = lengths[len(lengths) * 4 // 5]
    return usual if usual <= _WIDEST else 0


def goes_on(line: Line, after: Line, width: int) -> bool:
    """Whether `after` goes on the paragraph of `line`: its first word would not have fitted in `width`."""
    if not width:
        return False
    is_ended = bool(_SENTENCE_END.search(line.text))
    mark = number_of(after.text)
    if mark in _BULLETS or (mark and (is_ended or len(line.text) < width / 2)):
        return False
    if is_ended and heading_level(after.text):
        return False
    if not is_ended and (after.text[0].islower() or after.text[0] in ",;)"):
        return True
    first_word = after.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(first_word) > width * _FULL
