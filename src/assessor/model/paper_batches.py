"""Returned paper forms: batches of them, each sheet typed once or, blind, twice."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group


class PaperBatch(Noun):
    """Forms that came back together: of one group, one form, one language."""

    __tablename__ = "paper_batch"

    wave_id: Mapped[str] = owned_by("survey_wave")
    group: Mapped[Group]
    form_key: Mapped[str]
    form_version: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = mapped_column(default="en")
    label: Mapped[str] = mapped_column(default="")
    site_id: Mapped[str | None] = refers_to("site")
    import_id: Mapped[str | None] = refers_to("survey_import")
    """The import its sheets became when the batch was brought in."""


class PaperSheet(Noun):
    """One form as it was typed: the point, choice or text by question code, or what is there instead.

    "DK" is an answer off the scale, "UNCLEAR" a mark that cannot be read, "BLANK" none.
    """

    __tablename__ = "paper_sheet"

    batch_id: Mapped[str] = owned_by("paper_batch")
    number: Mapped[int]
    """The number written on the form, from 1."""
    entry: Mapped[int] = mapped_column(default=1)
    """1 for the first time it was typed, 2 for the second, blind one."""
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    settled: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """On the first entry: what was found to stand on the paper where the two differ."""
