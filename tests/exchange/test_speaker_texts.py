"""Plain text transcripts are read by speaker, in each of the ways they are written."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.transcripts import Transcript, read_transcript
from assessor.exchange.unreadable import UnreadableFile

Row = tuple[int | None, str | None, str]


def rows(text: str) -> list[Row]:
    return [(said.start_ms, said.speaker, said.text) for said in read(text).utterances]


def read(text: str) -> Transcript:
    return read_transcript(text.encode(), "interview.txt")


def test_speaker_colon_text_with_further_paragraphs() -> None:
    text = (
        "Interview 4\n\nInterviewer: How is it going?\nSRO: Well.\nMostly.\n\n"
        "Interviewer: Why?\nSRO: We talk.\n"
    )
    assert rows(text) == [
        (None, None, "Interview 4"),
        (None, "Interviewer", "How is it going?"),
        (None, "SRO", "Well."),
        (None, "SRO", "Mostly."),
        (None, "Interviewer", "Why?"),
        (None, "SRO", "We talk."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Interviewer1 : Bonjour\nParticipant 2 : Oui\nInterviewer1 : Bien\nParticipant 2 : Merci\n",
            [
                (None, "Interviewer1", "Bonjour"),
                (None, "Participant 2", "Oui"),
                (None, "Interviewer1", "Bien"),
                (None, "Participant 2", "Merci"),
            ],
        ),
        (
            "00:21:14\tAnn Lee:\tHello all\n00:21:35\tBob Ray:\tHi\r\n",
            [(1_274_000, "Ann Lee", "Hello all"), (1_295_000, "Bob Ray", "Hi")],
        ),
        (
            "10:25:55 From Ann Lee to Everyone:\nHello\n10:26:00 From Bob to Ann Lee(Direct):\n\tHi\n",
            [(37_555_000, "Ann Lee", "Hello"), (37_560_000, "Bob", "Hi")],
        ),
        (
            """Talk 1
SUMMARY KEYWORDS
trust, roles

Ann Lee  00:03
We meet.

Often.

Bob  1:00:05
Yes.

Ann Lee  1:00:09
Good.
""",
            [
                (None, None, "Talk 1\nSUMMARY KEYWORDS\ntrust, roles"),
                (3_000, "Ann Lee", "We meet."),
                (None, "Ann Lee", "Often."),
                (3_605_000, "Bob", "Yes."),
                (3_609_000, "Ann Lee", "Good."),
            ],
        ),
        (
            """00:19 PARTICIPANT 12:
Hi PARTICIPANT 10: nice.
[00:58] Participant 10:
Hello
01:10 PARTICIPANT 12:
Bye
""",
            [
                (19_000, "PARTICIPANT 12", "Hi PARTICIPANT 10: nice."),
                (58_000, "Participant 10", "Hello"),
                (70_000, "PARTICIPANT 12", "Bye"),
            ],
        ),
        (
            "[id1] hello\n\n[id2] no\n\n[id1] yes\n",
            [(None, "id1", "hello"), (None, "id2", "no"), (None, "id1", "yes")],
        ),
        (
            "Ann (00:01): one\nBob (00:05): two\nAnn (0:00:09.5): three\n",
            [(1_000, "Ann", "one"), (5_000, "Bob", "two"), (9_500, "Ann", "three")],
        ),
    ],
)
def test_each_way_of_heading_what_is_said(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_text_without_speakers_is_kept_whole_and_says_so() -> None:
    transcript = read("We met on Monday.\n\nOne thing: call first.\n")
    assert [said.text for said in transcript.utterances] == ["We met on Monday.", "One thing: call first."]
    assert (transcript.unattributed, transcript.notes) == (2, ("No speakers were found in the text.",))


def test_sounds_in_brackets_are_no_speakers() -> None:
    assert read("[laughter] ha\n[laughter] ha ha\n[laughter] ha\n").speakers == ()


def test_a_word_document_with_times_beside_the_names_is_a_transcript(word: Callable[..., bytes]) -> None:
    turns = [("Ann Lee", "0:03", "Hello"), ("Bob", "0:09", "Hi"), ("Ann Lee", "1:02", "Bye")]
    body = "".join(
        f"<w:p><w:r><w:t>{name}   {time}</w:t><w:br/><w:t>{text}</w:t></w:r></w:p>"
        for name, time, text in turns
    )
    transcript = read_transcript(word(body), "Meeting.docx")
    assert [(said.start_ms, said.speaker, said.text) for said in transcript.utterances] == [
        (3_000, "Ann Lee", "Hello"),
        (9_000, "Bob", "Hi"),
        (62_000, "Ann Lee", "Bye"),
    ]


_LINES = st.lists(
    st.from_regex(r"[A-Z][a-z]{0,5}( [a-z:]{1,6}){0,4}", fullmatch=True), min_size=1, max_size=12
)


@given(_LINES)
def test_every_word_of_a_plain_transcript_is_kept(lines: list[str]) -> None:
    transcript = read("\n".join(lines))
    written = {way for speaker in transcript.speakers for way in speaker.written}
    kept = {word.strip(":") for said in transcript.utterances for word in said.text.split()}
    kept |= {word.strip(":") for way in written for word in way.split()}
    assert {word.strip(":") for word in " ".join(lines).split()} - kept <= {""}


@given(st.text(alphabet="AB: 0123\t[]()\nüFromto", max_size=150))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    with suppress(UnreadableFile):
        read(text)


@pytest.mark.parametrize(
    ("name", "speakers", "utterances"),
    [("qualcoder_transcript.txt", 3, 7), ("zoom_meeting001_chat.txt", 5, 10)],
)
def test_every_word_of_the_real_text_files_is_kept(
    samples: Path, name: str, speakers: int, utterances: int
) -> None:
    data = (samples / "transcripts" / name).read_bytes()
    transcript = read_transcript(data, name)
    assert (len(transcript.speakers), len(transcript.utterances)) == (speakers, utterances)
    kept = " ".join(f"{said.speaker} {said.text}" for said in transcript.utterances).split()
    source = [word.strip("[]") for word in data.decode().split()]
    talk = [word for word in source if not word[:2].isdigit() or ":" not in word]
    assert kept == [word.rstrip(":") if word.rstrip(":") in kept else word for word in talk]
