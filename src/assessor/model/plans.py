"""The plan as a document: its title page, the claims over its chapters, and its released versions."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun


class Plan(Noun):
    """The plan's title, period and what is asked of the board. One row."""

    __tablename__ = "plan"

    title: Mapped[str] = mapped_column(default="")
    subtitle: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    edition: Mapped[str] = mapped_column(default="")
    draft: Mapped[str] = mapped_column(default="0.1")
    is_confidential: Mapped[bool] = mapped_column(default=True)
    adopted_on: Mapped[date | None]
    board_meets_on: Mapped[date | None]
    found: Mapped[str] = mapped_column(default="")
    """What we found, in plain words, for the summary page."""
    asked_of_board: Mapped[str] = mapped_column(default="")
    limits: Mapped[str] = mapped_column(default="")
    keeping: Mapped[str] = mapped_column(default="")


class ChapterText(Noun):
    """What the consultant writes over a chapter: its claim, its first lines, a note in the margin."""

    __tablename__ = "chapter_text"

    chapter: Mapped[str]
    claim: Mapped[str] = mapped_column(default="")
    lede: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    is_left_out: Mapped[bool] = mapped_column(default=False)
    """Whether the chapter is not printed."""


class KeyFigure(Noun):
    """A figure printed large on the summary page, with what it counts."""

    __tablename__ = "key_figure"

    position: Mapped[int]
    figure: Mapped[str]
    label: Mapped[str]


class PlanVersion(Noun):
    """The plan as it was printed or released: frozen, readable for good."""

    __tablename__ = "plan_version"

    number: Mapped[int]
    label: Mapped[str]
    made_at: Mapped[datetime]
    is_released: Mapped[bool] = mapped_column(default=False)
    what_changed: Mapped[str] = mapped_column(default="")
    approved_by: Mapped[str] = mapped_column(default="")
    content: Mapped[dict[str, Any]]
