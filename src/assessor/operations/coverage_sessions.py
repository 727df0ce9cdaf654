"""Sessions that follow a guide: what was asked and what was said at each, by question, group and code."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from assessor.model import Asking, Cycle, Participant, Remark, RemarkCode, RemarkSpeaker, Seat, Sitting
from assessor.operations.saturations import SessionCodes
from assessor.terms import Group, RemarkKind, SittingKind


@dataclass(frozen=True)
class Said:
    """Remarks made by the same groups: their codes, how many there are, and how many bear no code."""

    groups: frozenset[Group]
    codes: tuple[str, ...]
    remarks: int
    uncoded: int


@dataclass(frozen=True)
class GuidedSession:
    """A sitting with a guide, and what was noted at it by question."""

    id: str
    title: str
    guide_key: str
    guide_version: int
    planned_on: date | None
    started_at: datetime | None
    groups: frozenset[Group]
    asked: frozenset[str]
    answers: Mapping[str, tuple[Said, ...]]
    """What was said, by question."""

    def codes(self, questions: Iterable[str], groups: Iterable[Group]) -> SessionCodes | None:
        """What it brought on these questions by these groups; None where nothing was said."""
        wanted = frozenset(groups)
        under = [one for question in questions for one in self.answers.get(question, ())]
        said = [one for one in under if one.groups & wanted]
        if not said:
            return None
        codes = tuple(code for one in said for code in one.codes)
        remarks, uncoded = sum(one.remarks for one in said), sum(one.uncoded for one in said)
        return SessionCodes(self.id, self.title, codes, remarks, uncoded)


def read_sessions(session: Session, site_id: str | None) -> list[GuidedSession]:
    """The sittings with a guide, in the order of time; those planned come last."""
    cycle_id = session.scalar(select(Cycle.id).order_by(Cycle.number.desc()).limit(1))
    query = (
        select(Sitting)
        .where(or_(Sitting.cycle_id == cycle_id, Sitting.cycle_id.is_(None)))
        .where(Sitting.guide_key != "", Sitting.kind != SittingKind.OBSERVATION)
        .order_by(Sitting.started_at.is_(None), Sitting.started_at, Sitting.planned_on, Sitting.title)
    )
    if site_id is not None:
        query = query.where(Sitting.site_id == site_id)
    seated = _groups_seated(session)
    asked, said = _questions_asked(session), _remarks_said(session)
    found = []
    for row in session.scalars(query):
        named = frozenset({row.group} if row.group else ())
        groups = named or frozenset(seated[row.id])
        if row.kind is SittingKind.JOINT_SESSION:
            groups |= seated[row.id]
        answers = _answers(said[row.id], groups) if row.started_at else {}
        under = frozenset(answers)
        spoke = frozenset(group for said in answers.values() for one in said for group in one.groups)
        found.append(
            GuidedSession(
                row.id, row.title, row.guide_key, row.guide_version, row.planned_on, row.started_at,
                groups | spoke, frozenset(asked[row.id]) | under, answers,
            )
        )  # fmt: skip
    return found


def _groups_seated(session: Session) -> defaultdict[str, set[Group]]:
    seats = select(Seat.sitting_id, Participant.group).join(
        Participant, Participant.id == Seat.participant_id
    )
    found: defaultdict[str, set[Group]] = defaultdict(set)
    for sitting_id, group in session.execute(seats.distinct()):
        found[sitting_id].add(group)
    return found


def _questions_asked(session: Session) -> defaultdict[str, set[str]]:
    """By sitting the questions chosen while taking notes, and those anything was noted under."""
    noted = select(Remark.sitting_id, Remark.question).where(Remark.kind != RemarkKind.OFF_RECORD)
    chosen = select(Asking.sitting_id, Asking.question)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for query in (noted, chosen):
        for sitting_id, question in session.execute(query.distinct()):
            found[sitting_id].add(question)
    return found


def _remarks_said(session: Session) -> defaultdict[str, list[tuple[str, frozenset[Group], tuple[str, ...]]]]:
    """By sitting, in their order: the question a remark answers, the groups that made it, and its codes."""
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for remark_id, code in session.execute(
        select(RemarkCode.remark_id, RemarkCode.code).order_by(RemarkCode.code)
    ):
        codes[remark_id].append(code)
    by = select(RemarkSpeaker.remark_id, Participant.group).join(
        Participant, Participant.id == RemarkSpeaker.participant_id
    )
    spoke: defaultdict[str, set[Group]] = defaultdict(set)
    for remark_id, group in session.execute(by):
        spoke[remark_id].add(group)
    said = select(Remark.id, Remark.sitting_id, Remark.question).where(
        Remark.kind == RemarkKind.SAID, Remark.question != ""
    )
    found: defaultdict[str, list[tuple[str, frozenset[Group], tuple[str, ...]]]] = defaultdict(list)
    for remark_id, sitting_id, question in session.execute(said.order_by(Remark.sitting_id, Remark.position)):
        groups = frozenset(spoke.get(remark_id, ()))
        found[sitting_id].append((question, groups, tuple(codes.get(remark_id, ()))))
    return found


def _answers(
    said: Iterable[tuple[str, frozenset[Group], tuple[str, ...]]], groups: frozenset[Group]
) -> dict[str, tuple[Said, ...]]:
    """What was said under each question; by `groups` where nobody knows who said it."""
    found: defaultdict[tuple[str, frozenset[Group]], list[tuple[str, ...]]] = defaultdict(list)
    for question, spoke, codes in said:
        found[question, spoke or groups].append(codes)
    answers: defaultdict[str, list[Said]] = defaultdict(list)
    for (question, spoke), remarks in found.items():
        codes = tuple(dict.fromkeys(code for each in remarks for code in each))
        uncoded = sum(not each for each in remarks)
        answers[question].append(Said(spoke, codes, len(remarks), uncoded))
    return {question: tuple(each) for question, each in answers.items()}
