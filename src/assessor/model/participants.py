"""People, as codes; their names in a roster apart that can be destroyed."""

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group


class Participant(Noun):
    """Someone who took part, known by a code."""

    __tablename__ = "participant"

    code: Mapped[str]
    group: Mapped[Group]
    site_id: Mapped[str | None] = refers_to("site")
    description: Mapped[str] = mapped_column(default="")
    """What a quotation may say of the person: "Middle school teacher"."""
    takes_part: Mapped[bool] = mapped_column(default=True)
    may_be_quoted: Mapped[bool] = mapped_column(default=False)
    may_be_recorded: Mapped[bool] = mapped_column(default=False)


class RosterEntry(Noun):
    """The name behind a code. Nothing else in the file holds it."""

    __tablename__ = "roster_entry"

    participant_id: Mapped[str] = owned_by("participant")
    name: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
