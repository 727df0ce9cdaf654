"""Transcripts on the command line: told without changing a byte, and brought in as told."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from tests.test_cli import assessor

from assessor.operations.participants import list_participants
from assessor.operations.roster import count_roster
from assessor.operations.sittings import add_sitting, get_sitting, list_sittings
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

TALK = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>We call and they come.\n\n"
    "00:05.000 --> 00:08.000\n<v Bo>I agree.\n"
)
FACTS = {
    "qualcoder_ID1.docx": ("docx", 3, [], 3),
    "qualcoder_transcript.txt": ("text", 7, ["id1", "id2", "id3"], 0),
    "webvtt-py_captions_with_bom.vtt": ("webvtt", 4, [], 4),
    "webvtt-py_comments.vtt": ("webvtt", 3, [], 3),
    "webvtt-py_cue_tags.vtt": ("webvtt", 3, [], 3),
    "webvtt-py_invalid_format1.srt": ("srt", 0, [], 0),
    "webvtt-py_invalid_timeframe.srt": ("srt", 5, [], 5),
    "webvtt-py_no_captions.vtt": ("webvtt", 0, [], 0),
    "webvtt-py_one_caption.srt": ("srt", 1, [], 1),
    "webvtt-py_sample.srt": ("srt", 5, [], 5),
    "webvtt-py_sample.vtt": ("webvtt", 16, [], 16),
    "webvtt-py_styles_with_comments.vtt": ("webvtt", 1, [], 1),
    "zoom_meeting001_chat.txt": (
        "zoom_chat", 10,
        ["George Martin", "Ringo Starr", "George Harrison", "John Lennon", "Paul McCartney"], 0,
    ),
    "zoom_meeting001_transcript.vtt": (
        "webvtt", 300,
        ["George Martin", "Paul McCartney", "George Harrison", "Ringo Starr", "John Lennon"], 0,
    ),
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "engagement" / "larkfield.assessor"
    made.parent.mkdir()
    assert assessor("new", made, "--client", "Larkfield Unified").code == 0
    return made


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.vtt"
    path.write_text(TALK, encoding="utf-8")
    return path


def state(file: Path) -> tuple[str, int, list[str]]:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return digest, file.stat().st_mtime_ns, [each.name for each in file.parent.iterdir()]


def test_a_dry_run_tells_every_real_transcript_and_changes_nothing(file: Path, samples: Path) -> None:
    before = state(file)
    names = sorted(path.name for path in (samples / "transcripts").iterdir())
    assert names == sorted(FACTS)
    for name in names:
        ended = assessor("import", "transcript", file, samples / "transcripts" / name, "--dry-run")
        told = json.loads(ended.out)
        assert list(told) == ["format", "utterances", "speakers", "unattributed"]
        assert tuple(told.values()) == FACTS[name], name
        assert (ended.code, ended.err) == (0, "")
    assert state(file) == before


def test_a_dry_run_needs_an_engagement_and_a_transcript(file: Path, talk: Path, tmp_path: Path) -> None:
    gone = assessor("import", "transcript", tmp_path / "gone.assessor", talk, "--dry-run")
    assert (gone.code, gone.err.count("\n")) == (1, 1)
    broken = tmp_path / "broken.vtt"
    broken.write_text("WEBVTT\n\none --> two\nHello\n")
    before = state(file)
    ended = assessor("import", "transcript", file, broken, "--dry-run")
    assert (ended.code, ended.out) == (1, "")
    assert "“broken.vtt” cannot be read: line 3 has the times “one --> two”" in ended.err
    assert state(file) == before


def test_speakers_are_told_in_a_file_and_names_may_be_dropped(file: Path, talk: Path, tmp_path: Path) -> None:
    speakers = tmp_path / "speakers.json"
    speakers.write_text('{"Ann": "SRO", "Bo": "facilitator"}')
    done = assessor("import", "transcript", file, talk, "--speakers", speakers, "--drop-names")
    assert (done.code, done.out) == (0, "talk.vtt: 2 remarks of 1 speaker brought in.\n")
    with Engagement.open(file) as engagement:
        assert [row.code for row in list_participants(engagement)] == ["SRO-01"]
        assert count_roster(engagement) == 0


def test_a_transcript_goes_into_a_planned_sitting(file: Path, talk: Path) -> None:
    with Engagement.open(file) as engagement:
        planned = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    assert assessor("import", "transcript", file, talk, "--sitting", "TCH-FG1").code == 0
    with Engagement.open(file) as engagement:
        assert [row.id for row in list_sittings(engagement)] == [planned]
        assert [seat.code for seat in get_sitting(engagement, planned).seats] == ["TCH-01", "TCH-02"]


def test_a_dry_run_does_not_bring_an_older_engagement_up_to_date(talk: Path, tmp_path: Path) -> None:
    file = tmp_path / "older" / "schema-1.assessor"
    file.parent.mkdir()
    packed = Path(__file__).parent / "files" / "schema-1.assessor.gz"
    file.write_bytes(gzip.decompress(packed.read_bytes()))
    before = state(file)
    ended = assessor("import", "transcript", file, talk, "--dry-run")
    assert (ended.code, json.loads(ended.out)["utterances"]) == (0, 2)
    assert state(file) == before
