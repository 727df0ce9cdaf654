"""The cells of coverage: a group heard by a method in the district or at a site, past disclosure control."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assessor.analysis.disclosure import Cell, protect_family
from assessor.operations.coverage_counts import NO_SITE, Answers, HeldSitting, Plan
from assessor.terms import Group

SURVEY = "survey"


@dataclass(frozen=True)
class CoverageCell:
    """One group heard by one method: sittings held, or people who answered a survey."""

    group: Group
    method: str
    planned: int
    """How many are to be; 0 where it was never planned. What is planned at sites is part of the district's
    number; where it adds up to more, the sum counts."""
    done: int | None
    """How many were; None where too few answered to show it, or where it is not known by site."""
    hidden: str = ""
    """Why nothing is shown, as in "n < 5"."""
    is_closed: bool = False
    """Whether nothing more can come: the survey is closed."""
    is_overdue: bool = False
    """Whether a planned day is past and not all was done."""
    element_id: str = ""
    """What to look at: the sitting or wave that is next, or the one held last."""
    site_id: str | None = None
    """Where: None for the whole district, empty for what was held at no one site."""
    due_on: date | None = None
    """By when; in the district the first day of a site's where it has none of its own."""
    plan: Plan | None = None
    """What was planned for this very place, as it is edited."""
    open_at_sites: int = 0
    """The district: how many are still to be at sites that have a plan of their own."""
    next_on: date | None = None
    """The day of the next sitting that is in the calendar."""
    scheduled: int = 0
    """How many sittings are in the calendar, not held and not late."""
    sittings: tuple[HeldSitting, ...] = ()
    people: int = 0
    """How many different people of the group were there."""
    spoke: int = 0
    """How many of them said something that was noted under their seat."""

    @property
    def key(self) -> str:
        """How a place is named by it: group and method, and the site where there is one."""
        return "/".join((self.group.value, self.method, *([self.site_id] if self.site_id else [])))

    @property
    def is_used(self) -> bool:
        """Whether the method was planned or used with the group at all."""
        return bool(self.planned or self.done or self.hidden or self.people)

    @property
    def part(self) -> float:
        """What was done of what was planned, 0 to 1; more at one site does not stand for another."""
        if not self.done:
            return 0.0
        return min(self.done, self.planned - self.missing) / self.planned if self.planned else 1.0

    @property
    def missing(self) -> int:
        """How many are still to be; none where it may not be shown, or where nothing more can come."""
        if self.done is None or self.is_closed:
            return 0
        return max(self.planned - self.done, self.open_at_sites)

    @property
    def is_done(self) -> bool:
        """Whether all is done that was planned or can still be."""
        return self.is_closed or (self.done is not None and not self.missing)


def sitting_cell(
    group: Group, method: str, site_id: str, plan: Plan | None, sittings: Iterable[HeldSitting], today: date
) -> CoverageCell:
    """What was held at one site; without a plan the sittings there are count as planned."""
    here = tuple(each for each in sittings if each.site_id == site_id)
    done = sum(each.is_held for each in here)
    planned = plan.planned if plan else len(here)
    return _with_sittings(group, method, site_id, plan, planned, done, here, today)


def district_cell(
    group: Group,
    method: str,
    plan: Plan | None,
    sites: Sequence[CoverageCell],
    sittings: Iterable[HeldSitting],
    today: date,
) -> CoverageCell:
    """What was held in all, from the cells of the sites and of what was held at none of them."""
    held = tuple(sittings)
    done = sum(each.is_held for each in held)
    at_sites = sum(cell.plan.planned for cell in sites if cell.plan)
    planned = max(plan.planned, at_sites) if plan else sum(cell.planned for cell in sites)
    days = [cell.due_on for cell in sites if cell.plan and cell.missing and cell.due_on]
    due_on = (plan.due_on if plan else None) or min(days, default=None)
    cell = _with_sittings(group, method, None, plan, planned, done, held, today, due_on)
    still = sum(each.missing for each in sites if each.plan)
    is_late = cell.is_overdue or any(each.is_overdue for each in sites)
    return replace(cell, open_at_sites=still, is_overdue=is_late)


def _with_sittings(
    group: Group,
    method: str,
    site_id: str | None,
    plan: Plan | None,
    planned: int,
    done: int,
    held: tuple[HeldSitting, ...],
    today: date,
    due_on: date | None = None,
) -> CoverageCell:
    due_on = due_on or (plan.due_on if plan else None)
    is_past = due_on is not None and due_on < today and done < planned
    waiting = [each for each in held if not each.is_held]
    ahead = [each for each in waiting if each.planned_on is not None and each.planned_on >= today]
    first = min(waiting, key=lambda each: each.planned_on or date.max) if waiting else None
    shown = first or (held[-1] if held else None)
    people = {person.id: person for each in held for person in each.people if person.group is group}
    spoke = {person.id for each in held for person in each.people if person.group is group and person.spoke}
    return CoverageCell(
        group, method, planned, done,
        is_overdue=is_past or any(each.is_late(today) for each in held),
        element_id=shown.id if shown else "",
        site_id=site_id,
        due_on=due_on,
        plan=plan,
        next_on=min((each.planned_on for each in ahead if each.planned_on), default=None),
        scheduled=len(ahead),
        sittings=held,
        people=len(people),
        spoke=len(spoke),
    )  # fmt: skip


def survey_cells(
    group: Group,
    plans: dict[str | None, Plan],
    answers: Answers,
    sites: Sequence[str],
    threshold: int,
    today: date,
) -> dict[str | None, CoverageCell]:
    """How many of a group answered, in all and by site, so that no hidden site is what the others leave.

    What names no site is a part as well (domain.md 2.6 rules 2 and 3). No total over groups stands beside it.
    """
    found = _protect(answers, (*sites, NO_SITE), threshold)
    at_sites = sum(plans[site].planned for site in sites if site in plans)
    invited = answers.invited or 0
    cells: dict[str | None, CoverageCell] = {}
    for site, (n, hidden) in found.items():
        plan = plans.get(site)
        planned = plan.planned if plan else 0
        if site is None:
            planned = max(planned or (0 if at_sites else invited), at_sites)
        cells[site] = _survey_cell(group, site, plan, planned, n, hidden, answers, today)
    return cells


_Shown = tuple[int | None, str]
"""How many answered, None where it is hidden or not known, and the words in its place."""


def _protect(answers: Answers, sites: Sequence[str], threshold: int) -> dict[str | None, _Shown]:
    """What may be shown of each site, and of the whole under None."""
    total = answers.n if not answers.n or answers.n >= threshold else None
    whole: dict[str | None, _Shown] = {None: (total, "" if total is not None else f"n < {threshold}")}
    if not answers.n:
        return whole | dict.fromkeys(sites, (0, ""))
    if not answers.knows_sites:
        return whole | dict.fromkeys(sites, (None, ""))
    counted = {site: Cell(answers.by_site[site]) for site in sites}
    found = protect_family(counted, threshold, tells_nobody=True).cells
    return whole | {site: (each.n, each.words if each.hidden else "") for site, each in found.items()}


def _survey_cell(
    group: Group,
    site: str | None,
    plan: Plan | None,
    planned: int,
    n: int | None,
    hidden: str,
    answers: Answers,
    today: date,
) -> CoverageCell:
    due_on, is_closed = plan.due_on if plan else None, answers.is_closed
    is_late = due_on is not None and due_on < today and n is not None and n < planned and not is_closed
    return CoverageCell(
        group, SURVEY, planned, n, hidden, is_closed, is_late, answers.wave_id, site, due_on, plan
    )
