"""How far a measure has come, in a sentence computed from baseline, now and target."""

from decimal import Decimal

_UP_TO = (
    (Decimal("0.10"), "Little has moved so far"),
    (Decimal("0.22"), "The first steps of the way"),
    (Decimal("0.29"), "A quarter of the way"),
    (Decimal("0.39"), "A third of the way"),
    (Decimal("0.48"), "Nearly half of the way"),
    (Decimal("0.52"), "Half of the way"),
    (Decimal("0.63"), "More than half of the way"),
    (Decimal("0.71"), "Two thirds of the way"),
    (Decimal("0.86"), "Three quarters of the way"),
)


def claim_of(baseline: Decimal, now: Decimal | None, target: Decimal) -> str:
    """The share of the way from baseline to target that is gone; empty where nothing is known of now."""
    if now is None or baseline == target:
        return ""
    gone = (now - baseline) / (target - baseline)
    if gone >= 1:
        return "The target is reached" if gone == 1 else "The target is passed"
    if gone <= 0:
        return "Nothing has moved yet" if gone == 0 else "It has moved away from the target"
    return next((words for limit, words in _UP_TO if gone < limit), "Almost at the target")
