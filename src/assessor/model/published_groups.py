"""What was published of survey groups, so that a later table gives nobody away by subtraction."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group


class PublishedGroup(Noun):
    """A group of respondents shown in a released plan: who they were, by the imports they came with."""

    __tablename__ = "published_group"

    version_id: Mapped[str] = owned_by("plan_version")
    wave_id: Mapped[str | None] = refers_to("survey_wave")
    group: Mapped[Group | None]
    by: Mapped[str] = mapped_column(default="")
    """The code of the question it was broken down by; empty for a whole group."""
    choice: Mapped[str] = mapped_column(default="")
    imports: Mapped[list[Any]] = mapped_column(default=list)
    n: Mapped[int]
