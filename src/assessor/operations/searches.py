"""What words typed find in the record: each hit with its title, what it is part of, and where it is shown."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select
from sqlalchemy.orm import Session

from assessor.model import (
    ActionStep,
    Decision,
    Document,
    DocumentPage,
    Finding,
    Goal,
    Measure,
    Meeting,
    Objective,
    Participant,
    Protocol,
    Remark,
    Site,
    Sitting,
)
from assessor.store import Engagement
from assessor.terms import Group

_MOST = 50
_Query = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Found:
    """Something found: its title, what it is part of, the words around the match, and where it is shown."""

    title: str
    subtitle: str
    snippet: str
    place: str
    """Key of the place that shows it."""
    element_id: str


@dataclass(frozen=True)
class _Kind:
    """How hits of one table are told: a query of id, title, subtitle and element by row id."""

    place: str
    query: Callable[[Sequence[str]], _Query]
    title_is_snippet: bool = False


def search(engagement: Engagement, typed: str, most: int = _MOST) -> list[Found]:
    """What holds every word typed, best first: one query a kind of thing, however many are found."""
    hits = engagement.search(typed, most)
    ids: dict[str, list[str]] = defaultdict(list)
    for hit in hits:
        if hit.table in _KINDS:
            ids[hit.table].append(hit.row_id)
    with engagement.reading() as session:
        told = {table: _tell(session, _KINDS[table], found) for table, found in ids.items()}
    return [
        _found(_KINDS[hit.table], told[hit.table][hit.row_id], _plain(hit.snippet))
        for hit in hits
        if hit.row_id in told.get(hit.table, {})
    ]


def _tell(session: Session, kind: _Kind, ids: Sequence[str]) -> Mapping[str, Any]:
    return {row[0]: row for row in session.execute(kind.query(ids))}


def _found(kind: _Kind, row: Any, snippet: str) -> Found:
    _, title, subtitle, element_id = row
    if isinstance(subtitle, Group):
        subtitle = subtitle.label
    return Found(snippet if kind.title_is_snippet else title, subtitle or "", snippet, kind.place, element_id)


def _plain(snippet: str) -> str:
    return " ".join(snippet.replace("\x02", "").replace("\x03", "").split())


def _remarks(ids: Sequence[str]) -> _Query:
    where = Sitting.title + func.coalesce(" · " + func.nullif(Remark.question, ""), "")
    query = select(Remark.id, literal(""), where, Remark.id)
    return query.join(Sitting, Sitting.id == Remark.sitting_id).where(Remark.id.in_(ids))


def _sittings(ids: Sequence[str]) -> _Query:
    query = select(Sitting.id, Sitting.title, func.coalesce(Site.name, Sitting.code), Sitting.id)
    return query.outerjoin(Site, Site.id == Sitting.site_id).where(Sitting.id.in_(ids))


def _pages(ids: Sequence[str]) -> _Query:
    where = Document.title + " · page " + cast(DocumentPage.number, String)
    query = select(DocumentPage.id, Document.title, where, Document.id)
    return query.join(Document, Document.id == DocumentPage.document_id).where(DocumentPage.id.in_(ids))


def _objectives(ids: Sequence[str]) -> _Query:
    query = select(Objective.id, Objective.text, Goal.title, Objective.id)
    return query.join(Goal, Goal.id == Objective.goal_id).where(Objective.id.in_(ids))


def _action_steps(ids: Sequence[str]) -> _Query:
    query = select(ActionStep.id, ActionStep.title, func.coalesce(Objective.text, ""), ActionStep.id)
    return query.outerjoin(Objective, Objective.id == ActionStep.objective_id).where(ActionStep.id.in_(ids))


def _decisions(ids: Sequence[str]) -> _Query:
    shown = func.coalesce(Decision.meeting_id, Decision.id)
    query = select(Decision.id, Decision.text, func.coalesce(Meeting.title, ""), shown)
    return query.outerjoin(Meeting, Meeting.id == Decision.meeting_id).where(Decision.id.in_(ids))


def _rows_of(noun: Any, title: Any, subtitle: Any = "") -> Callable[[Sequence[str]], _Query]:
    told = literal(subtitle) if isinstance(subtitle, str) else subtitle
    return lambda ids: select(noun.id, title, told, noun.id).where(noun.id.in_(ids))


_KINDS = {
    "remark": _Kind("sittings", _remarks, title_is_snippet=True),
    "sitting": _Kind("sittings", _sittings),
    "document": _Kind("documents", _rows_of(Document, Document.title)),
    "document_page": _Kind("documents", _pages, title_is_snippet=True),
    "participant": _Kind(
        "participants",
        _rows_of(Participant, Participant.code + " " + Participant.description, Participant.group),
    ),
    "finding": _Kind("findings", _rows_of(Finding, Finding.title)),
    "goal": _Kind("goals", _rows_of(Goal, Goal.title)),
    "objective": _Kind("goals", _objectives),
    "action_step": _Kind("action_steps", _action_steps),
    "protocol": _Kind("protocols", _rows_of(Protocol, Protocol.title)),
    "meeting": _Kind("meetings", _rows_of(Meeting, Meeting.title, Meeting.kind)),
    "decision": _Kind("meetings", _decisions),
    "measure": _Kind("measures", _rows_of(Measure, Measure.title, Measure.code)),
}
