"""The grid: which measures by which period, the four states, definitions, marks, and what is typed."""

from datetime import date

import pytest

from assessor.instruments.measures import Frequency
from assessor.operations import clients
from assessor.operations.measures.measure_cells import RefusedCell, TypedCell, enter_cells
from assessor.operations.measures.measure_disclosure import stands_on_few
from assessor.operations.measures.measure_parts import Whom
from assessor.operations.measures.measures import (
    add_measure,
    add_measure_from_library,
    edit_measure,
    get_measure,
)
from assessor.operations.measures.program_data import GridCell, Split, get_grid, list_grid_measures
from assessor.operations.periods import read_period
from assessor.store import Engagement
from assessor.terms import ValueState

TODAY = date(2026, 11, 20)
FALL, SPRING = read_period("Fall 2026"), read_period("Spring 2026")


@pytest.fixture
def referrals(engagement: Engagement) -> str:
    """Referrals, with nothing counted."""
    return add_measure_from_library(engagement, "K01")


def enter(engagement: Engagement, measure: str, text: str, whom: Whom | None = None) -> None:
    enter_cells(engagement, [TypedCell(measure, FALL, text, whom or Whom())])


def newest(
    engagement: Engagement, split: Split = Split.MEASURES, measure: str = "", row: int = 0
) -> GridCell:
    """The cell of this term in a row of the grid."""
    found = get_grid(engagement, Frequency.TERM, TODAY, split, measure).rows[row].cells[-1]
    assert found is not None
    return found


def test_a_measure_can_be_entered_by_each_period_its_definition_names_until_it_has_a_value(
    engagement: Engagement, referrals: str
) -> None:
    assert list_grid_measures(engagement)[0].frequencies == (Frequency.TERM, Frequency.YEAR)
    enter(engagement, referrals, "7/412")

    assert list_grid_measures(engagement)[0].frequencies == (Frequency.TERM,)
    assert get_grid(engagement, Frequency.YEAR, TODAY).rows == ()


def test_periods_go_back_to_the_first_value_and_on_to_today(engagement: Engagement, referrals: str) -> None:
    enter_cells(engagement, [TypedCell(referrals, read_period("Fall 2021"), "7/412")])
    periods = get_grid(engagement, Frequency.TERM, TODAY).periods

    assert (periods[0].label, periods[-1].label, len(periods)) == ("Fall 2021", "Fall 2026", 11)


@pytest.mark.parametrize(
    ("text", "state", "figure", "typed"),
    [
        ("7/412", ValueState.VALUE, "1.70", "7/412"),
        ("1.9", ValueState.VALUE, "1.9", "1.9"),
        ("0", ValueState.ZERO, "0", "0"),
        ("0/412", ValueState.ZERO, "0", "0/412"),
        ("NC", ValueState.NOT_COLLECTED, "not collected", "nc"),
        ("s", ValueState.SUPPRESSED, "suppressed", "s"),
    ],
)
def test_each_state_is_shown_and_could_be_typed_again(
    engagement: Engagement, referrals: str, text: str, state: ValueState, figure: str, typed: str
) -> None:
    enter(engagement, referrals, text)
    cell = newest(engagement)

    assert (cell.state, cell.figure, cell.typed) == (state, figure, typed)


def test_the_vectors_of_rates_come_out_of_typed_counts(engagement: Engagement, referrals: str) -> None:
    arrests, share = (add_measure_from_library(engagement, code) for code in ("K02", "K03"))
    enter(engagement, referrals, "27/1400")
    enter(engagement, arrests, "4/1400")
    enter_cells(engagement, [TypedCell(share, read_period("2026-27"), "4/27")])
    found = {code: get_measure(engagement, code).values[0].value for code in (referrals, arrests, share)}

    assert [str(value) for value in found.values()] == ["1.93", "2.86", "14.81"]


@pytest.mark.parametrize("text", ["many", "-3", "7/0", "1e99"])
def test_what_is_no_value_is_refused_with_its_place_and_nothing_is_entered(
    engagement: Engagement, referrals: str, text: str
) -> None:
    cells = [TypedCell(referrals, SPRING, "7/412"), TypedCell(referrals, FALL, text)]
    with pytest.raises(RefusedCell) as refused:
        enter_cells(engagement, cells)

    assert refused.value.place == 1
    assert get_measure(engagement, referrals).values == ()


@pytest.mark.parametrize("whom", [Whom(), Whom(None, "Black students"), "school"])
def test_arrests_are_held_to_referrals_of_the_same_school_and_group(
    engagement: Engagement, referrals: str, whom: Whom | str
) -> None:
    of = Whom(clients.add_site(engagement, "Ridge")) if isinstance(whom, str) else whom
    arrests = add_measure_from_library(engagement, "K02")
    enter(engagement, referrals, "7/412", of)

    with pytest.raises(
        RefusedCell, match="9 arrests cannot stand beside 7 referrals: every arrest is a referral"
    ):
        enter(engagement, arrests, "9/412", of)
    enter(engagement, arrests, "7/412", of)


def test_a_part_changes_nothing_of_the_whole(engagement: Engagement, referrals: str) -> None:
    site = clients.add_site(engagement, "Ridge")
    enter(engagement, referrals, "27/1400")
    enter(engagement, referrals, "20/412", Whom(site))

    assert newest(engagement).figure == "1.93"
    assert newest(engagement, Split.SCHOOLS, referrals, 1).figure == "4.85"
    enter(engagement, referrals, "", Whom(site))
    assert get_grid(engagement, Frequency.TERM, TODAY, Split.SCHOOLS, referrals).rows[1].cells[-1] is None


def test_a_cell_that_begins_another_definition_says_so(engagement: Engagement, referrals: str) -> None:
    enter_cells(engagement, [TypedCell(referrals, SPRING, "7/412")])
    edit_measure(engagement, referrals, definition="Only written referrals")
    enter(engagement, referrals, "9/412")

    assert newest(engagement).begins_definition
    assert newest(engagement).version == 2


def test_doubts_are_kept_beside_the_value(engagement: Engagement, referrals: str) -> None:
    enter(engagement, referrals, "50/40")

    assert len(newest(engagement).doubts) == 2


@pytest.mark.parametrize(
    ("code", "counted", "among", "is_part", "few"),
    [
        ("K01", 4, 1400, False, False),
        ("K01", 4, 1400, True, True),
        ("K01", 0, 1400, True, False),
        ("K01", 4, 9, False, True),
        ("K14", 4, 8, False, False),
        ("K12", 3, 5, True, False),
        ("L1", 3, 5, False, True),
    ],
)
def test_few_persons_are_kept_from_the_public_and_few_meetings_are_not(
    code: str, counted: int, among: int, is_part: bool, few: bool
) -> None:
    assert stands_on_few(code, counted, among, is_part=is_part) is few


def test_measures_taken_at_events_or_waves_are_not_in_the_grid(engagement: Engagement) -> None:
    for code in ("K27", "K28"):
        add_measure_from_library(engagement, code)
    add_measure(engagement, "L1", "Calls")

    assert [each.frequencies for each in list_grid_measures(engagement)] == [
        (),
        (),
        (Frequency.MONTH, Frequency.TERM, Frequency.YEAR),
    ]


def test_what_was_known_of_a_school_that_is_removed_is_nothing_of_the_whole(
    engagement: Engagement, referrals: str
) -> None:
    site = clients.add_site(engagement, "Ridge")
    enter(engagement, referrals, "27/1400")
    enter(engagement, referrals, "2/412", Whom(site))
    clients.remove_site(engagement, site)

    assert newest(engagement).figure == "1.93"
    enter(engagement, add_measure_from_library(engagement, "K02"), "4/1400")
    for _ in range(3):
        engagement.undo()
    assert newest(engagement, Split.SCHOOLS, referrals, 1).figure == "0.49"


def test_a_share_of_more_than_all_is_doubted(engagement: Engagement) -> None:
    held = add_measure_from_library(engagement, "K12")
    enter(engagement, held, "140%")

    assert newest(engagement).doubts == ("More than 100 percent: check the number.",)
