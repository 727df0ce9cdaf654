"""Coverage by site: plans of sites are part of the district's, and no hidden site can be worked out."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from assessor.model import ResponseSet, SurveyImport, SurveyWave, WaveGroup
from assessor.operations import clients, participants, planned_contacts, remarks, seats, sittings
from assessor.operations.coverage_cells import SURVEY, CoverageCell
from assessor.operations.coverage_counts import NO_SITE
from assessor.operations.coverages import Coverage, Heard, get_coverage
from assessor.operations.off_record import go_off_record
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

TODAY = date(2026, 11, 12)
HELD = datetime(2026, 11, 2, 12, tzinfo=UTC)
FOCUS_GROUP = "focus_group"
STU = Group.STU
THRESHOLD = 5


@pytest.fixture
def begun(engagement: Engagement) -> Engagement:
    """An engagement in its first cycle, with four schools."""
    clients.begin_engagement(engagement, "Larkfield Unified", started_on=TODAY)
    for name in ("North", "Ridge", "Oak", "Mill"):
        clients.add_site(engagement, name)
    return engagement


def site(engagement: Engagement, name: str) -> str:
    return next(row.id for row in clients.list_sites(engagement) if row.name == name)


def plan(engagement: Engagement, planned: int, where: str = "", days: int | None = 30) -> None:
    cycle = clients.current_cycle(engagement)
    assert cycle is not None
    place = site(engagement, where) if where else None
    due_on = None if days is None else TODAY + timedelta(days)
    planned_contacts.plan_contacts(engagement, cycle.id, STU, FOCUS_GROUP, planned, due_on, place)


def hold(
    engagement: Engagement, where: str = "", *, on: date | None = None, group: Group | None = STU
) -> str:
    place = site(engagement, where) if where else None
    sitting = sittings.add_sitting(
        engagement, SittingKind.FOCUS_GROUP, f"Students {where}", group=group, site_id=place, planned_on=on
    )
    if on is None:
        sittings.begin_sitting(engagement, sitting, HELD)
    return sitting


def at(engagement: Engagement, where: str | None = None) -> CoverageCell:
    coverage = get_coverage(engagement, TODAY)
    place = site(engagement, where) if where else None
    return coverage.cell(STU, FOCUS_GROUP, NO_SITE if where == "" else place)


def answer(engagement: Engagement, counts: Mapping[str, int]) -> Coverage:
    with engagement.change("Import") as session:
        session.add(SurveyWave(id="wave", title="Wave 1"))
        session.add(WaveGroup(wave_id="wave", group=STU, invited=400))
        session.add(
            SurveyImport(
                id="import", wave_id="wave", file_name="a.csv", sha256="", tool="generic", mapping={},
                imported_at=HELD, rows=0,
            )
        )  # fmt: skip
    places = {name: site(engagement, name) if name else None for name in counts}
    with engagement.change("Import") as session:
        for name, count in counts.items():
            session.add(ResponseSet(import_id="import", group=STU, site_id=places[name], n=count, answers=""))
    return get_coverage(engagement, TODAY)


def test_a_site_counts_its_own_sittings_against_its_own_plan(begun: Engagement) -> None:
    plan(begun, 2, "North")
    hold(begun, "North")
    hold(begun, "Ridge")
    north, ridge, oak = (at(begun, name) for name in ("North", "Ridge", "Oak"))

    assert (north.done, north.planned, north.missing) == (1, 2, 1)
    assert (ridge.done, ridge.planned) == (1, 1)
    assert not oak.is_used


def test_what_sites_plan_is_part_of_the_district(begun: Engagement) -> None:
    plan(begun, 3)
    plan(begun, 1, "North")
    plan(begun, 1, "Ridge")
    assert at(begun).planned == 3


def test_sites_that_plan_more_than_the_district_count_instead(begun: Engagement) -> None:
    plan(begun, 1)
    plan(begun, 2, "North")
    plan(begun, 1, "Ridge")
    assert at(begun).planned == 3


def test_more_at_one_site_does_not_stand_for_another(begun: Engagement) -> None:
    plan(begun, 2)
    plan(begun, 1, "North")
    for _ in range(2):
        hold(begun, "Ridge")
    district = at(begun)

    assert (district.done, district.planned, district.missing, district.is_done) == (2, 2, 1, False)
    assert district.part == 0.5


def test_a_site_past_its_day_is_overdue_and_so_is_the_district(begun: Engagement) -> None:
    plan(begun, 1, "North", days=-1)
    plan(begun, 1, "Ridge", days=5)

    assert at(begun, "North").is_overdue
    assert not at(begun, "Ridge").is_overdue
    assert (at(begun).is_overdue, at(begun).due_on) == (True, TODAY - timedelta(1))


def test_what_was_held_at_no_one_site_is_a_place_of_its_own(begun: Engagement) -> None:
    hold(begun)
    hold(begun, "North")

    assert (at(begun).done, at(begun, "North").done, at(begun, "").done) == (2, 1, 1)
    assert get_coverage(begun, TODAY).has_no_site(STU)


def test_a_removed_site_leaves_its_sittings_in_the_district(begun: Engagement) -> None:
    plan(begun, 1, "North")
    hold(begun, "North")
    clients.remove_site(begun, site(begun, "North"))

    assert (at(begun).done, at(begun).planned) == (1, 1)


def test_a_cell_knows_what_is_in_the_calendar(begun: Engagement) -> None:
    plan(begun, 3, "North")
    hold(begun, "North", on=TODAY + timedelta(9))
    soon = hold(begun, "North", on=TODAY + timedelta(2))
    north = at(begun, "North")

    assert (north.scheduled, north.next_on, north.element_id) == (2, TODAY + timedelta(2), soon)


def test_a_person_heard_twice_is_one_person(begun: Engagement) -> None:
    person = participants.add_participant(begun, STU)
    for where in ("North", "Ridge"):
        sitting = hold(begun, where, on=TODAY)
        seats.seat_participant(begun, sitting, person)
        sittings.begin_sitting(begun, sitting, HELD)
        remarks.note_remark(begun, sitting, "We talk.", speakers=[person], said_at=HELD)
    coverage = get_coverage(begun, TODAY)

    assert coverage.heard(STU) == Heard(1, 1)
    assert coverage.heard(STU, site(begun, "North")) == Heard(1, 1)
    assert (at(begun).people, at(begun).spoke) == (1, 1)


def test_those_who_never_came_left_before_or_do_not_take_part_are_not_heard(begun: Engagement) -> None:
    sitting = hold(begun, "North", on=TODAY)
    silent, gone, refused, late = (participants.add_participant(begun, STU) for _ in range(4))
    for person in (silent, gone, refused):
        seats.seat_participant(begun, sitting, person)
    participants.edit_participant(begun, refused, takes_part=False)
    sittings.begin_sitting(begun, sitting, HELD)
    numbered = {seat.participant_id: seat.id for seat in sittings.get_sitting(begun, sitting).seats}
    seats.leave_seat(begun, numbered[gone], HELD + timedelta(seconds=20))
    remarks.note_remark(begun, sitting, "We talk.", said_at=HELD + timedelta(minutes=1))
    remarks.note_remark(begun, sitting, "We listen.", said_at=HELD + timedelta(minutes=5))
    seats.seat_participant(begun, sitting, late, HELD + timedelta(minutes=9))

    assert (at(begun).people, at(begun).spoke) == (1, 0)


def test_a_while_off_the_record_makes_nobody_heard(begun: Engagement) -> None:
    sitting = hold(begun, "North", on=TODAY)
    person = participants.add_participant(begun, STU)
    seats.seat_participant(begun, sitting, person)
    sittings.begin_sitting(begun, sitting, HELD)
    remarks.note_remark(begun, sitting, "We talk.", said_at=HELD + timedelta(minutes=1))
    numbered = {seat.participant_id: seat.id for seat in sittings.get_sitting(begun, sitting).seats}
    go_off_record(begun, sitting, HELD)
    seats.leave_seat(begun, numbered[person], HELD + timedelta(seconds=30))

    assert at(begun).people == 0


def test_an_mixed_joint_session_counts_for_all_who_sat_there(begun: Engagement) -> None:
    joint = sittings.add_sitting(begun, SittingKind.JOINT_SESSION, "Joint", group=Group.SRO)
    seats.seat_participant(begun, joint, participants.add_participant(begun, Group.ADM))
    sittings.begin_sitting(begun, joint, HELD)
    coverage = get_coverage(begun, TODAY)

    assert [coverage.cell(group, "joint_session").done for group in (Group.SRO, Group.ADM)] == [1, 1]


def test_answers_that_name_no_site_are_not_told_by_site(begun: Engagement) -> None:
    coverage = answer(begun, {"": 12})
    north = coverage.cell(STU, SURVEY, site(begun, "North"))

    assert coverage.cell(STU, SURVEY).done == 12
    assert (north.done, north.hidden, north.missing, north.is_used) == (None, "", 0, False)


def test_sites_large_enough_are_told_with_those_where_nobody_answered(begun: Engagement) -> None:
    coverage = answer(begun, {"North": 12, "Ridge": 8})
    shown = {row.name: coverage.cell(STU, SURVEY, row.id).done for row in clients.list_sites(begun)}

    assert shown == {"North": 12, "Ridge": 8, "Oak": 0, "Mill": 0}


def test_the_next_smallest_site_hides_a_small_one(begun: Engagement) -> None:
    coverage = answer(begun, {"North": 40, "Ridge": 30, "Oak": 3, "Mill": 9})
    shown = {row.name: coverage.cell(STU, SURVEY, row.id) for row in clients.list_sites(begun)}

    assert [cell.done for cell in shown.values()] == [40, 30, None, None]
    assert shown["Oak"].hidden == "n < 5"


ATTACKS = [
    {"North": 12, "Ridge": 3},
    {"North": 12, "Ridge": 9, "Oak": 1},
    {"North": 40, "Ridge": 30, "Oak": 20, "Mill": 4},
    {"North": 6, "Ridge": 6, "Oak": 4, "Mill": 1},
    {"North": 5, "Ridge": 1, "": 1},
    {"North": 2, "Ridge": 2, "Oak": 2},
    {"North": 1, "Ridge": 1, "Oak": 1, "Mill": 1, "": 1},
    {"North": 30, "": 2},
    {"North": 4},
    {"North": 7, "Mill": 0, "Ridge": 4, "Oak": 4},
]


def _possible(coverage: Coverage, places: list[str]) -> Iterator[dict[str, int]]:
    """Every way the hidden sites may be, to somebody who sees all the cells of the group."""
    cells = {place: coverage.cell(STU, SURVEY, place) for place in places}
    total = coverage.cell(STU, SURVEY).done
    hidden = [place for place, cell in cells.items() if cell.done is None]
    shown = sum(cell.done or 0 for cell in cells.values())
    assert total is not None
    ranges = [range(THRESHOLD if cells[place].hidden.startswith("n <") else total + 1) for place in hidden]
    for values in product(*ranges):
        if sum(values) == total - shown:
            yield dict(zip(hidden, values, strict=True))


@pytest.mark.parametrize("counts", ATTACKS, ids=str)
def test_no_hidden_site_is_what_the_total_leaves(begun: Engagement, counts: dict[str, int]) -> None:
    coverage = answer(begun, counts)
    places = [row.id for row in clients.list_sites(begun)] + [NO_SITE]
    small = {
        site(begun, name) if name else NO_SITE for name, count in counts.items() if 0 < count < THRESHOLD
    }
    assert all(coverage.cell(STU, SURVEY, place).done is None for place in small)
    if coverage.cell(STU, SURVEY).done is None:
        assert all(coverage.cell(STU, SURVEY, place).done is None for place in small)
        return
    worlds = [world for world in _possible(coverage, places) if any(world[p] for p in small)] if small else []
    for place in small:
        assert len({world[place] for world in worlds}) >= 2, "worked out by subtraction"


def test_what_is_hidden_is_neither_missing_nor_overdue_nor_tinted(begun: Engagement) -> None:
    cycle = clients.current_cycle(begun)
    assert cycle is not None
    for name in ("North", "Ridge"):
        planned_contacts.plan_contacts(
            begun, cycle.id, STU, SURVEY, 50, TODAY - timedelta(3), site(begun, name)
        )
    coverage = answer(begun, {"North": 12, "Ridge": 3})
    cell = coverage.cell(STU, SURVEY, site(begun, "Ridge"))

    assert (cell.done, cell.missing, cell.is_overdue, cell.part, cell.hidden) == (
        None,
        0,
        False,
        0.0,
        "n < 5",
    )
