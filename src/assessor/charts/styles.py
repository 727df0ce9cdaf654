"""Which colors, families and sizes a chart is drawn in: light, dark, or on paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessor.palette import PAPER, PLAN_DISPLAY, PLAN_SANS, SCREEN_SANS, Paper, Steps, Theme
from assessor.terms import Group


@dataclass(frozen=True)
class ChartColors:
    """The parts colors play in charts."""

    ground: str
    ink: str
    grey: str  # second text
    deep: str  # headings inside a chart
    accent: str
    onaccent: str
    good: str
    watch: str
    concern: str
    rule: str  # axes
    quiet: str  # open marks that matter less, 3:1 on the screen
    rule_light: str  # grid, tracks, frames
    muted: str  # bars that are not the point
    empty: str  # the empty part of a bar
    hatch: str
    agreement: Steps
    agreement_ink: Steps
    quadrants: tuple[str, str, str]  # quick wins, major projects, the rest
    bands: tuple[str, str, str]  # low, medium, high
    stairs: tuple[str, str, str, str]  # lowest first
    rings: tuple[str, ...]  # officers, then inside out
    groups: Mapping[Group, str] = field(hash=False)

    @classmethod
    def of_paper(cls, paper: Paper = PAPER) -> "ChartColors":
        """What charts take from the colors of print."""
        return cls(
            ground=paper.ground,
            ink=paper.ink,
            grey=paper.grey,
            deep=paper.deep,
            accent=paper.accent,
            onaccent=paper.ground,
            good=paper.good,
            watch=paper.watch,
            concern=paper.concern,
            rule=paper.rule,
            quiet=paper.rule,
            rule_light=paper.rule_light,
            muted=paper.muted_bar,
            empty=paper.bar_ground,
            hatch=paper.tint_mid,
            agreement=paper.agreement,
            agreement_ink=paper.agreement_ink,
            quadrants=(paper.tint_mid, paper.tint_soft, paper.tint_faint),
            bands=paper.bands,
            stairs=paper.stairs,
            rings=(paper.cover_officers, *paper.cover_rings),
            groups=paper.groups,
        )

    @classmethod
    def of_theme(cls, theme: Theme) -> "ChartColors":
        """What charts take from the colors of the screen."""
        heat = theme.heat
        return cls(
            ground=theme.surface,
            ink=theme.ink,
            grey=theme.ink3,
            deep=theme.ink,
            accent=theme.accent,
            onaccent=theme.onaccent,
            good=theme.good,
            watch=theme.watch,
            concern=theme.concern,
            rule=theme.edge,
            quiet=theme.off_switch,
            rule_light=theme.line,
            muted=theme.accentmid,
            empty=theme.ring,
            hatch=theme.chip,
            agreement=theme.agreement,
            agreement_ink=theme.agreement_ink,
            quadrants=(theme.accentsoft, theme.canvas, theme.canvas),
            bands=(heat[1], heat[2], heat[4]),
            stairs=(theme.accent, heat[4], heat[2], heat[1]),
            rings=(
                theme.watch,
                theme.ink,
                *(mix(theme.accent, theme.surface, part) for part in (0, 0.25, 0.5, 0.65)),
            ),
            groups=theme.groups,
        )


@dataclass(frozen=True)
class ChartStyle:
    """Colors, families and text sizes of one medium; sizes in its unit (pt on paper, px on screen)."""

    colors: ChartColors
    sans: str
    display: str
    is_paper: bool
    label: float
    note: float
    tiny: float
    least_labeled: float  # share of the width from which a part of a bar carries its figure

    @property
    def gap(self) -> float:
        """The seam between two parts of a bar."""
        return 0 if self.is_paper else 1


def paper_style(paper: Paper = PAPER, sans: str = PLAN_SANS, display: str = PLAN_DISPLAY) -> ChartStyle:
    """The style of print, in points (paper.md, section 6)."""
    return ChartStyle(ChartColors.of_paper(paper), sans, display, True, 9, 8, 7.5, 0.09)


def screen_style(theme: Theme, sans: str = SCREEN_SANS, display: str = SCREEN_SANS) -> ChartStyle:
    """The style of the screen, in pixels (screens.md, sections 2 and 4)."""
    return ChartStyle(ChartColors.of_theme(theme), sans, display, False, 13, 12, 12, 0.08)


def mix(one: str, other: str, part: float) -> str:
    """The color that lies `part` (0 to 1) of the way from one to the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(first + (second - first) * part):02X}" for first, second in pairs)


def readable_on(fill: str, *inks: str) -> str:
    """Of these inks the one with most contrast on the fill (WCAG 2 relative luminance)."""
    ground = _luminance(fill)

    def contrast(ink: str) -> float:
        lighter, darker = sorted((_luminance(ink), ground), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    return max(inks, key=contrast)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    parts = (channel / 255 for channel in _channels(color))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
