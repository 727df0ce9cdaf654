"""Names of people stand in the roster and nowhere else: not in search, history or plan, nor in any table."""

import json
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assessor.operations.change_details import get_change_details
from assessor.operations.gathering import gather_strategic_plan
from assessor.operations.histories import list_changes
from assessor.operations.kept_lines import get_line
from assessor.operations.participants import list_participants, remove_participant
from assessor.operations.remarks import list_remarks
from assessor.operations.roster import destroy_roster, enter_in_roster, get_roster_entry
from assessor.operations.safeguarding import list_concerns
from assessor.operations.searches import search
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, get_sitting, list_sittings
from assessor.operations.transcripts import import_transcript
from assessor.progress import finish
from assessor.report.layout import lay_out
from assessor.report.printing import print_plan
from assessor.store import Engagement, copies
from assessor.terms import Group, SittingKind
from assessor.ui.assess.room.line_keeping import PAUSE
from assessor.ui.assess.room.live_room import LiveRoom

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


def bytes_of(engagement: Engagement) -> bytes:
    """Everything the file and its log hold."""
    log = engagement.path.with_name(f"{engagement.path.name}-wal")
    return b"".join(file.read_bytes() for file in (engagement.path, log) if file.exists())


def canaries_in(content: bytes) -> list[str]:
    forms = ("utf-8", "utf-16-le", "utf-16-be")
    return [word for word in CANARIES if any(word.encode(form) in content for form in forms)]


@pytest.fixture
def typed(qtbot: QtBot, engagement: Engagement) -> Engagement:
    """Notes typed into the real room, with the names of people at the table in every kind of line."""
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_new_participants(engagement, sitting_id, Group.TCH, 3)
    enter_in_roster(engagement, get_sitting(engagement, sitting_id).seats[0].participant_id, NAME, CONTACT)
    room = LiveRoom(engagement, sitting_id)
    qtbot.addWidget(room)
    room.show()
    room.enter()
    for line in (
        f"2 Ask {NAME} about it.",
        '3 "Abernathy has the key"',
        ";;Quillfeather looks away",
        ">>What does Quillfeather say",
        f"!!{NAME} is afraid",
        f"2 {NAME.upper()} again",
    ):
        QTest.keyClicks(room.input.line, line)
        QTest.qWait(PAUSE + 50)
        room.keep_line()
        QTest.keyClick(room.input.line, Qt.Key.Key_Return)
    QTest.keyClicks(room.input.line, f"2 {NAME} was not no")
    room.hide()
    return engagement


def test_a_name_typed_in_the_room_reaches_no_byte_of_the_file_but_the_roster(typed: Engagement) -> None:
    (sitting,) = list_sittings(typed)
    assert [row.text for row in list_remarks(typed, sitting.id)] == [
        "Ask TCH-01 about it.",
        "TCH-01 has the key",
        "TCH-01 looks away",
        "What does TCH-01 say",
        "TCH-01 again",
    ]
    assert get_line(typed, sitting.id).text == "2 TCH-01 was not no"
    assert [row.text for row in list_concerns(typed)] == ["TCH-01 is afraid"]
    assert canaries_in(outside_the_roster(typed).encode()) == []


@pytest.mark.parametrize("is_closed", [False, True])
def test_with_the_roster_destroyed_not_a_byte_of_a_name_is_left(typed: Engagement, is_closed: bool) -> None:
    assert canaries_in(bytes_of(typed)) == list(CANARIES)
    destroy_roster(typed)
    if is_closed:
        typed.close()
    assert canaries_in(bytes_of(typed)) == []


def test_with_the_roster_of_the_sample_destroyed_no_name_of_it_is_left(named: Engagement) -> None:
    before = len(list_participants(named))
    assert destroy_roster(named).names == before
    assert canaries_in(bytes_of(named)) == []
    assert named.check_integrity() == []
    assert len(list_participants(named)) == before
    assert named.search("binder")
