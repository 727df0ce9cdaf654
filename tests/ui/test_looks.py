"""What everything is painted with: icons, colors, density, and text broken into lines."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from assessor.palette import THEMES
from assessor.places import shipped
from assessor.ui.theme import Appearance, Density, look
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import break_lines


def test_every_shipped_icon_is_drawn_in_the_color_asked_for() -> None:
    wanted = look().color("accent")
    names = [path.stem for path in shipped("resources", "icons").glob("*.svg")]
    for name in names:
        image = look().icon(name, "accent", 20, 2.0).toImage()
        pixels = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
        solid = [pixel for pixel in pixels if pixel.alpha() > 250]
        assert solid, name
        assert all(
            abs(pixel.red() - wanted.red()) + abs(pixel.blue() - wanted.blue()) < 4 for pixel in solid
        ), name


def test_icons_are_crisp_at_twice_the_pixels() -> None:
    pixmap = look().icon("lock", "ink", 16, 2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (32, 16.0)


def test_the_style_sheet_names_no_color_of_its_own() -> None:
    style = shipped("resources", "style.qss").read_text("utf-8").split("*/", 1)[1]
    assert "#" not in style


def test_no_screen_or_widget_names_a_color_of_its_own() -> None:
    folder = Path(__file__).parents[2] / "src" / "assessor" / "ui"
    guilty = [
        path.name
        for path in folder.rglob("*.py")
        if re.search(r'"#(?:[0-9A-Fa-f]{3,4}){1,2}"', path.read_text("utf-8"))
    ]
    assert guilty == []


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("high_contrast", [False, True])
def test_a_look_wears_the_colors_of_its_theme(appearance: Appearance, high_contrast: bool) -> None:
    look().wear(appearance, high_contrast=high_contrast)
    assert look().theme in THEMES
    assert look().theme.is_dark == (appearance is Appearance.DARK)
    assert look().color("ink") == QColor(look().theme.ink)


def test_compact_takes_eight_from_tall_rows_and_four_from_padding() -> None:
    look().wear(density=Density.COMPACT)
    assert (look().row_height(44), look().row_height(32), look().padding(12)) == (36, 32, 8)


def test_text_breaks_into_lines_and_the_last_is_cut_short() -> None:
    lines = break_lines(
        "No sorting guide separates rule-breaking from offenses at any school", Role.BODY, 150, 2
    )
    assert len(lines.texts) == 2
    assert lines.is_cut
    assert lines.texts[-1].endswith("…")


def test_lines_left_out_are_told_by_an_ellipsis_even_after_a_short_line() -> None:
    lines = break_lines("One\nTwo\nThree", Role.BODY, 150, 2)
    assert (lines.texts, lines.is_cut) == (("One", "Two…"), True)


def test_letters_beyond_the_first_plane_do_not_shift_the_lines() -> None:
    text = "🙂🙂🙂 said by several of the teachers in the hall"
    assert " ".join(break_lines(text, Role.BODY, 120).texts) == text


_ICON_PLACES = {
    "Icon": 0,
    "IconButton": 0,
    "EmptyState": 0,
    "show_icon": 0,
    "PlainButton": 1,
    "PrimaryButton": 1,
    "QuietButton": 1,
    "icon": 1,
}
"""Where the name of an icon stands among what is given."""


def test_every_icon_named_in_the_screens_is_there() -> None:
    there = {path.stem for path in shipped("resources", "icons").glob("*.svg")}
    folder = Path(__file__).parents[2] / "src" / "assessor" / "ui"
    named = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                is_of_look = called == "icon" and isinstance(node.func, ast.Attribute)
                place = 0 if is_of_look else _ICON_PLACES.get(called, len(node.args))
                given = [*node.args[place : place + 1], *(k.value for k in node.keywords if k.arg == "icon")]
                named |= {
                    one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }

    assert len(named) > 30
    assert named - {""} <= there
