"""Policies, agreements and other documents: their text by page, and passages marked in it."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to


class Document(Noun):
    """A document handed over, its original kept as an attachment."""

    __tablename__ = "document"

    title: Mapped[str]
    kind: Mapped[str] = mapped_column(default="other")
    file_name: Mapped[str]
    format: Mapped[str]
    attachment: Mapped[str]
    received_on: Mapped[date | None]
    dated_on: Mapped[date | None]
    earlier_id: Mapped[str | None] = refers_to("document")
    """The version of the same document that this one replaces."""
    words: Mapped[int] = mapped_column(default=0)
    has_text: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str] = mapped_column(default="")
    """A standing remark on it, as in "2023, unsigned by the chief"."""


class DocumentPage(Noun):
    """The text of one page."""

    __tablename__ = "document_page"

    document_id: Mapped[str] = owned_by("document")
    number: Mapped[int]
    text: Mapped[str]


class Passage(Noun):
    """Words marked in a page, by code points, with the words themselves beside."""

    __tablename__ = "passage"

    document_id: Mapped[str] = owned_by("document")
    rating_id: Mapped[str | None] = refers_to("criterion_rating")
    page: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    section: Mapped[str] = mapped_column(default="")
