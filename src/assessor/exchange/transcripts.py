"""Transcripts of any readable format, told apart by their content: WebVTT, SRT, chats and headed text."""

import re
from dataclasses import replace
from pathlib import PurePath

from assessor.exchange.caption_times import ARROW
from assessor.exchange.captions import looks_like_captions, read_captions
from assessor.exchange.docx_documents import read_docx_document
from assessor.exchange.signatures import is_zip
from assessor.exchange.speaker_texts import read_speaker_text
from assessor.exchange.speakers import transcript_of
from assessor.exchange.texts import DecodedText, changes_direction, decode_text, without_hidden_marks
from assessor.exchange.transcript_heads import find_moment
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.utterances import Speaker, Transcript, Turn, Utterance, join_turns
from assessor.exchange.zips import open_zip

__all__ = ["Speaker", "Transcript", "Turn", "Utterance", "join_turns", "read_transcript"]

_CAPTION_ENDINGS = (".vtt", ".srt")
_MOST_LINES, _MOST_UTTERANCES, _LONGEST_LINE = 1_000_000, 200_000, 100_000
_SPLIT = "split it into smaller files and import each"


def read_transcript(data: bytes, name: str, encoding: str | None = None) -> Transcript:
    """The transcript in a VTT, SRT, TXT or DOCX file; raises UnreadableFile where it is none."""
    is_docx = is_zip(data)
    decoded = _docx_text(data, name) if is_docx else decode_text(data, name, encoding)
    _check_size(decoded.text, name)
    text = without_hidden_marks(decoded.text)
    read = _read(DecodedText(text, decoded.encoding), name, is_docx)
    if len(read.utterances) > _MOST_UTTERANCES:
        raise UnreadableFile(name, f"it holds more than {_MOST_UTTERANCES:,} utterances", _SPLIT)
    if changes_direction(decoded.text):
        note = "Marks that change the direction of reading were left out."
        read = replace(read, notes=(*read.notes, note))
    return replace(read, held=read.held or find_moment(PurePath(name).stem))


def _read(decoded: DecodedText, name: str, is_docx: bool) -> Transcript:
    ending = PurePath(name).suffix.lower()
    if looks_like_captions(decoded.text):
        read = read_captions(decoded, name)
    elif ending in _CAPTION_ENDINGS:
        read = _without_captions(decoded, name, ending)
    else:
        read = read_speaker_text(decoded, paragraphs=is_docx)
    return replace(read, format="docx") if is_docx else read


def _without_captions(decoded: DecodedText, name: str, ending: str) -> Transcript:
    """A caption file without times has no captions, and no words either, or it is none."""
    if re.search(r"[^\W\d_]", decoded.text):
        why = "it has no line with caption times, such as 00:00:01.000 --> 00:00:04.000"
        raise UnreadableFile(name, why, "export the transcript again, or rename the file to TXT")
    kind = "srt" if ending == ".srt" else "webvtt"
    return transcript_of(kind, (), encoding=decoded.encoding, notes=("The file has no captions.",))


def _check_size(text: str, name: str) -> None:
    """Raise UnreadableFile for what no transcript is, before any of it is taken apart."""
    if text.count("\n") > _MOST_LINES or text.count("\r") > _MOST_LINES:
        raise UnreadableFile(name, f"it has more than {_MOST_LINES:,} lines", _SPLIT)
    if text.count(ARROW) > _MOST_UTTERANCES:
        raise UnreadableFile(name, f"it holds more than {_MOST_UTTERANCES:,} captions", _SPLIT)
    for number, line in enumerate(re.split("[\r\n]", text.replace("\r\n", "\n")), start=1):
        if len(line) > _LONGEST_LINE:
            why = f"line {number} has more than {_LONGEST_LINE:,} characters"
            raise UnreadableFile(name, why, "break it into lines where another speaker begins")


def _docx_text(data: bytes, name: str) -> DecodedText:
    document = read_docx_document(open_zip(data, name), name)
    return DecodedText("\n".join(page.text for page in document.pages), "")
