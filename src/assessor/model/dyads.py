"""An SRO and an administrator who answered about each other, with what each consented to (domain.md 2.6)."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group


class Dyad(Noun):
    """The pair of a school in a wave."""

    __tablename__ = "dyad"

    wave_id: Mapped[str] = owned_by("survey_wave")
    site_id: Mapped[str | None] = refers_to("site")


class DyadParty(Noun):
    """One of the two: their answers, the day they agreed to share it, and the items they hold back."""

    __tablename__ = "dyad_party"

    dyad_id: Mapped[str] = owned_by("dyad")
    group: Mapped[Group]
    set_id: Mapped[str | None] = refers_to("response_set")
    place: Mapped[int] = mapped_column(default=0)
    """The respondent's place in the set."""
    agreed_on: Mapped[date | None]
    held_back: Mapped[list[Any]] = mapped_column(default=list)
    """Codes of the items marked "consultant only"."""
