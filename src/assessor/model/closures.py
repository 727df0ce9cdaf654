"""Days on which the schools are closed, besides weekends."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun


class Closure(Noun):
    """A holiday or a break, first and last day included."""

    __tablename__ = "closure"

    first_on: Mapped[date]
    last_on: Mapped[date]
    label: Mapped[str] = mapped_column(default="")
