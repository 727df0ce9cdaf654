"""Meetings with people: interviews, focus groups, joint sessions and observations, and who sat where."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group, SittingKind


class Sitting(Noun):
    """An interview, a focus group, a joint session or an observation."""

    __tablename__ = "sitting"

    kind: Mapped[SittingKind]
    title: Mapped[str]
    code: Mapped[str] = mapped_column(default="")
    """Short code in quotation marks of evidence, as in TCH-FG2."""
    group: Mapped[Group | None]
    site_id: Mapped[str | None] = refers_to("site")
    cycle_id: Mapped[str | None] = refers_to("cycle")
    guide_key: Mapped[str] = mapped_column(default="")
    guide_version: Mapped[int] = mapped_column(default=0)
    question: Mapped[str] = mapped_column(default="")
    """Code of the guide question being asked now."""
    facilitator: Mapped[str] = mapped_column(default="")
    note_taker: Mapped[str] = mapped_column(default="")
    planned_on: Mapped[date | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    minutes: Mapped[int] = mapped_column(default=60)
    memo: Mapped[str] = mapped_column(default="")
    """Headline themes, a surprise, a contradiction, noted within minutes of the end."""


class Seat(Noun):
    """A participant at a sitting, with the digit that names the seat and when it was taken and left."""

    __tablename__ = "seat"

    sitting_id: Mapped[str] = owned_by("sitting")
    participant_id: Mapped[str] = owned_by("participant")
    number: Mapped[int]
    joined_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
