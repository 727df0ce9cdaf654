"""Several choices in one cell: which mark stands between them, and how a cell is cut without breaking one."""

import re
from collections import Counter
from collections.abc import Collection, Mapping

_SEPARATORS = (";", ", ", "|", "\n")
_CODES = re.compile(r"^\s*[a-z0-9_.-]+( [a-z0-9_.-]+)*\s*$|^$")
_LAST = ";"
"""Some tools write it behind each choice, also behind the last or only one."""
_LONGEST_CHOICE = 80
_MOST_CHOICES = 60
_FEWEST_JOINED = 2
_RECURRENCE = 2.0


def likely_separator(counts: Mapping[str, int], joined_by: str = "") -> str:
    """The mark between choices in these cells, or nothing where they hold one answer each.

    `joined_by` is a mark the tool writes between codes; between words it would cut sentences.
    """
    if counts and all(value.rstrip().endswith(_LAST) for value in counts):
        return _LAST
    codes = joined_by and all(_CODES.match(value) for value in counts)
    for separator in (*_SEPARATORS, joined_by) if codes else _SEPARATORS:
        joined = sum(count for value, count in counts.items() if separator in value)
        if joined >= _FEWEST_JOINED and _recur(_counted_parts(counts, separator)):
            cut = [_cut(value, separator) for value in counts]
            alone = {parts[0] for parts in cut if len(parts) == 1}
            # Choices are also ticked alone; pieces of sentences never stand alone.
            if any(part in alone for parts in cut if len(parts) > 1 for part in parts):
                return separator
    return ""


def likely_choices(counts: Mapping[str, int], separator: str) -> tuple[str, ...]:
    """The choices offered, commonest first, as far as the cells tell."""
    parts = _counted_parts(counts, separator)
    return tuple(part for part, count in parts.most_common(_MOST_CHOICES) if count > 1)


def _counted_parts(counts: Mapping[str, int], separator: str) -> Counter[str]:
    parts = Counter[str]()
    for value, count in counts.items():
        for part in _cut(value, separator):
            parts[part] += count
    return parts


def split_choices(
    cell: str, choices: Collection[str], separator: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The known choices in a cell, longest tried first, and the fragments that are none of them."""
    known, unknown = [], []
    ordered = sorted((choice for choice in choices if choice.strip()), key=len, reverse=True)
    rest = cell.strip()
    while rest:
        found = next((choice for choice in ordered if _starts_with(rest, choice, separator)), None)
        if found is not None:
            known.append(found)
            rest = rest[len(found) :]
        else:
            fragment, _, rest = rest.partition(separator)
            unknown.append(fragment.strip())
        rest = rest.removeprefix(separator).removeprefix(separator.strip()).strip()
    return tuple(known), tuple(fragment for fragment in unknown if fragment)


def _starts_with(rest: str, choice: str, separator: str) -> bool:
    after = rest[len(choice) :]
    return rest.startswith(choice) and (
        not after.strip()
        or after.startswith(separator)
        or after.lstrip(" ").startswith(separator.strip() or separator)
    )


def _cut(value: str, separator: str) -> list[str]:
    return [part.strip() for part in value.split(separator) if part.strip()]


def _recur(parts: Counter[str]) -> bool:
    short = all(len(part) <= _LONGEST_CHOICE for part in parts)
    return short and 1 < len(parts) <= _MOST_CHOICES and sum(parts.values()) >= _RECURRENCE * len(parts)
