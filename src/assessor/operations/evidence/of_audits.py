"""Evidence from audits: what was found on an item, said without its note, which is confidential."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.instruments.audits import get_audit_checklist
from assessor.model import Audit, AuditItem, Site
from assessor.operations.evidence.ties import Description
from assessor.operations.evidence.wording import span_words
from assessor.terms import AuditAnswer

TELLING_ANSWERS = (AuditAnswer.IN_PLACE, AuditAnswer.PARTLY, AuditAnswer.NOT_IN_PLACE)
"""The answers that say something of the site."""


def describe_audit_items(session: Session, ids: Iterable[str]) -> dict[str, Description]:
    """What items of audits say as evidence, by id."""
    query = (
        select(AuditItem, Audit, Site.name)
        .join(Audit, Audit.id == AuditItem.audit_id)
        .outerjoin(Site, Site.id == Audit.site_id)
        .where(AuditItem.id.in_(set(ids)))
    )
    return {item.id: _describe(item, audit, site or "") for item, audit, site in session.execute(query)}


def _describe(item: AuditItem, audit: Audit, site: str) -> Description:
    checklist = get_audit_checklist(audit.checklist_key, audit.checklist_version)
    labels = {answer.code: answer.label for answer in checklist.answers}
    words = labels[item.answer] if item.answer else "Not answered any more"
    statement = checklist.items[item.item].text.rstrip(".") if item.item in checklist.items else item.item
    return Description(
        heading=": ".join(filter(None, [", ".join(filter(None, ["Audit", site])), statement])),
        words=words,
        note=span_words([audit.held_on]),
        sources=frozenset([audit.id]),
        seen_as=words,
        is_withdrawn=item.answer not in TELLING_ANSWERS,
    )
