"""The few SVG primitives that Qt and WeasyPrint draw alike: attributes only, no styles, clips or filters."""

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape

from assessor.charts.shapes import Spot, shape_spots, stripe_spots
from assessor.charts.styles import ChartStyle
from assessor.palette import Shape

Anchor = Literal["start", "middle", "end"]

# What XML cannot hold, and marks that turn the direction of all that follows.
_FORBIDDEN = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
_BASELINE = 0.35  # of the size, from the center of a line of text to its baseline


def number(value: float) -> str:
    """A coordinate with at most two decimals and no float noise."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def clean(text: str) -> str:
    """The text on one line, without what XML cannot hold, escaped."""
    return escape(" ".join(_FORBIDDEN.sub("", text).split()), {'"': "&quot;"})


@dataclass
class Drawing:
    """An SVG being drawn; `title` states the reading and all values."""

    width: float
    height: float
    title: str
    style: ChartStyle
    _parts: list[str] = field(default_factory=list)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        stroke: str = "",
        stroke_width: float = 0.75,
        radius: float = 0,
    ) -> None:
        """A rectangle; nothing where it has no size."""
        if width > 0 and height > 0:
            rounded = {"rx": radius} if radius else {}
            outline = _stroke(stroke, stroke_width)
            self._add("rect", x=x, y=y, width=width, height=height, **rounded, fill=fill, **outline)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 0.75, dashes: str = ""
    ) -> None:
        """A straight line, broken as in `dashes` ("4 3")."""
        place = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        self._add("line", **place, **_stroke(stroke, width, dashes))

    def path_line(self, spots: Sequence[Spot], stroke: str, width: float) -> None:
        """An open line through the spots."""
        joined = {"stroke_linejoin": "round", "stroke_linecap": "round"}
        self._add("polyline", points=_points(spots), fill="none", **_stroke(stroke, width), **joined)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str,
        stroke: str = "",
        width: float = 1,
        dashes: str = "",
    ) -> None:
        """A disc or a ring."""
        self._add("circle", cx=x, cy=y, r=radius, fill=fill, **_stroke(stroke, width, dashes))

    def polygon(self, spots: Sequence[Spot], fill: str, stroke: str = "", width: float = 1) -> None:
        """A closed shape."""
        self._add("polygon", points=_points(spots), fill=fill, **_stroke(stroke, width))

    def text(
        self,
        x: float,
        center: float,
        text: str,
        size: float,
        fill: str,
        weight: int = 400,
        anchor: Anchor = "start",
        family: str = "",
    ) -> None:
        """One line of text whose figures and capitals stand centered on `center`; nothing if it is empty."""
        said = clean(text)
        if said:
            face: dict[str, str | float] = {"font_family": family or self.style.sans, "font_size": size}
            bold = {"font_weight": weight} if weight != 400 else {}
            moved = {"text_anchor": anchor} if anchor != "start" else {}
            self._add("text", said, x=x, y=center + _BASELINE * size, **face, **bold, **moved, fill=fill)

    def mark(self, shape: Shape, x: float, y: float, size: float, fill: str, halo: str = "") -> None:
        """A stakeholder group's shape, `size` across, with a thin halo where marks may meet."""
        half = size / 2
        if shape is Shape.DISC:
            self.circle(x, y, half, fill, halo)
        elif shape is Shape.RING:
            self.circle(x, y, half * 0.76, self.style.colors.ground, fill, half * 0.48)
        elif shape is Shape.SQUARE:
            side = size * 0.9
            self.rect(x - side / 2, y - side / 2, side, side, fill, halo, 1)
        else:
            self.polygon(shape_spots(shape, x, y, half), fill, halo)

    def hatch(self, x: float, y: float, width: float, height: float) -> None:
        """The 45° hatch of what is hidden: 4 wide, inside the rectangle."""
        self.rect(x, y, width, height, self.style.colors.ground)
        for start in range(0, math.ceil(width + height), 8):
            stripe = stripe_spots(start, 4, width, height)
            self.polygon([(x + left, y + top) for left, top in stripe], self.style.colors.hatch)

    @contextmanager
    def group(self, name: str) -> Iterator[None]:
        """A named part of a chart on screen, for hover and click; paper needs no names."""
        if self.style.is_paper:
            yield
            return
        self._parts.append(f'<g id="{name}">')
        yield
        self._parts.append("</g>")

    def svg(self) -> str:
        """The finished text, the same bytes each time; sides are whole numbers, as Qt sizes pictures."""
        width, height = math.ceil(self.width - 0.05), math.ceil(self.height - 0.05)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="0 0 {width} {height}" role="img"><title>{clean(self.title)}</title>'
            f"{''.join(self._parts)}</svg>"
        )

    def _add(self, element: str, content: str = "", /, **attributes: str | float) -> None:
        said = "".join(
            f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
            for name, value in attributes.items()
        )
        self._parts.append(f"<{element}{said}>{content}</{element}>" if content else f"<{element}{said}/>")


def told(reading: str, values: Sequence[str]) -> str:
    """A title: the reading, then every value."""
    head = reading.strip().rstrip(".")
    tail = "; ".join(value for value in values if value)
    return ". ".join(part for part in (head, tail) if part) + "."


def draw_nothing(words: str, width: float, style: ChartStyle, reading: str = "") -> str:
    """The sentence that stands where there is nothing to draw yet."""
    drawing = Drawing(width, style.label * 3, told(reading, [words.rstrip(".")]), style)
    drawing.text(0, style.label * 1.5, words, style.label, style.colors.grey)
    return drawing.svg()


def _stroke(color: str, width: float, dashes: str = "") -> dict[str, str | float]:
    if not color:
        return {}
    broken: dict[str, str | float] = {"stroke_dasharray": dashes} if dashes else {}
    return {"stroke": color, "stroke_width": width, **broken}


def _points(spots: Sequence[Spot]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in spots)
