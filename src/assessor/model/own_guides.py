"""Guides of one's own: questions written for this engagement, begun empty or from one that is shipped."""

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by
from assessor.terms import Group, SittingKind


class OwnGuide(Noun):
    """A guide; sittings name it by its id."""

    __tablename__ = "own_guide"

    title: Mapped[str]
    kind: Mapped[SittingKind]
    group: Mapped[Group | None]
    begun_from: Mapped[str] = mapped_column(default="")
    """Key of the shipped guide it was begun from; empty when from nothing."""
    minutes: Mapped[int] = mapped_column(default=60)
    """How long the meeting is to last."""


class OwnQuestion(Noun):
    """A question of it, in its place."""

    __tablename__ = "own_question"

    guide_id: Mapped[str] = owned_by("own_guide")
    position: Mapped[int]
    code: Mapped[str]
    """What notes refer to; it never changes while the question stands."""
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    probes: Mapped[str] = mapped_column(default="")
    """One a line."""
    constructs: Mapped[str] = mapped_column(default="")
    """Codes of the constructs it asks after, with blanks between."""
    minutes: Mapped[int] = mapped_column(default=0)
