"""What was published of survey groups, so that a later table gives nobody away by subtraction."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group, Published


class PublishedGroup(Noun):
    """A group of respondents shown in what was published: who they were, by the imports they came with.

    A row of a released plan goes with its version; one of printed results belongs to no version.
    """

    __tablename__ = "published_group"

    what: Mapped[Published]
    published_at: Mapped[datetime]
    version_id: Mapped[str | None] = owned_by("plan_version")
    wave_id: Mapped[str | None] = refers_to("survey_wave")
    group: Mapped[Group | None]
    by: Mapped[str] = mapped_column(default="")
    """The code of the question it was broken down by; empty for a whole group."""
    choice: Mapped[str] = mapped_column(default="")
    imports: Mapped[list[Any]] = mapped_column(default=list)
    n: Mapped[int]
