"""Names of people stand in the roster and nowhere else: not in search, history or plan, nor in any table."""

import json
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from assessor.operations.change_details import get_change_details
from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.histories import list_changes
from assessor.operations.participants import list_participants, remove_participant
from assessor.operations.roster import enter_in_roster, get_roster_entry
from assessor.operations.searches import search
from assessor.operations.transcripts import import_transcript
from assessor.progress import finish
from assessor.report.layout import lay_out
from assessor.report.printing import print_plan
from assessor.store import Engagement, copies
from assessor.terms import Group

NAME, CONTACT = "Quillfeather Abernathy", "q.abernathy@canary.example"
CANARIES = ("Quillfeather", "Abernathy", "canary.example")


@pytest.fixture
def named(own_sample: Engagement) -> Engagement:
    """The sample with everybody called by one name that is written nowhere else."""
    for person in list_participants(own_sample):
        enter_in_roster(own_sample, person.id, NAME, CONTACT)
    return own_sample


def outside_the_roster(engagement: Engagement) -> str:
    """Everything the file holds but the roster and what the journal keeps of it."""
    tables = json.loads(copies.dump(engagement))["tables"]
    assert any(canary in str(tables.pop("roster_entry")) for canary in CANARIES)
    tables["row_change"] = [row for row in tables["row_change"] if row["table_name"] != "roster_entry"]
    return str(tables)


def test_no_other_table_and_no_other_row_of_the_journal_holds_a_name(named: Engagement) -> None:
    held = outside_the_roster(named)
    assert [canary for canary in CANARIES if canary in held] == []


def test_no_search_finds_a_name(named: Engagement) -> None:
    for canary in CANARIES:
        assert named.search(canary) == []
        assert list(search(named, canary, 10)) == []


def test_the_history_tells_that_a_name_was_entered_and_not_which(named: Engagement) -> None:
    remove_participant(named, list_participants(named, Group.SRO)[0].id)
    newest = list_changes(named, limit=20)
    told = str([(change.sentence, get_change_details(named, change.id)) for change in newest])
    assert "shown in the roster only" in told
    assert [canary for canary in CANARIES if canary in told] == []


def test_the_plan_names_nobody(named: Engagement, tmp_path: Path) -> None:
    plan = gather_strategic_plan(named, date(2027, 1, 29))
    assert [canary for canary in CANARIES if canary in repr(plan) + lay_out(plan)] == []
    finish(print_plan(plan, tmp_path / "plan.pdf"))
    document = pypdfium2.PdfDocument(tmp_path / "plan.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in document)
    properties = str(document.get_metadata_dict())
    document.close()
    assert [canary for canary in CANARIES if canary in words + properties] == []


def test_speakers_of_a_transcript_become_codes_in_their_own_words_too(
    engagement: Engagement, tmp_path: Path
) -> None:
    file = tmp_path / "Interview Quillfeather Abernathy.vtt"
    file.write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nQuillfeather Abernathy: Hello, I am Quillfeather.\n\n"
        "00:00:05.000 --> 00:00:08.000\nJo Fen: As Abernathy says, the binder is never read.\n",
        encoding="utf-8",
    )
    finish(import_transcript(engagement, file, group=Group.TCH))
    held = outside_the_roster(engagement)
    assert "the binder is never read" in held
    assert [canary for canary in (*CANARIES, "Jo Fen") if canary in held] == []
    assert NAME in [get_roster_entry(engagement, row.id).name for row in list_participants(engagement)]
