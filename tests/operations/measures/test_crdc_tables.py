"""Federal school files as published: schools found, groups of students, reserve codes, later years."""

from pathlib import Path

import pytest
from tests.operations.program_data import (
    begin_district,
    brought_in,
    crdc_row,
    enrollment,
    previewed,
    referrals,
    values_of,
    write_crdc,
)

from assessor.operations import clients
from assessor.operations.measures.measure_parts import Whom, find_entry
from assessor.operations.measures.measure_tables import Fate
from assessor.operations.measures.measure_values import enter_value
from assessor.operations.measures.measures import add_measure_from_library, list_measures
from assessor.operations.periods import read_period
from assessor.store import Engagement
from assessor.terms import CannotDo, ValueState

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "incident_stats"
YEAR = read_period("2017-18").starts_on
BLACK, HISPANIC = "Black students", "Hispanic or Latino students"


@pytest.fixture
def schools(engagement: Engagement, tmp_path: Path) -> dict[str, str]:
    """Two schools with 140 students each, as the enrollment file says."""
    ids = begin_district(engagement, "Ridge Middle", "Oak High")
    path = write_crdc(
        tmp_path / "Enrollment.csv",
        crdc_row("RIDGE MIDDLE SCHOOL", 1, enrollment()),
        crdc_row("Oak High", 2, enrollment()),
        crdc_row("Ridge Middle School", 9, enrollment(99), LEAID="0200001", LEA_NAME="Elsewhere"),
    )
    brought_in(engagement, path, "2017-18")
    return ids


def part(engagement: Engagement, code: str, site: str | None = None, students: str = "") -> object:
    """A value of a part in 2017–18: state, count and among how many."""
    ids = {row.code: row.id for row in list_measures(engagement)}
    with engagement.reading() as session:
        found = find_entry(session, ids[code], YEAR, Whom(site, students))
    return found and (found.state, found.counted, found.among)


def test_enrollment_is_counted_of_the_schools_here_and_of_each_group(
    engagement: Engagement, schools: dict[str, str]
) -> None:
    assert values_of(engagement, "ENR")["2017–18"].value == 280
    assert part(engagement, "ENR", schools["Ridge Middle"]) == (ValueState.VALUE, 140, None)
    assert part(engagement, "ENR", None, BLACK) == (ValueState.VALUE, 40, None)
    assert part(engagement, "ENR", None, "Students without disabilities") == (ValueState.VALUE, 200, None)


def test_referrals_and_arrests_become_rates_among_the_enrolled(
    engagement: Engagement, schools: dict[str, str], tmp_path: Path
) -> None:
    ridge = referrals(SCH_DISCWODIS_REF_BL_M=5, SCH_DISCWDIS_REF_IDEA_BL_F=2, SCH_DISCWDIS_REF_504_M=3)
    ridge |= referrals("ARR", SCH_DISCWODIS_ARR_BL_M=1)
    oak = referrals(SCH_DISCWODIS_REF_WH_F=4) | referrals("ARR")
    path = write_crdc(tmp_path / "r.csv", crdc_row("Ridge Middle", 1, ridge), crdc_row("Oak High", 2, oak))
    brought_in(engagement, path, "2017-18")
    whole = values_of(engagement, "K01")["2017–18"]

    assert (whole.numerator, whole.denominator, str(whole.value)) == (14, 280, "5.00")
    assert part(engagement, "K01", schools["Ridge Middle"]) == (ValueState.VALUE, 10, 140)
    assert part(engagement, "K01", None, BLACK) == (ValueState.VALUE, 7, 40)
    assert part(engagement, "K01", None, "Male students") == (ValueState.VALUE, 8, 140)
    assert part(engagement, "K01", None, "Students with a 504 plan only") == (ValueState.VALUE, 3, 40)
    assert str(values_of(engagement, "K02")["2017–18"].value) == "3.57"
    assert part(engagement, "K02", schools["Oak High"]) == (ValueState.ZERO, 0, 140)


@pytest.mark.parametrize(
    ("code", "state"),
    [
        (-12, ValueState.SUPPRESSED),
        (-11, ValueState.SUPPRESSED),
        (-2, ValueState.SUPPRESSED),
        (-3, ValueState.NOT_COLLECTED),
        (-5, ValueState.NOT_COLLECTED),
        (-6, ValueState.NOT_COLLECTED),
        (-8, ValueState.NOT_COLLECTED),
        (-13, ValueState.NOT_COLLECTED),
        ("", ValueState.NOT_COLLECTED),
    ],
)
def test_a_reserve_code_is_never_a_number_and_leaves_the_whole_without_one(
    engagement: Engagement, schools: dict[str, str], tmp_path: Path, code: object, state: ValueState
) -> None:
    ridge = referrals(SCH_DISCWODIS_REF_BL_M=code, SCH_DISCWODIS_REF_HI_M=6)
    path = write_crdc(
        tmp_path / "r.csv", crdc_row("Ridge Middle", 1, ridge), crdc_row("Oak High", 2, referrals())
    )
    brought_in(engagement, path, "2017-18")

    assert part(engagement, "K01", schools["Ridge Middle"]) == (state, None, None)
    assert values_of(engagement, "K01")["2017–18"].state is state
    assert "Ridge Middle" in values_of(engagement, "K01")["2017–18"].note
    assert part(engagement, "K01", None, HISPANIC) == (ValueState.VALUE, 6, 40)


def test_a_group_nobody_is_told_by_takes_nothing_from_the_others(
    engagement: Engagement, schools: dict[str, str], tmp_path: Path
) -> None:
    later = {f"SCH_DISCWODIS_REF_{race}_X": -9 for race in ("HI", "BL", "WH")}
    later |= {"SCH_DISCWODIS_REF_EL_M": 2, "SCH_DISCWODIS_REF_EL_F": 1}
    columns = {k: v for k, v in referrals(SCH_DISCWODIS_REF_WH_M=3).items() if "LEP" not in k} | later
    path = write_crdc(
        tmp_path / "2021-22 Referrals and Arrests.csv",
        crdc_row("Ridge Middle", 1, columns),
        crdc_row("Oak High", 2, columns),
    )
    brought_in(engagement, path, "2017-18")

    assert part(engagement, "K01", schools["Oak High"]) == (ValueState.VALUE, 3, 140)
    assert part(engagement, "K01", None, "English learners") == (ValueState.VALUE, 6, 40)


def test_a_school_where_it_all_does_not_apply_was_not_collected(
    engagement: Engagement, schools: dict[str, str], tmp_path: Path
) -> None:
    skipped = dict.fromkeys(referrals(), -9)
    path = write_crdc(
        tmp_path / "r.csv", crdc_row("Ridge Middle", 1, skipped), crdc_row("Oak High", 2, referrals())
    )
    brought_in(engagement, path, "2017-18")

    assert part(engagement, "K01", schools["Ridge Middle"]) == (ValueState.NOT_COLLECTED, None, None)


def test_more_arrests_than_referrals_are_refused_and_the_rest_is_taken(
    engagement: Engagement, schools: dict[str, str], tmp_path: Path
) -> None:
    ridge = referrals(SCH_DISCWODIS_REF_WH_M=7) | referrals("ARR", SCH_DISCWODIS_ARR_WH_M=9)
    oak = referrals(SCH_DISCWODIS_REF_WH_M=5) | referrals("ARR", SCH_DISCWODIS_ARR_WH_M=1)
    path = write_crdc(tmp_path / "r.csv", crdc_row("Ridge Middle", 1, ridge), crdc_row("Oak High", 2, oak))
    refused = [line for line in previewed(engagement, path, "2017-18").lines if line.fate is Fate.REFUSED]

    assert ("K02", "Ridge Middle") in {(line.measure, line.whom) for line in refused}
    assert "every arrest is a referral" in refused[0].why
    brought_in(engagement, path, "2017-18")
    assert part(engagement, "K01", schools["Ridge Middle"]) == (ValueState.VALUE, 7, 140)
    assert part(engagement, "K02", schools["Ridge Middle"]) is None
    assert part(engagement, "K02", schools["Oak High"]) == (ValueState.VALUE, 1, 140)
    assert values_of(engagement, "K02") == {}  # the sum would count in the nine


def test_without_enrollment_a_count_is_no_rate_and_is_refused(engagement: Engagement, tmp_path: Path) -> None:
    begin_district(engagement, "Ridge Middle")
    path = write_crdc(tmp_path / "r.csv", crdc_row("Ridge Middle", 1, referrals()))

    with pytest.raises(CannotDo, match="bring in the enrollment file"):
        brought_in(engagement, path, "2017-18")
    assert list_measures(engagement) == []


def test_ids_that_lost_their_leading_zeros_are_known_again(engagement: Engagement, tmp_path: Path) -> None:
    begin_district(engagement, "Ridge Middle")
    clients.edit_client(engagement, name="Larkfield USD")
    row = crdc_row("Ridge Middle", 1, enrollment(), LEAID="100005", SCHID="1", COMBOKEY="1.00005E+11")
    other = crdc_row("Ridge Middle", 1, enrollment(), LEAID="200001", LEA_NAME="Elsewhere")
    path = write_crdc(tmp_path / "e.csv", row, other)
    with pytest.raises(CannotDo, match=r"0100005 Larkfield Unified \(AL\), 0200001 Elsewhere"):
        brought_in(engagement, path, "2017-18")
    brought_in(engagement, path, "2017-18", district="0100005")

    assert values_of(engagement, "ENR")["2017–18"].value == 140


def test_the_year_is_asked_for_or_read_from_the_name_of_the_folder(
    engagement: Engagement, tmp_path: Path
) -> None:
    begin_district(engagement, "Ridge Middle")
    folder = tmp_path / "2017-18 Public-Use Files"
    folder.mkdir()
    told = write_crdc(folder / "Enrollment.csv", crdc_row("Ridge Middle", 1, enrollment()))
    untold = write_crdc(tmp_path / "Enrollment.csv", crdc_row("Ridge Middle", 1, enrollment()))

    with pytest.raises(CannotDo, match="does not say its school year"):
        previewed(engagement, untold)
    assert previewed(engagement, told).lines[0].period == "2017–18"


def test_officers_guards_offenses_and_restraint_go_to_their_measures(
    engagement: Engagement, tmp_path: Path
) -> None:
    begin_district(engagement, "Ridge Middle")
    staff = {"SCH_FTESECURITY_LEO": "1.5", "SCH_FTESECURITY_GUA": "22031.6", "SCH_FTECOUNSELORS": "-9"}
    offenses = {"SCH_FIREARM_IND": "No", "SCH_OFFENSE_RAPE": 0, "SCH_OFFENSE_ATTWOW": 7}
    kinds = [f"SCH_RSINSTANCES_{how}_{who}" for how in ("MECH", "PHYS") for who in ("WODIS", "IDEA")]
    path = write_crdc(
        tmp_path / "all.csv", crdc_row("Ridge Middle", 1, staff | offenses | dict.fromkeys(kinds, 2))
    )
    preview = brought_in(engagement, path, "2015-16")
    found = {code: values_of(engagement, code).get("2015–16") for code in ("LEO", "GUA", "COU", "OFF", "K08")}

    assert str(found["LEO"].value) == "1.5"
    assert found["GUA"] is None
    assert any("cannot be" in line.why for line in preview.lines)
    assert found["COU"].state is ValueState.NOT_COLLECTED
    assert (found["OFF"].value, found["K08"].value) == (7, 8)


def test_a_measure_kept_by_term_here_gets_one_beside_it_for_school_years(
    engagement: Engagement, schools: dict[str, str], tmp_path: Path
) -> None:
    term = read_period("Fall 2017")
    enter_value(
        engagement, add_measure_from_library(engagement, "K01"), term.starts_on, period_label=term.label,
        state=ValueState.NOT_COLLECTED,
    )  # fmt: skip
    path = write_crdc(
        tmp_path / "r.csv", crdc_row("Ridge Middle", 1, referrals()), crdc_row("Oak High", 2, referrals())
    )
    brought_in(engagement, path, "2017-18")

    assert list(values_of(engagement, "K01")) == ["Fall 2017"]
    assert values_of(engagement, "K01Y")["2017–18"].state is ValueState.ZERO


def test_a_file_of_the_collection_without_anything_measured_says_which_would_do(
    engagement: Engagement, tmp_path: Path
) -> None:
    begin_district(engagement, "Ridge Middle")
    path = write_crdc(tmp_path / "algebra.csv", crdc_row("Ridge Middle", 1, {"SCH_ALG1CLASSES_GS0708": 3}))

    with pytest.raises(CannotDo, match="nothing this program measures"):
        previewed(engagement, path, "2017-18")


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")
@pytest.mark.parametrize("part", ["offenses", "referrals_and_arrests", "school_support"])
def test_a_published_file_with_headings_only_says_that_it_holds_no_school(
    engagement: Engagement, part: str
) -> None:
    begin_district(engagement, "Ridge Middle")

    with pytest.raises(CannotDo, match="has headings but no school"):
        previewed(engagement, SAMPLES / f"crdc_2017_18_{part}_HEADER_ONLY.csv", "2017-18")
