"""The speakers of a transcript as participants: their codes, their names, and who is entered."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Participant, RosterEntry
from assessor.operations.names import roster_codes
from assessor.operations.participants import next_code
from assessor.operations.speaker_labels import is_label
from assessor.operations.transcript_mappings import Part, TranscriptMapping, TranscriptRead, whose_is
from assessor.terms import CannotDo, Group

_INSTEAD = {Part.OURS: "[facilitator]", Part.UNKNOWN: "[name]", Part.LEFT_OUT: "[name]"}


def speaker_codes(session: Session, read: TranscriptRead, mapping: TranscriptMapping) -> dict[str, str]:
    """The code of each speaker who is a participant, or is going to be one."""
    known = {row.id: row.code for row in session.execute(select(Participant.id, Participant.code))}
    taken = set(known.values())
    codes: dict[str, str] = {}
    for speaker in read.speakers:
        whose = mapping.whose.get(speaker.name)
        if whose is not None and whose.part is Part.NEW:
            codes[speaker.name] = next_code(whose.group or Group.PRT, taken)
            taken.add(codes[speaker.name])
    for speaker in read.speakers:
        whose = whose_is(mapping, speaker.name)
        if whose.part is Part.KNOWN:
            if whose.participant_id not in known:
                raise CannotDo(f"The participant chosen for “{speaker.name}” was removed. Choose another.")
            codes[speaker.name] = known[whose.participant_id]
        elif whose.part is Part.NEW and speaker.name not in codes:
            codes[speaker.name] = codes[_root(mapping, speaker.name)]
    return codes


def _root(mapping: TranscriptMapping, speaker: str) -> str:
    while mapping.whose[speaker].part is Part.SAME:
        speaker = mapping.whose[speaker].speaker
    return speaker


def written_names(
    session: Session, read: TranscriptRead, mapping: TranscriptMapping, codes: Mapping[str, str]
) -> dict[str, str]:
    """Every way a name is written, of the speakers and of all on the roster, with what to say instead.

    A role by which a speaker is called, such as Principal, is a word and stays.
    """
    written = roster_codes(session)
    for speaker in read.speakers:
        part = whose_is(mapping, speaker.name).part
        instead = _INSTEAD.get(part, codes.get(speaker.name, ""))
        for name in (speaker.name, *speaker.written):
            if instead and (not is_label(name) or any(mark.isdigit() for mark in name)):
                written[name] = instead
    return written


def enter_speakers(
    session: Session, read: TranscriptRead, mapping: TranscriptMapping, codes: Mapping[str, str]
) -> dict[str, str]:
    """The participant of each speaker who is one; new ones are entered, and their names if they are kept."""
    people: dict[str, str] = {}
    rostered = set(session.scalars(select(RosterEntry.participant_id)))
    for speaker in sorted(read.speakers, key=lambda each: mapping.whose[each.name].part is Part.SAME):
        if speaker.name not in codes:
            continue
        whose = whose_is(mapping, speaker.name)
        root = _root(mapping, speaker.name)
        if whose.part is Part.KNOWN:
            people[speaker.name] = whose.participant_id
        elif root in people:
            people[speaker.name] = people[root]
        else:
            group = whose.group or Group.PRT
            person = Participant(group=group, code=codes[root], site_id=mapping.site_id)
            session.add(person)
            session.flush()
            people[speaker.name] = people[root] = person.id
        person_id = people[speaker.name]
        if mapping.keeps_names and person_id not in rostered and not is_label(speaker.name):
            session.add(RosterEntry(participant_id=person_id, name=speaker.name))
            rostered.add(person_id)
    return {speaker.name: people[speaker.name] for speaker in read.speakers if speaker.name in people}
