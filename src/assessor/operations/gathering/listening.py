"""How we listened: who was invited and answered, by which method, between which days."""

from collections import Counter, defaultdict
from datetime import date

from sqlalchemy import func, select

from assessor.model import Document, Participant, PolicyReview, Remark, ResponseSet, Seat, Sitting, WaveGroup
from assessor.operations.gathering.record import Record, paragraphs
from assessor.operations.gathering.wording import in_words
from assessor.operations.off_record import ON_RECORD
from assessor.operations.strategic_plan.listening import Coverage, Listening
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

_ORDER = (Group.SRO, Group.ADM, Group.TCH, Group.STU, Group.PAR, Group.PRT, Group.SUP)
_KINDS_OF_ANSWER = (
    "Officers and administrators answered mirrored questions and agreed that their answers be shared with "
    "each other. Everyone else answered anonymously."
)
_COVERAGE_NOTE = "“Answered” counts survey forms. A dash means the method was not used with that group."


def gather_listening(engagement: Engagement, record: Record) -> Listening:
    """Methods, coverage and limits."""
    text = record.chapter("listening")
    first, last = _days(engagement)
    coverage = tuple(_coverage(engagement, group) for group in _ORDER)
    return Listening(
        claim=text.claim,
        lede=text.lede,
        methods=(_methods(engagement),) if first else (),
        coverage=tuple(row for row in coverage if _was_heard(row)),
        coverage_note=_COVERAGE_NOTE,
        kinds_of_answer=text.note or _KINDS_OF_ANSWER,
        limits=paragraphs(record.plan.limits),
        first_day=first,
        last_day=last,
    )


def people_by_group(engagement: Engagement) -> dict[Group, int]:
    """How many people of each group took part: survey answers, or participants where those are more."""
    with engagement.reading() as session:
        seated = Counter(
            dict(
                session.execute(
                    select(Participant.group, func.count(Participant.id.distinct()))
                    .join(Seat, Seat.participant_id == Participant.id)
                    .group_by(Participant.group)
                ).all()
            )
        )
    answered = _answers(engagement)
    return {group: max(seated.get(group, 0), answered.get(group, 0)) for group in Group}


def _answers(engagement: Engagement) -> dict[Group, int]:
    query = select(ResponseSet.group, func.sum(ResponseSet.n)).group_by(ResponseSet.group)
    with engagement.reading() as session:
        return {group: count for group, count in session.execute(query) if group is not None}


def _coverage(engagement: Engagement, group: Group) -> Coverage:
    with engagement.reading() as session:
        invited = session.scalar(select(func.sum(WaveGroup.invited)).where(WaveGroup.group == group))
        held = session.execute(
            select(Sitting.kind, func.count(Sitting.id.distinct()), func.count(Seat.id))
            .outerjoin(Seat, Seat.sitting_id == Sitting.id)
            .where(Sitting.group == group, Sitting.started_at.is_not(None))
            .group_by(Sitting.kind)
        ).all()
    sittings: defaultdict[SittingKind, tuple[int, int]] = defaultdict(lambda: (0, 0))
    sittings.update({kind: (count, seats) for kind, count, seats in held})
    answered = _answers(engagement).get(group)
    groups, seats = sittings[SittingKind.FOCUS_GROUP]
    return Coverage(
        group=group,
        invited=invited,
        answered=answered,
        rate=round(100 * answered / invited) if answered is not None and invited else None,
        interviews=sittings[SittingKind.INTERVIEW][0] or None,
        focus_groups=groups or None,
        seats=seats or None,
    )


def _was_heard(row: Coverage) -> bool:
    return any((row.invited, row.answered, row.interviews, row.focus_groups))


def _days(engagement: Engagement) -> tuple[date | None, date | None]:
    with engagement.reading() as session:
        first, last = session.execute(
            select(func.min(Sitting.started_at), func.max(Sitting.started_at))
        ).one()
    return (first.date() if first else None), (last.date() if last else None)


def _methods(engagement: Engagement) -> str:
    """One paragraph that counts what was done."""
    with engagement.reading() as session:
        documents = session.scalar(select(func.count(Document.id))) or 0
        reviews = session.scalar(select(func.count(PolicyReview.id))) or 0
        kinds = dict(
            session.execute(
                select(Sitting.kind, func.count())
                .where(Sitting.started_at.is_not(None))
                .group_by(Sitting.kind)
            ).all()
        )
        remarks = session.scalar(select(func.count(Remark.id)).where(ON_RECORD)) or 0
        answers = session.scalar(select(func.sum(ResponseSet.n))) or 0
    interviews = in_words(kinds.get(SittingKind.INTERVIEW, 0), "interview")
    groups = in_words(kinds.get(SittingKind.FOCUS_GROUP, 0), "focus group")
    parts = [
        f"read {in_words(documents, 'document')}"
        + (" and rated the agreement against a rubric of 45 criteria" if reviews else "")
        if documents
        else "",
        f"held {interviews} and {groups}",
        f"took {answers:,} survey answers" if answers else "",
        f"watched {in_words(kinds[SittingKind.OBSERVATION], 'setting')}"
        if kinds.get(SittingKind.OBSERVATION)
        else "",
        f"and noted {remarks:,} remarks" if remarks else "",
    ]
    said = [part for part in parts if part]
    return f"We {'; '.join(said)}."
