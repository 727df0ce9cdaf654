"""Meetings of the partnership: planned, held or canceled, and what they decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from assessor.instruments.meetings import get_meeting_library
from assessor.model import ActionStep, Decision, Meeting, Site
from assessor.operations.rows import set_values
from assessor.store import Engagement
from assessor.terms import CannotDo, MeetingState


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as a list shows it."""

    id: str
    kind: str
    title: str
    meets_on: date
    state: MeetingState
    site_id: str | None
    site: str
    attended_by: str
    agenda: str
    notes: str
    canceled_because: str
    decisions: int


@dataclass(frozen=True)
class DecisionRow:
    """Something decided."""

    id: str
    decided_on: date
    text: str
    owner: str
    due_on: date | None
    action_step_id: str | None
    action_step: str


def list_meetings(engagement: Engagement, *kinds: str) -> list[MeetingRow]:
    """All meetings of the kinds named, or of every kind, newest first."""
    decisions = select(func.count()).where(Decision.meeting_id == Meeting.id).scalar_subquery()
    query = (
        select(
            Meeting.id,
            Meeting.kind,
            Meeting.title,
            Meeting.meets_on,
            Meeting.state,
            Meeting.site_id,
            func.coalesce(Site.name, ""),
            Meeting.attended_by,
            Meeting.agenda,
            Meeting.notes,
            Meeting.canceled_because,
            decisions,
        )
        .outerjoin(Site, Site.id == Meeting.site_id)
        .order_by(Meeting.meets_on.desc(), Meeting.kind)
    )
    if kinds:
        query = query.where(Meeting.kind.in_(kinds))
    with engagement.reading() as session:
        return [MeetingRow(*tuple(row)) for row in session.execute(query)]


def list_decisions(engagement: Engagement, meeting_id: str | None = None) -> list[DecisionRow]:
    """What was decided, at one meeting or at all, oldest first."""
    query = (
        select(
            Decision.id,
            Decision.decided_on,
            Decision.text,
            Decision.owner,
            Decision.due_on,
            Decision.action_step_id,
            func.coalesce(ActionStep.title, ""),
        )
        .outerjoin(ActionStep, ActionStep.id == Decision.action_step_id)
        .order_by(Decision.decided_on)
    )
    if meeting_id is not None:
        query = query.where(Decision.meeting_id == meeting_id)
    with engagement.reading() as session:
        return [DecisionRow(*row) for row in session.execute(query)]


def plan_meeting(engagement: Engagement, kind: str, meets_on: date, **values: Any) -> str:
    """Put a meeting of a kind (M1 to M8) in the calendar, with its standing agenda, and return its id."""
    with engagement.change(f"Plan meeting {kind}") as session:
        meeting = Meeting(kind=kind, meets_on=meets_on, **{"agenda": standing_agenda(kind), **values})
        session.add(meeting)
        session.flush()
        return meeting.id


def plan_rhythm(engagement: Engagement, kind: str, days: Sequence[date], **values: Any) -> list[str]:
    """Put a meeting of a kind in the calendar for each day, as one change, and return their ids.

    A day that has a meeting of the kind at the same place already is left as it is.
    Raises CannotDo when no day is left.
    """
    with engagement.change(f"Plan meetings {kind}") as session:
        here = (Meeting.kind == kind, Meeting.site_id.is_(values.get("site_id")))
        taken = set(session.scalars(select(Meeting.meets_on).where(*here)))
        agenda = {"agenda": standing_agenda(kind), **values}
        meetings = [Meeting(kind=kind, meets_on=day, **agenda) for day in days if day not in taken]
        if not meetings:
            raise CannotDo("All these meetings are in the calendar already. Choose other days.")
        session.add_all(meetings)
        session.flush()
        return [meeting.id for meeting in meetings]


def standing_agenda(kind: str) -> str:
    """What always stands on the agenda of a kind, one point a line; empty for a kind of one's own."""
    return next(("\n".join(each.agenda) for each in get_meeting_library().meetings if each.code == kind), "")


def log_meeting(
    engagement: Engagement, meeting_id: str, attended_by: str, notes: str = "", agenda: str = ""
) -> None:
    """Record that a meeting was held: who came by role, and what was said."""
    with engagement.change("Log meeting") as session:
        values = {
            "state": MeetingState.HELD,
            "attended_by": attended_by,
            "notes": notes,
            "canceled_because": "",
        }
        set_values(session, Meeting, meeting_id, values | ({"agenda": agenda} if agenda else {}))


def cancel_meeting(engagement: Engagement, meeting_id: str, reason: str) -> None:
    """Record that a meeting was not held. Raises CannotDo without a reason."""
    if not reason.strip():
        raise CannotDo("Say why the meeting was canceled; the reasons show what to mend.")
    with engagement.change("Cancel meeting") as session:
        values = {"state": MeetingState.CANCELLED, "canceled_because": reason.strip()}
        set_values(session, Meeting, meeting_id, values)


def reopen_meeting(engagement: Engagement, meeting_id: str) -> None:
    """Take back that a meeting was held or canceled: it is planned again."""
    with engagement.change("Plan meeting again") as session:
        values = {"state": MeetingState.PLANNED, "canceled_because": ""}
        set_values(session, Meeting, meeting_id, values)


def edit_meeting(engagement: Engagement, meeting_id: str, **values: Any) -> None:
    """Change what is recorded of a meeting."""
    with engagement.change("Edit meeting") as session:
        set_values(session, Meeting, meeting_id, values)


def remove_meeting(engagement: Engagement, meeting_id: str) -> None:
    """Remove a meeting; what it decided stays, without a meeting."""
    with engagement.change("Remove meeting") as session:
        session.execute(delete(Meeting).where(Meeting.id == meeting_id))


def record_decision(
    engagement: Engagement, text: str, decided_on: date, *, meeting_id: str | None = None, **values: Any
) -> str:
    """Record a decision and return its id. Raises CannotDo for an empty text."""
    if not text.strip():
        raise CannotDo("Write what was decided.")
    with engagement.change("Record decision") as session:
        decision = Decision(text=text.strip(), decided_on=decided_on, meeting_id=meeting_id, **values)
        session.add(decision)
        session.flush()
        return decision.id


def edit_decision(engagement: Engagement, decision_id: str, **values: Any) -> None:
    """Change a decision's text, owner, due day or action."""
    with engagement.change("Edit decision") as session:
        set_values(session, Decision, decision_id, values)


def remove_decision(engagement: Engagement, decision_id: str) -> None:
    """Remove a decision."""
    with engagement.change("Remove decision") as session:
        session.execute(delete(Decision).where(Decision.id == decision_id))
