"""Results school by school that were printed of another wave: a reader can put both side by side."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assessor.analysis.differencing import rule_on_wave_table
from assessor.model import PublishedGroup, ResponseSet
from assessor.operations.surveys.survey_reading import WaveAnswers
from assessor.operations.surveys.survey_splits import BY_SITE
from assessor.terms import Group


def is_near_another_wave(session: Session, wave: WaveAnswers, group: Group) -> bool:
    """Whether a school has nearly as many persons of a group as in a printed wave (domain.md 2.6 rule 5).

    Only schools that could be shown in both waves are looked at. Of a wave whose table was removed since,
    nobody knows any more which schools were shown.
    """
    now = wave.of(group).sites
    for n, imports in _printed(session, wave, group):
        query = (
            select(ResponseSet.site_id, func.sum(ResponseSet.n))
            .where(ResponseSet.import_id.in_(imports), ResponseSet.group == group)
            .group_by(ResponseSet.site_id)
        )
        before = {site: int(people) for site, people in session.execute(query)}
        if sum(before.values()) != n:
            return True
        shown = [site for site in before.keys() & now.keys() if site]
        pairs = [(before[site], now[site]) for site in shown]
        if any(
            min(pair) >= wave.threshold and not rule_on_wave_table(*pair, wave.threshold).allowed
            for pair in pairs
        ):
            return True
    return False


def _printed(session: Session, wave: WaveAnswers, group: Group) -> list[tuple[int, list[str]]]:
    """Of what was printed by school of other waves: how many of a group, and the imports they came with."""
    query = select(PublishedGroup.n, PublishedGroup.imports).where(
        PublishedGroup.by == BY_SITE,
        PublishedGroup.group == group,
        PublishedGroup.wave_id.is_not(None),
        PublishedGroup.wave_id != wave.wave.id,
    )
    return [(n, list(imports)) for n, imports in session.execute(query)]
