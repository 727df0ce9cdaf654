"""The palette keeps its promises: contrast of text, and groups told apart by every eye."""

from itertools import combinations, product

import pytest

from assessor import palette
from assessor.palette import DARK, LIGHT, PAPER, THEMES, Theme
from assessor.terms import Group

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# Machado, Oliveira, Fernandes 2009, severity 1.0, for linear RGB.
VISIONS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE: Triple = (0.95047, 1.0, 1.08883)
MEANINGS = ("accent", "good", "watch", "concern", "info")


def linear(color: str) -> Triple:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def times(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((times(XYZ, linear(one))[1], times(XYZ, linear(other))[1]), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lab(color: Triple) -> Triple:
    def curve(value: float) -> float:
        return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116

    x, y, z = (curve(v / w) for v, w in zip(times(XYZ, color), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(color: str, vision: Matrix) -> Triple:
    red, green, blue = (min(1.0, max(0.0, part)) for part in times(vision, linear(color)))
    return lab((red, green, blue))


def least_distance(colors: list[str], vision: Matrix) -> float:
    return min(
        sum((a - b) ** 2 for a, b in zip(seen(one, vision), seen(other, vision), strict=True)) ** 0.5
        for one, other in combinations(colors, 2)
    )


def text_pairs(theme: Theme) -> list[tuple[str, str]]:
    """Names of each text color and the fill it may stand on (screens.md, section 1)."""
    fills = ("surface", "canvas", "sunken", "chip", "accentsoft")
    inks = list(product(("ink", "ink2", "ink3"), fills))
    meanings = [(name, "surface") for name in MEANINGS] + [(name, f"{name}soft") for name in MEANINGS]
    return [*inks, *meanings, ("onaccent", "accent"), ("ink", "accentmid"), ("surface", "ink")]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_fill_it_stands_on(theme: Theme) -> None:
    floor = 7.0 if theme.soft_outline else 4.5
    short = {
        f"{text} on {fill}": round(contrast(getattr(theme, text), getattr(theme, fill)), 2)
        for text, fill in text_pairs(theme)
        if contrast(getattr(theme, text), getattr(theme, fill)) < floor
    }
    assert short == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_figures_can_be_read_on_the_agreement_scale_and_the_heat_map(theme: Theme) -> None:
    floor = 7.0 if theme.soft_outline else 4.5
    assert [contrast(*pair) >= floor for pair in zip(theme.agreement_ink, theme.agreement, strict=True)] == [
        True
    ] * 5
    assert [contrast(theme.ink, step) >= floor for step in theme.heat] == [True] * 5


@pytest.mark.parametrize("vision", VISIONS.values(), ids=list(VISIONS))
def test_light_groups_are_told_apart_by_every_eye(vision: Matrix) -> None:
    assert least_distance(list(palette.LIGHT_GROUPS.values()), vision) >= 20


@pytest.mark.parametrize("vision", VISIONS.values(), ids=list(VISIONS))
def test_dark_groups_are_told_apart_by_every_eye(vision: Matrix) -> None:
    assert least_distance(list(palette.DARK_GROUPS.values()), vision) >= 17


@pytest.mark.parametrize("group", Group)
def test_a_group_can_color_its_name_on_white_and_its_mark_on_dark(group: Group) -> None:
    assert contrast(palette.LIGHT_GROUPS[group], "#FFFFFF") >= 4.5
    assert contrast(palette.DARK_GROUPS[group], DARK.surface) >= 3


def test_screen_and_paper_share_one_set_of_group_hues() -> None:
    assert PAPER.groups == LIGHT.groups


def test_every_group_has_a_shape_of_its_own() -> None:
    assert set(palette.GROUP_SHAPES) == set(Group)
    assert len(set(palette.GROUP_SHAPES.values())) == len(Group)


@pytest.mark.parametrize("name", ["ink", "deep", "accent", "grey", "good", "watch", "concern", "marks"])
def test_print_text_can_be_read_on_white_and_on_tints(name: str) -> None:
    assert contrast(getattr(PAPER, name), PAPER.ground) >= 4.5
    assert contrast(getattr(PAPER, name), PAPER.tint_soft) >= 4.5


def test_cover_text_can_be_read_on_the_cover() -> None:
    for text in (PAPER.cover_title, PAPER.cover_text, PAPER.cover_quiet, PAPER.cover_officers):
        assert contrast(text, PAPER.cover_ground) >= 7


def test_print_figures_can_be_read_on_the_agreement_scale() -> None:
    for ink, step in zip(PAPER.agreement_ink, PAPER.agreement, strict=True):
        assert contrast(ink, step) >= 4.5


def test_high_contrast_has_one_ink_and_outlines_instead_of_soft_fills() -> None:
    for theme in (palette.HIGH_CONTRAST_LIGHT, palette.HIGH_CONTRAST_DARK):
        assert {theme.ink, theme.ink2, theme.ink3, theme.line, theme.edge} == {theme.ink}
        assert {theme.accentsoft, theme.goodsoft, theme.concernsoft} == {theme.surface}
        assert theme.soft_outline == 2


def test_the_off_switch_is_seen_on_the_surface() -> None:
    for theme in THEMES:
        assert contrast(theme.off_switch, theme.surface) >= 3
