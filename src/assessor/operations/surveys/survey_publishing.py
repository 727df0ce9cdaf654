"""Printing results for others: whom they show is noted, so that the next ones give nobody away.

Looking at the pages notes nothing; saving them does. What cannot be noted is not saved: nobody could know
later that the pages are about, and a few people's answers could be worked out from the next ones.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from assessor.operations.surveys.published_groups import (
    ShownGroup,
    groups_too_near,
    persons_by_import,
    publish_groups,
)
from assessor.operations.surveys.survey_rates import group_count
from assessor.operations.surveys.survey_reading import read_wave, threshold_for
from assessor.operations.surveys.survey_reports import SurveyReport, gather_survey_report, wave_before
from assessor.operations.surveys.survey_result_rows import Audience
from assessor.operations.surveys.survey_splits import BY_SITE
from assessor.store import Engagement
from assessor.terms import CannotDo, Group


@dataclass(frozen=True)
class Publication:
    """Results as they are to be printed, and the groups that they show."""

    report: SurveyReport
    shown: tuple[ShownGroup, ...]


def gather_publication(engagement: Engagement, wave_id: str, made_at: datetime | None = None) -> Publication:
    """The results of a wave for the public, and whom they show. Raises CannotDo where nobody answered yet."""
    report = gather_survey_report(engagement, wave_id, made_at)
    earlier = wave_before(engagement, wave_id) if report.changes else ""
    with engagement.reading() as session:
        shown = groups_told(session, wave_id)
        told = {each.group for each in shown}
        before = groups_told(session, earlier) if earlier else []
    if sum(sum(each.persons.values()) for each in shown) != report.answers:
        raise CannotDo("More answers came in while the results were gathered. Print them again.")
    schools = {figure.group for figure in report.schools.figures}
    by_school = [replace(each, by=BY_SITE) for each in shown if each.group in schools]
    return Publication(report, (*shown, *by_school, *(each for each in before if each.group in told)))


def groups_told(session: Session, wave_id: str) -> list[ShownGroup]:
    """The groups of a wave that the public may see, within a lookup."""
    wave = read_wave(session, wave_id, Audience.PUBLIC)
    return [
        ShownGroup(wave_id, group, persons_by_import(given.sets))
        for group, given in wave.answers.items()
        if not group_count(wave, group).is_hidden
    ]


def check_can_note(engagement: Engagement) -> None:
    """Raise CannotDo where the file can only be read, with what to do."""
    if engagement.read_only:
        raise CannotDo(f"Whom printed results show has to be noted in the file. {engagement.read_only}")


@contextmanager
def publishing(engagement: Engagement, publication: Publication) -> Iterator[None]:
    """One change that notes whom results show, kept once they are written inside the block.

    Printed again with the same people, nothing is added. Raises CannotDo where the file can only be read, and
    where something was published since that is about nearly the same people.
    """
    check_can_note(engagement)
    with engagement.change("Publish survey results") as session:
        _refuse_too_near(session, publication)
        publish_groups(session, publication.shown)
        session.flush()
        yield


def _refuse_too_near(session: Session, publication: Publication) -> None:
    persons: defaultdict[str, dict[Group | None, dict[str, int]]] = defaultdict(dict)
    for each in publication.shown:
        persons[each.wave_id][each.group] = dict(each.persons)
    threshold = threshold_for(session, Audience.PUBLIC)
    for wave_id, groups in persons.items():
        if groups_too_near(session, wave_id, groups, threshold).keys() & groups.keys():
            raise CannotDo(
                "Something was published since of nearly the same people. Print the results again: "
                "they leave out what would give anybody away."
            )
