"""Who was heard, how and where: by group, method and site, what was done of what was planned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from assessor.model import Client, Cycle, Site
from assessor.operations.coverage_cells import (
    SURVEY,
    CoverageCell,
    district_cell,
    sitting_cell,
    survey_cells,
)
from assessor.operations.coverage_counts import (
    NO_SITE,
    Answers,
    HeldSitting,
    Plan,
    read_answers,
    read_plans,
    read_sittings,
)
from assessor.store import Engagement
from assessor.terms import Group, SittingKind

METHODS = (
    SURVEY,
    SittingKind.INTERVIEW.value,
    SittingKind.FOCUS_GROUP.value,
    SittingKind.OBSERVATION.value,
    SittingKind.JOINT_SESSION.value,
)
"""The ways of hearing people, as planned contacts name them."""
HEARD_GROUPS = (Group.SRO, Group.ADM, Group.TCH, Group.STU, Group.PAR, Group.PRT)
_LEAST_INTERNAL = 5


@dataclass(frozen=True)
class SiteName:
    """A site as coverage lists it."""

    id: str
    name: str


@dataclass(frozen=True)
class Heard:
    """How many different people were there, and how many of them said something."""

    people: int
    spoke: int


@dataclass(frozen=True)
class Coverage:
    """Every group by every method, in the district and at each site, in the cycle that is under way."""

    groups: tuple[Group, ...]
    cells: Mapping[tuple[Group, str], CoverageCell]
    """The district's."""
    sites: tuple[SiteName, ...] = ()
    site_cells: Mapping[tuple[Group, str, str], CoverageCell] | None = None
    """Those of each site, and of what was held at no one site."""
    cycle_id: str = ""

    def cell(self, group: Group, method: str, site_id: str | None = None) -> CoverageCell:
        """The cell of a group and a method, in the district or at a site."""
        if site_id is None or self.site_cells is None:
            return self.cells[group, method]
        return self.site_cells[group, method, site_id]

    def heard(self, group: Group, site_id: str | None = None) -> Heard:
        """Who of a group was heard at sittings, each person once."""
        sittings = [
            sitting for method in METHODS[1:] for sitting in self.cell(group, method, site_id).sittings
        ]
        there = [person for sitting in sittings for person in sitting.people if person.group is group]
        return Heard(
            len({person.id for person in there}), len({person.id for person in there if person.spoke})
        )

    def has_no_site(self, group: Group) -> bool:
        """Whether anything was planned or held with a group at no one site."""
        return any(
            self.cell(group, method, NO_SITE).sittings or self.cell(group, method, NO_SITE).done
            for method in METHODS
        )


def get_coverage(engagement: Engagement, today: date) -> Coverage:
    """Whom the newest cycle has heard by `today`.

    Survey answers are counted per group and told only from the internal threshold up (domain.md 2.6); nobody
    having answered is told. Supervisors are listed only where something was planned or done with them.
    """
    with engagement.reading() as session:
        cycle_id = session.scalar(select(Cycle.id).order_by(Cycle.number.desc()).limit(1))
        plans = _by_place(read_plans(session, cycle_id))
        sittings = read_sittings(session, cycle_id)
        answers = read_answers(session, cycle_id, today)
        threshold = session.scalar(select(Client.internal_threshold)) or _LEAST_INTERNAL
        found = session.execute(select(Site.id, Site.name).order_by(Site.position, Site.name))
        sites = tuple(SiteName(*row) for row in found)
    cells: list[CoverageCell] = []
    for group in Group:
        given, ids = answers.get(group, Answers()), [site.id for site in sites]
        surveyed = survey_cells(group, plans.get((group, SURVEY), {}), given, ids, threshold, today)
        cells += surveyed.values()
        for method in METHODS[1:]:
            held = [each for each in sittings if each.kind == method and group in each.groups]
            cells += _sitting_cells(group, method, plans.get((group, method), {}), sites, held, today)
    return _coverage(cells, sites, cycle_id or "")


def _coverage(cells: Iterable[CoverageCell], sites: tuple[SiteName, ...], cycle_id: str) -> Coverage:
    district, at_sites = {}, {}
    for cell in cells:
        if cell.site_id is None:
            district[cell.group, cell.method] = cell
        else:
            at_sites[cell.group, cell.method, cell.site_id] = cell
    used = {group for (group, _), cell in district.items() if cell.is_used}
    groups = (*HEARD_GROUPS, *(group for group in Group if group in used and group not in HEARD_GROUPS))
    return Coverage(groups, district, sites, at_sites, cycle_id)


def _by_place(
    plans: Mapping[tuple[Group, str, str | None], Plan],
) -> dict[tuple[Group, str], dict[str | None, Plan]]:
    found: dict[tuple[Group, str], dict[str | None, Plan]] = {}
    for (group, method, place), plan in plans.items():
        found.setdefault((group, method), {})[place] = plan
    return found


def _sitting_cells(
    group: Group,
    method: str,
    plans: Mapping[str | None, Plan],
    sites: Iterable[SiteName],
    held: list[HeldSitting],
    today: date,
) -> list[CoverageCell]:
    """The cells of every site, of what was held at none, and of the district."""
    places = [*(site.id for site in sites), NO_SITE]
    found = [sitting_cell(group, method, place, plans.get(place), held, today) for place in places]
    return [*found, district_cell(group, method, plans.get(None), found, held, today)]
