"""Tables of program data brought in: long and wide, mapped, dry, refused with the reason, kept, undone."""

from pathlib import Path

import pytest
from tests.operations.program_data import (
    begin_district,
    brought_in,
    previewed,
    proposed,
    values_of,
    write_table,
)
from tests.operations.sheets import write_workbook

from assessor.exchange.measure_mappings import MeasureColumn, Role
from assessor.operations.measures.measure_imports import (
    import_measures,
    list_measure_imports,
    preview_measures,
    remove_measure_import,
)
from assessor.operations.measures.measure_tables import Fate
from assessor.operations.measures.measure_values import enter_counts
from assessor.operations.measures.measures import add_measure, add_measure_from_library, list_measures
from assessor.operations.periods import read_period
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, ValueState

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "incident_stats"
LONG = ("Measure", "Term", "Numerator", "Denominator")
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not here")


@pytest.fixture
def terms(engagement: Engagement) -> Engagement:
    """An engagement with referrals and arrests by term, and two schools."""
    begin_district(engagement, "Ridge Middle", "Oak High")
    for code in ("K01", "K02"):
        add_measure_from_library(engagement, code)
    return engagement


def test_a_long_table_is_understood_by_its_headings(terms: Engagement, tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "t.csv",
        LONG,
        ("K01", "Fall 2026", 27, "1,400"),
        ("School-related arrests", "Fall 2026", 4, 1400),
    )
    brought_in(terms, path)
    referrals, arrests = values_of(terms, "K01")["Fall 2026"], values_of(terms, "K02")["Fall 2026"]

    assert (referrals.numerator, referrals.denominator, str(referrals.value)) == (27, 1400, "1.93")
    assert str(arrests.value) == "2.86"


def test_the_four_states_are_told_apart(terms: Engagement, tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "t.csv",
        ("Measure", "Fall 2025", "Spring 2026", "Fall 2026", "Spring 2027"),
        ("K01", "1.9", "0", "N/A", "<10"),
    )
    brought_in(terms, path)

    assert [value.state for value in values_of(terms, "K01").values()] == [
        ValueState.VALUE,
        ValueState.ZERO,
        ValueState.NOT_COLLECTED,
        ValueState.SUPPRESSED,
    ]


def test_a_table_with_a_column_a_measure_is_read_beside_one_with_a_column_a_period(
    terms: Engagement, tmp_path: Path
) -> None:
    path = write_table(tmp_path / "t.csv", ("Term", "K01", "K02"), ("Fall 2026", "1.93", "2.86"))
    brought_in(terms, path)

    assert [str(values_of(terms, code)["Fall 2026"].value) for code in ("K01", "K02")] == ["1.93", "2.86"]


def test_values_by_school_are_parts_and_add_up_where_every_school_is_there(
    terms: Engagement, tmp_path: Path
) -> None:
    headings = ("Measure", "Period", "School", "Count", "Enrollment")
    path = write_table(
        tmp_path / "t.csv",
        headings,
        ("K01", "Fall 2026", "RIDGE MIDDLE SCHOOL", 7, 412),
        ("K01", "Fall 2026", "Oak High", 2, 988),
        ("K01", "Fall 2026", "Elsewhere High", 20, 500),
        ("K01", "Spring 2027", "Oak High", 3, 988),
    )
    preview = brought_in(terms, path)
    whole = values_of(terms, "K01")

    assert (whole["Fall 2026"].numerator, whole["Fall 2026"].denominator) == (9, 1400)
    assert "Spring 2027" not in whole
    assert preview.count(Fate.ELSEWHERE) == 1


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("K01", "someday", 1, 100), "is not a period"),
        (("Suspensions in school", "Fall 2026", 1, 100), "is no measure here"),
        (("K01", "Fall 2026", "=1+1", 100), "is a formula"),
        (("K01", "Fall 2026", "3,5", 100), "may be 3.5 or 35"),
        (("K01", "Fall 2026", "-9", 100), "below zero"),
        (("K01", "Fall 2026", "many", 100), "is not a number"),
        (("K01", "Fall 2026", "1.5", 100), "not whole"),
        (("K01", "Fall 2026", 3, 0), "some to count among"),
        (("K01", "Fall 2026", 3, ""), "among how many 3 is not said"),
        (("K02", "Fall 2026", 9, 1400), "every arrest is a referral"),
        (("K01", "2026-27", 9, 1400), "is kept by term here"),
    ],
)
def test_what_is_refused_says_where_and_why(
    terms: Engagement, tmp_path: Path, row: tuple[object, ...], why: str
) -> None:
    before = read_period("Spring 2026")
    ids = {each.code: each.id for each in list_measures(terms)}
    enter_counts(terms, ids["K01"], before.starts_on, 5, 1400, period_label=before.label)
    path = write_table(tmp_path / "t.csv", LONG, ("K01", "Spring 2027", 7, 1400), row)
    if row[0] == "K02":
        path = write_table(path, LONG, ("K01", "Fall 2026", 7, 1400), row)
    refused = [line for line in previewed(terms, path).lines if line.fate is Fate.REFUSED]

    assert len(refused) == 1
    assert refused[0].source.startswith("row 3")
    assert why in refused[0].why


def test_a_value_twice_in_a_table_is_taken_once_and_named(terms: Engagement, tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", LONG, ("K01", "Fall 2026", 7, 1400), ("K01", "Fall 2026", 8, 1400))
    (first, second) = previewed(terms, path).lines

    assert (first.fate, second.fate) == (Fate.TAKEN, Fate.REFUSED)
    assert "stands in row 2, Numerator already" in second.why


def test_doubtful_counts_are_warned_about(terms: Engagement, tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", LONG, ("K01", "Fall 2026", 60, 40), ("K02", "Fall 2026", 1, 1400))
    doubts = previewed(terms, path).lines[0].doubts

    assert any("more events than enrolled" in doubt for doubt in doubts)
    assert any("50" in doubt for doubt in doubts)


def test_a_dry_run_tells_what_changes_and_changes_nothing(terms: Engagement, tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", LONG, ("K01", "Fall 2026", 7, 1400))
    brought_in(terms, path)
    changed_at = terms.changed_at
    path = write_table(path, LONG, ("K01", "Fall 2026", 8, 1400), ("K01", "Spring 2027", 2, 1400))
    preview = previewed(terms, path)

    assert (preview.count(Fate.CHANGED), preview.count(Fate.TAKEN)) == (1, 1)
    assert preview.lines[0].before == "0.50 (7 of 1,400)"
    assert terms.changed_at == changed_at


def test_the_table_is_kept_and_undo_takes_back_all_of_it(engagement: Engagement, tmp_path: Path) -> None:
    begin_district(engagement)
    path = write_table(tmp_path / "t.csv", LONG, ("K01", "Fall 2026", 7, 1400), ("K02", "Fall 2026", 1, 1400))
    brought_in(engagement, path)
    (row,) = list_measure_imports(engagement)

    assert (row.file_name, row.rows, row.values) == ("t.csv", 2, 2)
    assert engagement.undo() == "Import program data of t.csv"
    assert list_measure_imports(engagement) == []
    assert list_measures(engagement) == []
    engagement.redo()
    assert [row.code for row in list_measures(engagement)] == ["K01", "K02"]


def test_an_import_can_be_removed_later_with_what_came_with_it(terms: Engagement, tmp_path: Path) -> None:
    brought_in(terms, write_table(tmp_path / "t.csv", LONG, ("K01", "Fall 2026", 7, 1400)))
    remove_measure_import(terms, list_measure_imports(terms)[0].id)

    assert values_of(terms, "K01") == {}
    assert list_measure_imports(terms) == []


def test_the_same_table_again_says_that_it_is_here(terms: Engagement, tmp_path: Path) -> None:
    path = write_table(tmp_path / "t.csv", LONG, ("K01", "Fall 2026", 7, 1400))
    brought_in(terms, path)

    with pytest.raises(CannotDo, match="is here already"):
        brought_in(terms, path)


def test_a_mapping_is_used_again_for_the_same_headings_in_any_order(
    terms: Engagement, tmp_path: Path
) -> None:
    calls = add_measure(terms, "L1", "Calls", unit="count")
    first = proposed(terms, write_table(tmp_path / "a.csv", ("When", "How often"), ("Fall 2026", 12)))
    assert not first.is_known
    mapping = first.mapping
    columns = (MeasureColumn(0, Role.PERIOD), MeasureColumn(1, Role.COUNT, "L1"))
    finish(import_measures(terms, first, type(mapping)(mapping.headings, columns, mapping.layout)))
    again = proposed(terms, write_table(tmp_path / "b.csv", ("How often", "When"), (15, "Spring 2027")))
    finish(import_measures(terms, again, again.mapping))

    assert again.is_known
    assert calls
    assert [value.value for value in values_of(terms, "L1").values()] == [12, 15]


def test_titles_above_a_table_are_passed_over(terms: Engagement, tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "t.csv", ("Larkfield Unified", "", "", ""), LONG, ("K01", "Fall 2026", 7, 1400)
    )

    assert proposed(terms, path).table.header_row == 2
    assert previewed(terms, path).count(Fate.TAKEN) == 1


def test_a_workbook_is_read_with_its_dates(terms: Engagement, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "t.xlsx", LONG, ("K01", "2026-09-01 00:00:00", 7, 1400))
    brought_in(terms, path)

    assert values_of(terms, "K01")["Fall 2026"].numerator == 7


@needs_samples
def test_the_new_york_file_is_read_as_published(engagement: Engagement) -> None:
    begin_district(engagement, "P.S. 001 The Bergen", "P.S. 035")
    path = SAMPLES / "nyc_school_safety_2016_17.csv"
    found = proposed(engagement, path)
    preview = preview_measures(engagement, found, found.mapping)
    finish(import_measures(engagement, found, found.mapping))
    other = {row.title: row for row in list_measures(engagement)}["NoCrim N"]

    assert found.table.rows_read == 2046
    assert preview.count(Fate.TAKEN) == 15
    assert preview.count(Fate.REFUSED) == 0
    assert values_of(engagement, other.code)["2016–17"].numerator == 4
    assert values_of(engagement, other.code)["2016–17"].denominator == 1334 + 833


def test_counts_without_enrollment_are_told_among_those_known_to_be_enrolled(
    terms: Engagement, tmp_path: Path
) -> None:
    path = write_table(tmp_path / "e.csv", ("Measure", "Year", "Value"), ("ENR", "2026-27", 1400))
    brought_in(terms, path)
    brought_in(terms, write_table(tmp_path / "t.csv", ("Measure", "Term", "Count"), ("K01", "Fall 2026", 27)))
    value = values_of(terms, "K01")["Fall 2026"]

    assert (value.numerator, value.denominator, str(value.value)) == (27, 1400, "1.93")
