"""Safety and risk audits: a site looked at against a checklist."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessor.model.base import Noun, owned_by, refers_to
from assessor.terms import AuditAnswer


class Audit(Noun):
    """One checklist gone through at one site."""

    __tablename__ = "audit"

    checklist_key: Mapped[str]
    checklist_version: Mapped[int]
    site_id: Mapped[str | None] = refers_to("site")
    cycle_id: Mapped[str | None] = refers_to("cycle")
    held_on: Mapped[date | None]
    auditor: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class AuditItem(Noun):
    """What was found on one item of the checklist."""

    __tablename__ = "audit_item"
    __table_args__ = (UniqueConstraint("audit_id", "item"),)

    audit_id: Mapped[str] = owned_by("audit")
    item: Mapped[str]
    answer: Mapped[AuditAnswer | None]
    note: Mapped[str] = mapped_column(default="")
