"""Which ordered scale the values of a column are on, and the score of each value."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from assessor.exchange.answers import normal
from assessor.exchange.label_sets import AGREEMENT, LABEL_SETS, LabelSet

_NUMERAL = re.compile(r"^(\d{1,2})(?:\.0+)?$")
_NUMERAL_FIRST = re.compile(r"^\(?(\d{1,2})\)?\s*(?:[-=.:)]|\s)\s*(\D.*)$")
_NUMERAL_LAST = re.compile(r"^(\D.*?)\s*[(=:-]\s*(\d{1,2})\)?$")
_RANGES = ((1, 5), (0, 5), (1, 7), (0, 10))
_FEWEST_LABELS = 2


@dataclass(frozen=True)
class Scale:
    """A scale from `low` to `high`, high being more of what is asked, and the score of each value seen."""

    name: str
    low: int
    high: int
    scores: tuple[tuple[str, int], ...]


def scale_of(values: Collection[str]) -> Scale | None:
    """The scale that holds all these answers, or None; no-answers and don't-knows are left out beforehand."""
    return _labelled_scale(values) or _numbered_label_scale(values) or _numeral_scale(values)


def nearest_scale(counts: Mapping[str, int], share: float) -> Scale | None:
    """The label scale that holds the most answers, if at least this share; the others get no score."""
    labels = {value: _label(value) for value in counts}
    best: Scale | None = None
    most = 0
    for known in LABEL_SETS:
        held = {value: label for value, label in labels.items() if label in known.levels}
        covered = sum(counts[value] for value in held)
        if len(held) >= _FEWEST_LABELS and covered > most and covered >= share * sum(counts.values()):
            best, most = _on_set(known, held), covered
    return best


def _label(value: str) -> str:
    return normal(value).rstrip(".!")


def _labelled_scale(values: Collection[str]) -> Scale | None:
    labels = {value: _label(value) for value in values}
    for known in LABEL_SETS:
        if labels and all(label in known.levels for label in labels.values()):
            if known.name != AGREEMENT and len(set(labels.values())) < _FEWEST_LABELS:
                continue
            return _on_set(known, labels)
    return None


def _on_set(known: LabelSet, labels: dict[str, str]) -> Scale:
    seen = {known.levels[label] for label in labels.values()}
    finer = len({level.short for level in seen}) < len({level.long for level in seen})
    scored = [(value, known.levels[label]) for value, label in labels.items()]
    scores = sorted(((value, level.long if finer else level.short) for value, level in scored), key=_by_score)
    return Scale(known.name, 1, known.long_high if finer else known.short_high, tuple(scores))


def _numbered_label_scale(values: Collection[str]) -> Scale | None:
    """Values such as "4 - Agree" or "Agree (4)", which carry their own score; end points may stand bare."""
    found: dict[str, int] = {}
    labelled = 0
    for value in values:
        text = normal(value)
        first, last, bare = _NUMERAL_FIRST.match(text), _NUMERAL_LAST.match(text), _NUMERAL.match(text)
        if bare:
            found[value] = int(bare[1])
        elif first or last:
            found[value] = int(first[1]) if first else int(last[2] if last else 0)
            labelled += 1
        else:
            return None
    numbers = set(found.values())
    if labelled < _FEWEST_LABELS or len(numbers) < len({normal(value) for value in values}):
        return None
    return _on_range("numbered labels", found)


def _numeral_scale(values: Collection[str]) -> Scale | None:
    found = {value: int(match[1]) for value in values if (match := _NUMERAL.match(normal(value)))}
    if len(found) < len(values) or len(set(found.values())) < _FEWEST_LABELS or set(found.values()) <= {0, 1}:
        return None
    return _on_range("numerals", found)


def _on_range(name: str, found: dict[str, int]) -> Scale | None:
    for low, high in _RANGES:
        if low <= min(found.values()) and max(found.values()) <= high:
            return Scale(name, low, high, tuple(sorted(found.items(), key=_by_score)))
    return None


def _by_score(entry: tuple[str, int]) -> tuple[int, str]:
    return entry[1], entry[0]
