"""Plain text transcripts are read by speaker, in each of the ways they are written."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
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
        (None, "SRO", "Well.\nMostly."),
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


def test_what_stands_above_the_talk_of_otter_is_its_heading() -> None:
    transcript = read(
        "Interview with the SRO\nMon, Nov 3, 2025 2:05PM • 54:03\n\nSUMMARY KEYWORDS\ntrust, roles\n\n"
        "SPEAKERS\nAnn Lee, Bob\n\nAnn Lee  00:03\nWe meet.\n\nUnknown Speaker  00:09\nHm.\n\n"
        "Bob  01:05\nYes.\nOften.\n\nTranscribed by https://otter.ai\n"
    )
    assert (transcript.format, transcript.title) == ("otter", "Interview with the SRO")
    assert transcript.held == datetime(2025, 11, 3, 14, 5)  # noqa: DTZ001 - by the clock on the wall
    assert transcript.heading[2:] == ("SUMMARY KEYWORDS", "trust, roles", "SPEAKERS", "Ann Lee, Bob")
    assert [(said.start_ms, said.speaker, said.text) for said in transcript.utterances] == [
        (3_000, "Ann Lee", "We meet."),
        (9_000, None, "Hm."),
        (65_000, "Bob", "Yes.\nOften."),
    ]


@pytest.mark.parametrize("above", ["", "Talk\nNovember 3, 2025\n\nSPEAKERS\nAnn Lee, Bob, Cy\n\n"])
def test_otter_without_times_has_names_alone_on_their_lines(above: str) -> None:
    transcript = read(
        f"{above}Ann Lee\nWe meet.\n\nAnd talk.\n\nBob\nYes.\n\nAnn Lee\nGood.\n\nBob\nIndeed.\n\n"
        "Transcribed by https://otter.ai\n"
    )
    assert transcript.format == "otter"
    assert [(said.speaker, said.text) for said in transcript.utterances] == [
        ("Ann Lee", "We meet."),
        ("Ann Lee", "And talk."),
        ("Bob", "Yes."),
        ("Ann Lee", "Good."),
        ("Bob", "Indeed."),
    ]


def test_paragraphs_that_begin_with_a_short_line_are_no_speakers() -> None:
    text = "Our School\nWe are proud.\n\nThe rest of it goes on.\nAnd on.\n\nThere is more here.\nYes.\n"
    assert read(text).speakers == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "00:00:01 Speaker 1\nHello\n00:00:04 Speaker 2\nHi\n00:00:07 Speaker 1\nBye\n",
            [(1_000, "Hello"), (4_000, "Hi"), (7_000, "Bye")],
        ),
        (
            "Speaker 1 00:00:12\nHello\nSpeaker 2 00:00:15\nHi\nSpeaker 1 00:00:19\nBye\n",
            [(12_000, "Hello"), (15_000, "Hi"), (19_000, "Bye")],
        ),
        ("Ann:\nOne.\nTwo.\n\nAnn:\n\nThree.\n", [(None, "One.\nTwo."), (None, "Three.")]),
        ("[00:01 - 00:04] Ann: one\n[00:05 - 00:06] Ann: two\n", [(1_000, "one"), (5_000, "two")]),
        (
            "10:25:55\t From Ann Lee : Yes\n10:26:01\t From Bob : No\n",
            [(37_555_000, "Yes"), (37_561_000, "No")],
        ),
        (
            "Ann\tone\nBob\ttwo\nAnn\tsix\nBob\tten\n",
            [(None, "one"), (None, "two"), (None, "six"), (None, "ten")],
        ),
    ],
)
def test_more_ways_of_heading(text: str, expected: list[tuple[int | None, str]]) -> None:
    assert [(said.start_ms, said.text) for said in read(text).utterances] == expected


def test_the_end_of_an_utterance_is_kept_where_it_is_written() -> None:
    utterances = read("[00:01 - 00:04] Ann: one\n[00:05 - 00:06] Ann: two\n").utterances
    assert [said.end_ms for said in utterances] == [4_000, 6_000]


def test_a_chat_by_the_clock_says_so() -> None:
    assert read("10:25:55 From Ann to Everyone:\n\tHello\n10:26:00 From Bob to Ann:\n\tHi\n").by_clock
    assert not read("00:21:14\tAnn:\tHello\n00:22:00\tBob:\tHi\n").by_clock


def test_a_text_without_speakers_is_kept_whole_and_says_so() -> None:
    transcript = read("We met on Monday.\n\nOne thing: call first.\n")
    assert [said.text for said in transcript.utterances] == ["We met on Monday.", "One thing: call first."]
    assert (transcript.unattributed, transcript.notes) == (2, ("No speakers were found in the text.",))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("interviewer: Hi\nsro: Hello\n", ["interviewer", "sro"]),
        ("A: Hi\nB: Hello\nA: Well\n", ["A", "B"]),
        ("Q: Who?\nA: Me.\nQ: Why?\nA: So.\n", []),
    ],
)
def test_short_names_and_roles_are_speakers_and_answers_are_not(text: str, speakers: list[str]) -> None:
    assert [speaker.name for speaker in read(text).speakers] == speakers


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


def test_the_word_document_of_a_meeting_tool_has_a_head_and_ends_with_a_word_of_the_tool(
    word: Callable[..., bytes],
) -> None:
    lines = [
        *("Weekly meeting", "November 3, 2025, 2:05PM", "54m 3s", "Ann Lee started transcription"),
        *("Ann Lee   0:03", "Hello.", "And welcome.", "Bo   0:09", "Hi.", "Ann Lee stopped transcription"),
    ]
    body = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{line}</w:t></w:r></w:p>" for line in lines)
    transcript = read_transcript(word(body), "Meeting.docx")
    assert (transcript.format, transcript.title, len(transcript.heading)) == ("docx", "Weekly meeting", 4)
    assert transcript.held == datetime(2025, 11, 3, 14, 5)  # noqa: DTZ001 - by the clock on the wall
    assert [(said.start_ms, said.speaker, said.text) for said in transcript.utterances] == [
        (3_000, "Ann Lee", "Hello.\nAnd welcome."),
        (9_000, "Bo", "Hi."),
    ]


def test_a_name_in_a_paragraph_of_its_own_heads_the_next(word: Callable[..., bytes]) -> None:
    body = "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("Ann:", "Hi.", "Well.", "Ann:", "Ho.")
    )
    transcript = read_transcript(word(body), "Talk.docx")
    assert [(said.speaker, said.text) for said in transcript.utterances] == [
        ("Ann", "Hi."),
        ("Ann", "Well."),
        ("Ann", "Ho."),
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
