"""How evidence is headed: groups, documents, days and figures in the few words of a row."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from assessor.terms import Fidelity, Group

_GROUP_WORDS = {
    Group.SRO: "SROs",
    Group.ADM: "Administrators",
    Group.TCH: "Teachers",
    Group.STU: "Students",
    Group.PAR: "Parents",
    Group.PRT: "Partners",
    Group.SUP: "Supervisors",
}

FIDELITY_WORDS = {
    Fidelity.VERBATIM: "word for word",
    Fidelity.NEAR: "nearly word for word",
    Fidelity.PARAPHRASE: "paraphrase",
}

_DOCUMENT_WORDS = {
    "agreement": "Agreement",
    "mou": "Agreement",
    "board_policy": "Board policy",
    "policy": "Policy",
    "procedure": "Agency procedure",
    "handbook": "Handbook",
}


def group_words(groups: Iterable[Group]) -> str:
    """The groups as they head a piece of evidence: "Teachers and students" keeps its one capital."""
    words = [_GROUP_WORDS[group] for group in Group if group in set(groups)]
    if len(words) < 2:
        return "".join(words)
    rest = [word if word == "SROs" else word.lower() for word in words[1:]]
    return ", ".join([words[0], *rest[:-1]]) + f" and {rest[-1]}"


def in_sentence(heading: str) -> str:
    """A heading as it stands inside a sentence; names and abbreviations keep their capitals."""
    first, *rest = heading.split(" ")
    plain = first.rstrip(",")
    known = {"Observation", "Joint", "Survey", "Interviews", "Focus", *_GROUP_WORDS.values()}
    return " ".join([first if plain == "SROs" or plain not in known else first.lower(), *rest])


def document_words(kind: str, title: str) -> str:
    """What a document is called in a heading: by its kind, or by its title where the kind says nothing."""
    return _DOCUMENT_WORDS.get(kind.lower().replace(" ", "_"), title)


def place_words(page: int, section: str) -> str:
    """Where a passage stands: "p. 4, § 3.4"."""
    sign = "" if not section or section.startswith("§") or not section[0].isdigit() else "§ "
    return f"p. {page}, {sign}{section}" if section else f"p. {page}"


def span_words(days: Iterable[date | datetime | None]) -> str:
    """The days from the first to the last: "Nov 2–9", "Oct 30 – Nov 2", "Nov 9"."""
    known = sorted(day.date() if isinstance(day, datetime) else day for day in days if day is not None)
    if not known:
        return ""
    first, last = known[0], known[-1]
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{day_words(first)}–{last.day}"
    return f"{day_words(first)} – {day_words(last)}"


def day_words(day: date) -> str:
    """A day without its year: "Nov 9"."""
    return f"{day:%b} {day.day}"


def figure_words(value: Decimal, unit: str) -> str:
    """A value with its unit: "62%", "1.9 per 100"."""
    number = f"{value.normalize():f}"
    if unit.strip() in {"%", "percent", "percentage"}:
        return f"{number}%"
    return f"{number} {unit}".strip()
