"""What is missing from coverage: whom nobody has heard yet as planned, and what groups were not asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from assessor.operations.coverage_cells import SURVEY, CoverageCell
from assessor.operations.coverage_questions import (
    QuestionCell,
    QuestionLine,
    Questions,
    QuestionState,
    get_questions,
)
from assessor.operations.coverages import HEARD_GROUPS, METHODS, Coverage, get_coverage
from assessor.store import Engagement
from assessor.terms import Group


class Urgency(IntEnum):
    """How pressing it is, the most pressing first."""

    OVERDUE = 0
    UNSCHEDULED = 1
    SCHEDULED = 2
    UNANSWERED = 3
    UNPLANNED = 4


@dataclass(frozen=True)
class Missing:
    """One thing that is missing, and where it is mended. `question` is set where it is one of a guide."""

    urgency: Urgency
    group: Group
    method: str = ""
    site_id: str | None = None
    site: str = ""
    planned: int = 0
    done: int | None = 0
    missing: int = 0
    is_rest: bool = False
    """Whether it is what the district lacks besides what is told of its sites."""
    due_on: date | None = None
    next_on: date | None = None
    question: str = ""
    """Code of a guide question."""
    question_title: str = ""
    asked: int = 0
    """In how many sessions the question was asked."""
    sessions: int = 0
    """How many sessions followed its guide."""
    is_undated: bool = False
    """Whether a sitting is planned that has no day yet."""
    place: str = "coverages"
    element_id: str = ""


def list_missing(engagement: Engagement, today: date, site_id: str | None = None) -> tuple[Missing, ...]:
    """What is missing in the newest cycle, at one site or in the whole district, the most urgent first.

    A survey that is hidden, or not known by site, is never told to be missing: that would tell its number.
    """
    coverage = get_coverage(engagement, today)
    return gather_missing(coverage, get_questions(engagement, site_id), today, site_id)


def gather_missing(
    coverage: Coverage, questions: Questions, today: date, site_id: str | None = None
) -> tuple[Missing, ...]:
    """The same from what is gathered already; `questions` are those of the site."""
    found = [
        *_not_heard(coverage, today, site_id),
        *_not_answered(questions),
        *([] if site_id else _not_planned(coverage)),
    ]
    found.sort(key=lambda one: (one.urgency, one.due_on or date.max, one.next_on or date.max))
    return tuple(found)


def _not_heard(coverage: Coverage, today: date, site_id: str | None) -> Iterator[Missing]:
    names = {site.id: site.name for site in coverage.sites}
    shown = [site_id] if site_id else list(names)
    for group in coverage.groups:
        for method in METHODS:
            here = [coverage.cell(group, method, site) for site in shown]
            told = [cell for cell in here if cell.missing and (cell.plan or site_id or cell.is_overdue)]
            for cell in told:
                yield _told(cell, cell.missing, names.get(cell.site_id or "", ""), today)
            district = coverage.cell(group, method)
            rest = district.missing - sum(cell.missing for cell in told)
            if rest > 0 and not site_id:
                yield _told(district, rest, "", today, frozenset(cell.site_id or "" for cell in told))


def _told(
    cell: CoverageCell, missing: int, site: str, today: date, besides: frozenset[str] = frozenset()
) -> Missing:
    """What a cell lacks; of the district, `besides` what is told of these sites."""
    waiting = [each for each in cell.sittings if not each.is_held and each.site_id not in besides]
    late = [each for each in waiting if each.is_late(today)]
    ahead = [each for each in waiting if each.planned_on is not None and not each.is_late(today)]
    undated = [each for each in waiting if each.planned_on is None]
    is_scheduled = len(ahead) >= missing or cell.method == SURVEY
    urgency = Urgency.SCHEDULED if is_scheduled else Urgency.UNSCHEDULED
    if late or (cell.due_on is not None and cell.due_on < today):
        urgency = Urgency.OVERDUE
    days = [each.planned_on for each in late if each.planned_on] + [cell.due_on] * bool(cell.due_on)
    first = next(iter([*late, *undated, *ahead]), None) if late or undated or is_scheduled else None
    place, element = _way(cell, first.id if first else "")
    return Missing(
        urgency,
        cell.group,
        cell.method,
        cell.site_id,
        site,
        cell.planned,
        cell.done,
        missing,
        bool(besides),
        min((day for day in days if day), default=None),
        min((each.planned_on for each in ahead if each.planned_on), default=None),
        is_undated=bool(undated),
        place=place,
        element_id=element,
    )


def _way(cell: CoverageCell, sitting_id: str) -> tuple[str, str]:
    """To the sitting that is late, lacks its day or is next; to the survey; or into the map to plan one."""
    if cell.method == SURVEY and cell.element_id:
        return "surveys", cell.element_id
    return ("sittings", sitting_id) if sitting_id else ("coverages", cell.key)


def _not_answered(questions: Questions) -> Iterator[Missing]:
    """Questions that a group's sessions have passed over, or that brought no answer."""
    for subject in questions.subjects:
        for line in subject.lines:
            for group, cell in line.cells.items():
                if cell.state in (QuestionState.ASKED, QuestionState.NOT_ASKED):
                    yield _question(line, group, cell)


def _question(line: QuestionLine, group: Group, cell: QuestionCell) -> Missing:
    return Missing(
        Urgency.UNANSWERED,
        group,
        question=line.code,
        question_title=line.title,
        asked=cell.asked,
        sessions=cell.followed,
        next_on=cell.next_on,
        place="sittings" if cell.next_id else "coverages",
        element_id=cell.next_id or f"{line.key}/{group.value}",
    )


def _not_planned(coverage: Coverage) -> Iterator[Missing]:
    """Groups nobody plans to hear by any method."""
    for group in HEARD_GROUPS:
        if not any(coverage.cell(group, method).is_used for method in METHODS):
            cell = coverage.cell(group, METHODS[1])
            yield Missing(Urgency.UNPLANNED, group, element_id=cell.key)
