"""What closes the plan: privacy, terms, and the appendices."""

from dataclasses import dataclass
from datetime import date

from assessor.operations.strategic_plan.front import Passage
from assessor.terms import Group, Practice


@dataclass(frozen=True)
class Term:
    """A word the plan uses, explained."""

    name: str
    meaning: str


@dataclass(frozen=True)
class Privacy:
    """What is left out, and why."""

    smallest_group: int = 10  # results of fewer people are hidden
    claim: str = ""
    lede: str = ""
    passages: tuple[Passage, ...] = ()  # quotations, keeping and destroying, method and limits …
    complaints: str = ""  # margin: "about this report … go to the district records office"
    accessibility: str = ""  # margin
    contact: str = ""  # an https: or mailto: address; anything else is printed without a link
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class CriterionScore:
    """One rubric criterion as it was rated."""

    code: str  # "B4"
    wording: str
    level: int | None  # 0 to 3; None: not applicable
    critical: bool = False
    practice: Practice | None = None
    reference: str = ""  # document and page, or why it does not apply


@dataclass(frozen=True)
class CriterionGroup:
    """One group of the rubric."""

    code: str  # "B"
    name: str
    percent: int | None  # None: nothing rated
    band: str = ""  # "developing"
    criteria: tuple[CriterionScore, ...] = ()


@dataclass(frozen=True)
class Rubric:
    """Every rubric score."""

    groups: tuple[CriterionGroup, ...] = ()
    percent: int | None = None
    band: str = ""
    note: str = ""  # which documents were read; the cap where a critical criterion is at zero


@dataclass(frozen=True)
class GroupResult:
    """One group's result on one item; percents are None where it is hidden."""

    group: Group
    n: int | None  # None where hidden
    favorable: int | None
    dont_know: int | None = None


@dataclass(frozen=True)
class ItemResults:
    """One survey item, every group's result."""

    code: str  # "ROL6"
    wording: str
    results: tuple[GroupResult, ...] = ()


@dataclass(frozen=True)
class ItemTable:
    """The items of one construct."""

    construct: str  # "Roles"
    items: tuple[ItemResults, ...] = ()
    hidden: str = ""  # "Seven items asked only of officers and administrators are hidden."


@dataclass(frozen=True)
class OverlayNote:
    """One point of a state's law."""

    topic: str
    summary: str
    citation: str = ""
    link: str = ""


@dataclass(frozen=True)
class Overlay:
    """The state overlay, as of a day."""

    state: str
    as_of: date
    notes: tuple[OverlayNote, ...] = ()


@dataclass(frozen=True)
class Appendices:
    """Rubric scores, item tables and the state overlay; the weights stand with the findings."""

    rubric: Rubric | None = None
    item_tables: tuple[ItemTable, ...] = ()
    overlay: Overlay | None = None
