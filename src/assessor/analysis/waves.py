"""What must be alike for two waves to be compared: the words, the kind of answer, and who was asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assessor.analysis.rounding import percent

LEAST_FROM_SAME_SITES: Final = 80
"""The least % of each wave's respondents who must belong to sites heard in both: the program's convention."""

_SAME_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-"})


@dataclass(frozen=True)
class AskedAs:
    """How a question was put to a group in a wave.

    `labels` are the words of its points or choices, empty where they are not known (an export of numbers).
    """

    wording: str
    kind: str
    low: int = 1
    high: int = 5
    is_reversed: bool = False
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class RespondentRule:
    """Who of a group answered in a wave: with which form, how many at each site; empty where not known."""

    form: str = ""
    sites: Mapping[str, int] = field(default_factory=dict)


def why_not_compared(before: AskedAs, after: AskedAs) -> str:
    """Return the sentence why a question's two waves must not be compared; empty where they may be.

    Spaces and the shape of quotation marks do not count as wording. Source: domain.md 2.5 item 9.
    """
    if _plain(before.wording) != _plain(after.wording):
        return "The wording changed between the waves."
    if before.kind != after.kind or (before.low, before.high) != (after.low, after.high):
        return "It was answered in another way: the kind of question or its scale changed."
    if before.is_reversed != after.is_reversed:
        return "It is reverse-scored in one of the waves only."
    if before.labels and after.labels and _all_plain(before.labels) != _all_plain(after.labels):
        return "The answers offered were worded otherwise."
    return ""


def why_other_people(before: RespondentRule, after: RespondentRule) -> str:
    """Return the sentence why a group's two waves must not be compared, by who was asked; else empty.

    What is not known of a wave is taken to be alike. A school of which few answered may be in one wave only;
    four of five in each wave must come from schools heard in both. Source: domain.md 2.5 item 9.
    """
    if before.form and after.form and before.form != after.form:
        return "The group filled in another form in each wave."
    if before.sites and after.sites:
        same = before.sites.keys() & after.sites.keys()
        for sites in (before.sites, after.sites):
            share = percent(sum(sites[site] for site in same), sum(sites.values()))
            if share is not None and share < LEAST_FROM_SAME_SITES:
                return "The group answered at other schools in each wave."
    return ""


def _plain(text: str) -> str:
    return " ".join(text.translate(_SAME_SIGNS).split())


def _all_plain(labels: tuple[str, ...]) -> list[str]:
    return [_plain(label) for label in labels]
