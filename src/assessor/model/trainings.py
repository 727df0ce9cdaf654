"""Training sessions of the plan, and partner organizations."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, refers_to


class Training(Noun):
    """A training session, planned or held."""

    __tablename__ = "training"

    code: Mapped[str]
    title: Mapped[str]
    audience: Mapped[str] = mapped_column(default="")
    hours: Mapped[Decimal | None]
    content: Mapped[str] = mapped_column(default="")
    is_core: Mapped[bool] = mapped_column(default=False)
    owner: Mapped[str] = mapped_column(default="")
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    invited: Mapped[int | None]
    attended: Mapped[int | None]
    goal_id: Mapped[str | None] = refers_to("goal")
    position: Mapped[int] = mapped_column(default=0)


class Partner(Noun):
    """An organization that helps."""

    __tablename__ = "partner"

    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    contribution: Mapped[str] = mapped_column(default="")
    referral_route: Mapped[str] = mapped_column(default="")
    data_limits: Mapped[str] = mapped_column(default="")
    agreement_on: Mapped[date | None]
    agreement_ends_on: Mapped[date | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    referrals: Mapped[int | None]
    joint_activities: Mapped[int | None]
