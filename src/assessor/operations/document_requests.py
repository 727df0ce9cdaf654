"""The document request list: what was asked of whom, what came of it, and what cannot be rated meanwhile."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.instruments.requests import get_request_list
from assessor.instruments.rubrics import get_rubric
from assessor.model import CriterionRating, Document, DocumentRequest, RequestedDocument
from assessor.operations.contents import keep_content
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, RequestState

ANSWERS = frozenset(
    {RequestState.RECEIVED, RequestState.PARTLY, RequestState.REFUSED, RequestState.DOES_NOT_EXIST}
)
"""States in which the client has said something; "it does not exist" is an answer too."""
_MISSING = frozenset({RequestState.NOT_ASKED, RequestState.ASKED, RequestState.REFUSED})
_OPEN = frozenset({RequestState.NOT_ASKED, RequestState.ASKED, RequestState.PARTLY})
_WAITING = frozenset({RequestState.ASKED, RequestState.PARTLY})
RUBRIC = "sro_agreement"


@dataclass(frozen=True)
class AnsweringDocument:
    """A document that answers a request."""

    id: str
    title: str


@dataclass(frozen=True)
class RequestRow:
    """One line of the list."""

    id: str
    key: str
    title: str
    ask: str
    asked_of: str
    state: RequestState
    asked_on: date | None
    due_on: date | None
    answered_on: date | None
    note: str
    criteria: tuple[str, ...] = ()
    """Rubric criteria it helps to rate; none for one's own."""
    documents: tuple[AnsweringDocument, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether the client has said something."""
        return self.state in ANSWERS

    def days_overdue(self, today: date) -> int:
        """Days since it was due, while it is waited for; 0 where it is not overdue."""
        if self.due_on is None or self.state not in _WAITING:
            return 0
        return max((today - self.due_on).days, 0)


@dataclass(frozen=True)
class BlockedCriterion:
    """A criterion nobody can rate yet: every document that would help is missing."""

    code: str
    title: str
    is_critical: bool
    waits_for: tuple[str, ...]
    """Titles of the requests."""


_GATHERED = {"criteria", "documents"}
_COLUMNS = tuple(name for name in RequestRow.__dataclass_fields__ if name not in _GATHERED)


def list_requests(engagement: Engagement) -> list[RequestRow]:
    """The list in its order."""
    with engagement.reading() as session:
        return _rows(session)


def begin_requests(engagement: Engagement) -> int:
    """Put every shipped request that is not there yet on the list, as one change; returns how many."""
    shipped = get_request_list()
    with engagement.change("Begin the request list") as session:
        keep_content(session, "requests", shipped.key, shipped.version)
        there = set(session.scalars(select(DocumentRequest.key)))
        new = [request for request in shipped.requests if request.code not in there]
        first = _next_position(session)
        session.add_all(
            DocumentRequest(
                key=request.code,
                title=request.title,
                ask=request.ask,
                asked_of=request.held_by,
                position=first + place,
            )
            for place, request in enumerate(new)
        )
        return len(new)


def add_request(engagement: Engagement, title: str, **values: Any) -> str:
    """Ask for something of one's own, at the end of the list; returns its id."""
    with engagement.change("Add request") as session:
        request = DocumentRequest(title=title, position=_next_position(session), **values)
        session.add(request)
        session.flush()
        return request.id


def edit_request(engagement: Engagement, request_id: str, **values: Any) -> None:
    """Change what is recorded of a request; its state has a doing of its own."""
    if "state" in values:
        raise KeyError("state")
    with engagement.change("Edit request") as session:
        set_values(session, DocumentRequest, request_id, values)


def remove_request(engagement: Engagement, request_id: str) -> None:
    """Take a request off the list; the documents stay."""
    with engagement.change("Remove request") as session:
        session.execute(delete(DocumentRequest).where(DocumentRequest.id == request_id))


def ask_for_documents(
    engagement: Engagement, request_ids: Sequence[str], on: date, due_on: date | None = None
) -> int:
    """Note that requests not asked yet were sent on a day, with the day they are due; returns how many."""
    with engagement.change("Ask for documents") as session:
        found = session.scalars(
            select(DocumentRequest).where(
                DocumentRequest.id.in_(request_ids), DocumentRequest.state == RequestState.NOT_ASKED
            )
        ).all()
        for request in found:
            request.state, request.asked_on = RequestState.ASKED, on
            request.due_on = due_on or request.due_on
        return len(found)


def set_request_state(engagement: Engagement, request_id: str, state: RequestState, on: date) -> None:
    """Say what came of a request; the days it was asked and answered are noted where they were not."""
    with engagement.change("Set state of request") as session:
        _set_state(_request(session, request_id), state, on)


def answer_request_with(engagement: Engagement, request_id: str, document_id: str, on: date) -> None:
    """Tie an imported document to the request it answers, which was then received, or partly.

    Raises CannotDo when the document is tied to it already.
    """
    with engagement.change("Tie document to request") as session:
        request = _request(session, request_id)
        if session.get(Document, document_id) is None:
            raise CannotDo("This document was removed. Undo brings it back.")
        tied = select(RequestedDocument.id).where(
            RequestedDocument.request_id == request_id, RequestedDocument.document_id == document_id
        )
        if session.scalar(tied) is not None:
            raise CannotDo(f"This document answers “{request.title}” already. Choose another.")
        session.add(RequestedDocument(request_id=request_id, document_id=document_id))
        if request.state is not RequestState.PARTLY:
            _set_state(request, RequestState.RECEIVED, on)


def untie_document(engagement: Engagement, request_id: str, document_id: str) -> None:
    """Say that a document does not answer a request after all; what came of the request stays as said."""
    with engagement.change("Untie document from request") as session:
        session.execute(
            delete(RequestedDocument).where(
                RequestedDocument.request_id == request_id, RequestedDocument.document_id == document_id
            )
        )


def list_requests_to_answer(engagement: Engagement, document_id: str) -> list[RequestRow]:
    """The requests a document could be tied to: those still open, without the ones it answers already."""
    return [
        row
        for row in list_requests(engagement)
        if row.state in _OPEN and document_id not in {each.id for each in row.documents}
    ]


def list_blocked_criteria(engagement: Engagement) -> list[BlockedCriterion]:
    """The criteria not rated yet for which nothing that would help is at hand, in the rubric's order."""
    with engagement.reading() as session:
        rows = _rows(session)
        rated = set(
            session.scalars(select(CriterionRating.criterion).where(CriterionRating.level.is_not(None)))
        )
    helping: dict[str, list[RequestRow]] = defaultdict(list)
    for row in rows:
        for code in row.criteria:
            helping[code].append(row)
    return [
        BlockedCriterion(each.code, each.title, each.critical, tuple(row.title for row in helping[each.code]))
        for each in get_rubric(RUBRIC).criteria
        if each.code not in rated and helping[each.code]
        if all(row.state in _MISSING and not row.documents for row in helping[each.code])
    ]


def write_letter(engagement: Engagement) -> str:
    """The letter that asks for everything still open, as plain text; empty where nothing is."""
    rows = [row for row in list_requests(engagement) if row.state in _OPEN]
    if not rows:
        return ""
    shipped = get_request_list()
    return "\n\n".join([shipped.title, *shipped.letter, *_due_words(rows), "\n".join(_lines(rows))]) + "\n"


def _due_words(rows: Iterable[RequestRow]) -> list[str]:
    """One day for all that are due on the same day."""
    days = {row.due_on for row in rows}
    day = days.pop() if len(days) == 1 else None
    return [f"Please answer by {day:%B} {day.day}, {day.year}."] if day else []


def _lines(rows: Sequence[RequestRow]) -> list[str]:
    days = {row.due_on for row in rows}
    lines = []
    for number, row in enumerate(rows, start=1):
        words = f"{number}. {row.title}"
        words += f" ({row.asked_of})" if row.asked_of else ""
        words += f": {row.ask}" if row.ask else ""
        if row.state is RequestState.PARTLY:
            words += f" Still missing: {row.note}" if row.note else " Part of it is still missing."
        if row.due_on and len(days) > 1:
            words += f" By {row.due_on:%B} {row.due_on.day}, {row.due_on.year}."
        lines.append(words)
    return lines


def _rows(session: Session) -> list[RequestRow]:
    criteria = {request.code: request.criteria for request in get_request_list().requests}
    documents: dict[str, list[AnsweringDocument]] = defaultdict(list)
    tied = (
        select(RequestedDocument.request_id, Document.id, Document.title)
        .join(Document, Document.id == RequestedDocument.document_id)
        .order_by(Document.title)
    )
    for request_id, document_id, title in session.execute(tied):
        documents[request_id].append(AnsweringDocument(document_id, title))
    columns = [getattr(DocumentRequest, name) for name in _COLUMNS]
    found = session.execute(select(*columns).order_by(DocumentRequest.position, DocumentRequest.title))
    return [
        RequestRow(
            **row._mapping, criteria=criteria.get(row.key, ()), documents=tuple(documents.get(row.id, ()))
        )
        for row in found
    ]


def _next_position(session: Session) -> int:
    last = session.scalar(select(func.max(DocumentRequest.position)))
    return 0 if last is None else last + 1


def _request(session: Session, request_id: str) -> DocumentRequest:
    request = session.get(DocumentRequest, request_id)
    if request is None:
        raise CannotDo("This request was removed. Undo brings it back.")
    return request


def _set_state(request: DocumentRequest, state: RequestState, on: date) -> None:
    request.state = state
    if state is RequestState.NOT_ASKED:
        request.asked_on = None
    elif request.asked_on is None:
        request.asked_on = on
    if state not in ANSWERS:
        request.answered_on = None
    elif request.answered_on is None:
        request.answered_on = on
