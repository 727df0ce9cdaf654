"""Text in which a line with a name alone stands above what is said, as Otter writes it without times."""

import re
from collections import Counter
from dataclasses import dataclass

from assessor.exchange.speakers import Spoken, canonical_name, is_capitalized
from assessor.exchange.transcript_heads import Head, may_be_head, read_head

_NAME = re.compile(r"^[^\W\d_][^:\t.?!;…]{0,39}$")
_MOST_WORDS = 5
_FEWEST_HEADED, _MOSTLY = 2, 0.6


@dataclass(frozen=True)
class NamesAlone:
    """What is said under such lines, and the head above the first of them."""

    pieces: list[Spoken]
    head: Head


def headed_by_name_alone(lines: list[str]) -> NamesAlone | None:
    """The talk under lines that hold a name alone, or None where most of it does not stand so.

    Such a line opens a block, has talk beneath it, and its name recurs or is on the list of speakers.
    """
    blocks = _blocks(lines)
    names = [block[0].strip() if len(block) > 1 and _may_name(block[0]) else "" for block in blocks]
    found = Counter(canonical_name(name) for name in names if name)
    listed = {canonical_name(name) for name in read_head(lines[:40]).listed}
    sure = {name for name, times in found.items() if times > 1 or name in listed}
    first = next((place for place, name in enumerate(names) if canonical_name(name) in sure), len(blocks))
    head, talk = blocks[:first], blocks[first:]
    headed = sum(bool(name) for name in names[first:])
    if headed < max(_FEWEST_HEADED, _MOSTLY * len(talk)) or not sure:
        return None
    above = [line for block in head for line in block]
    pieces = [] if may_be_head(above) else [Spoken(None, None, None, "\n".join(block)) for block in head]
    return NamesAlone(pieces + _said(talk, names[first:]), read_head(above if not pieces else []))


def _said(blocks: list[list[str]], names: list[str]) -> list[Spoken]:
    pieces: list[Spoken] = []
    current: str | None = None
    for block, name in zip(blocks, names, strict=True):
        current = name or current
        text = "\n".join(line.strip() for line in (block[1:] if name else block))
        pieces.append(Spoken(None, None, current, text, bool(name)))
    return pieces


def _blocks(lines: list[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _may_name(line: str) -> bool:
    name = line.strip()
    return bool(_NAME.match(name)) and len(name.split()) <= _MOST_WORDS and is_capitalized(name)
