"""Partners are listed with the active ones first."""

from datetime import date

import pytest

from assessor.operations import partners
from assessor.operations.partners import AgreementState
from assessor.store import Engagement
from assessor.terms import CannotDo


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


@pytest.mark.parametrize(
    ("begins", "ends", "state", "left"),
    [
        (None, None, AgreementState.NONE, None),
        (date(2025, 8, 1), None, AgreementState.IN_FORCE, None),
        (date(2025, 8, 1), date(2027, 8, 1), AgreementState.IN_FORCE, 265),
        (date(2025, 8, 1), date(2026, 12, 19), AgreementState.ENDS_SOON, 40),
        (date(2025, 8, 1), date(2026, 11, 9), AgreementState.ENDS_SOON, 0),
        (None, date(2026, 11, 8), AgreementState.ENDED, -1),
    ],
)
def test_an_agreement_is_in_force_ends_or_has_ended(
    engagement: Engagement,
    begins: date | None,
    ends: date | None,
    state: AgreementState,
    left: int | None,
) -> None:
    partners.add_partner(engagement, "Youth center", agreement_on=begins, agreement_ends_on=ends)
    row = partners.list_partners(engagement)[0]
    today = date(2026, 11, 9)
    assert (row.agreement_state(today), row.days_left(today)) == (state, left)


def test_an_agreement_cannot_end_before_it_begins(engagement: Engagement) -> None:
    partner = partners.add_partner(engagement, "Youth center", agreement_on=date(2026, 8, 1))
    with pytest.raises(CannotDo, match="end before its first day"):
        partners.edit_partner(engagement, partner, agreement_ends_on=date(2026, 7, 31))
    assert partners.list_partners(engagement)[0].agreement_ends_on is None


def test_kinds_that_no_active_partner_covers_are_gaps(engagement: Engagement) -> None:
    assert len(partners.list_uncovered_kinds(engagement)) == 19
    partners.add_partner(engagement, "County", kind="mental-health services")
    partners.add_partner(engagement, "Asleep", kind="Universities", is_active=False)
    open_kinds = {kind.label for kind in partners.list_uncovered_kinds(engagement)}
    assert "Mental-health services" not in open_kinds
    assert "Universities" in open_kinds
