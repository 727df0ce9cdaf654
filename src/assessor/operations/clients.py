"""Whom the engagement is for: client, sites, agencies and cycles."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select

from assessor.model import Agency, Client, Cycle, Plan, Site
from assessor.operations.rows import set_values
from assessor.operations.school_years import school_year
from assessor.store import Engagement
from assessor.terms import CannotDo


@dataclass(frozen=True)
class ClientDetails:
    """The client, and what was agreed with it."""

    id: str
    name: str
    kind: str
    state: str
    data_basis: str
    agreement_signed_on: date | None
    agreement_renews_on: date | None
    destroy_data_on: date | None
    complaints_to: str
    reporting_contact: str
    dyad_readers: str
    student_consent: str
    languages: str
    records_contact: str
    accessibility_contact: str
    counsel_contact: str
    population_band: str
    uses_state_overlay: bool
    measures_equity: bool
    public_threshold: int
    internal_threshold: int
    threshold_reason: str
    notes: str


@dataclass(frozen=True)
class SiteRow:
    """A school or another place of the client."""

    id: str
    name: str
    level: str
    enrollment: int | None


@dataclass(frozen=True)
class AgencyRow:
    """A law-enforcement agency."""

    id: str
    name: str
    head_title: str
    employment: str


@dataclass(frozen=True)
class CycleRow:
    """A round of the work: assess, identify, plan, implement, evaluate."""

    id: str
    number: int
    label: str
    started_on: date | None
    ended_on: date | None


def begin_engagement(
    engagement: Engagement, client: str, cycle: str = "", started_on: date | None = None
) -> None:
    """Write the first rows of a new engagement: the client, its first cycle, and an empty plan.

    Without a label the cycle is called by the school year of its first day. Raises CannotDo when the client
    has no name.
    """
    if not client.strip():
        raise CannotDo("A client needs a name. Type the name of the district or agency.")
    label = cycle or (school_year(started_on) if started_on else "")
    with engagement.change("Begin engagement", is_lasting=True) as session:
        session.add(Client(name=client.strip()))
        session.add(Cycle(number=1, label=label, started_on=started_on))
        session.add(Plan())


def get_client(engagement: Engagement) -> ClientDetails:
    """The client. Raises CannotDo in an engagement that was never begun."""
    with engagement.reading() as session:
        client = session.scalar(select(Client))
    if client is None:
        raise CannotDo("This engagement names no client. Give it one under People and sites.")
    return ClientDetails(**{name: getattr(client, name) for name in ClientDetails.__dataclass_fields__})


def edit_client(engagement: Engagement, **values: Any) -> None:
    """Change what is recorded of the client.

    Raises CannotDo for an empty name, and for a smaller number of answers to protect people by: those only
    go up (domain.md 2.6), since figures shown under the higher number could be compared with new ones. Nor
    does a number go up before the reason is written.
    """
    client = get_client(engagement)
    if not str(values.get("name", client.name)).strip():
        raise CannotDo("A client needs a name. Type the name of the district or agency.")
    for name in ("public_threshold", "internal_threshold"):
        now = getattr(client, name)
        if values.get(name, now) < now:
            raise CannotDo(f"This protects people and only goes up. Write {now} or more.")
        reason = str(values.get("threshold_reason", client.threshold_reason))
        if values.get(name, now) > now and not reason.strip():
            raise CannotDo("Write above why it is raised, and then the number: the reason is kept with it.")
    with engagement.change("Edit client") as session:
        set_values(session, Client, client.id, values)


def list_sites(engagement: Engagement) -> list[SiteRow]:
    """All sites in their order."""
    query = select(Site.id, Site.name, Site.level, Site.enrollment).order_by(Site.position, Site.name)
    with engagement.reading() as session:
        return [SiteRow(*row) for row in session.execute(query)]


def add_site(engagement: Engagement, name: str, level: str = "", enrollment: int | None = None) -> str:
    """Add a site at the end and return its id."""
    with engagement.change(f"Add site {name}") as session:
        last = session.scalar(select(func.max(Site.position))) or 0
        site = Site(name=name, level=level, enrollment=enrollment, position=last + 1)
        session.add(site)
        session.flush()
        return site.id


def edit_site(engagement: Engagement, site_id: str, **values: Any) -> None:
    """Change a site's name, level or enrollment."""
    with engagement.change("Edit site") as session:
        set_values(session, Site, site_id, values)


def remove_site(engagement: Engagement, site_id: str) -> None:
    """Remove a site; what took place there stays, without a site."""
    with engagement.change("Remove site") as session:
        session.execute(delete(Site).where(Site.id == site_id))


def list_agencies(engagement: Engagement) -> list[AgencyRow]:
    """All agencies by name."""
    query = select(Agency.id, Agency.name, Agency.head_title, Agency.employment).order_by(Agency.name)
    with engagement.reading() as session:
        return [AgencyRow(*row) for row in session.execute(query)]


def add_agency(engagement: Engagement, name: str, **values: Any) -> str:
    """Add an agency and return its id."""
    with engagement.change(f"Add agency {name}") as session:
        agency = Agency(name=name, **values)
        session.add(agency)
        session.flush()
        return agency.id


def edit_agency(engagement: Engagement, agency_id: str, **values: Any) -> None:
    """Change what is recorded of an agency."""
    with engagement.change("Edit agency") as session:
        set_values(session, Agency, agency_id, values)


def remove_agency(engagement: Engagement, agency_id: str) -> None:
    """Remove an agency."""
    with engagement.change("Remove agency") as session:
        session.execute(delete(Agency).where(Agency.id == agency_id))


def list_cycles(engagement: Engagement) -> list[CycleRow]:
    """All cycles, the first first."""
    query = select(Cycle.id, Cycle.number, Cycle.label, Cycle.started_on, Cycle.ended_on).order_by(
        Cycle.number
    )
    with engagement.reading() as session:
        return [CycleRow(*row) for row in session.execute(query)]


def current_cycle(engagement: Engagement) -> CycleRow | None:
    """The newest cycle."""
    cycles = list_cycles(engagement)
    return cycles[-1] if cycles else None


def edit_cycle(engagement: Engagement, cycle_id: str, **values: Any) -> None:
    """Change a cycle's label or days."""
    with engagement.change("Edit cycle") as session:
        set_values(session, Cycle, cycle_id, values)


def begin_cycle(engagement: Engagement, label: str, started_on: date) -> str:
    """End the current cycle and begin the next; returns its id."""
    with engagement.change("Begin next cycle") as session:
        last = session.scalar(select(Cycle).order_by(Cycle.number.desc()).limit(1))
        if last is not None and last.ended_on is None:
            last.ended_on = started_on
        cycle = Cycle(number=(last.number if last else 0) + 1, label=label, started_on=started_on)
        session.add(cycle)
        session.flush()
        return cycle.id
