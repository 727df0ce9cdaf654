"""What changed between two versions of a text: paragraph by paragraph, and word by word within one."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

LEAST_ALIKE: Final = 0.5
"""Two paragraphs are versions of one another from this share of common words on."""
_MOST_PAIRS = 2_500
_MOST_WORDS = 4_000
_WORDS = re.compile(r"\s*\S+")


class ChangeKind(StrEnum):
    """What became of a paragraph, or of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Change:
    """What became of a paragraph: its place in the earlier and in the newer text; None where it is not."""

    kind: ChangeKind
    before: int | None
    after: int | None


@dataclass(frozen=True)
class WordRun:
    """Words that stand in both texts, in the newer only (added), or in the earlier only (removed)."""

    kind: ChangeKind
    text: str


def compare_paragraphs(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """Return what became of every paragraph, in the order of the newer text.

    Blanks do not count. A paragraph that stands elsewhere in the newer text is MOVED there; paragraphs in the
    same place with at least half their words in common are CHANGED (Dice's coefficient over words).
    The time is bounded: long stretches without anything alike are told as removed and added.
    """
    old, new = [_bare(text) for text in before], [_bare(text) for text in after]
    found: list[Change] = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            places = zip(range(start, end), range(first, last), strict=True)
            found += [Change(ChangeKind.SAME, one, other) for one, other in places]
        else:
            found += _paired(old, new, range(start, end), range(first, last))
    return tuple(_with_moves(found, old, new))


def compare_words(before: str, after: str) -> tuple[WordRun, ...]:
    """Return the words of both versions of a paragraph in turn, each run as same, removed or added."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        return WordRun(ChangeKind.REMOVED, before), WordRun(ChangeKind.ADDED, after)
    runs: list[WordRun] = []
    for tag, start, end, first, last in _matched(old, new).get_opcodes():
        if tag == "equal":
            begin = max(old[start], new[first], key=len)  # the blank that either version has before it
            runs.append(WordRun(ChangeKind.SAME, begin + "".join(new[first + 1 : last])))
            continue
        removed, added = "".join(old[start:end]), "".join(new[first:last])
        runs += [WordRun(ChangeKind.REMOVED, removed)] if removed else []
        runs += [WordRun(ChangeKind.ADDED, added)] if added else []
    return tuple(runs)


def alike(before: str, after: str) -> float:
    """Return how alike two texts are, 0 to 1: twice the words in common over all words (Dice)."""
    return _dice(Counter(before.split()), Counter(after.split()))


def follow_words(before: str, start: int, end: int, after: str) -> tuple[int, int] | None:
    """Return where the words from `start` to `end` of a paragraph stand in its newer version.

    The span is None where none of them are left. Offsets count code points.
    """
    old, new = list(_WORDS.finditer(before)), list(_WORDS.finditer(after))
    if max(len(old), len(new)) > _MOST_WORDS:
        return None
    inside = [place for place, word in enumerate(old) if word.end() > start and _begin(word) < end]
    if not inside or not new:
        return None
    codes = _matched([one.group() for one in old], [one.group() for one in new]).get_opcodes()
    first, last = _counterpart(codes, inside[0], is_end=False), _counterpart(codes, inside[-1], is_end=True)
    if first > last:
        return None
    return _begin(new[first]), new[last].end()


def find_words(words: str, text: str, near: int) -> tuple[int, int] | None:
    """Return where words stand in a text, whatever the blanks between; of several places the one nearest."""
    parts = words.split()
    if not parts:
        return None
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    spans = (match.span() for match in pattern.finditer(text))
    return min(spans, key=lambda span: abs(span[0] - near), default=None)


def _bare(text: str) -> str:
    return " ".join(text.split())


def _paired(old: Sequence[str], new: Sequence[str], gone: range, come: range) -> Iterator[Change]:
    """Paragraphs between two that are the same: those alike are paired in order, the rest went or came."""
    is_small = len(gone) * len(come) <= _MOST_PAIRS
    bags = {other: Counter(new[other].split()) for other in come} if is_small else {}
    come_next = come.start
    for one in gone:
        bag = Counter(old[one].split()) if bags else Counter()
        shares = ((_dice(bag, bags[other]), other) for other in range(come_next, come.stop) if bags)
        share, best = max(shares, key=lambda pair: pair[0], default=(0.0, 0))
        if share < LEAST_ALIKE:
            yield Change(ChangeKind.REMOVED, one, None)
            continue
        yield from (Change(ChangeKind.ADDED, None, other) for other in range(come_next, best))
        yield Change(ChangeKind.CHANGED, one, best)
        come_next = best + 1
    yield from (Change(ChangeKind.ADDED, None, other) for other in range(come_next, come.stop))


def _dice(old: "Counter[str]", new: "Counter[str]") -> float:
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0


def _with_moves(changes: list[Change], old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """The changes, where a paragraph removed here and added there is told once, as moved there."""
    removed: dict[str, list[int]] = {}
    for one in changes:
        if one.kind is ChangeKind.REMOVED and one.before is not None:
            removed.setdefault(old[one.before], []).append(one.before)
    moved: dict[int, int] = {}
    for one in changes:
        if one.kind is ChangeKind.ADDED and one.after is not None and removed.get(new[one.after]):
            moved[one.after] = removed[new[one.after]].pop(0)
    origins = set(moved.values())
    for one in changes:
        if one.kind is ChangeKind.ADDED and one.after in moved:
            yield Change(ChangeKind.MOVED, moved[one.after], one.after)
        elif not (one.kind is ChangeKind.REMOVED and one.before in origins):
            yield one


def _matched(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], False)


def _begin(word: re.Match[str]) -> int:
    return word.end() - len(word.group().lstrip())


def _counterpart(codes: Sequence[tuple[str, int, int, int, int]], place: int, *, is_end: bool) -> int:
    """The newer word for an earlier one: the same, or the edge of what stands in its stead."""
    for tag, start, end, first, last in codes:
        if start <= place < end:
            if tag == "equal":
                return first + place - start
            return last - 1 if is_end else first
    raise ValueError(f"word {place} stands in no stretch")
