"""The primitives: plain attributes, clean texts, round numbers, shapes inside their room."""

import pytest

from assessor.charts.svg import Drawing, clean, number, told
from assessor.palette import Shape


@pytest.mark.parametrize(
    ("value", "said"), [(0.1 + 0.2, "0.3"), (-0.001, "0"), (12.0, "12"), (1e-9, "0"), (1234.567, "1234.57")]
)
def test_numbers_have_no_noise(value, said):
    assert number(value) == said


def test_texts_are_escaped_and_freed_of_what_xml_cannot_hold():
    assert clean('<b>&"\x00\x1f\ud800\n  x</b>') == "&lt;b&gt;&amp;&quot; x&lt;/b&gt;"


def test_marks_that_turn_the_direction_of_text_are_dropped():
    assert clean("a\u202eb\u2066c") == "abc"


def test_a_title_has_the_reading_and_then_the_values():
    assert told("It fell.", ["now 2", "", "then 3"]) == "It fell. now 2; then 3."
    assert told("", ["now 2"]) == "now 2."


@pytest.mark.parametrize("shape", Shape)
def test_every_shape_fills_about_its_size_around_its_center(read_chart, style, shape):
    drawing = Drawing(20, 20, "x", style)
    drawing.mark(shape, 10, 10, 16, "#123456")
    assert "#123456" in read_chart(drawing.svg()).svg


def test_shapes_are_drawn_differently(style):
    seen = set()
    for shape in Shape:
        drawing = Drawing(20, 20, "x", style)
        drawing.mark(shape, 10, 10, 16, "#123456")
        seen.add(drawing.svg())
    assert len(seen) == len(Shape)


@pytest.mark.parametrize(("width", "height"), [(40, 20), (3, 50), (7.5, 2), (100, 100)])
def test_the_hatch_stays_inside_and_covers_about_half(read_chart, style, width, height):
    drawing = Drawing(width, height, "x", style)
    drawing.hatch(0, 0, width, height)
    stripes = read_chart(drawing.svg()).elements("polygon")
    covered = sum(_area(stripe["points"]) for stripe in stripes)
    assert 0.3 < covered / (width * height) < 1


def _area(points):
    spots = [tuple(map(float, spot.split(","))) for spot in points.split()]
    pairs = zip(spots, spots[1:] + spots[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
