"""What is next and what is late: sittings, contacts, meetings, trainings, actions and reviews by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.instruments.meetings import get_meeting_library
from assessor.model import Participant, Review, SafeguardingNote, Seat, Site, Sitting
from assessor.operations.coverages import Coverage
from assessor.operations.meetings import list_meetings
from assessor.operations.outlines import Outline
from assessor.operations.trainings import list_trainings
from assessor.store import Engagement
from assessor.terms import ActionStatus, Group, MeetingState, SittingKind


class DueKind(StrEnum):
    """What is due."""

    SITTING = "sitting"
    CONTACT = "contact"
    MEETING = "meeting"
    TRAINING = "training"
    ACTION = "action"
    REVIEW = "review"
    CONCERN = "concern"


@dataclass(frozen=True)
class Due:
    """Something with a day that is still to be done, and where it is done."""

    kind: DueKind
    place: str
    element_id: str
    title: str
    on: date
    method: str = ""
    """Sittings and contacts: interview, focus_group, observation, joint_session or survey."""
    group: Group | None = None
    site: str = ""
    owner: str = ""
    seats: int = 0
    taking_part: int = 0
    """Of the seats, how many agreed to take part."""
    has_guide: bool = False
    done: int = 0
    planned: int = 0

    def days_late(self, today: date) -> int:
        """How many days ago it was due; negative while it is ahead."""
        return (today - self.on).days


@dataclass(frozen=True)
class Dues:
    """What is ahead, the nearest first, and what is late, the latest first."""

    ahead: tuple[Due, ...]
    late: tuple[Due, ...]


def list_dues(engagement: Engagement, coverage: Coverage, outline: Outline, today: date) -> Dues:
    """Everything with a day that is not done yet."""
    with engagement.reading() as session:
        sittings = list(_sittings(session))
        found = [
            *sittings,
            *_contacts(coverage, sittings, today),
            *_meetings(engagement),
            *_trainings(engagement),
            *_actions(outline),
            *_reviews(session),
            *_concerns(session),
        ]
    found.sort(key=lambda due: due.on)
    return Dues(
        tuple(due for due in found if due.on >= today),
        tuple(due for due in found if due.on < today and due.kind is not DueKind.REVIEW),
    )


def _sittings(session: Session) -> Iterator[Due]:
    seats = select(func.count(Seat.id)).where(Seat.sitting_id == Sitting.id)
    taking_part = seats.join(Participant, Participant.id == Seat.participant_id).where(Participant.takes_part)
    query = (
        select(
            Sitting.id, Sitting.kind, Sitting.title, Sitting.planned_on, Sitting.group,
            func.coalesce(Site.name, ""), Sitting.guide_key,
            seats.scalar_subquery(), taking_part.scalar_subquery(),
        )
        .outerjoin(Site, Site.id == Sitting.site_id)
        .where(Sitting.started_at.is_(None), Sitting.planned_on.is_not(None))
    )  # fmt: skip
    for sitting_id, kind, title, on, group, site, guide, seated, agreed in session.execute(query):
        yield Due(
            DueKind.SITTING,
            "sittings",
            sitting_id,
            title,
            on,
            method=SittingKind(kind).value,
            group=group,
            site=site,
            seats=seated,
            taking_part=agreed,
            has_guide=bool(guide),
        )


def _contacts(coverage: Coverage, sittings: list[Due], today: date) -> Iterator[Due]:
    """Groups not heard as planned by their day, where no single sitting stands for it already.

    A site is told where it has a day of its own and the district's is not past.
    """
    late = {(due.group, due.method) for due in sittings if due.on < today}
    names = {site.id: site.name for site in coverage.sites}
    for where, district in coverage.cells.items():
        if where in late:
            continue  # what is ahead is told by the sittings themselves
        cells = (district, *(coverage.cell(*where, site) for site in names))
        past = [cell for cell in cells if cell.due_on and cell.due_on < today and cell.missing]
        for cell in past[:1] if district in past else past:
            yield Due(
                DueKind.CONTACT,
                "coverages",
                cell.key,
                "",
                cell.due_on or today,
                method=cell.method,
                group=cell.group,
                site=names.get(cell.site_id or "", ""),
                done=cell.done or 0,
                planned=cell.planned,
            )


def _meetings(engagement: Engagement) -> Iterator[Due]:
    kinds = {kind.code: kind.title for kind in get_meeting_library().meetings}
    for row in list_meetings(engagement):
        if row.state is MeetingState.PLANNED:
            title = row.title or kinds.get(row.kind, row.kind)
            yield Due(DueKind.MEETING, "meetings", row.id, title, row.meets_on, site=row.site)


def _trainings(engagement: Engagement) -> Iterator[Due]:
    for row in list_trainings(engagement):
        if row.planned_on is not None and row.held_on is None:
            yield Due(DueKind.TRAINING, "trainings", row.id, row.title, row.planned_on, owner=row.owner)


def _actions(outline: Outline) -> Iterator[Due]:
    for action in outline.actions:
        if action.due_on is not None and action.status not in (ActionStatus.DONE, ActionStatus.DROPPED):
            yield Due(
                DueKind.ACTION, "action_steps", action.id, action.title, action.due_on, owner=action.owner
            )


def _reviews(session: Session) -> Iterator[Due]:
    newest = session.execute(
        select(Review.id, Review.title, Review.next_review_on).order_by(Review.reviewed_on.desc()).limit(1)
    ).first()
    if newest is not None and newest.next_review_on is not None:
        yield Due(DueKind.REVIEW, "reviews", newest.id, newest.title, newest.next_review_on)


def _concerns(session: Session) -> Iterator[Due]:
    """One a sitting with concerns that were told to nobody yet, due on the day they were said."""
    query = (
        select(Sitting.id, Sitting.title, func.min(SafeguardingNote.said_at))
        .join(Sitting, Sitting.id == SafeguardingNote.sitting_id)
        .where(SafeguardingNote.told_at.is_(None))
        .group_by(Sitting.id, Sitting.title)
    )
    for sitting_id, title, said_at in session.execute(query):
        yield Due(DueKind.CONCERN, "sittings", sitting_id, title, said_at.astimezone().date())
