"""How we listened, and what already works."""

from dataclasses import dataclass
from datetime import date

from assessor.operations.strategic_plan.front import Quote
from assessor.terms import Group


@dataclass(frozen=True)
class Coverage:
    """Who was asked and who took part, for one group; None where the method was not used."""

    group: Group
    label: str = ""  # "Students, grades 6–12"; empty: the group's name
    invited: int | None = None
    answered: int | None = None
    rate: int | None = None  # percent
    interviews: int | None = None
    focus_groups: int | None = None
    seats: int | None = None  # people in those focus groups
    hidden: bool = False  # the counts are too small to print; the row stays


@dataclass(frozen=True)
class Listening:
    """Methods, coverage and limits."""

    claim: str = ""
    lede: str = ""
    methods: tuple[str, ...] = ()  # paragraphs
    coverage: tuple[Coverage, ...] = ()
    coverage_note: str = ""
    kinds_of_answer: str = ""  # margin: who answered openly, who anonymously
    limits: tuple[str, ...] = ()  # paragraphs
    first_day: date | None = None  # makes the lede where none is written
    last_day: date | None = None


@dataclass(frozen=True)
class Strength:
    """One of the leading strengths."""

    code: str  # "P-REL"
    claim: str
    percent: int | None = None  # the large figure and its row of dots; None: neither
    percent_of: str = ""  # "of students say they could talk to the officer about a problem"
    quote: Quote | None = None
    evidence: str = ""  # "Survey, students, n 214. Raised in all three student groups."


@dataclass(frozen=True)
class StrengthRow:
    """A further strength, and the goals that protect it."""

    code: str
    claim: str
    seen_in: str = ""
    goals: tuple[str, ...] = ()  # "G2"


@dataclass(frozen=True)
class Opening:
    """An opportunity (domain.md 4.2)."""

    text: str
    kind: str = ""  # "policy window"
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Strengths:
    """What already works."""

    claim: str = ""
    lede: str = ""
    leading: tuple[Strength, ...] = ()
    others: tuple[StrengthRow, ...] = ()
    openings: tuple[Opening, ...] = ()
