"""Meetings with people: interviews, focus groups, joint sessions and observations, who sat where and when."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group, SittingKind, TableShape


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
    table_shape: Mapped[TableShape] = mapped_column(default=TableShape.RECTANGLE)
    recording: Mapped[str] = mapped_column(default="")
    """Where a recording is kept, if there is one: a name, never the recording itself."""
    themes: Mapped[str] = mapped_column(default="")
    """Debrief: what was said most."""
    surprises: Mapped[str] = mapped_column(default="")
    differences: Mapped[str] = mapped_column(default="")
    """Debrief: what differs from earlier groups or other data."""
    follow_ups: Mapped[str] = mapped_column(default="")
    memo: Mapped[str] = mapped_column(default="")
    """Debrief: anything else, noted within minutes of the end."""
    debriefed_at: Mapped[datetime | None]


class Seat(Noun):
    """A participant at a sitting, with the digit that names the seat and when it was taken and left."""

    __tablename__ = "seat"

    sitting_id: Mapped[str] = owned_by("sitting")
    participant_id: Mapped[str] = owned_by("participant")
    number: Mapped[int]
    x: Mapped[int | None]
    """Where it stands, in thousandths of the room's width; None where nobody moved it."""
    y: Mapped[int | None]
    joined_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]


class Absence(Noun):
    """A while for which someone had left their seat, and came back."""

    __tablename__ = "absence"

    seat_id: Mapped[str] = owned_by("seat")
    left_at: Mapped[datetime]
    returned_at: Mapped[datetime]


class Asking(Noun):
    """From when on a guide question was asked: what was used of its minutes."""

    __tablename__ = "asking"

    sitting_id: Mapped[str] = owned_by("sitting")
    question: Mapped[str]
    asked_at: Mapped[datetime]
