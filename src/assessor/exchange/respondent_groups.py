"""Which stakeholder group a respondent's own words name, as in "I am a teacher"."""

import re

from assessor.exchange.answers import normal
from assessor.terms import Group

_WORDS = {
    Group.SRO: """
        sros? | school resource officers? | resource officers? | (school )?police( officers?)? | officers?
        | deput(y|ies) | law enforcement( officers?)?
    """,
    Group.SUP: """
        (sro |police |agency )?supervisors? | sergeants? | lieutenants? | chiefs?( of police)? | sheriffs?
    """,
    Group.ADM: """
        (school )?administrat(or|ion)s? | (assistant |vice[- ]|deputy )?principals? | deans?
        | superintendents? | (school|district) leaders? | head of school
    """,
    Group.TCH: """
        teachers? | (school )?staff( members?)? | teachers? (and|or) staff | faculty | educators?
        | (school )?counsel+ors? | (non-?)?instructional staff | paraprofessionals? | support staff
        | social workers? | nurses? | psychologists? | secretar(y|ies)
    """,
    Group.STU: "(middle |high |elementary )?(school )?students? | pupils? | youth | learners?",
    Group.PAR: """
        parents? | guardians? | caregivers? | famil(y|ies)( members?)? | mothers? | fathers? | grandparents?
    """,
    Group.PRT: """
        (community )?partners? | community( members?| partners?| organi[sz]ations?)? | agenc(y|ies)
    """,
}
_SPEAKER = "(i am |i'm )?(an? |the )?"
_LONGEST = 60


def _compiled(words: str, end: str) -> re.Pattern[str]:
    choices = "|".join(choice.strip() for choice in re.split(r"\s\|\s", words))
    return re.compile(f"^{_SPEAKER}({choices}){end}")


_WHOLE = {group: _compiled(words, "$") for group, words in _WORDS.items()}
_FIRST = {group: _compiled(words, r"\b") for group, words in _WORDS.items()}
_CODES = {group.value.casefold(): group for group in Group}


def respondent_group(value: str) -> Group | None:
    """The group that a role, title or code names, or None; "Parent or guardian" is read by its first word."""
    text = normal(value)
    if text in _CODES:
        return _CODES[text]
    if len(text) > _LONGEST:
        return None
    for patterns in (_WHOLE, _FIRST):
        for group, pattern in patterns.items():
            if pattern.match(text):
                return group
    return None
