"""Transcripts of any readable format, told apart by their content: WebVTT, SRT, chats and headed text."""

from pathlib import PurePath

from assessor.exchange.captions import looks_like_captions, read_captions
from assessor.exchange.docx_documents import read_docx_document
from assessor.exchange.signatures import is_zip
from assessor.exchange.speaker_texts import read_speaker_text
from assessor.exchange.texts import DecodedText, decode_text
from assessor.exchange.unreadable import UnreadableFile
from assessor.exchange.utterances import Speaker, Transcript, Turn, Utterance, join_turns
from assessor.exchange.zips import open_zip

__all__ = ["Speaker", "Transcript", "Turn", "Utterance", "join_turns", "read_transcript"]

_CAPTION_ENDINGS = (".vtt", ".srt")


def read_transcript(data: bytes, name: str, encoding: str | None = None) -> Transcript:
    """The transcript in a VTT, SRT, TXT or DOCX file; raises UnreadableFile where it is none."""
    decoded = _docx_text(data, name) if is_zip(data) else decode_text(data, name, encoding)
    if looks_like_captions(decoded.text):
        return read_captions(decoded, name)
    if PurePath(name).suffix.lower() in _CAPTION_ENDINGS:
        why = "it has no line with caption times, such as 00:00:01.000 --> 00:00:04.000"
        raise UnreadableFile(name, why, "export the transcript again, or rename the file to TXT")
    return read_speaker_text(decoded)


def _docx_text(data: bytes, name: str) -> DecodedText:
    document = read_docx_document(open_zip(data, name), name)
    return DecodedText("\n".join(page.text for page in document.pages), "")
