"""Groups of respondents in what was published, so that a later figure gives nobody away by subtraction."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import PlanVersion, PublishedGroup, SurveyImport, SurveyWave
from assessor.operations.surveys.responses import AnswerSet
from assessor.store import Engagement
from assessor.terms import Group, Published


@dataclass(frozen=True)
class ShownGroup:
    """A group of a wave as it is published: how many persons of it came with each import."""

    wave_id: str
    group: Group | None
    persons: Mapping[str, int]
    by: str = ""
    """What it is broken down by; empty for a whole group."""


@dataclass(frozen=True)
class PublishedGroupRow:
    """A group as a released plan or printed results show it."""

    what: Published
    published_at: datetime
    version: str
    """The label of the plan's version; empty for printed results."""
    wave_id: str | None
    wave: str
    group: Group | None
    n: int
    by: str


def list_published(engagement: Engagement, wave_id: str = "") -> list[PublishedGroupRow]:
    """What was published of survey groups, the newest first; of one wave or of all."""
    query = (
        select(PublishedGroup, PlanVersion.label, SurveyWave.title)
        .join(PlanVersion, PlanVersion.id == PublishedGroup.version_id, isouter=True)
        .join(SurveyWave, SurveyWave.id == PublishedGroup.wave_id, isouter=True)
        .order_by(PublishedGroup.published_at.desc(), SurveyWave.title)
    )
    if wave_id:
        query = query.where(PublishedGroup.wave_id == wave_id)
    with engagement.reading() as session:
        return [
            PublishedGroupRow(
                row.what, row.published_at, label or "", row.wave_id, title or "", row.group, row.n, row.by
            )
            for row, label, title in session.execute(query)
        ]


def publish_groups(session: Session, shown: Iterable[ShownGroup], version_id: str | None = None) -> None:
    """Keep, within the change that publishes, which respondents stand behind the figures of groups.

    Without a plan's version they are printed results: the same people printed again are not kept twice.
    """
    what = Published.PLAN if version_id else Published.SURVEY_RESULTS
    at = datetime.now(UTC)
    for each in shown:
        imports, n = sorted(each.persons), sum(each.persons.values())
        if version_id is None and _is_published(session, each, imports, n):
            continue
        kept = PublishedGroup(what=what, published_at=at, version_id=version_id, wave_id=each.wave_id)
        kept.group, kept.by, kept.imports, kept.n = each.group, each.by, imports, n
        session.add(kept)


def _is_published(session: Session, each: ShownGroup, imports: list[str], n: int) -> bool:
    query = select(PublishedGroup.imports).where(
        PublishedGroup.what == Published.SURVEY_RESULTS,
        PublishedGroup.wave_id == each.wave_id,
        PublishedGroup.group.is_not_distinct_from(each.group),
        PublishedGroup.by == each.by,
        PublishedGroup.n == n,
    )
    return imports in session.scalars(query).all()


def persons_by_import(sets: Iterable[AnswerSet]) -> dict[str, int]:
    """How many persons came with each import."""
    persons: Counter[str] = Counter()
    for found in sets:
        persons[found.import_id] += found.n
    return dict(persons)


def groups_too_near(
    session: Session, wave_id: str, persons: Mapping[Group | None, Mapping[str, int]], threshold: int
) -> dict[Group | None, str]:
    """The groups whose persons, by import, differ from published ones by fewer than the threshold, and why.

    Persons who came and persons who went are counted together. Where a table that was published has been
    removed since, those who came may be the same people brought in anew: then only by how many they are
    more or fewer counts. Source: domain.md 2.6 rule 5, fault 43.
    """
    query = (
        select(PublishedGroup, PlanVersion.label)
        .join(PlanVersion, PlanVersion.id == PublishedGroup.version_id, isouter=True)
        .where(PublishedGroup.wave_id == wave_id, PublishedGroup.by == "")
        .order_by(PublishedGroup.published_at)
    )
    here = set(session.scalars(select(SurveyImport.id).where(SurveyImport.wave_id == wave_id)))
    return {
        row.group: (
            f"Hidden: these are nearly the same people as {_where(row, label)}. "
            f"Fewer than {threshold} differ, and what they said could be worked out."
        )
        for row, label in session.execute(query)
        if 0 < _differing(row, persons.get(row.group, {}), here) < threshold
    }


def _differing(row: PublishedGroup, now: Mapping[str, int], here: Collection[str]) -> int:
    """By how many persons a group differs at least from what was published of it."""
    still = sum(n for import_id, n in now.items() if import_id in row.imports)
    went, came = row.n - still, sum(now.values()) - still
    return went + came if all(each in here for each in row.imports) else abs(went - came)


def _where(row: PublishedGroup, label: str | None) -> str:
    when = row.published_at.astimezone()
    day = f"{when:%b} {when.day}, {when.year}"
    return f"in “{label}”, which was released on {day}" if label else f"in the results printed on {day}"
