"""Partner organizations: what they give, how people are referred to them, and what data may pass."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select

from assessor.instruments import partners as library
from assessor.instruments.partners import PartnerType
from assessor.model import Partner
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo

SOON = 90
"""Days before its end from which on an agreement is said to end."""


class AgreementState(StrEnum):
    """How an agreement with a partner stands."""

    NONE = "none"
    IN_FORCE = "in_force"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"


@dataclass(frozen=True)
class PartnerRow:
    """A partner organization."""

    id: str
    name: str
    kind: str
    contact: str
    contribution: str
    referral_route: str
    data_limits: str
    agreement_on: date | None
    agreement_ends_on: date | None
    is_active: bool
    referrals: int | None
    joint_activities: int | None

    def days_left(self, today: date) -> int | None:
        """Days until the agreement ends, below zero once it has; None where no end was agreed."""
        return None if self.agreement_ends_on is None else (self.agreement_ends_on - today).days

    def agreement_state(self, today: date) -> AgreementState:
        """How the agreement stands on a day: the day it ends on still counts."""
        left = self.days_left(today)
        if left is None:
            return AgreementState.IN_FORCE if self.agreement_on else AgreementState.NONE
        if left < 0:
            return AgreementState.ENDED
        return AgreementState.ENDS_SOON if left <= SOON else AgreementState.IN_FORCE


def list_partners(engagement: Engagement) -> list[PartnerRow]:
    """The partners, the active ones first, by name."""
    columns = [getattr(Partner, name) for name in PartnerRow.__dataclass_fields__]
    with engagement.reading() as session:
        found = session.execute(select(*columns).order_by(Partner.is_active.desc(), Partner.name))
        return [PartnerRow(*row) for row in found]


def list_partner_kinds() -> list[str]:
    """The kinds of organizations that help (domain.md 5.8); another may be typed."""
    return [kind.label for kind in library.get_partner_types().types]


def list_contributions() -> list[str]:
    """What a partner can give, as one would begin to say it."""
    return list(library.get_partner_types().contributions)


def list_uncovered_kinds(engagement: Engagement) -> list[PartnerType]:
    """The kinds of organizations of which no active partner is."""
    covered = {row.kind.casefold() for row in list_partners(engagement) if row.is_active}
    return [kind for kind in library.get_partner_types().types if kind.label.casefold() not in covered]


def add_partner(engagement: Engagement, name: str, **values: Any) -> str:
    """Add a partner and return its id."""
    with engagement.change("Add partner") as session:
        partner = Partner(name=name, **values)
        session.add(partner)
        session.flush()
        return partner.id


def edit_partner(engagement: Engagement, partner_id: str, **values: Any) -> None:
    """Change what is recorded of a partner. Raises CannotDo when the agreement would end before it began."""
    with engagement.change("Edit partner") as session:
        row = set_values(session, Partner, partner_id, values)
        begins, ends = getattr(row, "agreement_on", None), getattr(row, "agreement_ends_on", None)
        if begins and ends and ends < begins:
            raise CannotDo("The agreement would end before its first day. Correct one of the two days.")


def remove_partner(engagement: Engagement, partner_id: str) -> None:
    """Remove a partner."""
    with engagement.change("Remove partner") as session:
        session.execute(delete(Partner).where(Partner.id == partner_id))
