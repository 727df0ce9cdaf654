"""Everything the printed results of a survey wave may say, gathered once, as the public may see it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select

from assessor.analysis.bands import Band
from assessor.analysis.rounding import shown
from assessor.charts.gaps import GapChart
from assessor.charts.items import ItemsChart
from assessor.charts.profiles import ProfileChart
from assessor.charts.rates import RatesChart
from assessor.charts.shares import ShareRow, SharesChart, SharesWords
from assessor.model import Client
from assessor.operations.strategic_plan.levels import GROUP_LABELS
from assessor.operations.surveys.survey_change_rows import WaveChanges
from assessor.operations.surveys.survey_changes import compare_waves
from assessor.operations.surveys.survey_comments import CommentRow, list_open_comments
from assessor.operations.surveys.survey_figures import (
    constructs_figure,
    items_figure,
    profile_figure,
    question_figure,
    rates_figure,
    untold_words,
)
from assessor.operations.surveys.survey_gap_figures import (
    by_difference,
    change_figure,
    gap_figure,
    gap_words,
    item_gaps,
)
from assessor.operations.surveys.survey_result_rows import Answers, Audience, ConstructResult, WaveResults
from assessor.operations.surveys.survey_results import get_results
from assessor.operations.surveys.survey_school_figures import NO_SCHOOLS, SchoolPages, school_pages
from assessor.operations.surveys.survey_waves import WaveRow, list_waves
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

PAIR = (Group.SRO, Group.ADM)
_STAGES = 5


@dataclass(frozen=True)
class ConstructPage:
    """A construct item by item, with how well its items hang together where that may be told."""

    code: str
    name: str
    definition: str
    figure: ItemsChart
    reliability: str


@dataclass(frozen=True)
class QuotedComments:
    """What people wrote to a question, as far as it was cleared, each with the group and level it is from."""

    question: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SurveyReport:
    """The printed results of a wave."""

    client: str
    title: str
    opened_on: date | None
    closed_on: date | None
    answers: int
    """Of the groups that may be shown."""
    smallest_group: int
    took_part: tuple[tuple[str, int], ...]
    """The groups that may be counted, in the usual order."""
    hidden: tuple[str, ...]
    """The groups too small to show."""
    cautions: tuple[str, ...]
    """Of groups of which fewer answered than expected."""
    rates: RatesChart
    profile: ProfileChart
    constructs: ItemsChart
    pages: tuple[ConstructPage, ...]
    concerns: tuple[str, ...]
    """Constructs that read as a concern in a group that may be shown."""
    strengths: tuple[str, ...]
    """Constructs that read as a strength in every group that may be shown."""
    gaps: GapChart | None
    """Officers and administrators, construct by construct; None where one of them may not be shown."""
    item_gaps: GapChart | None
    widest: str
    mirror_gap: Decimal | None
    stage: SharesChart | None
    stages_to_discuss: bool
    yes_no: tuple[SharesChart, ...]
    changes: tuple[GapChart, ...]
    """Since the wave before, a chart a group that was asked alike; groups hidden in a wave say so."""
    before: str
    """The title of the wave before; empty where this is the first."""
    comments: tuple[QuotedComments, ...]
    identifier: str
    made_at: datetime
    language: str = "en-US"
    schools: SchoolPages = NO_SCHOOLS
    held_back: tuple[str, ...] = ()
    """The groups of nearly the same people as in what was published before; `cautions` say so."""


def find_wave(engagement: Engagement, title: str = "") -> str:
    """The id of the wave of a title, or of the newest. Raises CannotDo where there is none, or several."""
    waves = list_waves(engagement)
    if not waves:
        raise CannotDo("There is no survey wave yet. Bring in answers first.")
    if not title:
        return waves[0].id
    found = [wave for wave in waves if wave.title.casefold() == title.strip().casefold()]
    if len(found) > 1:
        raise CannotDo(f"{len(found)} waves are called {title}. Give each a title of its own first.")
    if not found:
        raise CannotDo(f"No wave is called {title}. Known waves: {_titles(waves)}.")
    return found[0].id


def wave_before(engagement: Engagement, wave_id: str) -> str:
    """The id of the wave before one; empty where it is the first."""
    ids = [wave.id for wave in list_waves(engagement)]
    return next(iter(ids[ids.index(wave_id) + 1 :]), "")


def gather_survey_report(
    engagement: Engagement, wave_id: str, made_at: datetime | None = None
) -> SurveyReport:
    """The results of a wave as the public may see them. Raises CannotDo where nobody answered yet."""
    results = _answered(engagement, wave_id)
    is_compared = any(gap.gap for gap in results.gaps)
    counts = [(GROUP_LABELS[count.group], count) for count in results.groups if count.group]
    changes = _changes(engagement, wave_id)
    return SurveyReport(
        client=_client(engagement),
        title=results.title,
        opened_on=results.opened_on,
        closed_on=results.closed_on,
        answers=results.answers,
        smallest_group=results.threshold,
        took_part=tuple((name, count.n) for name, count in counts if count.n),
        hidden=tuple(name for name, count in counts if count.is_hidden and not count.is_held_back),
        held_back=tuple(name for name, count in counts if count.is_held_back),
        cautions=tuple(f"{name}: {count.caution}" for name, count in counts if count.caution),
        rates=rates_figure(results),
        profile=profile_figure(results),
        constructs=constructs_figure(results),
        pages=tuple(_page(results, construct) for construct in results.constructs),
        concerns=_reading(results, Band.CONCERN, any),
        strengths=_reading(results, Band.STRENGTH, all),
        gaps=_gaps(results) if is_compared else None,
        item_gaps=_item_gaps(results) if is_compared else None,
        widest=_widest(results),
        mirror_gap=results.mirror_gap,
        stage=_stage(results),
        stages_to_discuss=bool(results.stage and results.stage.to_discuss),
        yes_no=tuple(question_figure(each) for each in results.questions if each.kind == "yes_no"),
        changes=_change_figures(changes),
        before=changes.before_title if changes else "",
        comments=_comments(list_open_comments(engagement, wave_id, Audience.PUBLIC)),
        identifier=wave_id,
        made_at=made_at or datetime.now(UTC),
        schools=school_pages(engagement, results),
    )


def _answered(engagement: Engagement, wave_id: str) -> WaveResults:
    results = get_results(engagement, wave_id, Audience.PUBLIC)
    if not results.groups or all(count.n == 0 for count in results.groups):
        raise CannotDo("Nobody answered in this wave yet, so there are no results to print.")
    return results


def _page(results: WaveResults, construct: ConstructResult) -> ConstructPage:
    figure = items_figure(results, construct)
    told = [
        f"{GROUP_LABELS[group]} {construct.reliability[group].words}"
        for group in Group
        if group in construct.reliability and construct.reliability[group].value is not None
    ]
    reading = f"{construct.name}, item by item"
    return ConstructPage(
        construct.code,
        construct.name,
        construct.definition,
        replace(figure, reading=reading),
        "; ".join(told),
    )


def _gaps(results: WaveResults) -> GapChart:
    reading = "Where officers and administrators differ, construct by construct"
    return gap_figure(results.gaps, PAIR, reading, gap_words(results, PAIR))


def _item_gaps(results: WaveResults) -> GapChart:
    reading = "Where officers and administrators differ, item by item"
    return gap_figure(item_gaps(results.gaps), PAIR, reading, gap_words(results, PAIR))


def _widest(results: WaveResults) -> str:
    """The construct on which the two differ most; empty where they may not be compared."""
    told = [gap for gap in sorted(results.gaps, key=by_difference) if gap.difference is not None]
    return told[0].name if told else ""


def _reading(results: WaveResults, band: Band, enough: Callable[[Iterable[bool]], bool]) -> tuple[str, ...]:
    """The constructs that read so in any or in all of the groups that may be shown."""
    told = {each.name: [one.band for one in each.groups.values() if one.band] for each in results.constructs}
    return tuple(name for name, bands in told.items() if bands and enough(found is band for found in bands))


def _stage(results: WaveResults) -> SharesChart | None:
    """Both ratings side by side, on the stages from 0 to 5."""
    if results.stage is None:
        return None
    sides = zip(PAIR, (results.stage.sros, results.stage.administrators), strict=True)
    words = SharesWords(label="Group", share="Mean stage, 0 to 5")
    rows = tuple(_stage_row(GROUP_LABELS[group], answers) for group, answers in sides)
    return SharesChart("How far along officers and administrators say they are", rows, words, _STAGES)


def _stage_row(label: str, answers: Answers) -> ShareRow:
    if answers.mean is None:
        return ShareRow(label, None, words=untold_words(answers) or "no rating", n=None)
    figure = str(shown(answers.mean, 1))
    return ShareRow(label, float(answers.mean), figure=figure, n=answers.n, dont_know=answers.dont_know_words)


def _changes(engagement: Engagement, wave_id: str) -> WaveChanges | None:
    """What changed since the wave before, as the public may see it; None where this is the first."""
    before = wave_before(engagement, wave_id)
    return compare_waves(engagement, before, wave_id, Audience.PUBLIC) if before else None


def _change_figures(changes: WaveChanges | None) -> tuple[GapChart, ...]:
    if changes is None:
        return ()
    titles = (changes.before_title, changes.after_title)
    told = [each for each in changes.groups if not each.why]
    figures = (
        change_figure(each, titles, f"Change among {GROUP_LABELS[each.group].lower()}") for each in told
    )
    return tuple(figure for figure in figures if figure.rows)


def _comments(rows: list[CommentRow]) -> tuple[QuotedComments, ...]:
    questions = dict.fromkeys(row.question for row in rows)
    return tuple(
        QuotedComments(question, tuple((row.text, _who(row)) for row in rows if row.question == question))
        for question in questions
    )


def _who(row: CommentRow) -> str:
    group = GROUP_LABELS[row.group] if row.group else ""
    return ", ".join(part for part in (group, row.level) if part)


def _titles(waves: list[WaveRow]) -> str:
    return ", ".join(wave.title for wave in waves)


def _client(engagement: Engagement) -> str:
    with engagement.reading() as session:
        return session.scalar(select(Client.name)) or ""
