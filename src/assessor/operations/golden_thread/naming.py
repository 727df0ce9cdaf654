"""How a sentence names an element, and joins what it lacks."""

from collections.abc import Sequence

from assessor.operations.findings.gathering import Gathered

_LONGEST = 80


def quoted(kind: str, title: str) -> str:
    """An element by kind and title: "Goal “One agreement”"; long titles are cut at a word."""
    line = " ".join(title.split())
    if not line:
        return f"{kind} without a title"
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{kind} “{line}”"


def finding_name(gathered: Gathered) -> str:
    """A finding by number and title: "F3 “Staff call the SRO”"."""
    return quoted(f"F{gathered.finding.number}", gathered.finding.title)


def listed(words: Sequence[str]) -> str:
    """Words in a row: "a baseline, a target and a date"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
