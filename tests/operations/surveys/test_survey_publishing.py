"""Printed results note whom they show, and the next ones leave out nearly the same people."""

from datetime import date
from pathlib import Path

import pytest
from tests.operations.survey_specimens import write_items
from tests.operations.survey_waves import bring_in, bring_in_wave

from assessor.operations.histories import list_changes
from assessor.operations.surveys.published_groups import PublishedGroupRow, list_published
from assessor.operations.surveys.survey_imports import list_imports, remove_import
from assessor.operations.surveys.survey_publishing import Publication, gather_publication, publishing
from assessor.operations.surveys.survey_reports import gather_survey_report
from assessor.operations.surveys.survey_results import Audience, get_results
from assessor.operations.surveys.survey_waves import edit_wave
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, Published

TEACHERS, STUDENTS = {"COM1": [1, 2, 3, 4, 5, 4, 3] * 2}, {"COM1": [2, 3, 4, 5] * 5}


@pytest.fixture
def wave(engagement: Engagement, tmp_path: Path) -> str:
    """A wave of fourteen teachers, twenty students and three officers."""
    return bring_in_wave(engagement, tmp_path, TCH=TEACHERS, STU=STUDENTS, SRO={"COM1": [1, 2, 3]})


def publish(engagement: Engagement, publication: Publication) -> None:
    with publishing(engagement, publication):
        pass


def teachers_came(engagement: Engagement, wave: str, folder: Path, people: int) -> None:
    table = write_items(folder / f"late {people}.csv", {"COM1": ([2, 4, 5] * people)[:people]})
    bring_in(engagement, table, wave_id=wave, group=Group.TCH)


def told(rows: list[PublishedGroupRow]) -> dict[Group | None, int]:
    return {row.group: row.n for row in rows}


def teachers(engagement: Engagement, wave: str) -> tuple[int | None, str]:
    count = get_results(engagement, wave, Audience.PUBLIC).group(Group.TCH)
    assert count is not None
    return count.n, count.caution


def test_printing_notes_the_groups_that_are_shown_and_looking_notes_nothing(
    engagement: Engagement, wave: str
) -> None:
    made = gather_publication(engagement, wave)
    assert list_published(engagement) == []
    publish(engagement, made)
    rows = list_published(engagement, wave)
    assert told(rows) == {Group.TCH: 14, Group.STU: 20}
    assert {(row.what, row.version) for row in rows} == {(Published.SURVEY_RESULTS, "")}
    assert list_changes(engagement)[0].sentence == "Publish survey results"


def test_the_same_people_printed_again_are_noted_once(engagement: Engagement, wave: str) -> None:
    for _ in range(2):
        publish(engagement, gather_publication(engagement, wave))
    assert len(list_published(engagement)) == 2
    assert [change.sentence for change in list_changes(engagement)].count("Publish survey results") == 1


def test_pages_that_could_not_be_written_are_not_noted(engagement: Engagement, wave: str) -> None:
    made = gather_publication(engagement, wave)
    with pytest.raises(OSError, match="full"), publishing(engagement, made):
        raise OSError("The disk is full")
    assert list_published(engagement) == []


def test_a_few_who_came_since_hide_the_group_until_enough_came_or_it_is_undone(
    engagement: Engagement, wave: str, tmp_path: Path
) -> None:
    publish(engagement, gather_publication(engagement, wave))
    teachers_came(engagement, wave, tmp_path, 3)
    n, why = teachers(engagement, wave)
    assert n is None
    assert "in the results printed on " in why
    assert told(list(list_published(engagement))) == {Group.TCH: 14, Group.STU: 20}
    teachers_came(engagement, wave, tmp_path, 12)
    assert teachers(engagement, wave)[0] == 29
    for _ in range(3):
        engagement.undo()
    assert list_published(engagement) == []
    teachers_came(engagement, wave, tmp_path, 3)
    assert teachers(engagement, wave)[0] == 17


@pytest.mark.parametrize(("people", "shown"), [(14, 14), (17, None), (24, 24)])
def test_a_table_brought_in_anew_counts_as_the_same_people(
    engagement: Engagement, wave: str, tmp_path: Path, people: int, shown: int | None
) -> None:
    """Who exports again removes the first table and brings in the longer one."""
    publish(engagement, gather_publication(engagement, wave))
    first = next(row for row in list_imports(engagement, wave) if row.file_name == "TCH.csv")
    remove_import(engagement, first.id)
    teachers_came(engagement, wave, tmp_path, people)
    assert teachers(engagement, wave)[0] == shown


def test_pages_looked_at_before_something_else_was_published_are_refused(
    engagement: Engagement, wave: str, tmp_path: Path
) -> None:
    old = gather_publication(engagement, wave)
    teachers_came(engagement, wave, tmp_path, 3)
    publish(engagement, gather_publication(engagement, wave))
    with pytest.raises(CannotDo, match="Print the results again"):
        publish(engagement, old)
    assert told(list_published(engagement)) == {Group.TCH: 17, Group.STU: 20}


def test_a_change_since_the_wave_before_shows_that_one_as_well(
    engagement: Engagement, wave: str, tmp_path: Path
) -> None:
    edit_wave(engagement, wave, opened_on=date(2025, 10, 1))
    table = write_items(tmp_path / "later.csv", {"COM1": [3, 4, 5, 5] * 5})
    later = bring_in(engagement, table, title="Later", group=Group.TCH).wave_id
    edit_wave(engagement, later, opened_on=date(2026, 10, 1))
    made = gather_publication(engagement, later)
    assert made.report.changes
    publish(engagement, made)
    assert told(list_published(engagement, later)) == {Group.TCH: 20}
    assert told(list_published(engagement, wave)) == {Group.TCH: 14}


def test_a_file_that_can_only_be_read_is_refused_with_what_to_do(engagement: Engagement, wave: str) -> None:
    engagement.close()
    with Engagement.open(engagement.path, only_read=True) as read:
        read.read_only = read.read_only or f"{read.path.name} can only be read."
        made = gather_publication(read, wave)
        with pytest.raises(CannotDo, match=r"has to be noted in the file\. .* can only be read"):
            publish(read, made)
        assert gather_survey_report(read, wave).answers == 34
