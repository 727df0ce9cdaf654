"""A tie from a finding to what it rests on, and what is said of it: heading, words, note and standing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import Evidence
from assessor.terms import Group, Method, SittingKind, Stance


class EvidenceKind(StrEnum):
    """What a tie points to."""

    REMARK = "remark"
    PASSAGE = "passage"
    RATING = "rating"
    SURVEY_RESULT = "survey_result"
    MEASURE = "measure"
    SITTING = "sitting"
    AUDIT_ITEM = "audit_item"
    GONE = "gone"


@dataclass(frozen=True)
class Tie:
    """One row of evidence, or a candidate that is not tied yet. Just one reference is set."""

    id: str = ""
    finding_id: str = ""
    method: Method = Method.DOC
    stance: Stance = Stance.FOR
    remark_id: str | None = None
    passage_id: str | None = None
    rating_id: str | None = None
    wave_id: str | None = None
    question: str = ""
    group: Group | None = None
    measure_id: str | None = None
    sitting_id: str | None = None
    audit_item_id: str | None = None
    summary: str = ""
    weighed: str = ""
    seen_as: str = ""
    position: int = 0

    @property
    def kind(self) -> EvidenceKind:
        """What it points to; GONE when that was removed."""
        for kind, name in _REFERENCES.items():
            if getattr(self, name):
                return kind
        return EvidenceKind.GONE

    @property
    def target_id(self) -> str:
        """The id of what it points to; empty when that was removed."""
        return "" if self.kind is EvidenceKind.GONE else str(getattr(self, _REFERENCES[self.kind]))

    @property
    def target(self) -> tuple[str, str, str, Group | None]:
        """What tells two ties to the same thing: kind, id, and question and group of a survey result."""
        group = self.group if self.kind is EvidenceKind.SURVEY_RESULT else None
        return self.kind, self.target_id, self.question, group

    @property
    def values(self) -> dict[str, Any]:
        """The columns of a new row of evidence."""
        return {name: getattr(self, name) for name in COLUMNS if name not in {"id", "position"}}


COLUMNS = tuple(Tie.__dataclass_fields__)

_REFERENCES = {
    EvidenceKind.REMARK: "remark_id",
    EvidenceKind.PASSAGE: "passage_id",
    EvidenceKind.RATING: "rating_id",
    EvidenceKind.SURVEY_RESULT: "wave_id",
    EvidenceKind.MEASURE: "measure_id",
    EvidenceKind.SITTING: "sitting_id",
    EvidenceKind.AUDIT_ITEM: "audit_item_id",
}


@dataclass(frozen=True)
class Count:
    """How many of how many a piece of evidence counts."""

    part: int
    whole: int


@dataclass(frozen=True)
class Description:
    """What a tie says today."""

    heading: str
    words: str = ""
    is_quote: bool = False
    note: str = ""
    groups: frozenset[Group] = frozenset()
    sources: frozenset[str] = frozenset()
    """The meetings, documents, waves and records it comes from; two pieces from one source count once."""
    seen_as: str = ""
    is_passage: bool = False
    """Words of a policy document, which suffice alone."""
    is_hidden: bool = False
    """Too few answered to show it."""
    is_withdrawn: bool = False
    uncleared: str = ""
    is_withheld: bool = False
    """Why its words may not be printed yet; empty when they may, or when none are quoted."""
    counts: tuple[Count, ...] = ()
    dissent: int = 0
    """How many present spoke against it."""


def list_ties(session: Session, finding_id: str | None = None) -> list[Tie]:
    """The evidence of one finding, or of all, in its order."""
    query = select(*(getattr(Evidence, name) for name in COLUMNS)).order_by(
        Evidence.finding_id, Evidence.position, Evidence.id
    )
    if finding_id is not None:
        query = query.where(Evidence.finding_id == finding_id)
    return [Tie(**row._mapping) for row in session.execute(query)]


def method_of_sitting(kind: SittingKind, group: Group | None) -> Method:
    """The method by which a sitting of a kind comes by evidence (domain.md 4.4)."""
    if kind is SittingKind.OBSERVATION:
        return Method.OBS
    if group is Group.PRT:
        return Method.PRT
    return Method.INT if kind is SittingKind.INTERVIEW else Method.FGD


def ids_of(ties: Sequence[Tie], kind: EvidenceKind) -> set[str]:
    """What the ties of a kind point to."""
    return {tie.target_id for tie in ties if tie.kind is kind}
