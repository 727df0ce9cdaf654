"""Malformed, cut-off, mis-encoded and hostile transcripts are read whole, or refused with the place."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from assessor.exchange.reading import read_transcript_file
from assessor.exchange.transcripts import read_transcript
from assessor.exchange.unreadable import UnreadableFile
from assessor.progress import finish

CUE = "00:01.000 --> 00:02.000\n"


MALFORMED = [
    ("empty.vtt", b"", "it is empty"),
    ("blank.txt", b" \n \n", "it holds nothing but blanks"),
    (
        "cut.vtt",
        f"WEBVTT\n\n{CUE}hi\n\n00:03.000 --> 00".encode(),
        "line 6 has the times “00:03.000 --> 00",
    ),
    ("negative.vtt", b"WEBVTT\n\n-00:01.000 --> 00:02.000\nhi\n", "line 3 has the times"),
    ("back.srt", b"1\n00:00:05,000 --> 00:00:02,000\nhi\n", "line 2 ends before it begins"),
    ("nul.txt", b"Ann: hi\nBo: h\0i\n", "line 2 holds a NUL byte"),
    ("mixed.txt", "Ann: café\nBo: na".encode() + b"\xefve\n", "line 2 is not UTF-8 text as the rest is"),
    ("noise.vtt", bytes(range(256)) * 50, "line 2 is neither UTF-8 nor Windows-1252 text"),
    ("line.txt", b"Ann: hi\n" + b"x" * 10_000_000, "line 2 has more than 100,000 characters"),
    ("many.vtt", f"WEBVTT\n\n{CUE}a b\n".encode() * 1_000_000, "it has more than 1,000,000 lines"),
    ("cues.vtt", b"WEBVTT\n\n" + f"{CUE}\n".encode() * 250_000, "it holds more than 200,000 captions"),
    ("lines.txt", b"a\n" * 250_000, "it holds more than 200,000 utterances"),
    ("picture.vtt", b"\x89PNG\r\n\x1a\n" + bytes(50), "it is a picture"),
    ("page.vtt", b"<html><body>no</body></html>", "it is a web page"),
]


@pytest.mark.parametrize(("name", "data", "sentence"), MALFORMED, ids=[case[0] for case in MALFORMED])
def test_what_makes_no_sense_is_refused_with_its_place(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_transcript(data, name)
    said = str(caught.value)
    assert said.startswith(f"“{name}” cannot be read: {sentence}")
    assert "\n" not in said


def test_containers_that_are_bombs_or_attacks_are_refused(word: Callable[..., bytes]) -> None:
    attack = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    for data, sentence in (
        (word("<w:p><w:r><w:t>" + "a" * 60_000_000 + "</w:t></w:r></w:p>"), "more than 100 times its size"),
        (word("", document=attack), "declares entities"),
        (word("<w:p>" * 5_000 + "</w:p>" * 5_000), "nested too deep"),
        (word("<w:p/>")[:60], "cut off or damaged"),
    ):
        with pytest.raises(UnreadableFile, match=sentence):
            read_transcript(data, "talk.docx")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_and_line_end_is_read(encoding: str, ends: str) -> None:
    text = f"WEBVTT\n\n{CUE}<v Renée>Déjà vu at the café, said Renée.\n".replace("\n", ends)
    transcript = read_transcript(text.encode(encoding), "talk.vtt")
    assert [(each.speaker, each.text) for each in transcript.utterances] == [
        ("Renée", "Déjà vu at the café, said Renée.")
    ]


def test_marks_that_hide_or_turn_text_are_left_out_and_their_words_kept() -> None:
    transcript = read_transcript(
        "Ann: \u202eone\x1b[31mtwo\x0bthree\u2066\nBo: \u200fשלום\nAnn: x\n".encode(), "t.txt"
    )
    assert transcript.utterances[0].text == "one [31mtwo three"
    assert transcript.utterances[1].text == "\u200fשלום"
    assert transcript.notes == ("Marks that change the direction of reading were left out.",)


BUSY = {
    "voice": "<v" + " " * 90_000,
    "classes": "<c>" * 30_000,
    "voices": "<v A>" * 18_000 + "hi",
    "nested": "<b>" * 12_000 + "x" + "</b>" * 12_000,
    "arrows": "-->" * 30_000,
    "references": "&" * 90_000,
    "places": "{\\an8}" * 10_000,
    "colons": "A:" * 45_000,
    "brackets": "[" * 90_000,
    "blanks": "Ann" + " " * 90_000 + "x",
    "digits": "+1" + " 2" * 40_000 + ":",
}


@pytest.mark.parametrize("kind", BUSY)
def test_text_made_to_keep_a_reader_busy_is_read_at_once(kind: str) -> None:
    said = BUSY[kind]
    for name, text in (("x.vtt", f"WEBVTT\n\n{CUE}{said}\n"), ("x.txt", f"{said}\n{said}\n")):
        with suppress(UnreadableFile):
            read_transcript(text.encode(), name)


def test_thousands_of_names_are_no_speakers() -> None:
    transcript = read_transcript(
        b"".join(b"Name%d: hello\n" % number for number in range(2_000)), "names.txt"
    )
    assert transcript.speakers == ()
    assert transcript.utterances[7].text == "Name7: hello"


def test_lines_without_a_blank_one_between_stay_apart_where_nobody_speaks() -> None:
    assert len(read_transcript(b"one\ntwo\nthree\n", "x.txt").utterances) == 3
    assert len(read_transcript(b"one\ntwo\n\nthree\n", "x.txt").utterances) == 2


def test_the_sentence_crosses_from_the_child(tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_bytes("Ann: café\nBo: na".encode() + b"\xefve\n")
    with pytest.raises(UnreadableFile, match=r"“mixed\.txt” cannot be read: line 2 is not UTF-8"):
        finish(read_transcript_file(path))
