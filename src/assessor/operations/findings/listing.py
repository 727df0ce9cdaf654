"""Findings looked up: the list in its orders, one with everything, and how many of each kind."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select

from assessor.analysis.priorities import PriorityLevel
from assessor.model import Finding
from assessor.operations.findings.gathering import Gathered, gather
from assessor.operations.findings.rows import FindingDetails, FindingRow, columns_of
from assessor.store import Engagement
from assessor.terms import CannotDo, FindingKind, FindingStatus


class FindingOrder(StrEnum):
    """How the list is sorted."""

    PRIORITY = "priority"
    NUMBER = "number"
    TITLE = "title"
    STATUS = "status"


_LEVELS = (PriorityLevel.HIGH, PriorityLevel.MEDIUM, PriorityLevel.LOW)


def list_findings(
    engagement: Engagement,
    kind: FindingKind | None = None,
    order: FindingOrder = FindingOrder.PRIORITY,
) -> list[FindingRow]:
    """Every finding of a kind, or of all kinds. By priority: by level, then score; open ratings come last."""
    with engagement.reading() as session:
        rows = [_row(each) for each in gather(session)]
    return sorted((row for row in rows if kind in {None, row.kind}), key=_KEYS[order])


def get_finding(engagement: Engagement, finding_id: str) -> FindingDetails:
    """One finding with everything recorded and computed of it. Raises CannotDo when it is gone."""
    with engagement.reading() as session:
        found = gather(session, finding_id)
        if not found:
            raise CannotDo("This finding was removed meanwhile. Undo brings it back.")
        return _details(found[0])


def count_findings(engagement: Engagement) -> dict[FindingKind, int]:
    """How many findings there are of each kind; every kind is there, with 0 where there is none."""
    with engagement.reading() as session:
        query = select(Finding.kind, func.count().label("number")).group_by(Finding.kind)
        counted = {row.kind: row.number for row in session.execute(query)}
    return {kind: counted.get(kind, 0) for kind in FindingKind}


def _row(gathered: Gathered) -> FindingRow:
    finding = gathered.finding
    return FindingRow(
        id=finding.id,
        number=finding.number,
        kind=finding.kind,
        title=finding.title,
        status=finding.status,
        impact=finding.impact,
        effort=finding.effort,
        urgency=finding.urgency,
        codes=gathered.codes,
        groups=gathered.groups,
        numbers=gathered.numbers,
        has_goal=bool(gathered.goals),
    )


def _details(gathered: Gathered) -> FindingDetails:
    values: dict[str, Any] = columns_of(gathered.finding)
    return FindingDetails(
        **values,
        codes=gathered.codes,
        groups=gathered.groups,
        goals=gathered.goals,
        support=gathered.support,
        numbers=gathered.numbers,
    )


def _by_priority(row: FindingRow) -> tuple[int, int, int]:
    level = row.numbers.level
    return (len(_LEVELS) if level is None else _LEVELS.index(level)), -(row.numbers.score or 0), row.number


_KEYS: dict[FindingOrder, Callable[[FindingRow], Any]] = {
    FindingOrder.PRIORITY: _by_priority,
    FindingOrder.NUMBER: lambda row: row.number,
    FindingOrder.TITLE: lambda row: (row.title.casefold(), row.number),
    FindingOrder.STATUS: lambda row: (list(FindingStatus).index(row.status), *_by_priority(row)),
}
