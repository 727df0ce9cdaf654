"""Doings on findings: add, edit, file under codes, say who raised it, verify, remove."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assessor.model import Cycle, Finding, FindingCode, FindingGroup
from assessor.operations.findings.gathering import gather
from assessor.operations.findings.rows import cannot_verify
from assessor.operations.names import conceal
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind, FindingStatus, Group, Raised

_RANGES = {
    **dict.fromkeys(("impact", "urgency", "effort"), (1, 5)),
    **dict.fromkeys(("method_limits", "coherence", "adequacy", "relevance"), (0, 3)),
}


def add_finding(engagement: Engagement, kind: FindingKind, title: str = "", **values: Any) -> str:
    """Add a draft finding under the next number and return its id."""
    with engagement.change(f"Add {kind.value}") as session:
        return new_finding(session, kind, title, **values).id


def edit_finding(engagement: Engagement, finding_id: str, **values: Any) -> None:
    """Change what is recorded of a finding. Its status has doings of its own. Raises CannotDo for a rating
    outside its range."""
    _check_ranges(values)
    if "status" in values:
        raise KeyError("status")
    with engagement.change("Edit finding") as session:
        set_values(session, Finding, finding_id, values)


def rate_finding(engagement: Engagement, finding_id: str, **ratings: int | None) -> None:
    """Rate a finding: impact, urgency, effort 1–5; method_limits, coherence, adequacy, relevance 0–3.

    None opens a rating again. Raises CannotDo for one outside its range.
    """
    _check_ranges(ratings)
    if not _RANGES.keys() >= ratings.keys():
        raise KeyError(", ".join(ratings.keys() - _RANGES.keys()))
    with engagement.change("Rate finding") as session:
        set_values(session, Finding, finding_id, ratings)


def remove_finding(engagement: Engagement, finding_id: str) -> None:
    """Remove a finding with its ties; what they point to stays."""
    with engagement.change("Remove finding") as session:
        session.execute(delete(Finding).where(Finding.id == finding_id))


def file_finding_under(engagement: Engagement, finding_id: str, codes: Sequence[str]) -> None:
    """File a finding under just these codes, in this order: the first names it in print."""
    places = {code: place for place, code in enumerate(dict.fromkeys(codes))}
    with engagement.change("File finding under codes") as session:
        of_finding = FindingCode.finding_id == finding_id
        session.execute(delete(FindingCode).where(of_finding, FindingCode.code.not_in(codes)))
        kept = {row.code: row for row in session.scalars(select(FindingCode).where(of_finding))}
        for code, place in places.items():
            if code not in kept:
                session.add(FindingCode(finding_id=finding_id, code=code, position=place))
            elif kept[code].position != place:
                kept[code].position = place


def note_who_raised(
    engagement: Engagement, finding_id: str, group: Group, raised: Raised | None, **values: str
) -> None:
    """Note what a group did with the point, with `where_asked` and `extent`; None goes back to what the
    evidence tells."""
    with engagement.change("Note who raised the finding") as session:
        of_group = (FindingGroup.finding_id == finding_id, FindingGroup.group == group)
        row = session.scalars(select(FindingGroup).where(*of_group)).first()
        if raised is None:
            session.execute(delete(FindingGroup).where(*of_group))
        elif row is None:
            session.add(FindingGroup(finding_id=finding_id, group=group, raised=raised, **values))
        else:
            set_values(session, FindingGroup, row.id, {"raised": raised, **values})


def verify_finding(engagement: Engagement, finding_id: str) -> None:
    """Mark a finding as verified. Raises CannotDo, saying what is missing, unless two pieces of evidence from
    two meetings or sources, or one policy passage, stand behind it (domain.md 4.3)."""
    with engagement.change("Verify finding") as session:
        _set_status(session, finding_id, FindingStatus.VERIFIED)


def set_finding_status(engagement: Engagement, finding_id: str, status: FindingStatus) -> None:
    """Say how far a finding is. Raises CannotDo as `verify_finding` for all but a draft, and for a finding
    that names a person of the roster once it leaves the team."""
    with engagement.change(f"Mark finding as {status.value}") as session:
        _set_status(session, finding_id, status)


def new_finding(session: Session, kind: FindingKind, title: str, **values: Any) -> Finding:
    """Add a draft finding inside an open change."""
    _check_ranges(values)
    last = session.scalar(select(func.max(Finding.number))) or 0
    cycle_id = session.scalars(select(Cycle.id).order_by(Cycle.number.desc())).first()
    finding = Finding(kind=kind, title=title, number=last + 1, cycle_id=cycle_id, **values)
    session.add(finding)
    session.flush()
    return finding


def _set_status(session: Session, finding_id: str, status: FindingStatus) -> None:
    found = gather(session, finding_id)
    if not found:
        raise CannotDo("This finding was removed meanwhile. Undo brings it back.")
    finding = found[0].finding
    if status is not FindingStatus.DRAFT:
        _refuse(cannot_verify(finding.title, found[0].support))
    if status not in {FindingStatus.DRAFT, FindingStatus.VERIFIED}:
        _refuse(_names_somebody(session, finding))
    finding.status = status


def _names_somebody(session: Session, finding: Finding) -> str:
    if all(conceal(session, text) == text for text in (finding.title, finding.statement)):
        return ""
    return (
        f"“{conceal(session, finding.title)}” names a person who took part. "
        "Recast it as a statement about the system before it is shared."
    )


def _refuse(sentence: str) -> None:
    if sentence:
        raise CannotDo(sentence)


def _check_ranges(values: dict[str, Any]) -> None:
    for name, value in values.items():
        if name in _RANGES and value is not None:
            least, most = _RANGES[name]
            if not least <= value <= most:
                word = name.replace("_", " ").capitalize()
                raise CannotDo(f"{word} is rated from {least} to {most}. Choose one of these.")
