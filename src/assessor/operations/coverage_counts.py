"""What coverage is counted from: plans, sittings, the people there, and survey answers."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from assessor.model import (
    Participant,
    PlannedContact,
    Remark,
    RemarkSpeaker,
    ResponseSet,
    Seat,
    Sitting,
    SurveyImport,
    SurveyWave,
    WaveGroup,
)
from assessor.operations.surveys.survey_waves import count_responses
from assessor.terms import Group, RemarkKind, SittingKind

NO_SITE = ""
"""The place of what was held at no one site; None stands for the whole district."""


@dataclass(frozen=True)
class Plan:
    """How many are to be heard, and by when."""

    planned: int
    due_on: date | None = None


@dataclass(frozen=True)
class Person:
    """Someone who was at a sitting while it was noted, and whether they said something there."""

    id: str
    group: Group
    spoke: bool


@dataclass(frozen=True)
class HeldSitting:
    """A sitting as coverage counts it: planned or held, for which groups, and who was there."""

    id: str
    title: str
    kind: str
    site_id: str
    planned_on: date | None
    started_at: datetime | None
    groups: frozenset[Group]
    people: tuple[Person, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether it was begun."""
        return self.started_at is not None

    @property
    def on(self) -> date | None:
        """The day it was held on, else the day planned."""
        return self.started_at.astimezone().date() if self.started_at else self.planned_on

    def is_late(self, today: date) -> bool:
        """Whether its day is past and it was not held."""
        return not self.is_held and self.planned_on is not None and self.planned_on < today


@dataclass(frozen=True)
class Answers:
    """How many of a group answered, of how many invited, in which wave; by site where sites are known."""

    n: int = 0
    invited: int | None = None
    wave_id: str = ""
    is_closed: bool = False
    by_site: Counter[str] = field(default_factory=Counter)

    @property
    def knows_sites(self) -> bool:
        """Whether any answer says at which site it was given."""
        return any(count for site, count in self.by_site.items() if site != NO_SITE)


def read_plans(session: Session, cycle_id: str | None) -> dict[tuple[Group, str, str | None], Plan]:
    """The plan by group, method and site; two rows for one place (a site was removed) count once."""
    query = select(
        PlannedContact.group,
        PlannedContact.method,
        PlannedContact.site_id,
        PlannedContact.planned,
        PlannedContact.due_on,
    ).where(PlannedContact.cycle_id == cycle_id)
    plans: dict[tuple[Group, str, str | None], Plan] = {}
    for group, method, site_id, planned, due_on in session.execute(query):
        before = plans.get((group, method, site_id))
        if before is None or planned > before.planned:
            plans[group, method, site_id] = Plan(planned, due_on)
    return plans


def read_sittings(session: Session, cycle_id: str | None) -> list[HeldSitting]:
    """The sittings of the cycle, oldest first, with the groups they count for and who was there."""
    seated: defaultdict[str, set[Group]] = defaultdict(set)
    seats = select(Seat.sitting_id, Participant.group).join(
        Participant, Participant.id == Seat.participant_id
    )
    for sitting_id, group in session.execute(seats.distinct()):
        seated[sitting_id].add(group)
    people = _read_people(session)
    here = or_(Sitting.cycle_id == cycle_id, Sitting.cycle_id.is_(None))
    query = select(Sitting).where(here).order_by(Sitting.started_at, Sitting.planned_on, Sitting.title)
    return [
        HeldSitting(
            sitting.id,
            sitting.title,
            sitting.kind.value,
            sitting.site_id or NO_SITE,
            sitting.planned_on,
            sitting.started_at,
            _groups_of(sitting, seated[sitting.id]),
            tuple(people[sitting.id]),
        )
        for sitting in session.scalars(query)
    ]


def _groups_of(sitting: Sitting, seated: set[Group]) -> frozenset[Group]:
    """Its group; in a joint session, and where no group is named, also those who have a seat."""
    named = {sitting.group} if sitting.group else set()
    return frozenset(named | seated if not named or sitting.kind is SittingKind.JOINT_SESSION else named)


def _read_people(session: Session) -> defaultdict[str, list[Person]]:
    """Who was at each sitting begun: they take part, and were there between its first note and its last."""
    noted = {
        row[0]: row[1:]
        for row in session.execute(
            select(Remark.sitting_id, func.min(Remark.said_at), func.max(Remark.said_at))
            .where(Remark.kind != RemarkKind.OFF_RECORD)
            .group_by(Remark.sitting_id)
        )
    }
    said = (
        select(Remark.sitting_id, RemarkSpeaker.participant_id)
        .join(Remark, Remark.id == RemarkSpeaker.remark_id)
        .where(Remark.kind == RemarkKind.SAID)
    )
    spoke = {(row[0], row[1]) for row in session.execute(said.distinct())}
    query = (
        select(Seat.sitting_id, Participant.id, Participant.group, Seat.joined_at, Seat.left_at)
        .join(Participant, Participant.id == Seat.participant_id)
        .join(Sitting, Sitting.id == Seat.sitting_id)
        .where(Participant.takes_part, Sitting.started_at.is_not(None))
    )
    people: defaultdict[str, list[Person]] = defaultdict(list)
    for sitting_id, person_id, group, joined_at, left_at in session.execute(query):
        did_speak = (sitting_id, person_id) in spoke
        if did_speak or _was_there(joined_at, left_at, noted.get(sitting_id)):
            people[sitting_id].append(Person(person_id, group, did_speak))
    return people


def _was_there(joined_at: datetime | None, left_at: datetime | None, noted: Any) -> bool:
    """Whether a seat was taken while something was noted; where nothing was, whether it was kept."""
    if noted is None:
        return left_at is None
    first, last = noted
    return (joined_at is None or joined_at <= last) and (left_at is None or left_at > first)


def read_answers(session: Session, cycle_id: str | None, today: date) -> dict[Group, Answers]:
    """By group the wave of the cycle that most answered: who answers twice is one person."""
    counts = count_responses(session)
    by_site = _answers_by_site(session)
    asked = select(WaveGroup.wave_id, WaveGroup.group, func.max(WaveGroup.invited))
    invited = {
        (wave_id, group): number
        for wave_id, group, number in session.execute(asked.group_by(WaveGroup.wave_id, WaveGroup.group))
    }
    here = or_(SurveyWave.cycle_id == cycle_id, SurveyWave.cycle_id.is_(None))
    found: dict[Group, Answers] = {}
    for wave_id, closed_on in session.execute(select(SurveyWave.id, SurveyWave.closed_on).where(here)):
        is_closed = closed_on is not None and closed_on <= today
        for group in Group:
            n = counts.get(wave_id, {}).get(group, 0)
            was_asked = n or (wave_id, group) in invited
            if was_asked and (group not in found or n > found[group].n):
                sites = by_site[wave_id, group]
                found[group] = Answers(n, invited.get((wave_id, group)), wave_id, is_closed, sites)
    return found


def _answers_by_site(session: Session) -> defaultdict[tuple[str, Group], Counter[str]]:
    query = (
        select(SurveyImport.wave_id, ResponseSet.group, ResponseSet.site_id, func.sum(ResponseSet.n))
        .join(SurveyImport, SurveyImport.id == ResponseSet.import_id)
        .where(ResponseSet.group.is_not(None))
        .group_by(SurveyImport.wave_id, ResponseSet.group, ResponseSet.site_id)
    )
    found: defaultdict[tuple[str, Group], Counter[str]] = defaultdict(Counter)
    for wave_id, group, site_id, count in session.execute(query):
        if group is not None:
            found[wave_id, group][site_id or NO_SITE] += count
    return found
