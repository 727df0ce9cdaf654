"""What was said that may have to be reported: kept apart from the notes, and from every export."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, refers_to


class SafeguardingNote(Noun):
    """A concern for someone's safety; one that was a remark before keeps its id."""

    __tablename__ = "safeguarding_note"

    sitting_id: Mapped[str | None] = refers_to("sitting")
    participant_id: Mapped[str | None] = refers_to("participant")
    """Who said it, where that is known."""
    said_at: Mapped[datetime]
    question: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    told_to: Mapped[str] = mapped_column(default="")
    told_at: Mapped[datetime | None]
