"""The figures of the plan: what a chapter tells, handed to the charts as they want it, for paper."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from assessor.charts.agreement import AgreementRow, draw_agreement
from assessor.charts.dots import ConfidenceRow, draw_confidence, draw_level, draw_priority, draw_twenty
from assessor.charts.ladders import LadderAim, LadderStep, draw_ladder
from assessor.charts.priorities import PriorityPoint, draw_priorities
from assessor.charts.run_series import RunAction, RunPoint, RunSeries
from assessor.charts.runs import draw_run
from assessor.charts.shares import ShareRow, draw_shares
from assessor.charts.styles import ChartStyle, paper_style
from assessor.charts.tracks import Stop, TrackScale, TrackStop, draw_track
from assessor.charts.voices import VoiceGroup, draw_voices
from assessor.operations.strategic_plan.agreements import Ladder
from assessor.operations.strategic_plan.findings import (
    Confidence,
    CountedEvidence,
    DocumentRating,
    Finding,
    GroupAnswers,
    Priority,
    RaisedBy,
    SurveyItem,
)
from assessor.operations.strategic_plan.front import TookPart
from assessor.operations.strategic_plan.goals import Track
from assessor.operations.strategic_plan.levels import GROUP_LABELS, Concern, ConfidenceLevel, PriorityLevel
from assessor.operations.strategic_plan.measures import Measure
from assessor.report.levels import CONCERN_WORDS
from assessor.report.words import period_label
from assessor.terms import Direction

_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


_LADDER, _LOW_LADDER = 150.0, 112.0  # how high its steps may rise


class Figures:
    """Draws each figure as inline SVG."""

    def __init__(self, smallest_group: int = 10, style: ChartStyle | None = None) -> None:
        self._style = style or paper_style()
        self._smallest = smallest_group
        self._hidden = f"Hidden: fewer than {smallest_group} answers."

    def agreement(self, item: SurveyItem, raised_by: Sequence[RaisedBy] = ()) -> Markup:
        """How each group answered one survey item; a hidden group keeps its row."""
        interviewed = {row.group for row in raised_by if "interview" in row.where}
        rows = [self._answers(answers, answers.group in interviewed) for answers in item.answers]
        return inline(draw_agreement(rows, self._style, item.claim or f"Answers to “{item.wording}”"))

    def _answers(self, answers: GroupAnswers, is_interviewed: bool) -> AgreementRow:
        name = answers.label or GROUP_LABELS[answers.group]
        if answers.shares:
            return AgreementRow(name, answers.shares, f"n {answers.n:,}", answers.group)
        more = " Their interviews are counted under “who raised it”." if is_interviewed else ""
        note = f"n < {self._smallest}"
        return AgreementRow(name, None, note, answers.group, self._hidden + more, is_hidden=True)

    def shares(self, counted: CountedEvidence) -> Markup:
        """Counted evidence as bars from zero."""
        rows = [
            ShareRow(share.name, share.percent, place == counted.stressed,
                     words="" if share.percent is not None else self._hidden)
            for place, share in enumerate(counted.shares)
        ]  # fmt: skip
        return inline(draw_shares(rows, self._style, counted.claim))

    def track(self, track: Track, width: float = 516) -> Markup:
        """Baseline, now, target and outlook on one line."""
        points = (
            (Stop.BASELINE, track.baseline),
            (Stop.NOW, track.now),
            (Stop.TARGET, track.target),
            (Stop.OUTLOOK, track.outlook),
        )
        stops = [TrackStop(stop, float(point.value), point.label) for stop, point in points if point]
        is_lower = track.direction is Direction.LOWER
        unit = f"{track.measured} {'Fewer' if is_lower else 'More'} is better →"
        limits = (float(track.limits[0]), float(track.limits[1])) if track.limits else None
        decimals = _decimals([point.value for _, point in points if point])
        scale = TrackScale(unit, decimals, is_lower, limits)
        return inline(draw_track(stops, scale, self._style, track.claim or track.measured, width))

    def rubric_level(self, rating: DocumentRating) -> Markup:
        """One rubric level on its bar."""
        reading = f"Criterion {rating.criterion}, {rating.wording}"
        return inline(draw_level(rating.level, self._style, reading, words="does not apply"))

    def confidence(self, confidence: Confidence) -> Markup:
        """The four components of the confidence check."""
        components = (
            ("Method limits", confidence.method_limits),
            ("Coherence", confidence.coherence),
            ("Adequacy", confidence.adequacy),
            ("Relevance", confidence.relevance),
        )
        order = list(Concern)
        rows = [ConfidenceRow(name, order.index(part), CONCERN_WORDS[part]) for name, part in components]
        return inline(draw_confidence(rows, self._style, "Concerns about the evidence"))

    def priority_scale(self, priority: Priority) -> Markup:
        """The score on its scale."""
        return inline(draw_priority(priority.score, self._style, "Priority score"))

    def priorities(self, findings: Sequence[Finding]) -> Markup:
        """Every finding by impact and effort."""
        points = [
            PriorityPoint(
                finding.code,
                finding.short_name,
                finding.priority.impact,
                finding.priority.effort,
                finding.priority.score,
                finding.priority.level is PriorityLevel.HIGH,
                finding.confidence.level in (ConfidenceLevel.LOW, ConfidenceLevel.VERY_LOW),
            )
            for finding in findings
        ]
        return inline(draw_priorities(points, self._style, "Findings by impact and effort"))

    def ladder(self, ladder: Ladder, is_low: bool = False) -> Markup:
        """The steps as a staircase on a line of school days."""
        steps = [
            LadderStep(step.number, step.name or step.who, step.name_note, step.days or 0)
            for step in ladder.steps
        ]
        aim = LadderAim(ladder.aim_step, ladder.aim) if ladder.aim else None
        reading = ladder.figure_claim or "Time allowed for each step"
        highest = _LOW_LADDER if is_low else _LADDER
        return inline(draw_ladder(steps, self._style, reading, aim=aim, highest=highest))

    def run(self, measure: Measure) -> Markup:
        """One measure by period."""
        periods = [value.period for value in measure.values]
        points = tuple(
            RunPoint(
                value.label or period_label(value.period),
                _float(value.value),
                value.state,
                value.definition,
            )
            for value in measure.values
        )
        actions = tuple(RunAction(mark.codes, _place(periods, mark.period)) for mark in measure.marks)
        values = [value.value for value in measure.values] + [measure.baseline, measure.target]
        series = RunSeries(
            points, _float(measure.baseline), _float(measure.target), actions, _decimals(values)
        )
        return inline(draw_run(series, self._style, f"{measure.code} {measure.name}, {measure.unit}"))

    def dots(self, percent: int, of: str) -> Markup:
        """A share as twenty dots."""
        return inline(draw_twenty(percent, self._style, of))

    def people(self, took_part: Sequence[TookPart]) -> tuple[Markup, int]:
        """Everyone who took part, officers at the center; and how many people a dot stands for."""
        groups = [VoiceGroup(GROUP_LABELS[took.group], took.people) for took in took_part]
        drawn = draw_voices(groups, self._style, "People who took part")
        return inline(drawn.svg), drawn.people_per_dot


def _place(periods: Sequence[date], day: date) -> float:
    """Where a day stands among the periods: 8 is the ninth, 8.5 halfway to the tenth."""
    before = sum(period <= day for period in periods)
    is_inside = before and (
        before == len(periods) or periods[before - 1].replace(day=1) == day.replace(day=1)
    )
    return max(before - 1, 0) if is_inside or not before else before - 0.5


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _decimals(values: Sequence[Decimal | None]) -> int:
    """The decimals the most exact of these values needs, at most three."""
    exponents = [value.normalize().as_tuple().exponent for value in values if value is not None]
    return min(max((max(-exponent, 0) for exponent in exponents if isinstance(exponent, int)), default=0), 3)


def inline(svg: str) -> Markup:
    """The chart in points: it is drawn with one unit a point."""
    sized = _SIZE.sub(r'width="\1pt" height="\2pt"', svg, count=1)
    return Markup(sized)  # noqa: S704 # our own charts write it and escape every text in it
