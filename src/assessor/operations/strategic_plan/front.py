"""What stands before the findings: cover, adoption, summary, history, and what several chapters share."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from assessor.terms import Group


@dataclass(frozen=True)
class Quote:
    """Words someone said, cleared for print, under a code in place of a name."""

    code: str
    words: str
    speaker: str = ""  # "Middle school teacher, focus group 2"
    agreement: str = ""  # "Five of seven present agreed."


@dataclass(frozen=True)
class Passage:
    """A heading and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class TookPart:
    """How many people of a group took part: that many dots on the cover."""

    group: Group
    people: int


@dataclass(frozen=True)
class Front:
    """Whose plan it is, which edition, and the marks it carries."""

    district: str
    agency: str
    title: str = "Working together\non purpose"  # a line break is set by hand
    subtitle: str = "A strategic plan for school resource officers and school administrators"
    short_name: str = ""  # "Harlow Ridge", at the foot of each page; empty: the district
    short_title: str = ""  # "Working together plan 2026–2029", at the foot; empty: the title
    edition: str = ""  # "Edition 2, with results to January 2027"
    draft: str = ""  # "0.4"; the mark vanishes when adopted_on is set
    confidential: bool = False  # this mark too
    adopted_on: date | None = None
    adopting_body: str = "the Board of Education"  # "Confidential until the Board adopts it."
    presented_on: date | None = None
    took_part: tuple[TookPart, ...] = ()
    author: str = ""  # the consultant, in the file's metadata
    language: str = "en-US"
    identifier: str = ""  # fixed id of this plan version, so that the same plan gives the same bytes
    made_at: datetime = datetime(2000, 1, 1, tzinfo=UTC)  # in the file's metadata
    law_as_of: date | None = None  # law is summarized as of this day; None: the note says nothing of a day


@dataclass(frozen=True)
class Signature:
    """One office that adopts the plan."""

    office: str  # "Superintendent"
    body: str  # "Harlow Ridge Unified School District"
    signed_by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class KeyFigure:
    """One of up to four large figures of the summary."""

    figure: str  # "448", "46%", "2 of 6", "−21%"
    caption: str


@dataclass(frozen=True)
class Promise:
    """What the plan will do, in one sentence; numbered by its goal."""

    number: str
    text: str
    stressed: str = ""  # the words of the text that are set in bold


@dataclass(frozen=True)
class Summary:
    """The page in plain language: no codes, no jargon."""

    claim: str = ""
    figures: tuple[KeyFigure, ...] = ()
    found: tuple[str, ...] = ()  # paragraphs
    will_do: tuple[Promise, ...] = ()
    asked_of: str = "the Board"
    asks: tuple[str, ...] = ()  # paragraphs


@dataclass(frozen=True)
class Adoption:
    """Who signs, and what follows from it."""

    signatures: tuple[Signature, ...] = ()
    text: str = ""  # empty: "This plan takes effect when the … offices below have signed it."


@dataclass(frozen=True)
class Revision:
    """One line of the plan's history."""

    edition: str
    made_on: date
    changed: str
    reason: str = ""
    approved_by: str = ""


@dataclass(frozen=True)
class History:
    """How the plan is changed, and how it has been."""

    change_when: tuple[str, ...] = ()  # "a measure misses its target twice"
    how_changed: str = ""
    revisions: tuple[Revision, ...] = ()
