"""The cover's half-circles of dots: one for each person who took part, officers at the center."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.charts.figures import figure
from assessor.charts.styles import ChartStyle, mix
from assessor.charts.svg import Drawing, draw_nothing, told

_MOST_DOTS = 2500  # beyond this dots are too small to be persons
_INNER = 0.18  # of the outer radius, left open at the center
_WIDEST = 20.0  # from one ring to the next, however few dots there are
_ALONG = 1.1  # room along a ring, in distances between rings
_DOT = 0.32  # a dot's radius, in distances between rings


@dataclass(frozen=True)
class VoiceGroup:
    """A group that took part; groups are given from the center outward."""

    label: str
    count: int


@dataclass(frozen=True)
class VoicesDrawing:
    """The drawing, and how many people one dot stands for."""

    svg: str
    people_per_dot: int


@dataclass(frozen=True)
class _Arcs:
    """Half-circles about the middle of the lower edge: their radii and how many dots each carries."""

    radii: tuple[float, ...]
    counts: tuple[int, ...]
    dot: float


def draw_voices(
    groups: Sequence[VoiceGroup],
    style: ChartStyle,
    reading: str,
    width: float = 516,
    nothing: str = "No one has taken part yet.",
) -> VoicesDrawing:
    """The half-circles as SVG, without ground: on paper they lie on the cover's color.

    Up to 2,500 people each have a dot of their own; beyond that a dot stands for 2, 5, 10 … people, and each
    group keeps at least one. Raises ValueError for a negative count.
    """
    if any(group.count < 0 for group in groups):
        raise ValueError("a group that took part has 0 people or more")
    people = sum(group.count for group in groups)
    if not people:
        return VoicesDrawing(draw_nothing(nothing, width, style, reading), 1)
    per_dot = _people_per_dot(people)
    shares = [math.ceil(group.count / per_dot) for group in groups]
    arcs = _arcs(sum(shares), width)
    height = arcs.radii[-1] + 2 * arcs.dot + 1
    values = [f"{group.label}: {figure(group.count)}" for group in groups if group.count]
    drawing = Drawing(width, height, told(reading, values), style)
    _draw_dots(drawing, arcs, shares)
    return VoicesDrawing(drawing.svg(), per_dot)


def _people_per_dot(people: int) -> int:
    per_dot, power = 1, 1
    while people / per_dot > _MOST_DOTS:
        following = {1: 2, 2: 5, 5: 10}[per_dot // power]
        per_dot = following * power
        power = power * 10 if following == 10 else power
    return per_dot


def _arcs(dots: int, width: float) -> _Arcs:
    """As few half-circles as hold the dots, filled in proportion to their length."""
    count = 1
    while True:
        outer = width / 2
        pitch = min(_WIDEST, outer * (1 - _INNER) / (count - 0.5 + _DOT))
        inner = pitch * 2.8 if pitch == _WIDEST else outer * _INNER
        radii = [inner + pitch * ring for ring in range(count)]
        room = sum(_capacity(radius, pitch) for radius in radii)
        if room >= dots:
            break
        count += 1
    counts = _shared_out(dots, radii)
    return _Arcs(tuple(radii), tuple(counts), pitch * _DOT)


def _capacity(radius: float, pitch: float) -> int:
    return int(math.pi * radius / (pitch * _ALONG)) + 1


def _shared_out(dots: int, radii: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the radii (largest remainder)."""
    exact = [dots * radius / sum(radii) for radius in radii]
    counts = [int(share) for share in exact]
    by_rest = sorted(range(len(radii)), key=lambda ring: (counts[ring] - exact[ring], ring))
    for ring in by_rest[: dots - sum(counts)]:
        counts[ring] += 1
    return counts


def _draw_dots(drawing: Drawing, arcs: _Arcs, shares: Sequence[int]) -> None:
    fills = [
        fill
        for fill, share in zip(_fills(drawing.style, len(shares)), shares, strict=True)
        for _ in range(share)
    ]
    x, y = drawing.width / 2, drawing.height - arcs.dot - 0.5
    at = 0
    for radius, count in zip(arcs.radii, arcs.counts, strict=True):
        for place in range(count):
            angle = math.pi * (1 - (place / (count - 1) if count > 1 else 0.5))
            drawing.circle(x + radius * math.cos(angle), y - radius * math.sin(angle), arcs.dot, fills[at])
            at += 1


def _fills(style: ChartStyle, count: int) -> list[str]:
    """A color for each group: the first for those at the center, the others spread from bright to dim."""
    first, *rest = style.colors.rings
    others = count - 1
    if others <= len(rest):
        return [first, *(rest[place * (len(rest) - 1) // max(others - 1, 1)] for place in range(others))]
    steps = [place * (len(rest) - 1) / (others - 1) for place in range(others)]
    pairs = [(min(int(step), len(rest) - 2), step) for step in steps]
    return [first, *(mix(rest[lower], rest[lower + 1], step - lower) for lower, step in pairs)]
