"""What the words by which a transcript calls its speakers tell: a name or a role, a group, our own team."""

import re
import unicodedata

from assessor.exchange.speakers import canonical_name
from assessor.terms import Group

_GROUPS = {
    Group.SRO: "sro officer deputy sergeant resource police",
    Group.ADM: "adm principal administrator admin vice dean ap vp",
    Group.TCH: "tch teacher staff counselor secretary nurse custodian",
    Group.STU: "stu student pupil youth",
    Group.PAR: "par parent guardian mother father mom dad caregiver",
    Group.PRT: "prt partner community",
    Group.SUP: "sup supervisor superintendent chief captain lieutenant",
}
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_OURS = frozenset({
    "interviewer", "moderator", "facilitator", "researcher", "consultant", "observer", "notetaker",
    "assessor", "evaluator", "i",
})  # fmt: skip
_ROLES = frozenset({
    "speaker", "participant", "respondent", "interviewee", "informant", "person", "voice", "guest", "host",
    "member", "school", "assistant", "note", "taker", "male", "female", "man", "woman", "boy", "girl",
    "group", "all", "everyone", "several", "various", "head", "other", "unknown", "co", "team", "id",
})  # fmt: skip
_NUMBERED = re.compile(r"^[^\W\d_]{1,3}\d{1,3}$")
_WORDS = re.compile(r"[^\W\d_]+")


def is_label(name: str) -> bool:
    """Whether a speaker is called by role, letter or number ("Speaker 4", "SRO", "P12"), not by name."""
    if _NUMBERED.match(name.strip()):
        return True
    words = [word.casefold() for word in _WORDS.findall(name)]
    return all(len(word) == 1 or word in _ROLES or word in _OURS or word in _GROUP_OF for word in words)


def is_ours(name: str) -> bool:
    """Whether a speaker is called by a role of our own team, such as Interviewer."""
    words = [word.casefold() for word in _WORDS.findall(name)]
    return is_label(name) and (any(word in _OURS for word in words) or words == ["note", "taker"])


def group_by_label(written: tuple[str, ...]) -> Group | None:
    """The group that a title or role tells in any of the ways a speaker is written, or None."""
    for way in written:
        words = [word.casefold() for word in _WORDS.findall(way)]
        found = next((_GROUP_OF[word] for word in words if word in _GROUP_OF), None)
        if found:
            return found
    return None


def seat_by_label(name: str) -> int | None:
    """The number of a label such as Participant 3, which may be that of a seat."""
    numbers = re.findall(r"\d+", name)
    return int(numbers[0]) if is_label(name) and len(numbers) == 1 else None


def name_key(name: str) -> str:
    """What two spellings of one name share: its words in any order, without accents, case and asides."""
    plain = unicodedata.normalize("NFD", canonical_name(name))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(sorted(re.findall(r"\w+", letters)))
