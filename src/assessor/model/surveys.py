"""Survey waves: what was asked of whom, and the answers of all who came with one table."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Clearance, Group


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
    """A question as it was asked in a wave: the text used is kept here, whatever is shipped later.

    `kind` is scale (five points, 1 to 5), rating (any other range), stage (0 to 5), yes_no, choice,
    multiple_choice, number or text. Only scale counts in a construct.
    """

    __tablename__ = "survey_question"

    wave_id: Mapped[str] = owned_by("survey_wave")
    code: Mapped[str]
    text: Mapped[str]
    wordings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The text by group code, for groups that read another than `text`."""
    kind: Mapped[str]
    construct: Mapped[str] = mapped_column(default="")
    is_reversed: Mapped[bool] = mapped_column(default=False)
    choices: Mapped[list[Any]] = mapped_column(default=list)
    """Labels from the lowest point to the highest, or the choices offered."""
    low: Mapped[int] = mapped_column(default=1)
    high: Mapped[int] = mapped_column(default=5)
    position: Mapped[int] = mapped_column(default=0)


class SurveyImport(Noun):
    """A table brought in: where it came from, how its columns were read, and the table itself.

    What is kept of the table has every cell of its private columns empty: addresses and names in it never
    enter the engagement.
    """

    __tablename__ = "survey_import"

    wave_id: Mapped[str] = owned_by("survey_wave")
    file_name: Mapped[str]
    sha256: Mapped[str]
    tool: Mapped[str]
    mapping: Mapped[dict[str, Any]]
    imported_at: Mapped[datetime]
    rows: Mapped[int]
    kept_table: Mapped[str] = mapped_column(default="")
    """The hash of the attachment that holds the table; empty where it was not kept."""
    reading: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """How the kept table is read: encoding, delimiter, sheet, header rows, tool."""


class ResponseSet(Noun):
    """The respondents of one group at one site who came with one table, and their answers.

    The answers are an attachment, a column a question (store.answer_columns), as worded: a point of the
    scale, 1 or 0 for yes or no, a choice or a text, a list of choices, a whole number or a decimal as text.
    "DK" is an answer off the scale. A respondent is known by the set's id and a place in it, from 0.
    """

    __tablename__ = "response_set"

    import_id: Mapped[str] = owned_by("survey_import")
    group: Mapped[Group | None]
    site_id: Mapped[str | None] = refers_to("site")
    n: Mapped[int]
    """How many respondents."""
    answers: Mapped[str]
    """The hash of the attachment."""


class CommentClearance(Noun):
    """Whether a comment written in a survey may be quoted, once names and single cases are out of it."""

    __tablename__ = "comment_clearance"

    set_id: Mapped[str] = owned_by("response_set")
    place: Mapped[int]
    """Whose comment it is: the respondent's place in the set."""
    code: Mapped[str]
    """The question under which it was written."""
    clearance: Mapped[Clearance]
