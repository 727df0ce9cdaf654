"""What a survey figure shows, in a sentence computed from the groups' answers, and where groups lie apart."""

from collections.abc import Sequence

from assessor.operations.gathering.wording import capitalized
from assessor.operations.strategic_plan.findings import GroupAnswers
from assessor.operations.strategic_plan.levels import GROUP_LABELS

APART = 15  # percentage points from which groups differ in a way worth a word (domain.md 2.7)


def claim_of(answers: Sequence[GroupAnswers]) -> str:
    """The reading of the figure: who agrees most and least, or how many agree; empty where all is hidden."""
    agreeing = _agreeing(answers)
    if not agreeing:
        return ""
    (most, high), (least, low) = agreeing[0], agreeing[-1]
    if len(agreeing) == 1:
        return f"{high}% of {most} agree."
    if high - low >= APART:
        return f"{capitalized(most)} agree more often than {least}: {high}% and {low}%."
    return "Groups agree about as often" + (f": {low}%." if high == low else f": {low}% to {high}%.")


def gap_note(answers: Sequence[GroupAnswers]) -> str:
    """How far the groups furthest apart lie from each other; empty where that is too little for a word."""
    agreeing = _agreeing(answers)
    if len(agreeing) < 2 or agreeing[0][1] - agreeing[-1][1] < APART:
        return ""
    (most, high), (least, low) = agreeing[0], agreeing[-1]
    return f"{capitalized(most)} stand {high - low} points apart from {least} on the item in the figure."


def _agreeing(answers: Sequence[GroupAnswers]) -> list[tuple[str, int]]:
    """Groups and their percent agreeing, the most agreeing first; hidden ones are left out."""
    shown = [
        (each.label or GROUP_LABELS[each.group].lower(), each.agreeing)
        for each in answers
        if each.agreeing is not None
    ]
    return sorted(shown, key=lambda each: -each[1])
