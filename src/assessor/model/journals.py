"""The journal and what stands outside it: changes, their rows, attachments, and the line being typed."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Base


class Change(Base):
    """One thing a person did, with the label it has after "Undo"."""

    __tablename__ = "change"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    label: Mapped[str]
    author: Mapped[str]
    made_at: Mapped[datetime]
    device: Mapped[str]
    schema: Mapped[int]
    """The version of the file's tables it was made under: undo does not reach across a migration."""
    reverses: Mapped[str | None]
    """The id of the change this one undoes: redo is undoing an undo."""


class RowChange(Base):
    """What a change did to one row: its JSON before and after."""

    __tablename__ = "row_change"

    number: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[str] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[str] = mapped_column(index=True)
    before: Mapped[str | None]
    after: Mapped[str | None]


class Attachment(Base):
    """The bytes of a file, by their hash: kept once, never changed."""

    __tablename__ = "attachment"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Draft(Base):
    """A line being typed, kept until the remark it becomes is finished."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    kept_at: Mapped[datetime]


NOT_JOURNALED = {
    "change": "the journal itself",
    "row_change": "the journal itself",
    "attachment": "content-addressed, never changed, refused twice",
    "draft": "written through while typing; the remark that replaces it is journaled",
}
"""Tables outside the journal, each with its reason."""
