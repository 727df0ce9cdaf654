"""Files of earlier versions, as they were written then, opened today."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from assessor.model import Absence, Asking
from assessor.operations import remarks, roster, seats, sittings
from assessor.operations.measures import measures
from assessor.operations.policy_reviews import list_reviews
from assessor.operations.surveys import survey_results, survey_waves
from assessor.store import Engagement, schema
from assessor.store.connections import Driver
from assessor.terms import Group, ValueState

FILES = Path(__file__).parents[1] / "files"


def earlier(tmp_path: Path, version: int) -> Path:
    path = tmp_path / f"schema-{version}.assessor"
    path.write_bytes(gzip.decompress((FILES / f"{path.name}.gz").read_bytes()))
    return path


def columns_of(driver: Driver, table: str) -> list[tuple[str, str, bool, int]]:
    found = driver.execute(f"PRAGMA table_info({table})")
    return [(name, kind, bool(required), key) for _, name, kind, required, _, key in found]


def tables_of(driver: Driver) -> dict[str, Any]:
    """Columns, references and indexes of every table, whatever order they came in."""
    names = driver.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_index%'"
    )
    return {
        name: {
            kind: sorted(repr(row[1:]) for row in driver.execute(f"PRAGMA {kind}({name})"))
            for kind in ("foreign_key_list", "index_list")
        }
        | {"columns": sorted(columns_of(driver, name))}
        for (name,) in names.fetchall()
    }


@pytest.mark.parametrize("version", [1, 2])
def test_an_earlier_file_gets_the_tables_of_a_new_one(tmp_path: Path, version: int) -> None:
    new_path = tmp_path / "new.assessor"
    with Engagement.open(earlier(tmp_path, version)) as old, Engagement.create(new_path) as new:
        assert schema.version_of(old._driver) == schema.SCHEMA_VERSION
        assert tables_of(old._driver) == tables_of(new._driver)
        assert old.check_integrity() == []


def test_what_was_noted_in_an_earlier_file_is_all_there(tmp_path: Path) -> None:
    with Engagement.open(earlier(tmp_path, 1)) as engagement:
        (sitting,) = sittings.list_sittings(engagement)
        details = sittings.get_sitting(engagement, sitting.id)
        (remark,) = remarks.list_remarks(engagement, sitting.id)
        assert details.memo == "The flow chart is not read."
        assert (remark.text, remark.agree, remark.dissent, remark.present) == (
            "I call whoever answers first.",
            1,
            1,
            3,
        )
        assert (remark.agreeing, remark.dissenting) == (("TCH-02",), ("TCH-03",))
        assert details.seats[2].left_at is not None
        assert roster.count_roster(engagement) == 1
        assert engagement.search("flow chart")[0].table == "sitting"


def test_an_earlier_file_goes_on_with_what_is_new(tmp_path: Path) -> None:
    with Engagement.open(earlier(tmp_path, 1)) as engagement:
        (sitting,) = sittings.list_sittings(engagement)
        seat = sittings.get_sitting(engagement, sitting.id).seats[2]
        seats.return_to_seat(engagement, seat.id)
        sittings.ask_question(engagement, sitting.id, "T3")
        with engagement.reading() as session:
            assert session.query(Absence).count() == 1
            assert session.query(Asking).one().question == "T3"
        assert len(list_reviews(engagement)) == 1


def test_the_survey_and_the_measure_of_an_earlier_file_are_all_there(tmp_path: Path) -> None:
    with Engagement.open(earlier(tmp_path, 2)) as engagement:
        (wave,) = survey_waves.list_waves(engagement)
        assert (wave.answers, wave.groups[0].group, wave.groups[0].invited) == (12, Group.TCH, 20)
        (measure,) = measures.list_measures(engagement)
        states = [value.state for value in measures.get_measure(engagement, measure.id).values]
        assert states == [ValueState.VALUE, ValueState.NOT_COLLECTED]
        comments = survey_results.list_open_comments(engagement, wave.id, survey_results.Audience.INTERNAL)
        assert sorted(comment.text for comment in comments) == sorted(f"Answer {i}" for i in range(12))
