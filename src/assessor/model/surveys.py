"""Survey waves: what was asked of whom, and the answers, one row a respondent."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group


class SurveyWave(Noun):
    """One round of surveying."""

    __tablename__ = "survey_wave"

    title: Mapped[str]
    cycle_id: Mapped[str | None] = refers_to("cycle")
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]


class WaveGroup(Noun):
    """A group asked in a wave, with the form used and how many were invited."""

    __tablename__ = "wave_group"

    wave_id: Mapped[str] = owned_by("survey_wave")
    group: Mapped[Group]
    form_key: Mapped[str] = mapped_column(default="")
    form_version: Mapped[int] = mapped_column(default=0)
    invited: Mapped[int | None]


class SurveyQuestion(Noun):
    """A question as it was asked in a wave: the text used is kept here."""

    __tablename__ = "survey_question"

    wave_id: Mapped[str] = owned_by("survey_wave")
    code: Mapped[str]
    text: Mapped[str]
    kind: Mapped[str]
    """scale, yes_no, choice, number or text."""
    construct: Mapped[str] = mapped_column(default="")
    is_reversed: Mapped[bool] = mapped_column(default=False)
    choices: Mapped[list[Any]] = mapped_column(default=list)
    """Labels from the lowest to the highest."""
    position: Mapped[int] = mapped_column(default=0)


class SurveyImport(Noun):
    """A table brought in: where it came from and how its columns were read. The table itself is not
    kept, so that addresses and names in it never enter the engagement.
    """

    __tablename__ = "survey_import"

    wave_id: Mapped[str] = owned_by("survey_wave")
    file_name: Mapped[str]
    sha256: Mapped[str]
    tool: Mapped[str]
    mapping: Mapped[dict[str, Any]]
    imported_at: Mapped[datetime]
    rows: Mapped[int]


class Response(Noun):
    """One respondent's answers by question code. "DK" is an answer off the scale, an absent code none."""

    __tablename__ = "response"

    import_id: Mapped[str] = owned_by("survey_import")
    group: Mapped[Group | None]
    site_id: Mapped[str | None] = refers_to("site")
    answers: Mapped[dict[str, Any]]
