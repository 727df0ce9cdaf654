"""The table an import came with is kept without what identifies people, and reads the same again."""

import csv
from pathlib import Path

import pytest
from tests.kept_bytes import kept_bytes
from tests.operations.survey_specimens import MAIL, NAME, NETWORK, PHONE, write_items, write_table, write_wave
from tests.operations.survey_waves import bring_in, kept_answers

from assessor.exchange.responses import apply_mapping
from assessor.exchange.survey_tables import read_survey_table
from assessor.operations.surveys.survey_imports import remove_import
from assessor.operations.surveys.survey_kept_tables import get_kept_table, save_kept_table
from assessor.operations.surveys.survey_proposals import propose_import
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


def test_a_table_that_names_nobody_is_kept_as_it_came(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('SAF1;Why?\r\n4;d\u00e9j\u00e0 vu\r\n\r\n5;"x;y"\r\n'.encode("cp1252"))
    done = bring_in(engagement, path, group=Group.TCH)
    kept = get_kept_table(engagement, done.import_id)
    assert (kept.name, kept.content, kept.is_as_it_came) == ("a.csv", path.read_bytes(), True)
    assert (kept.choices.encoding, kept.choices.delimiter, kept.choices.header_rows) == ("cp1252", ";", 1)


def test_private_columns_are_kept_empty_in_the_same_order(engagement: Engagement, tmp_path: Path) -> None:
    rows = [
        [MAIL, 4, 'says "no", often'],
        ["x@y.example", 5, "two\nlines"],
        ["z@y.example", 3, f"ask {MAIL}"],
    ]
    path = write_table(tmp_path / "a.csv", ["Email Address", "SAF1", "Why?"], rows)
    done = bring_in(engagement, path, group=Group.TCH)
    kept = get_kept_table(engagement, done.import_id)
    assert not kept.is_as_it_came
    assert list(csv.reader(kept.content.decode().splitlines(keepends=True))) == [
        ["Email Address", "SAF1", "Why?"],
        ["", "4", 'says "no", often'],
        ["", "5", "two\nlines"],
        ["", "3", "ask [e-mail address removed]"],
    ]


def test_an_address_written_in_an_answer_is_not_kept_either(engagement: Engagement, tmp_path: Path) -> None:
    columns = {"SAF1": [4, 5], "Why?": [f"Call {PHONE}", "It is fine."]}
    done = bring_in(engagement, write_items(tmp_path / "a.csv", columns), group=Group.TCH)
    kept = get_kept_table(engagement, done.import_id)
    assert b"Call [phone number removed]" in kept.content
    assert PHONE.encode() not in kept.content


def test_nothing_private_is_in_the_file_even_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "private.assessor"
    with Engagement.create(path) as engagement:
        done = bring_in(engagement, write_wave(tmp_path / "wave 1.csv"))
        kept = get_kept_table(engagement, done.import_id)
    inside = kept_bytes(path) + kept.content
    assert b"greet every student" in kept.content
    assert all(canary.encode() not in inside for canary in (MAIL, NETWORK, NAME))


@pytest.mark.parametrize(
    "name",
    [
        "qualtrics/qualtrics_text_entry_other.csv",
        "qualtrics/qualtrics_legacy_2rows_bom.csv",
        "surveymonkey/sm_starwars_2header_latin1.csv",
        "google_forms/gforms_candy2015_first400.xlsx",
        "redcap/redcap_simple_data.csv",
        "kobo_ona/ona_transportation_all_groups_TrueFalse.csv",
    ],
)
def test_a_kept_table_read_by_the_kept_mapping_gives_the_same_answers(
    engagement: Engagement, samples: Path, name: str
) -> None:
    path = samples / "survey" / name
    proposal = finish(propose_import(path))
    done = bring_in(engagement, path)
    kept = get_kept_table(engagement, done.import_id)
    again = read_survey_table(kept.content, kept.name, kept.choices)
    mapping = proposal.mapping
    before, after = apply_mapping(proposal.table, mapping), apply_mapping(again, mapping)
    assert [one.answers for one in after.responses] == [one.answers for one in before.responses]
    assert [column.name for column in again.columns] == [column.name for column in proposal.table.columns]


def test_a_kept_table_brought_into_another_engagement_gives_the_same(tmp_path: Path) -> None:
    with (
        Engagement.create(tmp_path / "one.assessor") as one,
        Engagement.create(tmp_path / "two.assessor") as two,
    ):
        done = bring_in(one, write_wave(tmp_path / "wave 1.csv"))
        save_kept_table(one, done.import_id, tmp_path / "kept.csv")
        bring_in(two, tmp_path / "kept.csv")
        assert sorted(map(str, kept_answers(two))) == sorted(map(str, kept_answers(one)))


def test_a_table_that_is_gone_or_cannot_be_written_is_said_in_one_sentence(
    engagement: Engagement, tmp_path: Path
) -> None:
    done = bring_in(engagement, write_items(tmp_path / "a.csv", {"SAF1": [4, 5]}), group=Group.TCH)
    with pytest.raises(CannotDo, match="cannot be written there"):
        save_kept_table(engagement, done.import_id, tmp_path / "nowhere" / "a.csv")
    remove_import(engagement, done.import_id)
    with pytest.raises(CannotDo, match="was removed meanwhile"):
        get_kept_table(engagement, done.import_id)
    engagement.undo()
    assert get_kept_table(engagement, done.import_id).content.startswith(b"SAF1")
