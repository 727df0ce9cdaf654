"""Partners are listed with the active ones first."""

from datetime import date

from assessor.operations import partners
from assessor.store import Engagement


def test_active_partners_come_first_by_name(engagement: Engagement) -> None:
    partners.add_partner(engagement, "Youth mediation center", kind="Restorative justice and mediation")
    asleep = partners.add_partner(engagement, "After-school league")
    partners.add_partner(engagement, "County behavioral health")
    partners.edit_partner(engagement, asleep, is_active=False, agreement_on=date(2026, 8, 1))
    assert [row.name for row in partners.list_partners(engagement)] == [
        "County behavioral health",
        "Youth mediation center",
        "After-school league",
    ]


def test_a_removed_partner_is_brought_back_by_undo(engagement: Engagement) -> None:
    partner = partners.add_partner(
        engagement, "County behavioral health", contact="Intake desk", referrals=44
    )
    partners.remove_partner(engagement, partner)
    assert partners.list_partners(engagement) == []
    engagement.undo()
    assert partners.list_partners(engagement)[0].referrals == 44


def test_the_kinds_of_partners_are_offered() -> None:
    assert "Mental-health services" in partners.list_partner_kinds()
