"""The way of a measure from its baseline over now to its target, with the scale it runs on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from assessor.charts.figures import decimals_of, figure, round_ticks
from assessor.charts.spacing import push_apart
from assessor.charts.styles import ChartStyle
from assessor.charts.svg import Drawing, draw_nothing, told
from assessor.charts.widths import fit_text, text_width

_THICK = 6.0
_INSET = 10.0  # room for a mark at either end


class Stop(Enum):
    """What a mark on the track stands for."""

    BASELINE = "baseline"
    NOW = "now"
    TARGET = "target"
    OUTLOOK = "outlook"


@dataclass(frozen=True)
class TrackStop:
    """One mark: its value and what is said above it: "Baseline, 2025–26"."""

    stop: Stop
    value: float
    label: str


@dataclass(frozen=True)
class TrackScale:
    """How the measure is read: decimals, which way is better, the unit line, and its natural limits."""

    unit: str = ""  # "Calls per 100 students a year. Fewer is better →"
    decimals: int = 1
    lower_is_better: bool = False
    limits: tuple[float, float] | None = None  # (0, 100) for a percentage
    suffix: str = ""  # "%"


@dataclass(frozen=True)
class _Heights:
    """Centers of the lines of text and of the track, from the top."""

    value: float
    label: float
    line: float
    tick: float
    unit: float
    whole: float


_PAPER = _Heights(12, 28.5, 48, 66, 79, 86)
_SCREEN = _Heights(13, 35, 58, 78, 98, 108)


@dataclass(frozen=True)
class _Axis:
    heights: _Heights
    ticks: tuple[float, ...]
    left: float
    right: float
    is_turned: bool

    def place(self, value: float) -> float:
        """Where a value stands; better is always further right."""
        part = (value - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return self.left + (self.right - self.left) * (1 - part if self.is_turned else part)


def draw_track(
    stops: Sequence[TrackStop],
    scale: TrackScale,
    style: ChartStyle,
    reading: str,
    width: float = 516,
    nothing: str = "No baseline yet.",
) -> str:
    """The chart as SVG; better is to the right, and the axis need not start at zero."""
    if not stops:
        return draw_nothing(nothing, width, style, reading)
    values = [f"{stop.label}: {_said(stop.value, scale)}" for stop in stops]
    axis = _axis(stops, scale, width, _PAPER if style.is_paper else _SCREEN)
    drawing = Drawing(width, axis.heights.whole, told(reading, [*values, scale.unit]), style)
    _draw_axis(drawing, axis, scale)
    _draw_way(drawing, axis, stops)
    _draw_labels(drawing, axis, stops, scale)
    for stop in sorted(stops, key=lambda stop: stop.stop is Stop.NOW):
        _draw_stop(drawing, stop.stop, axis.place(stop.value), axis.heights.line)
    return drawing.svg()


def _said(value: float, scale: TrackScale) -> str:
    return figure(value, scale.decimals) + scale.suffix


def _axis(stops: Sequence[TrackStop], scale: TrackScale, width: float, heights: _Heights) -> _Axis:
    values = [stop.value for stop in stops]
    low, high = min(values), max(values)
    spare = (high - low) * 0.06 or max(abs(high) * 0.1, 10.0**-scale.decimals)
    low, high = low - spare, high + spare
    if low < 0 <= min(values):
        low = 0
    if scale.limits:
        low, high = max(low, min(*values, scale.limits[0])), min(high, max(*values, scale.limits[1]))
    return _Axis(heights, round_ticks(low, high, 4), _INSET, width - _INSET, scale.lower_is_better)


def _draw_axis(drawing: Drawing, axis: _Axis, scale: TrackScale) -> None:
    style, colors, at = drawing.style, drawing.style.colors, axis.heights
    color = colors.rule_light if style.is_paper else colors.empty
    drawing.line(axis.left, at.line, axis.right, at.line, color, _THICK)
    decimals = decimals_of(axis.ticks)
    for tick in axis.ticks:
        x = axis.place(tick)
        drawing.line(x, at.line + 7, x, at.line + 11, colors.rule)
        said = figure(tick, decimals)
        half = text_width(said, style.tiny, style.sans) / 2
        x = min(max(x, half), drawing.width - half)
        drawing.text(x, at.tick, said, style.tiny, colors.grey, anchor="middle")
    unit = _fit(scale.unit, ". ", axis.right - axis.left, style)
    drawing.text(axis.left, at.unit, unit, style.note, colors.grey)


def _fit(said: str, parted_by: str, width: float, style: ChartStyle, weight: int = 400) -> str:
    """The words, their first part where there is no room for all, or as much of it as there is room for."""
    if text_width(said, style.note, style.sans, weight) > width:
        said = said.split(parted_by, maxsplit=1)[0]
    return fit_text(said, width, style.note, style.sans, weight)


def _draw_way(drawing: Drawing, axis: _Axis, stops: Sequence[TrackStop]) -> None:
    """The part of the way gone, or lost."""
    at = {stop.stop: axis.place(stop.value) for stop in stops}
    if Stop.BASELINE in at and Stop.NOW in at:
        start, end = at[Stop.BASELINE], at[Stop.NOW]
        colors = drawing.style.colors
        color = colors.accent if end >= start else colors.concern
        drawing.line(start, axis.heights.line, end, axis.heights.line, color, _THICK)


def _draw_labels(drawing: Drawing, axis: _Axis, stops: Sequence[TrackStop], scale: TrackScale) -> None:
    style, colors = drawing.style, drawing.style.colors
    most = drawing.width / len(stops) - 8
    labels = [_fit(stop.label, ", ", most, style, _weight(stop)) for stop in stops]
    widths = [
        max(
            text_width(label, style.note, style.sans, 600),
            text_width(_said(stop.value, scale), _size(stop), style.display),
        )
        for stop, label in zip(stops, labels, strict=True)
    ]
    wanted = [axis.place(stop.value) for stop in stops]
    places = push_apart(wanted, widths, 0, drawing.width, 8)
    for stop, label, place, mark in zip(stops, labels, places, wanted, strict=True):
        color = colors.accent if stop.stop is Stop.NOW else colors.deep
        quiet = colors.grey if stop.stop is Stop.OUTLOOK else color
        weight = 600 if stop.stop is Stop.NOW else 300
        said = _said(stop.value, scale)
        drawing.text(place, axis.heights.value, said, _size(stop), quiet, weight, "middle", style.display)
        second = color if stop.stop is Stop.NOW else colors.grey
        drawing.text(place, axis.heights.label, label, style.note, second, _weight(stop), "middle")
        if abs(place - mark) > 12:
            drawing.line(place, axis.heights.label + 5.5, mark, axis.heights.line - 9, colors.rule, 0.6)


def _weight(stop: TrackStop) -> int:
    return 600 if stop.stop is Stop.NOW else 400


def _size(stop: TrackStop) -> float:
    return 14 if stop.stop is Stop.OUTLOOK else 18.5


def _draw_stop(drawing: Drawing, stop: Stop, x: float, y: float) -> None:
    colors = drawing.style.colors
    if stop is Stop.BASELINE:
        drawing.circle(x, y, 7, colors.ground, colors.ink, 1.75)
    elif stop is Stop.NOW:
        drawing.circle(x, y, 7, colors.accent)
    else:
        half, color, width = (8.75, colors.ink, 1.75) if stop is Stop.TARGET else (6.5, colors.quiet, 1.25)
        drawing.polygon(
            [(x, y - half), (x + half, y), (x, y + half), (x - half, y)], colors.ground, color, width
        )


def draw_objective_track(
    baseline: float | None,
    target: float | None,
    scale: TrackScale,
    style: ChartStyle,
    now: float | None = None,
) -> str:
    """The small track of an objective's row: from the filled dot to the open one, 24 high."""
    ends = ["–" if value is None else _said(value, scale) for value in (baseline, target)]
    size, way = style.note, 80.0
    left = text_width(ends[0], size, style.sans, 500) + 12
    width = left + way + 12 + text_width(ends[1], size, style.sans, 600) + 2
    known = [] if now is None else [f"now {_said(now, scale)}"]
    drawing = Drawing(width, 24, told("", [f"from {ends[0]} to {ends[1]}", *known]), style)
    colors = style.colors
    drawing.text(0, 12, ends[0], size, colors.grey, 500)
    drawing.line(left + 4, 12, left + way - 4, 12, colors.rule, 2)
    if now is not None and baseline is not None and target is not None and baseline != target:
        part = max(0.0, min(1.0, (now - baseline) / (target - baseline)))
        drawing.line(left + 4, 12, left + 4 + (way - 8) * part, 12, colors.accent, 2)
    if baseline is not None:
        drawing.circle(left + 4, 12, 4, colors.grey)
    if target is not None:
        drawing.circle(left + way - 4, 12, 4, colors.ground, colors.accent, 2)
    drawing.text(left + way + 10, 12, ends[1], size, colors.accent, 600)
    return drawing.svg()
