"""What several chapters read: client, plan, chapter texts, findings, outline, and the day it stands."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from assessor.model import Meeting, Review, StatusUpdate
from assessor.operations.clients import (
    AgencyRow,
    ClientDetails,
    SiteRow,
    get_client,
    list_agencies,
    list_sites,
)
from assessor.operations.findings.listing import FindingOrder, list_findings
from assessor.operations.findings.rows import FindingRow
from assessor.operations.gathering.surveys import PublicSurveys
from assessor.operations.outlines.gathering import get_outline
from assessor.operations.outlines.lines import Outline
from assessor.operations.plans import ChapterTextRow, PlanDetails, get_plan, list_chapter_texts
from assessor.store import Engagement
from assessor.terms import FindingKind, MeetingState


@dataclass(frozen=True)
class Record:
    """The shared part of what the plan is gathered from."""

    as_of: date
    client: ClientDetails
    agencies: tuple[AgencyRow, ...]
    sites: tuple[SiteRow, ...]
    plan: PlanDetails
    chapters: dict[str, ChapterTextRow]
    findings: tuple[FindingRow, ...]
    outline: Outline
    surveys: PublicSurveys

    def chapter(self, key: str) -> ChapterTextRow:
        """What the consultant wrote over a chapter, empty where nothing."""
        return self.chapters.get(key, ChapterTextRow(key))

    def of_kind(self, kind: FindingKind) -> tuple[FindingRow, ...]:
        """The findings of a kind, by priority."""
        return tuple(row for row in self.findings if row.kind is kind)

    @property
    def agency(self) -> str:
        """The agencies' names, as one line."""
        return " and ".join(agency.name for agency in self.agencies)


def read_record(engagement: Engagement, today: date) -> Record:
    """Read the shared part once."""
    as_of = _day_of(engagement, today)
    return Record(
        as_of=as_of,
        client=get_client(engagement),
        agencies=tuple(list_agencies(engagement)),
        sites=tuple(list_sites(engagement)),
        plan=get_plan(engagement),
        chapters=list_chapter_texts(engagement),
        findings=tuple(list_findings(engagement, order=FindingOrder.PRIORITY)),
        outline=get_outline(engagement, as_of),
        surveys=PublicSurveys(engagement),
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, which blank lines or line breaks part."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _day_of(engagement: Engagement, today: date) -> date:
    newest = (
        select(func.max(StatusUpdate.updated_on)),
        select(func.max(Review.reviewed_on)),
        select(func.max(Meeting.meets_on)).where(Meeting.state == MeetingState.HELD),
    )
    with engagement.reading() as session:
        days = [session.scalar(query) for query in newest]
    return max([today, *(day for day in days if day is not None)])
