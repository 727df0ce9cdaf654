"""The areas assessed, by the codebook's categories: which name a strength, and why others do not."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assessor.model import Finding, FindingCode, MissingStrength, RemarkCode
from assessor.operations.codes import list_codes
from assessor.store import Engagement
from assessor.terms import FindingKind

_NO_AREA = FindingKind.OPPORTUNITY


@dataclass(frozen=True)
class AreaRow:
    """An area something was filed under."""

    area: str
    strengths: int
    missing_reason: str


def list_areas(engagement: Engagement) -> list[AreaRow]:
    """The areas that findings or remarks are filed under, in the order of the codebook."""
    with engagement.reading() as session:
        return gather_areas(session)


def gather_areas(session: Session) -> list[AreaRow]:
    """As `list_areas`, inside an open lookup."""
    filed = session.execute(
        select(FindingCode.code, Finding.kind).join(Finding, Finding.id == FindingCode.finding_id)
    ).all()
    used = {code for code, _ in filed} | set(session.scalars(select(RemarkCode.code)))
    if not used:
        return []
    area_of = {entry.code: entry.category for entry in list_codes() if entry.kind is not _NO_AREA}
    strong = [area_of.get(code) for code, kind in filed if kind is FindingKind.STRENGTH]
    reasons = {row.area: row.reason for row in session.scalars(select(MissingStrength))}
    areas = dict.fromkeys(area for code, area in area_of.items() if code in used)
    return [AreaRow(area, strong.count(area), reasons.get(area, "")) for area in areas]


def explain_missing_strength(engagement: Engagement, area: str, reason: str) -> None:
    """Say why an assessed area names no strength; an empty reason takes it back."""
    with engagement.change("Say why no strength is named") as session:
        session.execute(delete(MissingStrength).where(MissingStrength.area == area))
        if reason.strip():
            session.add(MissingStrength(area=area, reason=reason.strip()))
