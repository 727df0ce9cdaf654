"""Response rates of a wave: how many of those invited answered, and whether that is enough to lean on."""

from dataclasses import dataclass
from decimal import Decimal

from assessor.analysis.rounding import percent, shown
from assessor.terms import Group

EXPECTED: dict[Group, int] = {Group.SRO: 100, Group.ADM: 100, Group.TCH: 60, Group.STU: 70, Group.PAR: 20}
"""The least % of a group that should answer; for parents the % under which the result carries a caution."""


@dataclass(frozen=True)
class ResponseRate:
    """How many of a group were invited and answered."""

    group: Group
    completed: int
    invited: int

    @property
    def percent(self) -> Decimal | None:
        """% of the invited who answered; None where nobody was invited or their number is not known (0)."""
        return percent(self.completed, self.invited) if self.invited else None

    @property
    def caution(self) -> str:
        """The sentence that belongs beside the rate, empty where it is as high as expected.

        Source: domain.md 2.5 item 11. The rate is compared as it is shown, with one decimal.
        """
        rate, expected = self.percent, EXPECTED.get(self.group)
        if rate is None:
            return "How many were invited is not known, so there is no response rate."
        if expected is None or shown(rate, 1) >= expected:
            return ""
        return f"{shown(rate, 1)}% answered; {expected}% or more is expected: read this with caution."


def response_rate(group: Group, completed: int, invited: int) -> ResponseRate:
    """Return the response rate of a group: completed / invited. An unknown number of invited is 0.

    Source: domain.md 2.5 item 11. Raises ValueError for negative counts, or more answers than invitations.
    """
    if completed < 0 or invited < 0 or (invited and completed > invited):
        raise ValueError(f"{completed} of {invited} cannot have answered")
    return ResponseRate(group, completed, invited)
