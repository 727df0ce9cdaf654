"""Engagement files made to do harm: what they bring along is not run; refused, they stay as they are."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from assessor.operations.clients import add_site, begin_cycle, begin_engagement, edit_site, list_sites
from assessor.store import Engagement
from assessor.store.errors import DamagedEngagement, HoldsStrangers

TRIGGER = """CREATE TRIGGER steal AFTER INSERT ON site BEGIN
UPDATE client SET name = 'stolen'; END"""
VIEW_INSTEAD_OF_A_TABLE = """ALTER TABLE site RENAME TO hidden;
CREATE VIEW site AS SELECT * FROM hidden;"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed engagement with a client and a school."""
    path = tmp_path / "sent.assessor"
    with Engagement.create(path) as engagement:
        begin_engagement(engagement, "Larkfield Unified", "2026–27")
        add_site(engagement, "North High")
    return path


def spoil(path: Path, script: str) -> bytes:
    """Run a script in the file as an attacker would; the bytes it has then."""
    driver = dbapi2.connect(str(path), isolation_level=None)
    driver.executescript(script)
    driver.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    "script",
    [
        TRIGGER + ";",
        "CREATE VIEW everyone AS SELECT * FROM participant;",
        VIEW_INSTEAD_OF_A_TABLE,
        "CREATE VIRTUAL TABLE spare USING fts5(text);",
        "DROP TABLE search_index; CREATE VIRTUAL TABLE search_index USING rtree(id, a, b);",
    ],
)
def test_a_file_that_brings_code_is_refused_in_one_sentence_and_not_touched(file: Path, script: str) -> None:
    before = spoil(file, script)
    with pytest.raises(HoldsStrangers, match=r"^sent\.assessor holds code that Assessor did not write\. "):
        Engagement.open(file)
    assert file.read_bytes() == before


def test_a_file_of_a_newer_version_is_not_trusted_more(file: Path) -> None:
    spoil(file, TRIGGER + "; PRAGMA user_version = 99;")
    with pytest.raises(HoldsStrangers):
        Engagement.open(file)


@pytest.mark.parametrize("script", ["DROP TABLE finding;", "ALTER TABLE site RENAME COLUMN name TO other;"])
def test_a_file_without_a_table_or_a_column_is_said_to_be_damaged(file: Path, script: str) -> None:
    spoil(file, "PRAGMA foreign_keys = OFF; " + script)
    with pytest.raises(DamagedEngagement):
        Engagement.open(file)


def test_values_of_the_wrong_kind_do_not_keep_the_rest_from_being_changed(file: Path) -> None:
    spoil(file, "UPDATE site SET level = x'00ff', enrollment = 'many';")
    with Engagement.open(file) as engagement:
        begin_cycle(engagement, "2027–28", date(2027, 8, 1))
        assert engagement.undo() == "Begin next cycle"
        with pytest.raises(Exception, match="JSON cannot hold BLOB values"):
            edit_site(engagement, list_sites(engagement)[0].id, name="South High")
        assert [site.name for site in list_sites(engagement)] == ["North High"]


def test_every_page_turned_over_in_turn_is_refused_or_read_and_never_ends_the_program(
    file: Path, tmp_path: Path
) -> None:
    """Ends of pages hold the rows: 64 bytes turned over in each, one page at a time."""
    whole = file.read_bytes()
    refused = 0
    for start in range(4096, len(whole), 4096):
        broken = tmp_path / "broken.assessor"
        content = bytearray(whole)
        content[start : start + 64] = bytes(byte ^ 0xFF for byte in content[start : start + 64])
        broken.write_bytes(content)
        try:
            with Engagement.open(broken) as engagement:
                list_sites(engagement)
        except DamagedEngagement:
            refused += 1
            assert broken.read_bytes() == bytes(content)
        for left in tmp_path.glob("broken*"):
            left.unlink()
    assert refused > len(whole) // 4096 // 2


def test_a_file_named_by_a_hostile_name_is_opened_as_a_file(file: Path, tmp_path: Path) -> None:
    """What stands in a name is no option of the connection."""
    named = tmp_path / "plan?mode=memory&x=%00#a.assessor"
    shutil.copy(file, named)
    with Engagement.open(named) as engagement:
        assert len(list_sites(engagement)) == 1
        assert engagement.path == named
