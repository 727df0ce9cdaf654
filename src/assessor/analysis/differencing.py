"""Rulings on whole tables: filters, waves, depth and comments that would give a few persons away."""

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass
from typing import Final

from assessor.analysis.disclosure import LEAST_PUBLIC

MOST_VARIABLES: Final = 2
LEAST_FOR_COMMENTS: Final = 10


@dataclass(frozen=True)
class Ruling:
    """Whether a table may be shown, and the sentence why not."""

    allowed: bool
    why: str = ""


def rule_on_filter(
    respondents: Set[str], already_shown: Iterable[Set[str]], threshold: int = LEAST_PUBLIC
) -> Ruling:
    """Return whether results of `respondents` may be shown beside those of the sets already shown.

    Sets of response ids. Two sets may be the same, but must not differ by fewer than `threshold` persons,
    counted on both sides. Source: domain.md 2.6 rule 5.
    """
    if len(respondents) < threshold:
        return Ruling(False, f"Fewer than {threshold} people fit this filter.")
    if any(0 < len(respondents ^ other) < threshold for other in already_shown):
        return Ruling(
            False,
            f"This filter and one already shown differ by fewer than {threshold} people, "
            "whose answers could be worked out. Choose a wider or a quite different filter.",
        )
    return Ruling(True)


def rule_on_wave_table(n_before: int, n_after: int, threshold: int = LEAST_PUBLIC) -> Ruling:
    """Return whether a subgroup's results of two waves may stand side by side: persons in each wave.

    Not for whole stakeholder groups, which answer anew in every wave and are compared only with the threshold
    met in both: there a change of a few persons is lost among what all others say differently. In a school
    too few stand beside them. Source: domain.md 2.6 rule 5. Raises ValueError for a negative count.
    """
    if min(n_before, n_after) < 0:
        raise ValueError("a count of persons is never negative")
    if min(n_before, n_after) < threshold:
        return Ruling(False, f"Fewer than {threshold} people answered in one of the waves.")
    if abs(n_after - n_before) < threshold:
        return Ruling(
            False,
            f"The number of people changed by fewer than {threshold} between the waves, "
            "so those who came or left could be worked out. Compare the whole group instead.",
        )
    return Ruling(True)


def rule_on_depth(demographic_variables: Collection[str]) -> Ruling:
    """Return whether a table by these demographic variables may be exported. Source: domain.md 2.6 rule 6."""
    if len(set(demographic_variables)) > MOST_VARIABLES:
        return Ruling(
            False, f"A table by more than {MOST_VARIABLES} demographic variables is too fine to share."
        )
    return Ruling(True)


def rule_on_comments(n: int, threshold: int = LEAST_PUBLIC) -> Ruling:
    """Return whether open comments of a group of `n` respondents may be quoted, once cleared.

    Ten at least, whatever the threshold. Source: domain.md 2.6 rule 7.
    """
    least = max(threshold, LEAST_FOR_COMMENTS)
    if n < least:
        return Ruling(False, f"Comments are quoted only from groups of {least} people or more.")
    return Ruling(True)
