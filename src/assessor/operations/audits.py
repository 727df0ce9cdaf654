"""Safety and risk audits: a site gone through item by item, and compared with the audit before.

What is noted in an audit is confidential: nothing here is gathered for print.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.instruments.audits import CHECKLIST, AuditChecklist, Item, get_audit_checklist
from assessor.instruments.library import newest_version
from assessor.model import Audit, AuditItem, Cycle, Evidence, Site
from assessor.operations.contents import keep_content
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import AuditAnswer, CannotDo

_RANKS = {AuditAnswer.NOT_IN_PLACE: 0, AuditAnswer.PARTLY: 1, AuditAnswer.IN_PLACE: 2}
_REMOVED = "This audit was removed. Undo brings it back."
Answers = Mapping[AuditAnswer, int]


@dataclass(frozen=True)
class AuditRow:
    """An audit in a list: where, when, and how far it is."""

    id: str
    site: str
    held_on: date | None
    auditor: str
    answered: int
    items: int
    counts: Answers


@dataclass(frozen=True)
class AuditItemRow:
    """An item as it was found."""

    item: Item
    id: str = ""
    answer: AuditAnswer | None = None
    note: str = ""
    finding_id: str = ""
    """A finding that rests on it; empty where there is none."""
    before: AuditAnswer | None = None
    """What was found at the audit before."""

    @property
    def may_be_drafted(self) -> bool:
        """Whether a gap was found that no finding tells of yet."""
        return self.answer in (AuditAnswer.NOT_IN_PLACE, AuditAnswer.PARTLY) and not self.finding_id

    @property
    def change(self) -> int:
        """1 where it got better since the audit before, -1 where worse, 0 where neither can be said."""
        if self.answer not in _RANKS or self.before not in _RANKS:
            return 0
        by = _RANKS[self.answer] - _RANKS[self.before]
        return (by > 0) - (by < 0)


@dataclass(frozen=True)
class AuditDetails:
    """An audit with all its items, answered or not."""

    id: str
    checklist: AuditChecklist
    site_id: str | None
    site: str
    held_on: date | None
    auditor: str
    note: str
    items: Mapping[str, AuditItemRow] = field(default_factory=dict)
    before_on: date | None = None
    """The day of the audit before at the same site; None where there is none."""

    @property
    def answered(self) -> int:
        """How many items have an answer."""
        return sum(row.answer is not None for row in self.items.values())

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The codes of the items without an answer, in order."""
        return tuple(code for code, row in self.items.items() if row.answer is None)

    def count(self, section: str = "") -> Answers:
        """How many items have which answer, in a section or in all."""
        codes = [item.code for each in self.checklist.sections if each.code == section for item in each.items]
        rows = [self.items[code] for code in codes] if section else list(self.items.values())
        return Counter(row.answer for row in rows if row.answer is not None)

    def next_unanswered(self, after: str = "") -> str:
        """The next item without an answer, round the end; empty when all have one."""
        codes = list(self.items)
        start = codes.index(after) + 1 if after in self.items else 0
        return next((code for code in [*codes[start:], *codes[:start]] if not self.items[code].answer), "")


def list_audits(engagement: Engagement) -> list[AuditRow]:
    """The audits, the newest first."""
    with engagement.reading() as session:
        counts: dict[str, Counter[AuditAnswer]] = {}
        found = select(AuditItem.audit_id, AuditItem.answer, func.count()).where(
            AuditItem.answer.is_not(None)
        )
        for audit_id, answer, count in session.execute(found.group_by(AuditItem.audit_id, AuditItem.answer)):
            if answer is not None:
                counts.setdefault(audit_id, Counter())[answer] = count
        rows = session.execute(
            select(Audit, func.coalesce(Site.name, ""))
            .outerjoin(Site, Site.id == Audit.site_id)
            .order_by(Audit.held_on.desc().nulls_last(), Site.name)
        )
        return [_row(audit, site, counts.get(audit.id, Counter())) for audit, site in rows]


def get_audit(engagement: Engagement, audit_id: str) -> AuditDetails:
    """One audit with every item of its checklist. Raises CannotDo when it was removed."""
    with engagement.reading() as session:
        audit = session.get(Audit, audit_id)
        if audit is None:
            raise CannotDo(_REMOVED)
        checklist = get_audit_checklist(audit.checklist_key, audit.checklist_version)
        site = session.get(Site, audit.site_id) if audit.site_id else None
        earlier = _audit_before(session, audit)
        return AuditDetails(
            id=audit.id,
            checklist=checklist,
            site_id=audit.site_id,
            site=site.name if site else "",
            held_on=audit.held_on,
            auditor=audit.auditor,
            note=audit.note,
            items=_items(session, audit, checklist, earlier),
            before_on=earlier.held_on if earlier else None,
        )


def find_audit(engagement: Engagement, element_id: str) -> str:
    """The audit of an item, or the audit itself; empty where there is neither."""
    with engagement.reading() as session:
        owner = session.scalar(select(AuditItem.audit_id).where(AuditItem.id == element_id))
        return owner or session.scalar(select(Audit.id).where(Audit.id == element_id)) or ""


def begin_audit(
    engagement: Engagement, site_id: str | None = None, on: date | None = None, auditor: str = ""
) -> str:
    """Begin an audit of a site by the newest checklist, of which a copy is kept, and return its id."""
    version = newest_version("audits", CHECKLIST)
    with engagement.change("Begin audit") as session:
        keep_content(session, "audits", CHECKLIST, version)
        audit = Audit(
            checklist_key=CHECKLIST,
            checklist_version=version,
            site_id=site_id,
            cycle_id=session.scalars(select(Cycle.id).order_by(Cycle.number.desc())).first(),
            held_on=on,
            auditor=auditor,
        )
        session.add(audit)
        session.flush()
        return audit.id


def edit_audit(engagement: Engagement, audit_id: str, **values: Any) -> None:
    """Change what is recorded of an audit."""
    with engagement.change("Edit audit") as session:
        set_values(session, Audit, audit_id, values)


def remove_audit(engagement: Engagement, audit_id: str) -> None:
    """Remove an audit with all that was found; findings drafted from it stay."""
    with engagement.change("Remove audit") as session:
        session.execute(delete(Audit).where(Audit.id == audit_id))


def answer_item(engagement: Engagement, audit_id: str, code: str, answer: AuditAnswer | None) -> str:
    """Say what was found on an item, or with None take the answer back; returns the item's id."""
    label = f"Answer {code}" if answer else f"Clear answer to {code}"
    with engagement.change(label) as session:
        row = _item(session, audit_id, code)
        row.answer = answer
        return row.id


def note_on_item(engagement: Engagement, audit_id: str, code: str, note: str) -> str:
    """Note what was seen or heard on an item, for the audit alone; returns the item's id."""
    with engagement.change(f"Note on {code}") as session:
        row = _item(session, audit_id, code)
        row.note = note
        return row.id


def _row(audit: Audit, site: str, counts: Counter[AuditAnswer]) -> AuditRow:
    items = len(get_audit_checklist(audit.checklist_key, audit.checklist_version).items)
    return AuditRow(audit.id, site, audit.held_on, audit.auditor, counts.total(), items, counts)


def _item(session: Session, audit_id: str, code: str) -> AuditItem:
    audit = session.get(Audit, audit_id)
    if audit is None:
        raise CannotDo(_REMOVED)
    if code not in get_audit_checklist(audit.checklist_key, audit.checklist_version).items:
        raise KeyError(code)
    here = select(AuditItem).where(AuditItem.audit_id == audit_id, AuditItem.item == code)
    row = session.scalars(here).first()
    if row is None:
        row = AuditItem(audit_id=audit_id, item=code, answer=None)
        session.add(row)
        session.flush()
    return row


def _items(
    session: Session, audit: Audit, checklist: AuditChecklist, earlier: Audit | None
) -> dict[str, AuditItemRow]:
    found = {row.item: row for row in session.scalars(_items_of(audit.id))}
    before = _answers_before(session, checklist, earlier) if earlier else {}
    tied = dict(
        session.execute(
            select(Evidence.audit_item_id, Evidence.finding_id)
            .join(AuditItem, AuditItem.id == Evidence.audit_item_id)
            .where(AuditItem.audit_id == audit.id)
        ).all()
    )
    rows: dict[str, AuditItemRow] = {}
    for code, item in checklist.items.items():
        row = found.get(code)
        values = {"id": row.id, "answer": row.answer, "note": row.note} if row else {}
        finding = tied.get(row.id, "") if row else ""
        rows[code] = AuditItemRow(item=item, finding_id=finding, before=before.get(code), **values)
    return rows


def _items_of(audit_id: str) -> Any:
    return select(AuditItem).where(AuditItem.audit_id == audit_id)


def _audit_before(session: Session, audit: Audit) -> Audit | None:
    """The newest audit of the same site and checklist that was held earlier."""
    if audit.site_id is None or audit.held_on is None:
        return None
    earlier = select(Audit).where(
        Audit.site_id == audit.site_id,
        Audit.checklist_key == audit.checklist_key,
        Audit.held_on < audit.held_on,
    )
    return session.scalars(earlier.order_by(Audit.held_on.desc())).first()


def _answers_before(
    session: Session, checklist: AuditChecklist, earlier: Audit
) -> dict[str, AuditAnswer | None]:
    """What was found then, on items that say the same now."""
    then = get_audit_checklist(earlier.checklist_key, earlier.checklist_version).items
    return {
        row.item: row.answer
        for row in session.scalars(_items_of(earlier.id))
        if row.item in checklist.items and row.item in then
        if then[row.item].text == checklist.items[row.item].text
    }
