"""Printed results school by school: what each group says in each school, as far as the public may see it."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from assessor.charts.agreement import AgreementRow
from assessor.charts.items import ItemBlock, ItemsChart
from assessor.model import PublishedGroup
from assessor.operations.surveys.survey_breakdowns import break_down
from assessor.operations.surveys.survey_figures import ENGLISH, agreement_row
from assessor.operations.surveys.survey_reading import WaveAnswers, read_wave
from assessor.operations.surveys.survey_result_rows import Breakdown, WaveResults
from assessor.operations.surveys.survey_school_waves import is_near_another_wave
from assessor.operations.surveys.survey_splits import BY_SITE, SITE_NOT_KNOWN, Split, split_by
from assessor.store import Engagement
from assessor.terms import Group

_LEAST_SCHOOLS = 2


@dataclass(frozen=True)
class SchoolFigure:
    """What a group says in each school, construct by construct."""

    group: Group
    figure: ItemsChart
    left_out: tuple[str, ...]
    """The constructs of which fewer than two schools can be shown."""


@dataclass(frozen=True)
class SchoolPages:
    """The results of a wave school by school; nothing where its answers name no school."""

    figures: tuple[SchoolFigure, ...] = ()
    too_small: tuple[Group, ...] = ()
    """The groups that name schools, of which fewer than two can be shown."""
    too_near: tuple[Group, ...] = ()
    """The groups in which a few people of a school came or went since results were printed."""
    is_known: bool = False
    """Whether the school of anybody who may be counted is known."""


NO_SCHOOLS: Final = SchoolPages()


def school_pages(engagement: Engagement, results: WaveResults) -> SchoolPages:
    """Every group school by school: the constructs of which two schools or more can be shown."""
    with engagement.reading() as session:
        wave = read_wave(session, results.wave_id, results.audience)
        split = split_by(session, wave, BY_SITE)
        groups = [group for group in Group if group in results.with_schools]
        near = tuple(
            group
            for group in groups
            if _is_too_near(session, wave, group) or is_near_another_wave(session, wave, group)
        )
    told = [_of_group(wave, split, results, group) for group in groups if group not in near]
    figures = tuple(each for each in told if each.figure.blocks)
    small = tuple(each.group for each in told if not each.figure.blocks)
    return SchoolPages(figures, small, near, bool(results.with_schools))


def _of_group(wave: WaveAnswers, split: Split, results: WaveResults, group: Group) -> SchoolFigure:
    blocks: list[ItemBlock] = []
    left_out: list[str] = []
    for construct in results.constructs:
        if not construct.of(group).is_shown:
            continue
        found = break_down(wave, construct.code, split, group)
        if _schools_shown(found) < _LEAST_SCHOOLS:
            left_out.append(construct.name)
        else:
            blocks.append(ItemBlock("", construct.name, _rows(found)))
    reading = f"{ENGLISH.groups[group]}, school by school"
    return SchoolFigure(group, ItemsChart(reading, tuple(blocks)), tuple(left_out))


def _is_too_near(session: Session, wave: WaveAnswers, group: Group) -> bool:
    """Whether a school differs by a few persons from what was printed of it (domain.md 2.6 rule 5).

    Of those whose table was removed since, nobody knows any more which school they belonged to.
    """
    query = select(PublishedGroup).where(
        PublishedGroup.wave_id == wave.wave.id,
        PublishedGroup.group == group,
        PublishedGroup.by == BY_SITE,
    )
    sets = wave.of(group).sets
    for row in session.scalars(query):
        came: Counter[str | None] = Counter()
        for each in sets:
            if each.import_id not in row.imports:
                came[each.site_id] += each.n
        if sum(each.n for each in sets) - came.total() != row.n:
            return True
        if any(0 < n < wave.threshold for n in came.values()):
            return True
    return False


def _schools_shown(found: Breakdown) -> int:
    return sum(answers.is_shown for label, answers in found.parts if label != SITE_NOT_KNOWN)


def _rows(found: Breakdown) -> tuple[AgreementRow, ...]:
    parts = (*found.parts, ("Together", found.total))
    return tuple(agreement_row(label, answers, None) for label, answers in parts)
