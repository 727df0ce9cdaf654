"""Transcripts brought in: utterances with times and codes, names on the roster and nowhere else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assessor.operations.participants import add_participant, list_participants
from assessor.operations.remarks import list_remarks
from assessor.operations.roster import enter_in_roster, get_roster_entry
from assessor.operations.sittings import get_sitting, list_sittings
from assessor.operations.transcripts import Imported, import_transcript
from assessor.progress import finish
from assessor.store import Engagement, copies
from assessor.terms import CannotDo, Fidelity, Group, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)
CAPTIONS = """WEBVTT

00:00:04.500 --> 00:00:07.000
Maria Alvarez: I call the office first.

00:00:09.000 --> 00:00:12.000
Ben Okafor: Maria is right.

00:00:15.000 --> 00:00:17.250
Lee Chen: Nobody showed Okafor or me a list.
"""


@pytest.fixture
def captions(tmp_path: Path) -> Path:
    path = tmp_path / "group.vtt"
    path.write_text(CAPTIONS, encoding="utf-8")
    return path


def bring_in(engagement: Engagement, path: Path, **values: object) -> Imported:
    return finish(import_transcript(engagement, path, **values))  # type: ignore[arg-type]


def test_each_utterance_becomes_a_remark_at_its_time_by_its_speaker(
    engagement: Engagement, captions: Path
) -> None:
    done = bring_in(engagement, captions, title="Teachers 1", group=Group.TCH, started_at=TEN)
    rows = list_remarks(engagement, done.sitting_id)

    assert (done.remarks, done.speakers) == (3, 3)
    assert [(row.said_at - TEN, row.speakers, row.text, row.fidelity) for row in rows] == [
        (timedelta(seconds=4.5), ("TCH-01",), "I call the office first.", Fidelity.NEAR),
        (timedelta(seconds=9), ("TCH-02",), "TCH-01 is right.", Fidelity.NEAR),
        (timedelta(seconds=15), ("TCH-03",), "Nobody showed TCH-02 or me a list.", Fidelity.NEAR),
    ]


def test_the_sitting_is_held_with_everyone_seated(engagement: Engagement, captions: Path) -> None:
    done = bring_in(engagement, captions, title="Teachers 1", group=Group.TCH, started_at=TEN)
    sitting = get_sitting(engagement, done.sitting_id)

    assert (sitting.kind, sitting.title, sitting.code) == (SittingKind.FOCUS_GROUP, "Teachers 1", "TCH-FG1")
    assert sitting.ended_at == TEN + timedelta(seconds=17.25)
    assert [(seat.number, seat.code) for seat in sitting.seats] == [
        (1, "TCH-01"),
        (2, "TCH-02"),
        (3, "TCH-03"),
    ]


def test_names_stand_on_the_roster_and_nowhere_else(engagement: Engagement, captions: Path) -> None:
    bring_in(engagement, captions, title="Talk with Maria Alvarez", group=Group.TCH)
    names = [get_roster_entry(engagement, row.id).name for row in list_participants(engagement)]
    with engagement.holding() as driver:
        driver.execute("DELETE FROM main.row_change")
        elsewhere = copies.dump(engagement)

    assert names == ["Maria Alvarez", "Ben Okafor", "Lee Chen"]
    assert elsewhere.count("Alvarez") == 1
    assert elsewhere.count("Okafor") == 1
    assert list_sittings(engagement)[0].title == "Talk with TCH-01"


def test_two_speakers_make_an_interview_and_the_interviewer_is_no_participant(
    engagement: Engagement, tmp_path: Path
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Interviewer: So?\n\nKim Vale: Fine.\n\nInterviewer: And now?\n\nKim Vale: Still.\n")
    done = bring_in(engagement, path)
    sitting = get_sitting(engagement, done.sitting_id)

    assert (sitting.kind, sitting.title, len(sitting.seats)) == (SittingKind.INTERVIEW, "talk", 1)


def test_someone_on_the_roster_keeps_the_code(engagement: Engagement, captions: Path) -> None:
    known = add_participant(engagement, Group.ADM, "ADM-07")
    enter_in_roster(engagement, known, "maria alvarez")
    bring_in(engagement, captions, group=Group.TCH)

    assert [row.code for row in list_participants(engagement)] == ["ADM-07", "TCH-01", "TCH-02"]


def test_importing_is_one_change_that_can_be_undone(engagement: Engagement, captions: Path) -> None:
    bring_in(engagement, captions)
    assert engagement.can_undo() == "Import focus group transcript"
    engagement.undo()

    assert list_sittings(engagement) == []
    assert list_participants(engagement) == []


def test_a_file_without_words_is_refused_and_changes_nothing(engagement: Engagement, tmp_path: Path) -> None:
    empty = tmp_path / "empty.vtt"
    empty.write_text("WEBVTT\n")

    with pytest.raises(CannotDo, match=r"empty\.vtt"):
        bring_in(engagement, empty)
    assert engagement.can_undo() is None


def test_the_real_transcript_of_a_meeting_tool_is_read(engagement: Engagement, samples: Path) -> None:
    done = bring_in(engagement, samples / "transcripts" / "zoom_meeting001_transcript.vtt", group=Group.PRT)
    rows = list_remarks(engagement, done.sitting_id)

    assert done.remarks == len(rows)
    assert done.speakers == len(get_sitting(engagement, done.sitting_id).seats) > 2
    assert not any("Harrison" in row.text or "McCartney" in row.text for row in rows)
