"""Estimated text widths: near the fonts' own, and the basis of fitting and wrapping."""

import pytest
from fontTools.ttLib import TTFont

from assessor.charts.widths import fit_text, text_width, wrap_text
from assessor.places import shipped

TEXT = "Administrators, teachers – 46% “who raised it”"


@pytest.mark.parametrize(
    ("file", "family", "weight"),
    [
        ("Inter-Regular.otf", "Inter", 400),
        ("Inter-SemiBold.otf", "Inter", 600),
        ("SourceSans3-Regular.ttf", "Plan Sans", 400),
        ("SourceSans3-Semibold.ttf", "Plan Sans", 600),
    ],
)
def test_widths_are_within_two_percent_of_the_bundled_fonts(file, family, weight):
    with TTFont(shipped("resources", "fonts", file)) as font:
        names, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        true = sum(advances[names[ord(character)]][0] for character in TEXT) / em * 10
    assert text_width(TEXT, 10, family, weight) == pytest.approx(true, rel=0.02)


def test_accents_add_nothing_and_east_asian_characters_are_square():
    assert text_width("é", 10) == text_width("e", 10)
    assert text_width("漢字", 10) == 20


def test_text_that_fits_is_left_alone_and_other_text_ends_in_an_ellipsis():
    assert fit_text("Trust", 100, 10) == "Trust"
    short = fit_text("Training and readiness", 60, 10)
    assert short.endswith("…")
    assert text_width(short, 10) <= 60
    assert fit_text("Training", 1, 10) == ""


def test_wrapped_lines_fit_and_lose_no_word_that_fits():
    lines = wrap_text("Weekly meeting held", 80, 10)
    assert " ".join(lines) == "Weekly meeting held"
    assert all(text_width(line, 10) <= 80 for line in lines)
    assert wrap_text("", 80, 10) == ()
    assert wrap_text("one two three four five six seven", 60, 10)[-1].endswith("…")
