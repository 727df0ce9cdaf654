"""Communication protocols step by step, and the ladder for disagreements."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to


class Protocol(Noun):
    """Who tells whom what, how fast, and what must not be sent (domain.md 5.4)."""

    __tablename__ = "protocol"

    code: Mapped[str]
    title: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    trigger: Mapped[str] = mapped_column(default="")
    starts: Mapped[str] = mapped_column(default="")
    receives: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    backup: Mapped[str] = mapped_column(default="")
    time_limit: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(default="")
    never_send: Mapped[str] = mapped_column(default="")
    """One item a line."""
    log: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    in_force_on: Mapped[date | None]
    review: Mapped[str] = mapped_column(default="")
    """When it is looked at again, in words: "after six weeks, then each June"."""
    review_on: Mapped[date | None]
    goal_id: Mapped[str | None] = refers_to("goal")
    position: Mapped[int] = mapped_column(default=0)


class ProtocolStep(Noun):
    """One step: when, who does what."""

    __tablename__ = "protocol_step"

    protocol_id: Mapped[str] = owned_by("protocol")
    position: Mapped[int]
    clock: Mapped[str] = mapped_column(default="")
    title: Mapped[str]
    act: Mapped[str] = mapped_column(default="")
    branches: Mapped[list[Any]] = mapped_column(default=list)
    """Choices inside the step, each a title and a sentence."""


class LadderStep(Noun):
    """One step of the ladder for disagreements (domain.md 5.5)."""

    __tablename__ = "ladder_step"

    position: Mapped[int]
    short_title: Mapped[str] = mapped_column(default="")
    short_note: Mapped[str] = mapped_column(default="")
    """Who joins, under the short title in the drawing: "+ facilitator"."""
    who: Mapped[str]
    act: Mapped[str]
    clock: Mapped[str] = mapped_column(default="")
    school_days: Mapped[int | None]
    record: Mapped[str] = mapped_column(default="")


class LadderRule(Noun):
    """A rule that holds on every step of the ladder."""

    __tablename__ = "ladder_rule"

    position: Mapped[int]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
