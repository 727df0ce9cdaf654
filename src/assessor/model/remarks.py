"""What was said and seen, line by line: timed remarks, who spoke, and their codes."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by
from assessor.terms import Clearance, Fidelity, RemarkKind


class Remark(Noun):
    """One line in the notes of a sitting."""

    __tablename__ = "remark"
    __table_args__ = (Index("ix_remark_sitting_id_position", "sitting_id", "position"),)

    sitting_id: Mapped[str] = owned_by("sitting", index=False)
    position: Mapped[int]
    said_at: Mapped[datetime]
    """When its first key was struck, or when it is heard on the recording."""
    ended_at: Mapped[datetime | None]
    """When it ends on a recording, or when a while off the record was over."""
    question: Mapped[str] = mapped_column(default="")
    kind: Mapped[RemarkKind] = mapped_column(default=RemarkKind.SAID)
    fidelity: Mapped[Fidelity] = mapped_column(default=Fidelity.PARAPHRASE)
    text: Mapped[str]
    is_quote: Mapped[bool] = mapped_column(default=False)
    clearance: Mapped[Clearance] = mapped_column(default=Clearance.NOT_REVIEWED)
    agree: Mapped[int | None]
    dissent: Mapped[int | None]
    present: Mapped[int | None]
    setting: Mapped[str] = mapped_column(default="")
    """Observations: where it was seen."""
    behavior: Mapped[str] = mapped_column(default="")
    """Observations: behavior code, SUP INF DIR ENF COL."""


class RemarkSpeaker(Noun):
    """A participant who made a remark; several may share one."""

    __tablename__ = "remark_speaker"

    remark_id: Mapped[str] = owned_by("remark")
    participant_id: Mapped[str] = owned_by("participant")


class RemarkCode(Noun):
    """A code of the codebook given to a remark."""

    __tablename__ = "remark_code"

    remark_id: Mapped[str] = owned_by("remark")
    code: Mapped[str]


class RemarkVoice(Noun):
    """Someone at the table who agreed with a remark, dissented or stood between, where it was noted who."""

    __tablename__ = "remark_voice"

    remark_id: Mapped[str] = owned_by("remark")
    participant_id: Mapped[str] = owned_by("participant")
    agrees: Mapped[bool | None]
    """None for someone who said that they do neither."""
