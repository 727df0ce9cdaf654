"""Whom the engagement is for: the client, its sites, the agency, and the cycles worked through."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import Group


class Client(Noun):
    """The district, and what was agreed with it (domain.md 7.1). One row."""

    __tablename__ = "client"

    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="school district")
    state: Mapped[str] = mapped_column(default="")
    data_basis: Mapped[str] = mapped_column(default="none")
    agreement_signed_on: Mapped[date | None]
    agreement_renews_on: Mapped[date | None]
    destroy_data_on: Mapped[date | None]
    complaints_to: Mapped[str] = mapped_column(default="")
    reporting_contact: Mapped[str] = mapped_column(default="")
    dyad_readers: Mapped[str] = mapped_column(default="")
    """Who may see what an officer and an administrator said of each other."""
    student_consent: Mapped[str] = mapped_column(default="")
    """How students and their parents consent."""
    languages: Mapped[str] = mapped_column(default="")
    records_contact: Mapped[str] = mapped_column(default="")
    accessibility_contact: Mapped[str] = mapped_column(default="")
    counsel_contact: Mapped[str] = mapped_column(default="")
    population_band: Mapped[str] = mapped_column(default="")
    """under_50000, or 50000_or_more: it sets the date of the accessibility rule (domain.md L16)."""
    uses_state_overlay: Mapped[bool] = mapped_column(default=True)
    measures_equity: Mapped[bool] = mapped_column(default=False)
    public_threshold: Mapped[int] = mapped_column(default=10)
    internal_threshold: Mapped[int] = mapped_column(default=5)
    threshold_reason: Mapped[str] = mapped_column(default="")
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
    site_id: Mapped[str | None] = refers_to("site")
    """Where; None for the whole district."""
    method: Mapped[str]
    """survey, interview, focus_group, observation or joint_session."""
    planned: Mapped[int]
    due_on: Mapped[date | None]
