"""Every word of every real transcript, found without our readers, is in the remarks it becomes."""

import html
import re
from collections import Counter
from pathlib import Path

import docx
import pytest

from assessor.operations.remarks import list_remarks
from assessor.operations.transcript_mappings import read_transcript
from assessor.operations.transcript_proposals import propose_mapping
from assessor.operations.transcripts import bring_in_transcript
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group

NAMES = [
    *("qualcoder_ID1.docx", "qualcoder_transcript.txt", "webvtt-py_captions_with_bom.vtt"),
    *("webvtt-py_comments.vtt", "webvtt-py_cue_tags.vtt", "webvtt-py_invalid_timeframe.srt"),
    *("webvtt-py_one_caption.srt", "webvtt-py_sample.srt", "webvtt-py_sample.vtt"),
    *("webvtt-py_styles_with_comments.vtt", "zoom_meeting001_chat.txt", "zoom_meeting001_transcript.vtt"),
]
_NO_TALK = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION)\b")


def payload(path: Path) -> str:
    """What is said in a file, as a person with an editor would pick it out."""
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".txt":
        return re.sub(r"^(?:\[(\w+)\]|\d\d:\d\d:\d\d\t([^\t]+):\t)", r" ", text, flags=re.MULTILINE)
    blocks = re.split(r"\n\s*\n", text)
    lines = [line for block in blocks if not _NO_TALK.match(block) for line in block.splitlines()]
    talk = [line for line in lines if "-->" not in line and not line.strip().isdecimal()]
    return html.unescape(re.sub(r"<[^<>]*>", "", "\n".join(talk)))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_real_transcripts_is_in_the_remarks(
    engagement: Engagement, samples: Path, name: str
) -> None:
    path = samples / "transcripts" / name
    read = finish(read_transcript(path))
    mapping = propose_mapping(engagement, read, group=Group.TCH)
    done = finish(bring_in_transcript(engagement, read, mapping))
    rows = list_remarks(engagement, done.sitting_id)
    names = {word for speaker in read.speakers for word in speaker.name.split()}

    lost = Counter(payload(path).split()) - Counter(word for row in rows for word in row.text.split())
    come = Counter(word for row in rows for word in row.text.split()) - Counter(payload(path).split())
    assert [
        word for word in lost if word.strip(".,?!:;\"'’s") not in {each.strip("s") for each in names}
    ] == []
    assert [word for word in come if "TCH-" not in word and "[name]" not in word] == []
    assert len(rows) == len(read.transcript.utterances)
