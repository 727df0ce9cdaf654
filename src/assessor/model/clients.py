"""Whom the engagement is for: the client, its sites, the agency, and the cycles worked through."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by
from assessor.terms import Group


class Client(Noun):
    """The district, and what was agreed with it (domain.md 7.1). One row."""

    __tablename__ = "client"

    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="school district")
    state: Mapped[str] = mapped_column(default="")
    data_basis: Mapped[str] = mapped_column(default="none")
    agreement_renews_on: Mapped[date | None]
    destroy_data_on: Mapped[date | None]
    complaints_to: Mapped[str] = mapped_column(default="")
    reporting_contact: Mapped[str] = mapped_column(default="")
    public_threshold: Mapped[int] = mapped_column(default=10)
    internal_threshold: Mapped[int] = mapped_column(default=5)
    notes: Mapped[str] = mapped_column(default="")


class Site(Noun):
    """A school, or another place of the client."""

    __tablename__ = "site"

    name: Mapped[str]
    level: Mapped[str] = mapped_column(default="")
    enrollment: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)


class Agency(Noun):
    """A law-enforcement agency that posts officers."""

    __tablename__ = "agency"

    name: Mapped[str]
    head_title: Mapped[str] = mapped_column(default="Chief of Police")
    employment: Mapped[str] = mapped_column(default="")


class Cycle(Noun):
    """One round of assess, identify, plan, implement and evaluate."""

    __tablename__ = "cycle"

    number: Mapped[int]
    label: Mapped[str]
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]


class PlannedContact(Noun):
    """How many of a group are to be heard by a method at a site: what coverage is measured against."""

    __tablename__ = "planned_contact"

    cycle_id: Mapped[str] = owned_by("cycle")
    group: Mapped[Group]
    method: Mapped[str]
    """survey, interview, focus_group, observation or joint_session."""
    planned: Mapped[int]
    due_on: Mapped[date | None]
