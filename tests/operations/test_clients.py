"""The client and what was agreed, sites, agencies, cycles, and whom to hear."""

from datetime import date

import pytest

from assessor.operations.clients import (
    add_agency,
    add_site,
    begin_cycle,
    begin_engagement,
    current_cycle,
    edit_agency,
    edit_client,
    edit_cycle,
    edit_site,
    get_client,
    list_agencies,
    list_cycles,
    list_sites,
    remove_agency,
    remove_site,
)
from assessor.operations.sittings import add_sitting, get_sitting
from assessor.store import Engagement
from assessor.terms import CannotDo, SittingKind


@pytest.fixture
def begun(engagement: Engagement) -> Engagement:
    begin_engagement(engagement, "Larkfield Unified", "2026–27", date(2026, 8, 1))
    return engagement


def test_a_new_engagement_has_its_client_and_first_cycle(begun: Engagement) -> None:
    client = get_client(begun)
    cycle = current_cycle(begun)

    assert (client.name, client.public_threshold, client.internal_threshold) == ("Larkfield Unified", 10, 5)
    assert cycle is not None
    assert (cycle.number, cycle.label) == (1, "2026–27")


@pytest.mark.parametrize("name", ["", "   "])
def test_a_client_without_a_name_is_refused(engagement: Engagement, name: str) -> None:
    with pytest.raises(CannotDo, match="needs a name"):
        begin_engagement(engagement, name, "2026–27")
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    with pytest.raises(CannotDo, match="needs a name"):
        edit_client(engagement, name=name)


def test_thresholds_go_up_with_a_reason_only(begun: Engagement) -> None:
    with pytest.raises(CannotDo, match="why it is raised"):
        edit_client(begun, public_threshold=15)
    with pytest.raises(CannotDo, match="why it is raised"):
        edit_client(begun, internal_threshold=7, threshold_reason="  ")
    assert get_client(begun).public_threshold == 10


def test_thresholds_only_go_up(begun: Engagement) -> None:
    edit_client(begun, public_threshold=15, threshold_reason="Small schools")
    with pytest.raises(CannotDo, match="Write 15 or more"):
        edit_client(begun, public_threshold=10)
    with pytest.raises(CannotDo, match="Write 5 or more"):
        edit_client(begun, internal_threshold=4)

    assert (get_client(begun).public_threshold, get_client(begun).internal_threshold) == (15, 5)


def test_what_was_agreed_is_kept(begun: Engagement) -> None:
    edit_client(
        begun,
        data_basis="school_official",
        agreement_signed_on=date(2026, 9, 1),
        student_consent="Written parental consent and assent",
        measures_equity=True,
    )
    client = get_client(begun)

    assert (client.data_basis, client.agreement_signed_on) == ("school_official", date(2026, 9, 1))
    assert client.measures_equity


def test_the_next_cycle_ends_the_one_before(begun: Engagement) -> None:
    begin_cycle(begun, "2027–28", date(2027, 8, 1))
    edit_cycle(begun, list_cycles(begun)[0].id, label="First year")

    assert [(row.number, row.label, row.ended_on) for row in list_cycles(begun)] == [
        (1, "First year", date(2027, 8, 1)),
        (2, "2027–28", None),
    ]
    begun.undo()
    begun.undo()
    assert [row.ended_on for row in list_cycles(begun)] == [None]


def test_sites_keep_their_order_and_leave_what_took_place_there(begun: Engagement) -> None:
    ridge = add_site(begun, "Ridge Middle", "middle", 640)
    add_site(begun, "Larkfield High")
    edit_site(begun, ridge, enrollment=655)
    sitting_id = add_sitting(begun, SittingKind.OBSERVATION, "Arrival", site_id=ridge)

    assert [(row.name, row.enrollment) for row in list_sites(begun)] == [
        ("Ridge Middle", 655),
        ("Larkfield High", None),
    ]
    remove_site(begun, ridge)
    assert get_sitting(begun, sitting_id).site_id is None


def test_agencies_are_added_changed_and_removed(begun: Engagement) -> None:
    agency = add_agency(begun, "Larkfield Police")
    edit_agency(begun, agency, employment="Agency employees under contract")

    assert [(row.name, row.employment) for row in list_agencies(begun)] == [
        ("Larkfield Police", "Agency employees under contract")
    ]
    remove_agency(begun, agency)
    assert list_agencies(begun) == []
