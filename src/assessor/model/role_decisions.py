"""Who decides what: one row a decision, one part an office."""

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun
from assessor.terms import Part


class RoleDecision(Noun):
    """A decision and each office's part in it (domain.md 5.6)."""

    __tablename__ = "role_decision"

    position: Mapped[int]
    section: Mapped[str]
    title: Mapped[str]
    principal: Mapped[Part] = mapped_column(default=Part.NONE)
    sro: Mapped[Part] = mapped_column(default=Part.NONE)
    teacher: Mapped[Part] = mapped_column(default=Part.NONE)
    counselor: Mapped[Part] = mapped_column(default=Part.NONE)
    district: Mapped[Part] = mapped_column(default=Part.NONE)
    agency: Mapped[Part] = mapped_column(default=Part.NONE)
    family: Mapped[Part] = mapped_column(default=Part.NONE)
    note: Mapped[str] = mapped_column(default="")
