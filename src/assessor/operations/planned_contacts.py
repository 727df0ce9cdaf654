"""Whom to hear: how many of each group by each method, in the district and at its sites."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from assessor.instruments.guides import get_guide
from assessor.model import Cycle, Participant, Partner, PlannedContact, Site, Sitting
from assessor.operations.guides import follow_guide
from assessor.operations.sittings import next_sitting_code
from assessor.store import Engagement
from assessor.terms import CannotDo, Group, SittingKind

_INTERVIEW, _FOCUS_GROUP = SittingKind.INTERVIEW.value, SittingKind.FOCUS_GROUP.value
_FEW_SITES = 3
_ELEMENTARY = "elementary"
_GUIDES_BY_KIND = {SittingKind.JOINT_SESSION: "joint_session", SittingKind.OBSERVATION: "observation"}
_GUIDES_BY_GROUP = {
    Group.SRO: "sro",
    Group.ADM: "administrators",
    Group.TCH: "teachers_and_staff",
    Group.STU: "students",
    Group.PAR: "parents_and_guardians",
    Group.PRT: "community_partners",
    Group.SUP: "supervisors",
}


@dataclass(frozen=True)
class PlannedContactRow:
    """How many of a group are to be heard by a method, at a site or in the whole district."""

    id: str
    group: Group
    method: str
    planned: int
    due_on: date | None
    site_id: str | None
    site: str


@dataclass(frozen=True)
class Target:
    """A working target: how many of a group by a method, at a site or in the district."""

    group: Group
    method: str
    planned: int
    site_id: str | None = None


def list_planned_contacts(engagement: Engagement, cycle_id: str) -> list[PlannedContactRow]:
    """Whom to hear in a cycle, by group and method; the district first, then its sites in their order."""
    query = (
        select(
            PlannedContact.id,
            PlannedContact.group,
            PlannedContact.method,
            PlannedContact.planned,
            PlannedContact.due_on,
            PlannedContact.site_id,
            func.coalesce(Site.name, ""),
        )
        .outerjoin(Site, Site.id == PlannedContact.site_id)
        .where(PlannedContact.cycle_id == cycle_id)
        .order_by(PlannedContact.site_id.is_not(None), Site.position, Site.name)
    )
    with engagement.reading() as session:
        return [PlannedContactRow(*row) for row in session.execute(query)]


def plan_contacts(
    engagement: Engagement,
    cycle_id: str,
    group: Group,
    method: str,
    planned: int,
    due_on: date | None = None,
    site_id: str | None = None,
) -> None:
    """Say how many of a group are to be heard by a method, at a site or (None) in the whole district.

    None at all takes the plan back. What is planned at sites is part of the district's number; where it adds
    up to more, the sum counts. Raises CannotDo for a number below zero, and without a cycle.
    """
    if planned < 0:
        raise CannotDo("The number planned cannot be below zero. Write 0 to take the plan back.")
    with engagement.change("Plan whom to hear") as session:
        _check_cycle(session, cycle_id)
        here = (
            PlannedContact.cycle_id == cycle_id,
            PlannedContact.group == group,
            PlannedContact.method == method,
            _at(site_id),
        )
        session.execute(delete(PlannedContact).where(*here))
        if planned:
            session.add(
                PlannedContact(
                    cycle_id=cycle_id,
                    group=group,
                    method=method,
                    planned=planned,
                    due_on=due_on,
                    site_id=site_id,
                )
            )


def plan_session(
    engagement: Engagement, cycle_id: str, group: Group, method: str, title: str, site_id: str | None = None
) -> str:
    """Plan a sitting with a group at a site, after the guide that is written for it, and return its id."""
    kind = SittingKind(method)
    with engagement.change(f"Plan {kind.value.replace('_', ' ')}") as session:
        code = next_sitting_code(kind, group, set(session.scalars(select(Sitting.code))))
        guide = _guide_for(kind, group)
        sitting = Sitting(
            kind=kind,
            title=title,
            code=code,
            group=group,
            site_id=site_id,
            cycle_id=cycle_id or None,
            guide_key=guide,
            guide_version=follow_guide(session, guide),
        )
        session.add(sitting)
        session.flush()
        return sitting.id


def list_targets(engagement: Engagement, cycle_id: str) -> list[Target]:
    """The field's working targets for this district, without those for which something is planned already.

    Every SRO and every administrator at each site, by those known there, else one a site; the supervisors;
    two to three teacher groups and one of special education and counseling; two to three student groups,
    above elementary school; two groups of parents; two to four partners. Groups of teachers and students
    have a place of their own where there are three sites at most. Source: domain.md 3.1 (working targets).
    """
    with engagement.reading() as session:
        here = PlannedContact.cycle_id == cycle_id
        query = select(PlannedContact.group, PlannedContact.method).where(here)
        planned = {(row[0], row[1]) for row in session.execute(query)}
        sites = {row[0]: row[1].casefold() for row in session.execute(select(Site.id, Site.level))}
        targets = [
            *_everyone(session, Group.SRO, sites, is_everywhere=False),
            *_everyone(session, Group.ADM, sites, is_everywhere=True),
            Target(Group.SUP, _INTERVIEW, max(_known(session, Group.SUP).total(), 1)),
            *_groups(Group.TCH, list(sites), 1),
            *_groups(Group.STU, [site for site, level in sites.items() if _ELEMENTARY not in level]),
            Target(Group.PAR, _FOCUS_GROUP, 2),
            Target(Group.PRT, _INTERVIEW, _within(2, 4, _partners(session))),
        ]
    return [target for target in targets if (target.group, target.method) not in planned]


def propose_contacts(engagement: Engagement, cycle_id: str, due_on: date | None = None) -> int:
    """Fill the plan from the working targets, as one change; returns how many lines of the plan were added.

    What is planned already stays as it is. Raises CannotDo where nothing is left to propose.
    """
    targets = list_targets(engagement, cycle_id)
    if not targets:
        raise CannotDo("Every working target has a place in the plan already. Change its numbers in the map.")
    with engagement.change("Plan from working targets") as session:
        _check_cycle(session, cycle_id)
        session.add_all(
            PlannedContact(
                cycle_id=cycle_id,
                group=target.group,
                method=target.method,
                planned=target.planned,
                due_on=due_on,
                site_id=target.site_id,
            )
            for target in targets
        )
    return len(targets)


def _check_cycle(session: Session, cycle_id: str) -> None:
    if session.get(Cycle, cycle_id) is None:
        raise CannotDo("There is no cycle to plan for. Begin one under People and sites.")


def _guide_for(kind: SittingKind, group: Group) -> str:
    """The shipped guide for sittings of a kind with a group; empty where there is none."""
    key = _GUIDES_BY_KIND.get(kind, _GUIDES_BY_GROUP[group])
    return key if get_guide(key).kind is kind else ""


def _at(site_id: str | None) -> ColumnElement[bool]:
    return PlannedContact.site_id.is_(None) if site_id is None else PlannedContact.site_id == site_id


def _known(session: Session, group: Group) -> Counter[str | None]:
    """How many participants of a group are known, by site."""
    query = select(Participant.site_id, func.count()).where(Participant.group == group)
    return Counter({row[0]: row[1] for row in session.execute(query.group_by(Participant.site_id))})


def _everyone(
    session: Session, group: Group, sites: Mapping[str, str], *, is_everywhere: bool
) -> list[Target]:
    """Everyone known of a group at their sites; one a site where nobody is, if the group is everywhere."""
    known = _known(session, group)
    least = int(is_everywhere or not known.total())
    found = [Target(group, _INTERVIEW, max(known[site], least), site) for site in sites]
    if known[None] or not sites:
        found.append(Target(group, _INTERVIEW, max(known.total(), sum(one.planned for one in found), 1)))
    return [target for target in found if target.planned]


def _groups(group: Group, sites: list[str], besides: int = 0) -> list[Target]:
    """Two to three focus groups, and so many besides; one at each site where they are few."""
    target = Target(group, _FOCUS_GROUP, _within(2, 3, len(sites)) + besides)
    return [target, *(Target(group, _FOCUS_GROUP, 1, site) for site in sites if len(sites) <= _FEW_SITES)]


def _partners(session: Session) -> int:
    return session.scalar(select(func.count(Partner.id)).where(Partner.is_active)) or 0


def _within(least: int, most: int, number: int) -> int:
    return min(max(number, least), most)
