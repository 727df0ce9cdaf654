"""The words and figures of print: dates, counts, lists, last words held together, safe links."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from urllib.parse import urlsplit

from markupsafe import Markup, escape

NO_BREAK = "\N{NO-BREAK SPACE}"
_LONG_HEADING = 40  # characters, from which three words are bound
_LONGEST_BOUND = 26  # characters; longer ends are left to break
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LINKABLE = {"https", "mailto"}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def bind_last(text: str, words: int = 2) -> str:
    """The text with its last words held together by no-break spaces, so that no word stands alone."""
    parts = text.rstrip().split(" ")
    for held in range(min(words, len(parts) - 1), 1, -1):
        end = NO_BREAK.join(parts[-held:])
        if len(end) <= _LONGEST_BOUND:
            return " ".join([*parts[:-held], end])
    return text


def bound(text: str) -> str:
    """A paragraph whose last two words stay together."""
    return bind_last(text)


def heading(text: str) -> Markup:
    """A heading: line breaks set by hand are kept, the end of a long line stays together."""
    lines = [bind_last(line, 3 if len(line) > _LONG_HEADING else 2) for line in text.splitlines() if line]
    return Markup(" <br>").join(escape(line) for line in lines)


def one_line(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


def stressed(text: str, phrase: str) -> Markup:
    """The text with one phrase of it in bold; without it, where it does not occur."""
    before, found, after = text.partition(phrase) if phrase else (text, "", "")
    if not found:
        return escape(bind_last(text))
    return escape(before) + Markup("<b>{}</b>").format(found) + escape(bind_last(after))


def us_date(day: date) -> str:
    """June 30, 2027"""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def short_date(day: date) -> str:
    """Jun 30, 2027"""
    return f"{month_short(day)} {day.day}, {day.year}"


def month_short(day: date) -> str:
    """Jun"""
    return _MONTHS[day.month - 1][:3]


def month_year(day: date) -> str:
    """June 2027"""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def period_label(day: date) -> str:
    """Jan 27: a month under a run chart"""
    return f"{month_short(day)} {day.year % 100:02d}"


def month_span(months: Sequence[date]) -> str:
    """August 2026 to June 2027"""
    first, last = month_year(months[0]), month_year(months[-1])
    return first if first == last else f"{first} to {last}"


def w3c(moment: datetime) -> str:
    """The moment as PDF metadata take it."""
    return moment.isoformat(timespec="seconds")


def number_word(number: int) -> str:
    """A number in prose: in words to ten, then in figures with thousands set off."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, noun: str) -> str:
    """5 methods, 1 method"""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def count(number: int | None) -> str:
    """A count in a table; a dash where the method was not used."""
    return "–" if number is None else f"{number:,}"


def plain_number(number: Decimal) -> str:
    """A decimal without trailing zeros: 2, 1.5"""
    return f"{number.normalize():f}"


def listed(words: Iterable[str]) -> str:
    """F1, F2 and F7"""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def sentences(parts: Iterable[str]) -> str:
    """Parts as sentences, each with its end mark, those left empty left out."""
    kept = (part.strip() for part in parts if part.strip())
    return " ".join(part if part[-1] in ".!?" else f"{part}." for part in kept)


def upper_first(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def anchor(code: str) -> str:
    """A code as a fragment: f1, a2-1; other letters by their numbers, so that no two codes meet."""
    return "".join(_anchor_letter(letter) for letter in code.lower())


def _anchor_letter(letter: str) -> str:
    if letter.isascii() and letter.isalnum():
        return letter
    return "-" if letter in ".- " else f"_{ord(letter):x}"


def linked(text: str, address: str | None = None) -> Markup:
    """The text as a link where its address is https or mailto, else the text alone."""
    target = text if address is None else address
    if not is_linkable(target):
        return escape(text)
    return Markup('<a href="{}">{}</a>').format(target, text.removeprefix("mailto:"))


def is_linkable(address: str) -> bool:
    """Whether an address may become a link in the file."""
    if re.search(r"[\s\x00-\x1f]", address.strip()):
        return False
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in _LINKABLE and bool(parts.netloc or parts.path)


def figure_markup(figure: str) -> Markup:
    """A key figure with its units small: 46%, 2 of 6."""
    parts = re.split(r"([^\W\d_]+|%)", figure)
    pieces = (Markup("<small>{}</small>").format(part) if index % 2 else escape(part)
              for index, part in enumerate(parts))  # fmt: skip
    return Markup("").join(pieces)
