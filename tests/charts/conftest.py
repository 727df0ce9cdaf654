"""A chart read back: its elements, its texts with the room they take, and what every chart must keep to."""

import re
import xml.etree.ElementTree as ET  # our own output, not a foreign file
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from assessor.charts.spacing import Box
from assessor.charts.styles import ChartStyle, paper_style, screen_style
from assessor.charts.widths import text_width
from assessor.palette import DARK, HIGH_CONTRAST_LIGHT, LIGHT

SVG = "{http://www.w3.org/2000/svg}"
SHAPE = {"fill", "stroke", "stroke-width", "stroke-dasharray"}
ALLOWED = {
    "svg": {"width", "height", "viewBox", "role"},
    "title": set(),
    "g": {"id"},
    "rect": {"x", "y", "width", "height", "rx"} | SHAPE,
    "line": {"x1", "y1", "x2", "y2"} | SHAPE,
    "polyline": {"points", "stroke-linejoin", "stroke-linecap"} | SHAPE,
    "polygon": {"points"} | SHAPE,
    "circle": {"cx", "cy", "r"} | SHAPE,
    "text": {"x", "y", "font-family", "font-size", "font-weight", "text-anchor", "fill"},
}


@dataclass(frozen=True)
class Words:
    """A text in a chart and the box it is thought to fill."""

    text: str
    box: Box
    fill: str
    weight: int


@dataclass(frozen=True)
class Chart:
    """A chart read back from its SVG."""

    svg: str
    root: ET.Element

    @property
    def width(self) -> float:
        return float(self.root.attrib["width"])

    @property
    def height(self) -> float:
        return float(self.root.attrib["height"])

    @property
    def title(self) -> str:
        return self.root.findtext(f"{SVG}title") or ""

    def elements(self, name: str) -> list[dict[str, str]]:
        return [element.attrib for element in self.root.iter(f"{SVG}{name}")]

    def rects(self, *fills: str) -> list[Box]:
        """The rectangles of these fills, in the order drawn."""
        found = [rect for rect in self.elements("rect") if rect["fill"] in fills]
        corners = [[float(rect[side]) for side in ("x", "y", "width", "height")] for rect in found]
        return [Box(x, y, x + width, y + height) for x, y, width, height in corners]

    def texts(self) -> list[Words]:
        return [_words(element) for element in self.root.iter(f"{SVG}text")]

    def said(self) -> list[str]:
        return [words.text for words in self.texts()]

    def find(self, text: str) -> Words:
        return next(words for words in self.texts() if words.text == text)

    def overlapping(self) -> list[tuple[str, str]]:
        """Pairs of texts that run into each other."""
        texts = self.texts()
        return [
            (one.text, other.text)
            for place, one in enumerate(texts)
            for other in texts[place + 1 :]
            if one.box.overlaps(other.box, -0.6)
        ]

    def outside(self) -> list[str]:
        """What stands, even partly, outside the picture."""
        frame = Box(-0.01, -0.01, self.width + 0.01, self.height + 0.01)
        return [what for what, box in _boxes(self.root) if not box.within(frame)]


def _words(element: ET.Element) -> Words:
    said, size = element.text or "", float(element.attrib["font-size"])
    weight = int(element.attrib.get("font-weight", 400))
    width = text_width(said, size, element.attrib["font-family"], weight)
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    left = {"middle": x - width / 2, "end": x - width}.get(element.attrib.get("text-anchor", ""), x)
    box = Box(left, y - 0.72 * size, left + width, y + 0.2 * size)
    return Words(said, box, element.attrib["fill"], weight)


def _boxes(root: ET.Element) -> list[tuple[str, Box]]:
    """Every drawn element with its box, strokes included."""
    boxes: list[tuple[str, Box]] = []
    for element in root.iter():
        name, said = element.tag.removeprefix(SVG), element.attrib
        if name == "text":
            boxes.append((f"text {element.text}", _words(element).box))
        elif name not in ("svg", "title", "g"):
            half = float(said.get("stroke-width", 0)) / 2 if name in ("circle", "rect", "polygon") else 0
            boxes.append((f"{name} {said}", _drawn_box(name, said, half)))
    return boxes


def _drawn_box(name: str, said: dict[str, str], half: float) -> Box:
    if name == "circle":
        x, y, radius = (float(said[key]) for key in ("cx", "cy", "r"))
        return Box(x - radius - half, y - radius - half, x + radius + half, y + radius + half)
    if name == "rect":
        x, y, width, height = (float(said[key]) for key in ("x", "y", "width", "height"))
        return Box(x - half, y - half, x + width + half, y + height + half)
    if name == "line":
        xs, ys = [float(said["x1"]), float(said["x2"])], [float(said["y1"]), float(said["y2"])]
    else:
        numbers = [float(number) for number in re.split("[ ,]", said["points"])]
        xs, ys = numbers[::2], numbers[1::2]
    return Box(min(xs), min(ys), max(xs), max(ys))


def read_chart(svg: str) -> Chart:
    """The chart, after checking what holds for every chart."""
    root = ET.fromstring(svg)  # noqa: S314 (our own output)
    chart = Chart(svg, root)
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"
    assert root.attrib["role"] == "img"
    assert root[0].tag == f"{SVG}title"
    assert chart.title.strip()
    for element in root.iter():
        name = element.tag.removeprefix(SVG)
        assert set(element.attrib) <= ALLOWED[name], element.attrib
        for value in element.attrib.values():
            assert not re.search(r"\d\.\d{3}|\de-|nan|inf\b|--", value), value
    names = [element.attrib["id"] for element in root.iter(f"{SVG}g")]
    assert len(names) == len(set(names))
    assert chart.outside() == []
    return chart


@pytest.fixture(name="read_chart")
def _read_chart() -> Callable[[str], Chart]:
    return read_chart


@pytest.fixture
def paper() -> ChartStyle:
    return paper_style()


@pytest.fixture
def screen() -> ChartStyle:
    return screen_style(LIGHT)


@pytest.fixture(params=["paper", "light", "dark", "high contrast"])
def style(request: pytest.FixtureRequest) -> ChartStyle:
    """Each of the media a chart is drawn in."""
    themes = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST_LIGHT}
    return paper_style() if request.param == "paper" else screen_style(themes[request.param])


HOSTILE = '</text><script>alert("1")</script> & \x00\x0b\ud800 ]]> \u202e' + "Wörter 漢字 🦉 " * 30


@pytest.fixture
def hostile() -> str:
    """A label no one should write."""
    return HOSTILE
