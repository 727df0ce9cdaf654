"""The words of the page on which a transcript is mapped."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assessor.operations.transcript_mappings import Part, SpeakerFound, TranscriptRead, Whose
from assessor.operations.transcripts import TranscriptPreview
from assessor.ui.assess.sittings.sitting_words import group_word

_FORMATS = {
    "webvtt": QT_TRANSLATE_NOOP("transcripts", "WebVTT captions"),
    "srt": QT_TRANSLATE_NOOP("transcripts", "SRT captions"),
    "text": QT_TRANSLATE_NOOP("transcripts", "text"),
    "docx": QT_TRANSLATE_NOOP("transcripts", "Word document"),
    "otter": QT_TRANSLATE_NOOP("transcripts", "Otter transcript"),
    "zoom_chat": QT_TRANSLATE_NOOP("transcripts", "Zoom chat"),
}
_PARTS = {
    Part.NEW: QT_TRANSLATE_NOOP("transcripts", "A new participant"),
    Part.KNOWN: QT_TRANSLATE_NOOP("transcripts", "A participant you have"),
    Part.SAME: QT_TRANSLATE_NOOP("transcripts", "The same as another speaker"),
    Part.OURS: QT_TRANSLATE_NOOP("transcripts", "One of us, the facilitator"),
    Part.UNKNOWN: QT_TRANSLATE_NOOP("transcripts", "Not known who"),
    Part.NOBODY: QT_TRANSLATE_NOOP("transcripts", "No speaker: words of the text"),
    Part.LEFT_OUT: QT_TRANSLATE_NOOP("transcripts", "Leave out what they say"),
}
_TIMES = QT_TRANSLATE_NOOP("transcripts", "{n} times")
_WORDS = QT_TRANSLATE_NOOP("transcripts", "{n} words")
_NO_GROUP = QT_TRANSLATE_NOOP("transcripts", "Group not chosen yet")
_SHORT = {
    Part.OURS: QT_TRANSLATE_NOOP("transcripts", "Facilitator"),
    Part.UNKNOWN: QT_TRANSLATE_NOOP("transcripts", "Unknown"),
    Part.NOBODY: QT_TRANSLATE_NOOP("transcripts", "No speaker"),
    Part.LEFT_OUT: QT_TRANSLATE_NOOP("transcripts", "Left out"),
}


def say(english: object, **values: object) -> str:
    """A text of this page in the language worn, with values put in."""
    text = QCoreApplication.translate("transcripts", str(english))
    return text.format(**values) if values else text


def part_word(part: Part) -> str:
    """What a speaker may be."""
    return say(_PARTS[part])


def becomes_words(whose: Whose, code: str) -> tuple[str, str]:
    """What becomes of a speaker: a code, or a word where there is none; and what kind of person it is."""
    if whose.part is Part.NEW:
        if whose.group is None:
            return say(QT_TRANSLATE_NOOP("transcripts", "New")), say(_NO_GROUP)
        said = QT_TRANSLATE_NOOP("transcripts", "New · {group}")
        return code, say(said, group=group_word(whose.group))
    if whose.part is Part.SAME:
        said = QT_TRANSLATE_NOOP("transcripts", "Same as {name}")
        return code, say(said, name=whose.speaker)
    if whose.part is Part.KNOWN:
        return code, say(QT_TRANSLATE_NOOP("transcripts", "Has this code already"))
    return say(_SHORT[whose.part]), ""


def says_words(speaker: SpeakerFound) -> tuple[str, str]:
    """How often a speaker speaks, and how many words in all."""
    times, words = speaker.utterances, speaker.words
    often = QT_TRANSLATE_NOOP("transcripts", "once") if times == 1 else _TIMES
    much = QT_TRANSLATE_NOOP("transcripts", "1 word") if words == 1 else _WORDS
    return say(often, n=f"{times:,}"), say(much, n=f"{words:,}")


def read_words(read: TranscriptRead) -> str:
    """How the file was read, and what was noticed."""
    transcript = read.transcript
    words = [say(_FORMATS[transcript.format])]
    if transcript.encoding:
        words.append(transcript.encoding.upper())
    if minutes := round(read.length.total_seconds() / 60):
        words.append(say(QT_TRANSLATE_NOOP("transcripts", "{minutes} min"), minutes=minutes))
    said = say(QT_TRANSLATE_NOOP("transcripts", "Read as {words}."), words=", ".join(words))
    return " ".join([said, *transcript.notes])


def preview_words(preview: TranscriptPreview, title: str, *, has_codes: bool) -> str:
    """What becomes of names, in the title too, and what is left out; an example, once all have codes."""
    names = preview.names_replaced
    parts = [
        say(QT_TRANSLATE_NOOP("transcripts", "No names stand in the text."))
        if not names
        else say(QT_TRANSLATE_NOOP("transcripts", "1 name in the text becomes a code."))
        if names == 1
        else say(QT_TRANSLATE_NOOP("transcripts", "{n} names in the text become codes."), n=f"{names:,}")
    ]
    if preview.left_out == 1:
        parts.append(say(QT_TRANSLATE_NOOP("transcripts", "1 utterance is left out.")))
    elif preview.left_out:
        said = QT_TRANSLATE_NOOP("transcripts", "{n} utterances are left out.")
        parts.append(say(said, n=f"{preview.left_out:,}"))
    if has_codes and preview.title != title:
        parts.append(
            say(QT_TRANSLATE_NOOP("transcripts", "The title becomes “{title}”."), title=preview.title)
        )
    if preview.examples and has_codes:
        parts.append(say(QT_TRANSLATE_NOOP("transcripts", "For example: “{text}”"), text=preview.examples[0]))
    return " ".join(parts)
