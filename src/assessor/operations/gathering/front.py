"""The pages before the findings: cover, adoption, summary, and how the plan has changed."""

from datetime import UTC, datetime

from assessor.operations.gathering.listening import people_by_group
from assessor.operations.gathering.record import Record, paragraphs
from assessor.operations.goals import get_goal
from assessor.operations.histories import list_changes
from assessor.operations.plans import list_key_figures, list_versions
from assessor.operations.strategic_plan.front import (
    Adoption,
    Front,
    History,
    KeyFigure,
    Promise,
    Revision,
    Signature,
    Summary,
    TookPart,
)
from assessor.store import Engagement
from assessor.terms import Group

_CHANGE_WHEN = (
    "a measure misses its target twice",
    "a law, a leader or an officer changes",
    "a serious incident shows a gap",
)
_HOW_CHANGED = (
    "The steering group proposes, both heads sign, and the next edition lists what changed and why. "
    "Older editions stay readable."
)
_COVER_ORDER = (Group.SRO, Group.ADM, Group.TCH, Group.PAR, Group.STU, Group.SUP, Group.PRT)


def gather_front(engagement: Engagement, record: Record) -> Front:
    """Whose plan it is, its marks, and a dot for everyone who took part."""
    plan = record.plan
    people = people_by_group(engagement)
    newest = list_changes(engagement, limit=1)
    defaults = Front(record.client.name, record.agency)
    return Front(
        district=record.client.name,
        agency=record.agency,
        title=plan.title or defaults.title,
        subtitle=plan.subtitle or defaults.subtitle,
        short_title=_short_title(record),
        edition=plan.edition,
        draft="" if plan.adopted_on else plan.draft,
        confidential=plan.is_confidential and plan.adopted_on is None,
        adopted_on=plan.adopted_on,
        presented_on=plan.board_meets_on,
        took_part=tuple(TookPart(group, people[group]) for group in _COVER_ORDER if people.get(group)),
        identifier=record.client.id,
        made_at=newest[0].made_at if newest else datetime(2000, 1, 1, tzinfo=UTC),
        law_as_of=record.as_of if record.client.state else None,
    )


def gather_adoption(record: Record) -> Adoption:
    """The offices that sign: the superintendent, the head of each agency, the board."""
    signatures = [Signature("Superintendent", record.client.name)]
    signatures += [Signature(agency.head_title, agency.name) for agency in record.agencies[:2]]
    return Adoption((*signatures, Signature("President", "Board of Education")))


def gather_summary(engagement: Engagement, record: Record) -> Summary:
    """The page in plain language."""
    goals = [get_goal(engagement, goal.id) for goal in record.outline.goals]
    return Summary(
        claim=record.chapter("summary").claim,
        figures=tuple(KeyFigure(row.figure, row.label) for row in list_key_figures(engagement)[:4]),
        found=paragraphs(record.plan.found),
        will_do=tuple(
            Promise(str(goal.number), _without_marks(goal.summary or goal.title), _stressed(goal.summary))
            for goal in goals
        ),
        asks=paragraphs(record.plan.asked_of_board),
    )


def gather_history(engagement: Engagement) -> History:
    """How the plan is changed, and the versions there have been."""
    return History(
        _CHANGE_WHEN,
        _HOW_CHANGED,
        tuple(
            Revision(row.label, row.made_at.date(), row.what_changed, "", row.approved_by)
            for row in list_versions(engagement)
        ),
    )


def _short_title(record: Record) -> str:
    starts, ends = record.plan.starts_on, record.plan.ends_on
    years = f" {starts.year}–{ends.year}" if starts and ends else ""
    return f"Working together plan{years}"


def _stressed(text: str) -> str:
    """The words between a pair of asterisks, which are set bold."""
    parts = text.split("*")
    return parts[1] if len(parts) == 3 else ""


def _without_marks(text: str) -> str:
    return text.replace("*", "") if text.count("*") == 2 else text
