"""Meetings of the partnership, what they decided, and the review calendar."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, refers_to
from assessor.terms import MeetingState


class Meeting(Noun):
    """A meeting planned, held or canceled (domain.md 5.9)."""

    __tablename__ = "meeting"

    kind: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    meets_on: Mapped[date]
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    site_id: Mapped[str | None] = refers_to("site")
    attended_by: Mapped[str] = mapped_column(default="")
    """Roles, not names."""
    agenda: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    canceled_because: Mapped[str] = mapped_column(default="")


class Decision(Noun):
    """Something decided, at a meeting or a review."""

    __tablename__ = "decision"

    meeting_id: Mapped[str | None] = refers_to("meeting")
    decided_on: Mapped[date]
    text: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    action_step_id: Mapped[str | None] = refers_to("action_step")
