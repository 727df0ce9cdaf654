"""The SMART check of an objective: five facts, each met or open, with the reason and what to do."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from assessor.analysis.rounding import shown

MOST_CHANGE_A_YEAR: Final = 40
_DAYS_A_YEAR = Fraction(1461, 4)


class Letter(StrEnum):
    """The five questions."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ATTAINABLE = "A"
    RELEVANT = "R"
    TIMELY = "T"


@dataclass(frozen=True)
class ObjectiveFacts:
    """What the check looks at. `findings` counts those its goal answers; empty or None means not said."""

    text: str
    who: str = ""
    measure: str = ""
    baseline: Decimal | None = None
    baseline_plan: str = ""
    target: Decimal | None = None
    due_on: date | None = None
    plan_starts_on: date | None = None
    plan_ends_on: date | None = None
    findings: int = 0
    attainable_reason: str = ""


@dataclass(frozen=True)
class SmartFact:
    """One of the five: met or open, the sentence why, and what to do (empty where it is met)."""

    letter: Letter
    met: bool
    why: str
    to_do: str = ""


def check_smart(objective: ObjectiveFacts) -> tuple[SmartFact, ...]:
    """Return the five facts in the order S M A R T. They warn, and block nothing. Source: domain.md 5.1."""
    return (
        _specific(objective),
        _measurable(objective),
        _attainable(objective),
        _relevant(objective),
        _timely(objective),
    )


def change_in_percent(baseline: Decimal, target: Decimal) -> Decimal | None:
    """Return the size of the planned change in % of the baseline, without its sign; None where that is 0."""
    if not baseline:
        return None
    share = 100 * abs(Fraction(target) - Fraction(baseline)) / abs(Fraction(baseline))
    return shown(share, 1)


def most_change_in_percent(starts_on: date | None, due_on: date | None) -> Decimal:
    """Return the largest change taken as attainable: 40% of the baseline a year, from start to due date.

    A year at least, also where a day is not known. Source: domain.md 5.1.
    """
    years = Fraction((due_on - starts_on).days) / _DAYS_A_YEAR if starts_on and due_on else Fraction(1)
    return shown(MOST_CHANGE_A_YEAR * max(years, Fraction(1)), 1)


def _specific(objective: ObjectiveFacts) -> SmartFact:
    if not objective.text.strip():
        return SmartFact(
            Letter.SPECIFIC, False, "It does not say what is to change.", "Write what is to change."
        )
    if not objective.who.strip():
        return SmartFact(
            Letter.SPECIFIC, False, "It does not name who.", "Name who does it, or for whom it changes."
        )
    return SmartFact(Letter.SPECIFIC, True, f"It names what is to change, and who: {objective.who.strip()}.")


def _measurable(objective: ObjectiveFacts) -> SmartFact:
    if not objective.measure.strip():
        return SmartFact(
            Letter.MEASURABLE, False, "No measure tells whether it is reached.", "Choose a measure."
        )
    if objective.target is None:
        return SmartFact(Letter.MEASURABLE, False, "Its measure has no target.", "Set a target.")
    if objective.baseline is not None:
        change = f"from {_plain(objective.baseline)} to {_plain(objective.target)}"
        return SmartFact(Letter.MEASURABLE, True, f"{objective.measure.strip()}: {change}.")
    if objective.baseline_plan.strip():
        why = (
            f"{objective.measure.strip()}: to {_plain(objective.target)}; its baseline is still to be taken."
        )
        return SmartFact(Letter.MEASURABLE, True, why)
    why = "Its measure has no baseline."
    return SmartFact(Letter.MEASURABLE, False, why, "Enter the baseline, or say how it will be taken.")


def _attainable(objective: ObjectiveFacts) -> SmartFact:
    reason = objective.attainable_reason.strip()
    if objective.baseline is None or objective.target is None:
        open_why = "Without baseline and target nobody can tell how large the change is."
        return _justified(reason, open_why, "Set both, or say why it can be reached.")
    change = change_in_percent(objective.baseline, objective.target)
    most = most_change_in_percent(objective.plan_starts_on, objective.due_on)
    if change is None and objective.target:
        return _justified(
            reason, "The baseline is 0, so the change has no size in percent.", "Say why it can be reached."
        )
    if change is None or change <= most:
        size = f"A change of {_plain(change or Decimal(0))}% of the baseline"
        return SmartFact(Letter.ATTAINABLE, True, f"{size}, within {_plain(most)}%.")
    why = f"A change of {_plain(change)}% of the baseline is more than {_plain(most)}%."
    return _justified(reason, why, "Set a nearer target, or say why this one can be reached.")


def _justified(reason: str, open_why: str, to_do: str) -> SmartFact:
    if reason:
        return SmartFact(Letter.ATTAINABLE, True, f"Justified: {reason}")
    return SmartFact(Letter.ATTAINABLE, False, open_why, to_do)


def _relevant(objective: ObjectiveFacts) -> SmartFact:
    if objective.findings < 1:
        return SmartFact(Letter.RELEVANT, False, "It answers no finding.", "Link its goal to a finding.")
    findings = "1 finding" if objective.findings == 1 else f"{objective.findings} findings"
    return SmartFact(Letter.RELEVANT, True, f"It answers {findings}.")


def _timely(objective: ObjectiveFacts) -> SmartFact:
    due, starts, ends = objective.due_on, objective.plan_starts_on, objective.plan_ends_on
    if due is None:
        return SmartFact(Letter.TIMELY, False, "It has no date.", "Set the date by which it is reached.")
    if starts is None or ends is None:
        return SmartFact(
            Letter.TIMELY, False, "The plan has no period.", "Set when the plan starts and ends."
        )
    if not starts <= due <= ends:
        why = "Its date lies outside the plan's period."
        return SmartFact(
            Letter.TIMELY, False, why, "Choose a date within the plan, or change the plan's period."
        )
    return SmartFact(Letter.TIMELY, True, "It has a date within the plan's period.")


def _plain(number: Decimal) -> str:
    """Return a number without trailing zeros and without an exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
