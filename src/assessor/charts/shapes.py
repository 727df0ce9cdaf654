"""The corners of the stakeholder groups' shapes and of the hatch."""

import math
from collections.abc import Callable, Sequence

from assessor.palette import Shape

Spot = tuple[float, float]


def shape_spots(shape: Shape, x: float, y: float, half: float) -> list[Spot]:
    """The corners of a triangle, diamond, hexagon or cross about a center."""
    if shape is Shape.TRIANGLE:
        return [(x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)]
    if shape is Shape.DIAMOND:
        return _around(x, y, half * 1.1, 4)
    if shape is Shape.HEXAGON:
        return _around(x, y, half * 1.05, 6)
    arm = half / 3
    upper = [(-arm, -half), (arm, -half), (arm, -arm), (half, -arm), (half, arm), (arm, arm)]
    return [(x + left, y + top) for left, top in [*upper, *((-left, -top) for left, top in upper)]]


def stripe_spots(start: float, thick: float, width: float, height: float) -> list[Spot]:
    """The band start ≤ x + y ≤ start + thick, cut to a rectangle at the origin."""
    corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    below = _cut(corners, lambda x, y: x + y - start)
    return _cut(below, lambda x, y: start + thick - x - y)


def _around(x: float, y: float, radius: float, corners: int) -> list[Spot]:
    angles = (math.tau * corner / corners for corner in range(corners))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def _cut(spots: Sequence[Spot], inside: Callable[[float, float], float]) -> list[Spot]:
    """The part of a convex shape where `inside` is not negative (Sutherland and Hodgman)."""
    kept: list[Spot] = []
    for (x1, y1), (x2, y2) in zip(spots, [*spots[1:], *spots[:1]], strict=True):
        before, after = inside(x1, y1), inside(x2, y2)
        if before >= 0:
            kept.append((x1, y1))
        if (before >= 0) != (after >= 0):
            part = before / (before - after)
            kept.append((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part))
    return kept
