"""Whose each speaker of a transcript is, told in words: a code, a group, another speaker, a role."""

import json
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from assessor.model import Participant, Sitting
from assessor.operations.transcript_mappings import Part, TranscriptMapping, Whose
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

_WORDS = {
    "facilitator": Part.OURS,
    "unknown": Part.UNKNOWN,
    "no speaker": Part.NOBODY,
    "leave out": Part.LEFT_OUT,
}


def settle_speakers(engagement: Engagement, mapping: TranscriptMapping, told: str) -> TranscriptMapping:
    """The mapping with its speakers as told in JSON: `{"Ann": "TCH-01", "Bo": "SRO", "I": "facilitator"}`.

    Raises CannotDo, naming the speaker, where one is not in the transcript or what is told is not known.
    """
    with engagement.reading() as session:
        codes = {row.code: row.id for row in session.execute(select(Participant.id, Participant.code))}
    whose = dict(mapping.whose)
    for name, word in _read(told).items():
        if name not in mapping.whose:
            raise CannotDo(
                f"No speaker of the transcript is called “{name}”. See --dry-run for those who are."
            )
        whose[name] = _whose(name, word, codes, mapping.whose)
    return replace(mapping, whose=whose)


def find_sitting(engagement: Engagement, code: str) -> str:
    """The sitting of a code such as TCH-FG2. Raises CannotDo where there is none."""
    with engagement.reading() as session:
        found = session.scalar(select(Sitting.id).where(Sitting.code == code))
    if found is None:
        raise CannotDo(f"There is no sitting with the code {code}.")
    return found


def _read(told: str) -> dict[str, str]:
    try:
        speakers = json.loads(told)
    except ValueError as error:
        raise CannotDo(f"The speakers are not written as JSON: {error}.") from error
    if not isinstance(speakers, dict) or not all(isinstance(word, str) for word in speakers.values()):
        raise CannotDo(
            'The speakers are to be told as {"name": "code, group, name, facilitator or unknown"}.'
        )
    return speakers


def _whose(name: str, word: str, codes: Mapping[str, str], speakers: Mapping[str, Whose]) -> Whose:
    if word in codes:
        return Whose(Part.KNOWN, codes[word])
    if word in set(Group):
        return Whose(Part.NEW, group=Group(word))
    if word in _WORDS:
        return Whose(_WORDS[word])
    if word in speakers:
        return Whose(Part.SAME, speaker=word)
    known = "a participant's code, a group, another speaker, facilitator, unknown, no speaker or leave out"
    raise CannotDo(f"“{word}” for “{name}” is not known. Say {known}.")
