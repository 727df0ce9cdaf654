"""Response rates of a wave: how many of those invited answered, and whether that is enough to lean on."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assessor.analysis.rounding import percent, shown
from assessor.terms import Group

EXPECTED: Final = {Group.SRO: 100, Group.ADM: 100, Group.TCH: 60, Group.STU: 70}
"""The least % of a group that should answer; of students, of those in the sampled classes."""

CAUTION_UNDER: Final = {**EXPECTED, Group.PAR: 20}
"""The % of a group under which its results carry a caution: for parents there is no other expectation."""

_WHY = {
    Group.SRO: "everybody is expected to",
    Group.ADM: "everybody is expected to",
    Group.TCH: "60% or more is expected",
    Group.STU: "70% or more of the sampled classes is expected",
    Group.PAR: "that is fewer than 20%",
}


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
        rate, least = self.percent, CAUTION_UNDER.get(self.group)
        if rate is None:
            return "How many were invited is not known, so there is no response rate."
        if least is None or shown(rate, 1) >= least:
            return ""
        return f"{shown(rate, 1)}% answered; {_WHY[self.group]}: read this with caution."


def response_rate(group: Group, completed: int, invited: int) -> ResponseRate:
    """Return the response rate of a group: completed / invited. An unknown number of invited is 0.

    Source: domain.md 2.5 item 11. Raises ValueError for negative counts, or more answers than invitations.
    """
    if completed < 0 or invited < 0 or (invited and completed > invited):
        raise ValueError(f"{completed} of {invited} cannot have answered")
    return ResponseRate(group, completed, invited)
