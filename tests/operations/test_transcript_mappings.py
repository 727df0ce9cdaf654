"""Whose each speaker is: proposed, changed, shown before anything is written, and brought in so."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assessor.operations.participants import add_participant, list_participants
from assessor.operations.remarks import list_remarks, note_remark
from assessor.operations.roster import count_roster, enter_in_roster, get_roster_entry
from assessor.operations.seats import seat_new_participants
from assessor.operations.sittings import add_sitting, get_sitting, list_sittings
from assessor.operations.transcript_mappings import (
    Part,
    TranscriptMapping,
    TranscriptRead,
    Whose,
    read_transcript,
)
from assessor.operations.transcript_proposals import propose_mapping
from assessor.operations.transcripts import bring_in_transcript, preview_transcript
from assessor.progress import finish
from assessor.store import Engagement, copies
from assessor.terms import CannotDo, Group, RemarkKind, SittingKind

TEN = datetime(2026, 11, 12, 10, tzinfo=UTC)
TALK = """WEBVTT

00:01.000 --> 00:03.500
<v Interviewer>How is it going, Maria?

00:04.000 --> 00:06.000
<v Maria Alvarez>Ben and I talk. Maria's list helps, @Maria knows.

00:06.000 --> 00:07.000
<v Ben Okafor>Yes.

00:07.000 --> 00:08.000
<v Okafor, Ben>Mostly.

00:08.000 --> 00:09.000
<v Remember>call first.</v>

00:09.000 --> 00:10.000
Somebody coughs.
"""


@pytest.fixture
def read(tmp_path: Path) -> TranscriptRead:
    path = tmp_path / "teachers.vtt"
    path.write_text(TALK, encoding="utf-8")
    return finish(read_transcript(path))


def with_speaker(mapping: TranscriptMapping, name: str, whose: Whose) -> TranscriptMapping:
    return replace(mapping, whose={**mapping.whose, name: whose})


def remarks_of(engagement: Engagement, sitting_id: str) -> list[tuple[tuple[str, ...], str]]:
    return [(row.speakers, row.text) for row in list_remarks(engagement, sitting_id)]


def test_speakers_are_shown_with_how_much_they_say_and_how_they_begin(read: TranscriptRead) -> None:
    first, second, *_ = read.speakers
    assert (first.name, first.utterances, first.words) == ("Interviewer", 1, 5)
    assert second.first_words == "Ben and I talk. Maria's list helps, @Maria knows."


def test_what_is_likeliest_is_proposed(engagement: Engagement, read: TranscriptRead) -> None:
    known = add_participant(engagement, Group.TCH)
    enter_in_roster(engagement, known, "maria alvarez")
    mapping = propose_mapping(engagement, read, group=Group.ADM)
    assert mapping.whose == {
        "Interviewer": Whose(Part.OURS),
        "Maria Alvarez": Whose(Part.KNOWN, known),
        "Ben Okafor": Whose(Part.NEW, group=Group.ADM),
        "Okafor, Ben": Whose(Part.SAME, speaker="Ben Okafor"),
        "Remember": Whose(Part.NEW, group=Group.ADM),
    }
    assert (mapping.kind, mapping.title, mapping.keeps_names) == (SittingKind.FOCUS_GROUP, "teachers", True)


def test_the_preview_says_what_would_come_and_writes_nothing(
    engagement: Engagement, read: TranscriptRead
) -> None:
    before = copies.dump(engagement)
    mapping = with_speaker(propose_mapping(engagement, read, group=Group.TCH), "Remember", Whose(Part.NOBODY))
    preview = preview_transcript(engagement, read, replace(mapping, title="Talk with Ben Okafor"))
    assert preview.codes == {"Maria Alvarez": "TCH-01", "Ben Okafor": "TCH-02", "Okafor, Ben": "TCH-02"}
    assert (preview.title, preview.remarks, preview.unknown, preview.left_out) == (
        "Talk with TCH-02",
        6,
        2,
        0,
    )
    assert (preview.new_participants, preview.names_replaced) == (2, 4)
    assert preview.examples[1] == "TCH-02 and I talk. TCH-01's list helps, @TCH-01 knows."
    assert copies.dump(engagement) == before


def test_each_kind_of_speaker_is_brought_in_as_settled(engagement: Engagement, read: TranscriptRead) -> None:
    mapping = with_speaker(propose_mapping(engagement, read, group=Group.TCH), "Remember", Whose(Part.NOBODY))
    done = finish(bring_in_transcript(engagement, read, replace(mapping, started_at=TEN, recording="REC-4")))
    assert remarks_of(engagement, done.sitting_id) == [
        ((), "How is it going, TCH-01?"),
        (("TCH-01",), "TCH-02 and I talk. TCH-01's list helps, @TCH-01 knows."),
        (("TCH-02",), "Yes."),
        (("TCH-02",), "Mostly."),
        ((), "Remember: call first."),
        ((), "Somebody coughs."),
    ]
    rows = list_remarks(engagement, done.sitting_id)
    assert [row.kind for row in rows[:2]] == [RemarkKind.OBSERVER, RemarkKind.SAID]
    assert [row.ended_at for row in rows[:2]] == [TEN + timedelta(seconds=3.5), TEN + timedelta(seconds=6)]
    sitting = get_sitting(engagement, done.sitting_id)
    assert (sitting.recording, [seat.code for seat in sitting.seats]) == ("REC-4", ["TCH-01", "TCH-02"])


def test_names_that_are_dropped_stand_nowhere(engagement: Engagement, read: TranscriptRead) -> None:
    mapping = replace(propose_mapping(engagement, read), keeps_names=False)
    finish(bring_in_transcript(engagement, read, mapping))
    assert count_roster(engagement) == 0
    held = copies.dump(engagement)
    assert [name for name in ("Maria", "Alvarez", "Okafor", "Ben ") if name in held] == []


def test_a_speaker_who_is_unknown_or_left_out_keeps_no_name(
    engagement: Engagement, read: TranscriptRead
) -> None:
    mapping = with_speaker(propose_mapping(engagement, read), "Maria Alvarez", Whose(Part.UNKNOWN))
    mapping = with_speaker(mapping, "Ben Okafor", Whose(Part.LEFT_OUT))
    done = finish(bring_in_transcript(engagement, read, mapping))
    assert remarks_of(engagement, done.sitting_id)[:2] == [
        ((), "How is it going, [name]?"),
        ((), "[name] and I talk. [name]'s list helps, @[name] knows."),
    ]
    assert done.remarks == 4
    assert "Maria" not in copies.dump(engagement)


def test_a_sitting_of_one_group_is_with_that_group(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Teacher 1: One.\nTeacher 2: Two.\nTeacher 1: " + "many words and more " * 9)
    read = finish(read_transcript(path))
    assert read.speakers[0].first_words == "One."
    done = finish(bring_in_transcript(engagement, read, propose_mapping(engagement, read)))
    sitting = get_sitting(engagement, done.sitting_id)
    assert (sitting.group, sitting.code) == (Group.TCH, "TCH-INT1")


def test_a_long_beginning_is_cut_at_a_word(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Ann: " + "many words and more " * 9)
    first = finish(read_transcript(path)).speakers
    assert [speaker.first_words for speaker in first] == ["many words and more " * 4 + "many …"]


def test_roles_are_no_names(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(
        "SRO: I ask the principal.\nPrincipal: The SRO asks.\nSRO: Speaker 3 left.\nSpeaker 3: I am here.\n"
    )
    read = finish(read_transcript(path))
    mapping = propose_mapping(engagement, read)
    done = finish(bring_in_transcript(engagement, read, mapping))
    assert remarks_of(engagement, done.sitting_id) == [
        (("SRO-01",), "I ask the principal."),
        (("ADM-01",), "The SRO asks."),
        (("SRO-01",), "PRT-01 left."),
        (("PRT-01",), "I am here."),
    ]
    assert count_roster(engagement) == 0


def test_a_planned_sitting_is_held_with_its_seats(engagement: Engagement, read: TranscriptRead) -> None:
    planned = add_sitting(
        engagement, SittingKind.JOINT_SESSION, "Joint", group=Group.SRO, planned_on=date(2026, 11, 12)
    )
    seat_new_participants(engagement, planned, Group.SRO, 3)
    mapping = propose_mapping(engagement, read, sitting_id=planned)
    assert mapping.started_at.astimezone().date() == date(2026, 11, 12)
    mapping = with_speaker(replace(mapping, started_at=TEN), "Remember", Whose(Part.NOBODY))
    done = finish(bring_in_transcript(engagement, read, mapping))

    assert done.sitting_id == planned
    sitting = get_sitting(engagement, planned)
    assert (sitting.title, sitting.kind, sitting.started_at) == ("Joint", SittingKind.JOINT_SESSION, TEN)
    assert [seat.code for seat in sitting.seats] == ["SRO-01", "SRO-02", "SRO-03"]
    assert all(seat.joined_at == TEN for seat in sitting.seats)
    assert remarks_of(engagement, planned)[2][0] == ("SRO-02",)
    assert get_roster_entry(engagement, sitting.seats[0].participant_id).name == "Maria Alvarez"
    assert engagement.undo() == "Import joint session transcript"
    assert get_sitting(engagement, planned).started_at is None
    assert list_remarks(engagement, planned) == []


def test_a_number_in_a_label_is_that_of_the_seat(engagement: Engagement, tmp_path: Path) -> None:
    planned = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    seat_new_participants(engagement, planned, Group.TCH, 3)
    path = tmp_path / "talk.txt"
    path.write_text("Participant 3: One.\nParticipant 1: Two.\nParticipant 3: Three.\n")
    read = finish(read_transcript(path))
    done = finish(
        bring_in_transcript(engagement, read, propose_mapping(engagement, read, sitting_id=planned))
    )
    assert [speakers for speakers, _ in remarks_of(engagement, done.sitting_id)] == [
        ("TCH-03",), ("TCH-01",), ("TCH-03",),
    ]  # fmt: skip


def test_lines_noted_before_stay_first(engagement: Engagement, read: TranscriptRead) -> None:
    planned = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    note_remark(engagement, planned, "Noted by hand")
    finish(bring_in_transcript(engagement, read, propose_mapping(engagement, read, sitting_id=planned)))
    assert remarks_of(engagement, planned)[0] == ((), "Noted by hand")
    assert len(remarks_of(engagement, planned)) == 7


def test_what_makes_no_sense_is_said_and_changes_nothing(
    engagement: Engagement, read: TranscriptRead
) -> None:
    mapping = propose_mapping(engagement, read)
    circle = with_speaker(mapping, "Ben Okafor", Whose(Part.SAME, speaker="Okafor, Ben"))
    gone = with_speaker(mapping, "Ben Okafor", Whose(Part.KNOWN, "nobody"))
    nobody = replace(mapping, whose={})
    for wrong, sentence in ((circle, "Choose one"), (gone, "was removed"), (nobody, "Nobody has said who")):
        with pytest.raises(CannotDo, match=sentence):
            finish(bring_in_transcript(engagement, read, wrong))
        with pytest.raises(CannotDo, match=sentence):
            preview_transcript(engagement, read, wrong)
    assert list_sittings(engagement) == []
    assert list_participants(engagement) == []


def test_a_chat_by_the_clock_begins_at_its_first_line(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "2026-11-12 chat.txt"
    path.write_text("10:25:55 From Ann to Everyone:\n\tHello\n10:26:00 From Bob to Ann:\n\tHi\n")
    read = finish(read_transcript(path))
    mapping = propose_mapping(engagement, read)
    assert mapping.started_at.astimezone().strftime("%Y-%m-%d %H:%M:%S") == "2026-11-12 10:25:55"
    done = finish(bring_in_transcript(engagement, read, mapping))
    rows = list_remarks(engagement, done.sitting_id)
    assert [row.said_at - mapping.started_at for row in rows] == [timedelta(), timedelta(seconds=5)]


def test_what_stands_above_the_talk_is_kept_in_the_memo(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "otter.txt"
    path.write_text(
        "Talk with Ann Lee\nNov 3, 2025 2:05PM\n\nSPEAKERS\nAnn Lee, Bo\n\n"
        "Ann Lee  0:03\nHi.\n\nBo  0:09\nHo.\n"
    )
    read = finish(read_transcript(path))
    done = finish(bring_in_transcript(engagement, read, propose_mapping(engagement, read)))
    sitting = get_sitting(engagement, done.sitting_id)
    assert sitting.title == "Talk with PRT-01"
    assert sitting.memo.endswith("SPEAKERS\nPRT-01, PRT-02")
    assert sitting.started_at is not None
    assert sitting.started_at.astimezone().strftime("%Y-%m-%d %H:%M") == "2025-11-03 14:05"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("GMT20251103-150000_Recording.transcript.vtt", "Transcript"),
        ("North_High_teachers_otter_ai.vtt", "North High teachers"),
    ],
)
def test_titles_are_without_what_meeting_tools_add(
    engagement: Engagement, tmp_path: Path, name: str, title: str
) -> None:
    path = tmp_path / name
    path.write_text(TALK, encoding="utf-8")
    assert propose_mapping(engagement, finish(read_transcript(path))).title == title


def test_the_name_of_a_zoom_file_tells_when_it_was_recorded(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "GMT20251103-150000_Recording.transcript.vtt"
    path.write_text(TALK, encoding="utf-8")
    assert propose_mapping(engagement, finish(read_transcript(path))).started_at == datetime(
        2025, 11, 3, 15, tzinfo=UTC
    )


def test_the_real_files_without_words_are_refused(engagement: Engagement, samples: Path) -> None:
    for name in ("webvtt-py_no_captions.vtt", "webvtt-py_invalid_format1.srt"):
        with pytest.raises(CannotDo, match=f"{name}” holds no words that were said"):
            finish(read_transcript(samples / "transcripts" / name))
