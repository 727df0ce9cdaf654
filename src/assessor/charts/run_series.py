"""What a run chart shows: periods with their values in four states, levels, actions; as a table too."""

from dataclasses import dataclass

from assessor.charts.figures import figure
from assessor.charts.tables import ChartTable, TableRow
from assessor.terms import ValueState


@dataclass(frozen=True)
class RunPoint:
    """A period and what is known of the measure in it; a value only in the states VALUE and ZERO.

    `definition` is the version it was counted by: no line goes from one to another.
    """

    label: str
    value: float | None = None
    state: ValueState = ValueState.VALUE
    definition: int = 1


@dataclass(frozen=True)
class RunAction:
    """An action's code, and where it took effect: 8 is the ninth period, 8.5 halfway to the tenth."""

    code: str
    at: float


@dataclass(frozen=True)
class RunWords:
    """The words the chart itself says."""

    baseline: str = "baseline"
    target: str = "target"
    last: str = "last"
    not_collected: str = "not collected"
    suppressed: str = "too few to show"
    definition: str = "new definition"
    limits: str = "chance limits"
    period: str = "Period"
    value: str = "Value"
    nothing: str = "No values yet."


PLAIN_WORDS = RunWords()


@dataclass(frozen=True)
class RunSeries:
    """All that one run chart shows."""

    points: tuple[RunPoint, ...]
    baseline: float | None = None  # the median of the periods before the plan
    target: float | None = None
    actions: tuple[RunAction, ...] = ()
    decimals: int = 0
    suffix: str = ""
    limits: tuple[float, float] | None = None  # of a count by the newest definition: chance moves it within

    @property
    def breaks(self) -> tuple[int, ...]:
        """The places from which on another definition counts."""
        versions = [point.definition for point in self.points]
        return tuple(place for place in range(1, len(versions)) if versions[place] != versions[place - 1])


def value_of(point: RunPoint) -> float | None:
    """What is drawn of a period: a zero is a value, a gap is none."""
    if point.state is ValueState.ZERO:
        return 0.0
    return point.value if point.state is ValueState.VALUE else None


def said_of(series: RunSeries, value: float) -> str:
    return figure(value, series.decimals) + series.suffix


def run_table(series: RunSeries, caption: str, words: RunWords = PLAIN_WORDS) -> ChartTable:
    """The numbers of the chart, period by period, from the same description."""
    rows = []
    for place, point in enumerate(series.points):
        if place in series.breaks:
            rows.append(TableRow((words.definition,), is_head=True))
        value = value_of(point)
        is_hidden = point.state is ValueState.SUPPRESSED
        missing = words.suppressed if is_hidden else words.not_collected
        said = missing if value is None else said_of(series, value)
        rows.append(TableRow((point.label, said), is_hidden=is_hidden))
    return ChartTable(caption, (words.period, words.value), tuple(rows))
