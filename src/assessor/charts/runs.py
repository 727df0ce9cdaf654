"""Run charts: a measure period by period, with its baseline, its target, and when actions took effect."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from assessor.charts.figures import round_step
from assessor.charts.run_series import PLAIN_WORDS, RunSeries, RunWords, said_of, value_of
from assessor.charts.spacing import push_apart
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.widths import fit_text, text_width
from assessor.terms import ValueState

_ROOM_FOR_WORDS = 0.6


@dataclass(frozen=True)
class _Frame:
    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float
    count: int

    def x(self, place: float) -> float:
        """Where a period stands; one alone stands in the middle."""
        if self.count < 2:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * place / (self.count - 1)

    def y(self, value: float) -> float:
        """How high a value stands."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def draw_run(
    series: RunSeries,
    style: ChartStyle,
    reading: str,
    width: float = 164,
    height: float = 112,
    words: RunWords = PLAIN_WORDS,
) -> str:
    """The chart as SVG; the axis starts at zero, lines break where a period has no value."""
    if not series.points:
        return draw_nothing(words.nothing, width, style, reading)
    drawing = Drawing(width, height, told(reading, list(_told(series, words))), style)
    frame = _frame(series, style, width, height)
    _draw_gaps(drawing, frame, series)
    _draw_breaks(drawing, frame, series, words)
    _draw_levels(drawing, frame, series)
    _draw_actions(drawing, frame, series)
    _draw_values(drawing, frame, series)
    _draw_ends(drawing, frame, series)
    _draw_periods(drawing, frame, series)
    return drawing.svg()


def _told(series: RunSeries, words: RunWords) -> Iterator[str]:
    if series.baseline is not None:
        yield f"{words.baseline} {said_of(series, series.baseline)}"
    if series.target is not None:
        yield f"{words.target} {said_of(series, series.target)}"
    if series.limits is not None:
        yield f"{words.limits} {said_of(series, series.limits[0])} – {said_of(series, series.limits[1])}"
    for place, point in enumerate(series.points):
        if place in series.breaks:
            yield words.definition
        value = value_of(point)
        missing = words.suppressed if point.state is ValueState.SUPPRESSED else words.not_collected
        yield f"{point.label} {missing if value is None else said_of(series, value)}"
    for action in series.actions:
        place = min(max(round(action.at), 0), len(series.points) - 1)
        yield f"{action.code} {series.points[place].label}"


def _levels(series: RunSeries) -> list[float]:
    values = [value_of(point) for point in series.points] + [series.baseline, series.target]
    return [value for value in (*values, *(series.limits or ())) if value is not None]


def _frame(series: RunSeries, style: ChartStyle, width: float, height: float) -> _Frame:
    levels = _levels(series) or [0.0]
    low, high = min(0.0, *levels), max(0.0, *levels)
    if low == high:
        high = 1.0
    step = round_step(high - low, 5)
    low, high = (low and low - step / 2), high + step * (_ROOM_FOR_WORDS if series.breaks else 0.15)
    ends = max(
        text_width(said_of(series, level), _last_size(style), style.sans, 600)
        for level in [*levels, low, high]
    )
    top = style.tiny * 1.3 + 10
    bottom = height - style.tiny * 1.9
    ends = max(ends, style.label * 2.75)  # so that small multiples line up
    return _Frame(5, width - ends - 9, top, bottom, low, high, len(series.points))


def _last_size(style: ChartStyle) -> float:
    return style.label * 1.28


def _draw_levels(drawing: Drawing, frame: _Frame, series: RunSeries) -> None:
    colors = drawing.style.colors
    drawing.line(frame.left, frame.y(0), frame.right, frame.y(0), colors.rule, 0.75)
    between = [frame.x(place - 0.5) for place in series.breaks]
    if series.baseline is not None:
        y = frame.y(series.baseline)
        drawing.line(frame.left, y, min([frame.right, *between]), y, colors.quiet, 0.9)
    for limit in series.limits or ():
        y = frame.y(limit)
        drawing.line(max([frame.left, *between]), y, frame.right, y, colors.quiet, 0.75, "1.5 2.5")
    if series.target is not None:
        y = frame.y(series.target)
        drawing.line(frame.left, y, frame.right, y, colors.accent, 1.1, "4 2.5")


def _draw_breaks(drawing: Drawing, frame: _Frame, series: RunSeries, words: RunWords) -> None:
    """A line from top to bottom where another definition begins, and what it is."""
    style, colors = drawing.style, drawing.style.colors
    for place in series.breaks:
        x = frame.x(place - 0.5)
        drawing.line(x, frame.top, x, frame.bottom, colors.grey, 0.9, "4 2.5")
        width = text_width(words.definition, style.tiny, style.sans)
        is_roomy = x + 4 + width <= frame.right
        left = x + 4 if is_roomy else max(x - 4 - width, 0.0)
        drawing.text(left, frame.top + style.tiny * 0.6, words.definition, style.tiny, colors.grey)


def _draw_gaps(drawing: Drawing, frame: _Frame, series: RunSeries) -> None:
    """A dash on the axis where nothing was collected, a hatched column where too few are behind the value."""
    half = (frame.x(1) - frame.x(0)) / 2 if frame.count > 1 else 6.0
    for place, point in enumerate(series.points):
        x = frame.x(place)
        if point.state is ValueState.SUPPRESSED:
            left, right = max(x - half, frame.left), min(x + half, frame.right)
            drawing.hatch(left, frame.top, right - left, frame.y(0) - frame.top)
        elif value_of(point) is None:
            dash = min(half, 2.5)
            drawing.line(x - dash, frame.y(0) - 4, x + dash, frame.y(0) - 4, drawing.style.colors.quiet, 1.2)


def _draw_actions(drawing: Drawing, frame: _Frame, series: RunSeries) -> None:
    style, colors = drawing.style, drawing.style.colors
    ordered = sorted(series.actions, key=lambda action: action.at)
    marks = [
        (frame.x(min(max(at, 0), frame.count - 1)), ", ".join(action.code for action in together))
        for at, together in groupby(ordered, key=lambda action: action.at)
    ]
    if not marks:
        return
    most = (drawing.width - 4 * len(marks)) / len(marks)
    codes = [fit_text(code, most, style.tiny, style.sans, 600) for _, code in marks]
    widths = [text_width(code, style.tiny, style.sans, 600) for code in codes]
    places = push_apart([x for x, _ in marks], widths, 0, drawing.width, 4)
    base = frame.top - 3
    for (x, _), code, place in zip(marks, codes, places, strict=True):
        drawing.line(
            x, base, x, frame.y(frame.low), colors.rule_light if style.is_paper else colors.rule, 0.6
        )
        drawing.polygon([(x - 3.5, base - 5.5), (x + 3.5, base - 5.5), (x, base)], colors.ink)
        drawing.text(place, style.tiny * 0.6, code, style.tiny, colors.ink, 600, "middle")


def _draw_values(drawing: Drawing, frame: _Frame, series: RunSeries) -> None:
    colors, size = drawing.style.colors, drawing.style.label / 9
    spots = [
        None if (value := value_of(point)) is None else (frame.x(place), frame.y(value))
        for place, point in enumerate(series.points)
    ]
    versions = [point.definition for point in series.points]
    for _, stretch in groupby(zip(spots, versions, strict=True), key=lambda each: (each[0] is None, each[1])):
        run = [spot for spot, _ in stretch if spot is not None]
        if len(run) > 1:
            drawing.path_line(run, colors.ink, 1.25 * size)
    known = [spot for spot in spots if spot is not None]
    if frame.count < 2 or frame.x(1) - frame.x(0) >= 4 * size:
        for x, y in known[:-1]:
            drawing.circle(x, y, 1.7 * size, colors.ink)
    if known:
        drawing.circle(*known[-1], 3.9 * size, colors.accent, colors.ground, 1)


def _draw_ends(drawing: Drawing, frame: _Frame, series: RunSeries) -> None:
    """The figures at the right: zero, baseline, target, and the last value large."""
    style, colors = drawing.style, drawing.style.colors
    known = [value for point in series.points if (value := value_of(point)) is not None]
    ends: list[tuple[float, str, float, int]] = []
    if series.baseline is not None:
        ends.append((series.baseline, colors.grey, style.label, 400))
    if series.target is not None:
        ends.append((series.target, colors.accent, style.label, 600))
    if known:
        ends.append((known[-1], colors.accent, _last_size(style), 700 if style.is_paper else 600))
    if all(end[0] for end in ends):
        ends.insert(0, (0.0, colors.grey, style.label, 400))
    said = {end: said_of(series, end[0]) if end[0] else "0" for end in ends}
    shown = [end for end in ends if end == ends[-1] or said[end] != said[ends[-1]] or end[3] == 600]
    sizes = [end[2] * (11 / 9) for end in shown]
    places = push_apart([frame.y(end[0]) for end in shown], sizes, 0, drawing.height)
    for end, place in zip(shown, places, strict=True):
        _, color, size, weight = end
        drawing.text(frame.right + 7, place, said[end], size, color, weight)


def _draw_periods(drawing: Drawing, frame: _Frame, series: RunSeries) -> None:
    """The first, a middle and the last period, as far as there is room."""
    style, count = drawing.style, frame.count
    middle = drawing.height - style.tiny * 0.7
    widths = {
        place: text_width(series.points[place].label, style.tiny, style.sans)
        for place in {0, count // 2, count - 1}
    }
    last = min(frame.right, drawing.width)
    taken: list[tuple[float, float]] = []
    for place in (0, count - 1, count // 2):
        x = frame.x(place)
        left = max(0.0, min(x - widths[place] / 2, last - widths[place]))
        left = frame.left if place == 0 and count > 1 else left
        if all(left > end + 6 or left + widths[place] < start - 6 for start, end in taken):
            said = fit_text(series.points[place].label, last - left + 1, style.tiny, style.sans)
            drawing.text(left, middle, said, style.tiny, style.colors.grey)
            taken.append((left, left + widths[place]))
