"""Numbers and days as the plan's prose writes them."""

from datetime import date

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_word(count: int) -> str:
    """A whole number under ten in words, others in figures."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def in_words(count: int, noun: str) -> str:
    """A count with its noun: "two focus groups"."""
    return f"{number_word(count)} {noun}{'' if count == 1 else 's'}"


def day(when: date) -> str:
    """A day as it is written in the US: "June 30, 2027"."""
    return f"{when:%B} {when.day}, {when.year}"


def short_day(when: date) -> str:
    """A day in a table: "Aug 3, 2026"."""
    return f"{when:%b} {when.day}, {when.year}"


def capitalized(text: str) -> str:
    """The text with its first letter large and the rest as it is."""
    return text[:1].upper() + text[1:]
