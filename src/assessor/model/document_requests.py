"""What the client was asked to hand over, and what came of it (domain.md 1.5)."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by
from assessor.terms import RequestState


class DocumentRequest(Noun):
    """One line of the document request list."""

    __tablename__ = "document_request"

    key: Mapped[str] = mapped_column(default="")
    """Its code in the list that is shipped; empty for one's own."""
    title: Mapped[str]
    ask: Mapped[str] = mapped_column(default="")
    asked_of: Mapped[str] = mapped_column(default="")
    state: Mapped[RequestState] = mapped_column(default=RequestState.NOT_ASKED)
    asked_on: Mapped[date | None]
    due_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    """Why it was refused, or what is missing of it."""
    position: Mapped[int] = mapped_column(default=0)


class RequestedDocument(Noun):
    """A document that answers a request; one document may answer several."""

    __tablename__ = "requested_document"

    request_id: Mapped[str] = owned_by("document_request")
    document_id: Mapped[str] = owned_by("document")
