"""Partner organizations: what they give, how people are referred to them, and what data may pass."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from assessor.instruments import partners as library
from assessor.model import Partner
from assessor.operations.rows import set_values
from assessor.store import Engagement


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
    is_active: bool
    referrals: int | None
    joint_activities: int | None


def list_partners(engagement: Engagement) -> list[PartnerRow]:
    """The partners, the active ones first, by name."""
    columns = [getattr(Partner, name) for name in PartnerRow.__dataclass_fields__]
    with engagement.reading() as session:
        found = session.execute(select(*columns).order_by(Partner.is_active.desc(), Partner.name))
        return [PartnerRow(*row) for row in found]


def list_partner_kinds() -> list[str]:
    """The kinds of organizations that help (domain.md 5.8); another may be typed."""
    return [kind.label for kind in library.get_partner_types().types]


def add_partner(engagement: Engagement, name: str, **values: Any) -> str:
    """Add a partner and return its id."""
    with engagement.change("Add partner") as session:
        partner = Partner(name=name, **values)
        session.add(partner)
        session.flush()
        return partner.id


def edit_partner(engagement: Engagement, partner_id: str, **values: Any) -> None:
    """Change what is recorded of a partner."""
    with engagement.change("Edit partner") as session:
        set_values(session, Partner, partner_id, values)


def remove_partner(engagement: Engagement, partner_id: str) -> None:
    """Remove a partner."""
    with engagement.change("Remove partner") as session:
        session.execute(delete(Partner).where(Partner.id == partner_id))
