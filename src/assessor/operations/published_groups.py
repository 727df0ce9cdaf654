"""Groups of respondents in released plans, so that a later figure gives nobody away by subtraction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.model import PlanVersion, PublishedGroup, SurveyWave
from assessor.operations.responses import AnswerSet
from assessor.store import Engagement
from assessor.terms import Group


@dataclass(frozen=True)
class PublishedGroupRow:
    """A group as a released plan shows it."""

    version: str
    wave_id: str | None
    wave: str
    group: Group | None
    n: int


def list_published(engagement: Engagement, wave_id: str = "") -> list[PublishedGroupRow]:
    """What released plans show of survey groups, the newest plan first; of one wave or of all."""
    query = (
        select(
            PlanVersion.label,
            PublishedGroup.wave_id,
            SurveyWave.title,
            PublishedGroup.group,
            PublishedGroup.n,
        )
        .join(PlanVersion, PlanVersion.id == PublishedGroup.version_id)
        .join(SurveyWave, SurveyWave.id == PublishedGroup.wave_id, isouter=True)
        .order_by(PlanVersion.number.desc(), SurveyWave.title)
    )
    if wave_id:
        query = query.where(PublishedGroup.wave_id == wave_id)
    with engagement.reading() as session:
        return [PublishedGroupRow(row[0], row[1], row[2] or "", *row[3:]) for row in session.execute(query)]


def publish_groups(
    session: Session, version_id: str, wave_id: str, told: Mapping[Group | None, Sequence[AnswerSet]]
) -> None:
    """Keep, within the change that releases a plan, which respondents stand behind its figures of a wave."""
    for group, sets in told.items():
        imports = sorted({found.import_id for found in sets})
        n = sum(found.n for found in sets)
        session.add(PublishedGroup(version_id=version_id, wave_id=wave_id, group=group, imports=imports, n=n))


def groups_too_near(
    session: Session, wave_id: str, sets: Mapping[Group | None, Sequence[AnswerSet]], threshold: int
) -> dict[Group | None, str]:
    """The groups whose respondents differ from those of a released plan by fewer than the threshold, and why.

    Persons who came and persons who went are counted together. Source: domain.md 2.6 rule 5, fault 43.
    """
    query = (
        select(PublishedGroup, PlanVersion.label)
        .join(PlanVersion, PlanVersion.id == PublishedGroup.version_id)
        .where(PublishedGroup.wave_id == wave_id)
    )
    found: dict[Group | None, str] = {}
    for row, label in session.execute(query):
        now = _persons_by_import(sets.get(row.group, ()))
        still = sum(n for import_id, n in now.items() if import_id in row.imports)
        others = (row.n - still) + (sum(now.values()) - still)
        if 0 < others < threshold:
            found[row.group] = (
                f"Hidden: these are nearly the same people as in “{label}”, which is released. Fewer than "
                f"{threshold} differ, and what they said could be worked out."
            )
    return found


def _persons_by_import(sets: Iterable[AnswerSet]) -> dict[str, int]:
    persons: defaultdict[str, int] = defaultdict(int)
    for found in sets:
        persons[found.import_id] += found.n
    return persons
