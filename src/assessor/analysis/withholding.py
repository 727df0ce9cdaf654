"""Withholding: counts of persons by place beside their total, hidden by the order of the places."""

from collections.abc import Mapping
from typing import Final

from assessor.analysis.disclosure import PROTECTED_WORDS

_PROTECTING: Final = 2


def withhold(counts: Mapping[str, int], threshold: int) -> dict[str, str]:
    """Return the words in place of each number that is hidden, empty where it is shown beside the total.

    A place where nobody was counted is told. Beside those under `threshold` persons, two others are hidden,
    by their order and never by their size: taking the next smallest, as `protect_family` does, would tell
    someone who knows the rule how small the small one may be at most. Where there are no two others, or what
    is hidden adds up to hardly more than the least it can, every place is hidden alike, so that not even
    which are small is known. To someone who runs this, three numbers at least stay possible for each number
    under a threshold of five. Source: domain.md 2.6 rules 2 and 3.
    """
    small = [site for site, n in counts.items() if 0 < n < threshold]
    if not small:
        return dict.fromkeys(counts, "")
    others = [site for site, n in counts.items() if n >= threshold][:_PROTECTING]
    hidden = sum(counts[site] for site in (*small, *others))
    least = len(small) + threshold * len(others)
    if len(others) < _PROTECTING or hidden < least + threshold // 2:
        return dict.fromkeys(counts, PROTECTED_WORDS)
    words = dict.fromkeys(counts, "")
    words |= dict.fromkeys(small, f"n < {threshold}")
    return words | dict.fromkeys(others, PROTECTED_WORDS)
