"""WebVTT and SRT captions become utterances, and no word is lost."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.transcripts import Transcript, join_turns, read_transcript
from assessor.exchange.unreadable import UnreadableFile


def read(text: str, name: str = "meeting.vtt") -> Transcript:
    return read_transcript(text.encode(), name)


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(utterance.speaker, utterance.text) for utterance in transcript.utterances]


def test_zoom_names_speakers_before_a_colon_and_goes_on_without_one() -> None:
    transcript = read(
        "WEBVTT\r\n\r\n1\r\n00:00:04.859 --> 00:00:07.410\r\nAnn Lee: We meet\r\n\r\n"
        "2\r\n00:00:07.500 --> 00:00:09.000\r\non Mondays.\r\n\r\n"
        "3\r\n00:00:10.000 --> 00:00:11.000\r\nBob Ray: One thing: call first.\r\n\r\n"
        "4\r\n00:00:12.000 --> 00:00:13.000\r\nAnn Lee: Yes\r\n"
    )
    assert said(transcript) == [
        ("Ann Lee", "We meet"),
        ("Ann Lee", "on Mondays."),
        ("Bob Ray", "One thing: call first."),
        ("Ann Lee", "Yes"),
    ]
    assert (transcript.utterances[0].start_ms, transcript.utterances[0].end_ms) == (4859, 7410)
    assert [(speaker.name, speaker.utterances) for speaker in transcript.speakers] == [
        ("Ann Lee", 3),
        ("Bob Ray", 1),
    ]
    assert (transcript.format, transcript.unattributed) == ("webvtt", 0)


def test_teams_names_speakers_in_voice_tags() -> None:
    transcript = read(
        "WEBVTT\n\n11b2-4/12-0\n00:00:01.000 --> 00:00:02.000\n<v Ann Lee>We meet &amp; talk</v>\n\n"
        "11b2-4/12-1\n00:00:02.000 --> 00:00:03.000\n<v.loud Bob Ray>No closing tag\n\n"
        "00:00:03.000 --> 00:00:04.000\nstill Bob\n\n"
        "00:00:04.000 --> 00:00:05.000\n<v Ann Lee>Hi</v> <v Bob Ray>Hello</v>\n"
    )
    assert said(transcript) == [
        ("Ann Lee", "We meet & talk"),
        ("Bob Ray", "No closing tag"),
        ("Bob Ray", "still Bob"),
        ("Ann Lee", "Hi"),
        ("Bob Ray", "Hello"),
    ]


def test_notes_styles_regions_and_settings_are_no_talk() -> None:
    transcript = read(
        "\ufeffWEBVTT - Advisory board\nKind: captions\nLanguage: en\n\nNOTE Confidence: 0.91\n\n"
        "STYLE\n::cue { color: red }\n\nREGION\nid:x\n\nNOTE\nby\nKyle\n\n"
        "intro\n00:30.000 --> 1:00:31.5 position:10% align:start\n"
        "<c.yellow>Good <i>morning</i></c> <00:30.500>all\n"
    )
    assert said(transcript) == [(None, "Good morning all")]
    assert (transcript.utterances[0].start_ms, transcript.utterances[0].end_ms) == (30_000, 3_631_500)
    assert transcript.title == "Advisory board"


def test_angle_brackets_that_are_no_tags_stay() -> None:
    transcript = read("WEBVTT\n\n00:01.000 --> 00:02.000\na <laughs> 3 < 4 &lt;b&gt;\n")
    assert said(transcript) == [(None, "a <laughs> 3 < 4 <b>")]


def test_lines_are_joined_except_where_new_talk_begins() -> None:
    transcript = read("WEBVTT\n\n00:01.000 --> 00:02.000\n- Do you\nagree?\n- I do.\n")
    assert said(transcript) == [(None, "- Do you agree?\n- I do.")]


def test_a_cue_right_under_the_heading_or_without_a_blank_line_is_read() -> None:
    transcript = read(
        "WEBVTT\n00:01.000 --> 00:02.000\none\n\n2\n00:03.000 --> 00:04.000\ntwo\n"
        "3\n00:05.000 --> 00:06.000\nthree\n"
    )
    assert [text for _, text in said(transcript)] == ["one", "two", "three"]


def test_talk_whose_time_is_missing_is_kept_without_one() -> None:
    transcript = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\none\n\ntwo\nmore\n\nthree\nid\n00:03.000 --> 00:04.000\nfour\n"
    )
    assert [text for _, text in said(transcript)] == ["one", "two more", "three", "four"]
    assert transcript.utterances[1].start_ms is None


def test_a_file_without_captions_is_read_and_says_so() -> None:
    transcript = read("WEBVTT")
    assert (transcript.utterances, transcript.notes) == ((), ("The file has no captions.",))


@pytest.mark.parametrize("mark", [",", "."])
def test_srt_is_read_with_comma_or_point(mark: str) -> None:
    transcript = read(
        f"1\n00:00:00{mark}500 --> 00:00:07{mark}000\n{{\\an8}}<i>Ann:</i> Good day\n\n"
        f"2\n00:00:07{mark}000 --> 00:00:08{mark}000\nAnn: And you?\n",
        "talk.srt",
    )
    assert said(transcript) == [("Ann", "Good day"), ("Ann", "And you?")]
    assert transcript.format == "srt"


@pytest.mark.parametrize(
    "time",
    [
        "00:00:01.000 -->",
        "--> 00:00:02.000",
        "one --> two",
        "-00:00:01.000 --> 00:00:02.000",
        "00:01 --> 00:0x",
    ],
)
def test_a_broken_time_is_named_with_its_line(time: str) -> None:
    with pytest.raises(UnreadableFile, match=r"“talk.srt” cannot be read: line 2 has the times “"):
        read(f"1\n{time}\ntext\n", "talk.srt")


def test_a_colon_may_stand_before_the_milliseconds() -> None:
    transcript = read("1\n00:00:07,000 --> 00:00:11:890\nHello\n", "talk.srt")
    assert (transcript.utterances[0].start_ms, transcript.utterances[0].end_ms) == (7000, 11890)


def test_a_caption_that_ends_before_it_begins_is_named_with_its_line() -> None:
    with pytest.raises(UnreadableFile, match=r"“talk\.srt” cannot be read: line 2 ends before it begins"):
        read("1\n00:00:07,000 --> 00:00:06,999\nHello\n", "talk.srt")


def test_a_caption_file_with_words_and_no_time_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no line with caption times"):
        read("1\nHello\n", "talk.srt")


def test_a_caption_file_with_numbers_alone_has_no_captions() -> None:
    transcript = read("1\n", "talk.srt")
    assert (transcript.format, transcript.utterances) == ("srt", ())
    assert transcript.notes == ("The file has no captions.",)


def test_a_number_that_was_said_is_kept_and_the_number_of_a_cue_is_not() -> None:
    transcript = read(
        "1\n00:00:01,000 --> 00:00:02,000\nHow many?\n\n12\n\nTwelve.\n\n2\n\n00:00:03,000 --> 00:00:04,000"
        "\n\nOh.\n\n3\n",
        "talk.srt",
    )
    assert [text for _, text in said(transcript)] == ["How many?", "12", "Twelve.", "Oh."]
    assert transcript.utterances[3].start_ms == 3000


def test_a_caption_with_lines_of_two_speakers_is_parted() -> None:
    transcript = read(
        "1\n00:00:01,000 --> 00:00:02,000\nANN: Do you\nagree?\nBOB: I do.\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\nBOB: Mostly.\n\n3\n00:00:05,000 --> 00:00:06,000\nANN: Good.\n",
        "talk.srt",
    )
    assert said(transcript) == [
        ("ANN", "Do you agree?"), ("BOB", "I do."), ("BOB", "Mostly."), ("ANN", "Good."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["+1 (555) 010-1234", "Lee, Ann", "Dr. Ann Lee", "**Ann**", "P 12", "Éva Kő"]
)
def test_names_are_written_in_many_ways(name: str) -> None:
    cue = f"00:01.000 --> 00:02.000\n{name}: hi\n\n"
    transcript = read("WEBVTT\n\n" + cue * 2)
    assert said(transcript) == [(name.strip("*"), "hi")] * 2


def test_a_caption_without_a_voice_after_one_that_was_closed_has_no_speaker() -> None:
    transcript = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes</v>\n\n00:02.000 --> 00:03.000\nHm\n\n"
        "00:03.000 --> 00:04.000\n<v Bob>No\n\n00:04.000 --> 00:05.000\nnever\n"
    )
    assert said(transcript) == [("Ann", "Yes"), (None, "Hm"), ("Bob", "No"), ("Bob", "never")]
    assert [utterance.is_headed for utterance in transcript.utterances] == [True, False, True, False]


def test_what_an_unknown_speaker_says_has_no_speaker() -> None:
    transcript = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Unknown Speaker>Hm\n\n00:02.000 --> 00:03.000\n<v Ann>Yes\n"
    )
    assert said(transcript) == [(None, "Hm"), ("Ann", "Yes")]
    assert transcript.unattributed == 1


@pytest.mark.parametrize(
    "line", ["Note: call back", "Q: how?", "http://example.org", "12: noon", "Re: the plan"]
)
def test_words_before_a_colon_that_name_nobody_are_no_speakers(line: str) -> None:
    cue = f"00:01.000 --> 00:02.000\n{line}\n\n"
    transcript = read("WEBVTT\n\n" + cue * 3)
    assert said(transcript) == [(None, line)] * 3


def test_a_name_once_written_before_a_colon_among_nameless_cues_is_no_speaker() -> None:
    nameless = "00:01.000 --> 00:02.000\nand so on\n\n"
    transcript = read("WEBVTT\n\n" + nameless * 3 + "00:01.000 --> 00:02.000\nRemember this: it matters\n")
    assert transcript.speakers == ()


def test_one_speaker_written_in_several_ways_is_one_speaker() -> None:
    names = ["Ann Lee (she/her)", "Ann Lee | Oak Middle", "ANN LEE", "Ann  Lee", "Ann Lee"]
    cues = "".join(f"00:01.000 --> 00:02.000\n{name}: hi\n\n" for name in [*names, "Ann Lee"])
    transcript = read("WEBVTT\n\n" + cues)
    assert [speaker.name for speaker in transcript.speakers] == ["Ann Lee"]
    assert set(transcript.speakers[0].written) == set(names)


def test_turns_join_what_one_speaker_said_and_keep_the_places() -> None:
    transcript = read(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>One\n\n00:02.000 --> 00:03.000\n<v Ann>two\n\n"
        "00:03.000 --> 00:04.000\n<v Bob>three\n"
    )
    turns = join_turns(transcript)
    assert [(turn.speaker, turn.text, turn.utterances) for turn in turns] == [
        ("Ann", "One two", (0, 1)),
        ("Bob", "three", (2,)),
    ]
    assert (turns[0].start_ms, turns[0].end_ms) == (1000, 3000)


def test_ten_thousand_cues_are_all_read() -> None:
    clocks = [f"{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}" for n in range(10_000)]
    cues = "".join(
        f"{n}\n{clock}.000 --> {clock}.900\nSpeaker {n % 7}: cue number {n}\n\n"
        for n, clock in enumerate(clocks)
    )
    transcript = read("WEBVTT\n\n" + cues)
    assert (len(transcript.utterances), len(transcript.speakers), transcript.unattributed) == (10_000, 7, 0)


_WORDS = st.lists(st.from_regex(r"[a-zé<&:.-]{1,8}", fullmatch=True), min_size=1, max_size=6).map(" ".join)


@given(st.lists(_WORDS.filter(lambda text: "-->" not in text), min_size=1, max_size=6))
def test_every_word_of_every_cue_is_kept(texts: list[str]) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in texts]
    transcript = read("WEBVTT\n\n" + "".join(f"00:01.000 --> 00:02.000\n{text}\n\n" for text in escaped))
    written = {way for speaker in transcript.speakers for way in speaker.written}
    for utterance, text in zip(transcript.utterances, texts, strict=True):
        assert text.endswith(utterance.text)
        before = text.removesuffix(utterance.text).strip().removesuffix(":").strip()
        assert not before or before in written


@given(st.text(alphabet="WEBVTNO0123:.,-> \n\rab<v/>&;é\u202e", max_size=150))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    for name in ("x.vtt", "x.srt", "x.txt"):
        with suppress(UnreadableFile):
            read(text, name)
        with suppress(UnreadableFile):
            read("WEBVTT\n\n" + text, name)


_NO_TALK = re.compile(r"^(WEBVTT.*|\d+|.*-->.*)$|^(NOTE|STYLE)\b[\s\S]*?(?=^\s*$|\Z)", re.MULTILINE)
VALID = [
    "zoom_meeting001_transcript.vtt", "webvtt-py_captions_with_bom.vtt", "webvtt-py_comments.vtt",
    "webvtt-py_cue_tags.vtt", "webvtt-py_no_captions.vtt", "webvtt-py_sample.vtt",
    "webvtt-py_styles_with_comments.vtt", "webvtt-py_one_caption.srt", "webvtt-py_sample.srt",
]  # fmt: skip


@pytest.mark.parametrize("name", VALID)
def test_every_word_of_the_real_caption_files_is_kept(samples: Path, name: str) -> None:
    data = (samples / "transcripts" / name).read_bytes()
    transcript = read_transcript(data, name)
    source = data.decode("utf-8-sig").replace("\r\n", "\n")
    talk = re.sub(r"<[^<>]*>", "", _NO_TALK.sub("", source)).split()
    kept: list[str] = []
    for utterance in transcript.utterances:
        named = utterance.speaker is not None and f"{utterance.speaker}: {utterance.text}" in source
        kept += f"{utterance.speaker}: {utterance.text}".split() if named else utterance.text.split()
    assert kept == talk


@pytest.mark.parametrize(
    ("name", "utterances"), [("webvtt-py_invalid_format1.srt", 0), ("webvtt-py_invalid_timeframe.srt", 5)]
)
def test_the_invalid_real_files_are_read_as_far_as_they_make_sense(
    samples: Path, name: str, utterances: int
) -> None:
    transcript = read_transcript((samples / "transcripts" / name).read_bytes(), name)
    assert len(transcript.utterances) == utterances


def test_the_real_zoom_transcript_has_its_five_speakers(samples: Path) -> None:
    name = "zoom_meeting001_transcript.vtt"
    transcript = read_transcript((samples / "transcripts" / name).read_bytes(), name)
    assert (len(transcript.utterances), len(transcript.speakers), transcript.unattributed) == (300, 5, 0)
