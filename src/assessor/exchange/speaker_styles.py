"""The ways in which plain text heads what is said with who says it and when."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.exchange.speakers import canonical_name, is_capitalized

TEXT, OTTER, ZOOM_CHAT = "text", "otter", "zoom_chat"


@dataclass(frozen=True)
class Style:
    """A way of heading what is said; its pattern names `time`, `end`, `name` and `said` where they occur."""

    kind: str
    pattern: re.Pattern[str]
    is_likely: bool = True
    """Whether one line of it says enough; else nearly all have to be headed so, by names that recur."""
    by_clock: bool = False


_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIME = rf"(?P<time>{_CLOCK})"
_TIMES = rf"\[?{_TIME}(?:\s*(?:-->|[-–—]|to)\s*(?P<end>{_CLOCK}))?\]?"
_NAME = r"(?P<name>[^\W\d_][^:\n]{0,59}?)"
_SAID = r"(?P<said>.*)$"
_SOUND = "laugh|inaud|cross|pause|silence|applause|music|unintel|noise|sigh|cough|crying|beep|redact|deleted"

STYLES = (
    Style(ZOOM_CHAT, re.compile(rf"^{_TIME}\t\s*(?P<name>[^\t:]{{1,80}}):?\t\s*{_SAID}")),
    Style(
        ZOOM_CHAT,
        re.compile(
            rf"^{_TIME}\s+From\s+(?P<name>[^\n:]{{1,80}}?)(?:\s+to\s+[^\n:]{{1,80}}?)?\s?:(?:\s+|$){_SAID}"
        ),
        by_clock=True,
    ),
    Style(TEXT, re.compile(rf"^{_TIMES}\s*[-–]?\s*{_NAME}\s?:(?:\s+|$){_SAID}")),
    Style(
        OTTER,
        re.compile(rf"^(?P<name>[^\W\d_][^:\n\t]{{0,59}}?)(?:\s{{2,40}}|\t{{1,40}}){_TIME}\s*(?P<said>)$"),
    ),
    Style(TEXT, re.compile(rf"^{_NAME} {_TIME}\s*(?P<said>)$"), is_likely=False),
    Style(TEXT, re.compile(rf"^{_NAME}\s*[\[(]{_TIME}[\])]\s*:?\s*{_SAID}")),
    Style(TEXT, re.compile(rf"^\[(?!{_SOUND})(?P<name>[^\W\d_][^\]\d]{{0,30}}\d{{0,4}})\]:?\s+{_SAID}")),
    Style(
        TEXT, re.compile(rf"^{_TIMES}\s+(?P<name>[^\W\d_][^:\n.!?]{{0,39}})\s*(?P<said>)$"), is_likely=False
    ),
    Style(TEXT, re.compile(r"^(?P<name>[^\W\d_][^:\n\t.!?]{0,39}?):?\t+(?P<said>\S.*)$"), is_likely=False),
)
_FEWEST_HEADED = 2
_HEADED_SHARE, _NEARLY_ALL = 0.1, 0.4
_MOST_SPEAKERS = 60


def likeliest_style(lines: Sequence[str], *, is_sure: bool = False) -> Style | None:
    """The style that heads the most lines, if it heads enough and its speakers recur.

    Where the text `is_sure` to be a transcript, one heading is enough.
    """
    filled = sum(bool(line.strip()) for line in lines)
    best: tuple[int, Style] | None = None
    for style in STYLES:
        found = Counter(match["name"] for line in lines if (match := style.pattern.match(line)))
        headed = found.total()
        if (best is None or headed > best[0]) and _holds(
            style, found, filled, 1 if is_sure else _FEWEST_HEADED
        ):
            best = headed, style
    return best[1] if best else None


def _holds(style: Style, found: Counter[str], filled: int, fewest: int) -> bool:
    headed, names = found.total(), len({canonical_name(name) for name in found})
    if headed < max(fewest, _HEADED_SHARE * filled) or names > _MOST_SPEAKERS:
        return False
    if style.is_likely:
        return names < headed or style.kind in (ZOOM_CHAT, OTTER)
    return headed >= _NEARLY_ALL * filled and names < headed and all(is_capitalized(name) for name in found)
