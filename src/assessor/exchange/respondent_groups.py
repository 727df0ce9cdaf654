"""Which stakeholder group a respondent's own words name, as in "I am a teacher"."""

import re

from assessor.exchange.answers import normal
from assessor.terms import Group

_WORDS = (
    (Group.SRO, r"sros?|school resource officers?|resource officers?|(school )?police( officers?)?|officers?"
                r"|deput(y|ies)|law enforcement( officers?)?"),
    (Group.SUP, r"(sro |police |agency )?supervisors?|sergeants?|lieutenants?|chiefs?( of police)?|sheriffs?"),
    (Group.ADM, r"(school )?administrat(or|ion)s?|(assistant |vice[- ]|deputy )?principals?|deans?"
                r"|superintendents?|(school|district) leaders?|head of school"),
    (Group.TCH, r"teachers?|(school )?staff( members?)?|teachers? (and|or) staff|faculty|educators?"
                r"|(school )?counsel+ors?|instructional staff|non-?instructional staff|paraprofessionals?"
                r"|support staff|social workers?|nurses?|psychologists?|secretar(y|ies)"),
    (Group.STU, r"(middle |high |elementary )?(school )?students?|pupils?|youth|learners?"),
    (Group.PAR, r"(a )?parents?|guardians?|caregivers?|famil(y|ies)( members?)?|mothers?|fathers?|grandparents?"),
    (Group.PRT, r"(community )?partners?|community( members?| partners?| organi[sz]ations?)?|agenc(y|ies)"),
)  # fmt: skip
_WHOLE = tuple((group, re.compile(rf"^(i am |i'm )?(an? |the )?({words})$")) for group, words in _WORDS)
_FIRST = tuple((group, re.compile(rf"^(i am |i'm )?(an? |the )?({words})\b")) for group, words in _WORDS)
_CODES = {group.value.casefold(): group for group in Group}
_LONGEST = 60


def respondent_group(value: str) -> Group | None:
    """The group that a role, title or code names, or None; "Parent or guardian" is read by its first word."""
    text = normal(value)
    if text in _CODES:
        return _CODES[text]
    if len(text) > _LONGEST:
        return None
    for patterns in (_WHOLE, _FIRST):
        for group, pattern in patterns:
            if pattern.match(text):
                return group
    return None
