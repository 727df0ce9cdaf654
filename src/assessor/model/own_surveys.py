"""Survey forms of the consultant's own, begun from a shipped one, in English and Spanish side by side."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group


class OwnSurvey(Noun):
    """A form; waves name it by its id. Once it has answers it is frozen, and edited as a new version."""

    __tablename__ = "own_survey"

    title: Mapped[str]
    title_es: Mapped[str] = mapped_column(default="")
    group: Mapped[Group]
    style: Mapped[str] = mapped_column(default="statement")
    version: Mapped[int] = mapped_column(default=1)
    earlier_id: Mapped[str | None] = refers_to("own_survey")
    """The version this one was made from."""
    begun_from: Mapped[str] = mapped_column(default="")
    """Key and version of the shipped form it was begun from, as in "sro.v1"; empty when from nothing."""
    is_anonymous: Mapped[bool] = mapped_column(default=True)
    minutes: Mapped[int] = mapped_column(default=10)
    instruction: Mapped[str] = mapped_column(default="")
    instruction_es: Mapped[str] = mapped_column(default="")
    opening: Mapped[str] = mapped_column(default="")
    """Paragraphs, one a line."""
    opening_es: Mapped[str] = mapped_column(default="")
    thanks: Mapped[str] = mapped_column(default="")
    thanks_es: Mapped[str] = mapped_column(default="")


class OwnItem(Noun):
    """A question of it, in its place. Kinds are those of SurveyQuestion."""

    __tablename__ = "own_item"

    survey_id: Mapped[str] = owned_by("own_survey")
    position: Mapped[int]
    code: Mapped[str]
    """What answers refer to; it never changes while the question stands."""
    section: Mapped[str] = mapped_column(default="")
    """The heading it stands under."""
    section_es: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    text_es: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="scale")
    construct: Mapped[str] = mapped_column(default="")
    is_reversed: Mapped[bool] = mapped_column(default=False)
    choices: Mapped[list[Any]] = mapped_column(default=list)
    """Labels from the lowest point to the highest, or the choices offered."""
    choices_es: Mapped[list[Any]] = mapped_column(default=list)
    choice_names: Mapped[list[Any]] = mapped_column(default=list)
    """What a table has for each choice where a form was designed elsewhere: the names of its XLSForm."""
    low: Mapped[int] = mapped_column(default=1)
    dont_know: Mapped[str] = mapped_column(default="")
    """The label of the answer off the scale; empty where none is offered."""
    dont_know_es: Mapped[str] = mapped_column(default="")
