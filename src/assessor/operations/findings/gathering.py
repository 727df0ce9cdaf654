"""Findings with all that belongs to them, read in one go for lists, details and the golden thread."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.model import Finding, FindingCode, FindingGroup, Goal, GoalFinding
from assessor.operations.evidence.describing import describe
from assessor.operations.evidence.support import Support, by_finding, support_of
from assessor.operations.evidence.ties import Description, Tie, list_ties
from assessor.operations.findings.numbers import FindingNumbers, numbers_of
from assessor.operations.findings.rows import ASKED_GROUPS, GoalLink, GroupRow
from assessor.terms import Group, Raised


@dataclass(frozen=True)
class Gathered:
    """A finding with its codes, groups, goals, evidence and numbers. Valid while the session is open."""

    finding: Finding
    codes: tuple[str, ...]
    groups: tuple[GroupRow, ...]
    goals: tuple[GoalLink, ...]
    ties: tuple[Tie, ...]
    said: Mapping[str, Description]
    support: Support
    numbers: FindingNumbers


def gather(session: Session, finding_id: str | None = None) -> list[Gathered]:
    """One finding, or all in the order of their numbers."""
    query = select(Finding).order_by(Finding.number)
    if finding_id is not None:
        query = query.where(Finding.id == finding_id)
    ties = list_ties(session, finding_id)
    said, tied = describe(session, ties), by_finding(ties)
    codes, groups, goals = _codes(session), _groups(session), _goals(session)
    gathered = []
    for finding in session.scalars(query):
        own = tuple(tied.get(finding.id, ()))
        support = support_of(own, said)
        rows = _group_rows(groups.get(finding.id, {}), support)
        numbers = numbers_of(finding, {row.group: row.raised for row in rows}, support)
        own_goals = tuple(goals.get(finding.id, ()))
        own_codes = tuple(codes.get(finding.id, ()))
        gathered.append(Gathered(finding, own_codes, rows, own_goals, own, said, support, numbers))
    return gathered


def _group_rows(recorded: Mapping[Group, FindingGroup], support: Support) -> tuple[GroupRow, ...]:
    groups = [
        group for group in Group if group in ASKED_GROUPS or group in recorded or group in support.groups
    ]
    return tuple(_group_row(group, recorded.get(group), support) for group in groups)


def _group_row(group: Group, recorded: FindingGroup | None, support: Support) -> GroupRow:
    is_hidden = group in support.hidden_groups
    if recorded is not None:
        is_hidden = is_hidden and recorded.raised is Raised.RAISED
        return GroupRow(group, recorded.raised, recorded.where_asked, recorded.extent, True, is_hidden)
    raised = Raised.RAISED if group in support.groups else Raised.NOT_ASKED
    return GroupRow(group, raised, is_hidden=is_hidden)


def _codes(session: Session) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for finding_id, code in session.execute(
        select(FindingCode.finding_id, FindingCode.code).order_by(FindingCode.position, FindingCode.code)
    ):
        found[finding_id].append(code)
    return found


def _groups(session: Session) -> dict[str, dict[Group, FindingGroup]]:
    found: dict[str, dict[Group, FindingGroup]] = defaultdict(dict)
    for row in session.scalars(select(FindingGroup)):
        found[row.finding_id][row.group] = row
    return found


def _goals(session: Session) -> dict[str, list[GoalLink]]:
    numbered = select(Goal.id, func.row_number().over(order_by=(Goal.position, Goal.id)).label("number"))
    places = {row.id: row.number for row in session.execute(numbered)}
    found: dict[str, list[GoalLink]] = defaultdict(list)
    query = select(GoalFinding.finding_id, Goal.id, Goal.title).join(Goal, Goal.id == GoalFinding.goal_id)
    for finding_id, goal_id, title in session.execute(query.order_by(Goal.position, Goal.id)):
        found[finding_id].append(GoalLink(goal_id, places[goal_id], title))
    return found
