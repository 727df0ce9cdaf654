"""Every color, size, space and shape of the screen and of paper, in one table."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assessor.terms import Group

Steps = tuple[str, str, str, str, str]


class Shape(StrEnum):
    """The mark of a stakeholder group; hue and shape always go together."""

    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    CROSS = "cross"
    RING = "ring"


GROUP_SHAPES: Mapping[Group, Shape] = {
    Group.SRO: Shape.DISC,
    Group.ADM: Shape.SQUARE,
    Group.TCH: Shape.TRIANGLE,
    Group.STU: Shape.DIAMOND,
    Group.PAR: Shape.HEXAGON,
    Group.PRT: Shape.CROSS,
    Group.SUP: Shape.RING,
}

# One light set for screen and paper, found by search: each 4.5:1 or more on white, and any two at least 20
# apart (CIE76) under normal vision and full protanopia, deuteranopia and tritanopia.
LIGHT_GROUPS: Mapping[Group, str] = {
    Group.SRO: "#053277",
    Group.ADM: "#82300A",
    Group.TCH: "#0D8656",
    Group.STU: "#B24DA8",
    Group.PAR: "#907100",
    Group.PRT: "#5C6A72",
    Group.SUP: "#353234",
}

DARK_GROUPS: Mapping[Group, str] = {
    Group.SRO: "#A9CDF2",
    Group.ADM: "#EB783F",
    Group.TCH: "#63D8AE",
    Group.STU: "#C66FC3",
    Group.PAR: "#F7CC45",
    Group.PRT: "#818C91",
    Group.SUP: "#F4F6F6",
}


@dataclass(frozen=True)
class Theme:
    """The colors of the screen; text colors reach 4.5:1 on the fills they stand on (7:1 in high contrast)."""

    name: str
    is_dark: bool
    canvas: str
    surface: str
    raised: str
    sunken: str
    chip: str
    line: str
    edge: str
    ring: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    onaccent: str
    accentsoft: str
    accentmid: str
    good: str
    goodsoft: str
    watch: str
    watchsoft: str
    concern: str
    concernsoft: str
    info: str
    infosoft: str
    off_switch: str
    groups: Mapping[Group, str] = field(hash=False)
    agreement: Steps
    heat: Steps
    soft_outline: int = 0  # px of outline in the meaning's color where soft fills are plain surface

    @property
    def agreement_ink(self) -> Steps:
        """The color of figures standing on each step of the agreement scale."""
        return (self.onaccent, self.ink, self.ink, self.ink, self.onaccent)


LIGHT = Theme(
    name="light",
    is_dark=False,
    canvas="#F6F7F7",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#EEF1F0",
    chip="#EBEFEE",
    line="#E0E5E3",
    edge="#C2CBC8",
    ring="#D9DFDD",
    ink="#1A2222",
    ink2="#46524F",
    ink3="#5F6B69",
    accent="#0A5C63",
    onaccent="#FFFFFF",
    accentsoft="#E0EEED",
    accentmid="#A9D0CE",
    good="#25693B",
    goodsoft="#E3F1E6",
    watch="#855300",
    watchsoft="#FBF0D8",
    concern="#A52C25",
    concernsoft="#FBE8E5",
    info="#27568F",
    infosoft="#E6EEF8",
    off_switch="#7F8B88",
    groups=LIGHT_GROUPS,
    agreement=("#9C5410", "#E3C48A", "#DDE2E0", "#8CC9C0", "#0B6B66"),
    heat=("#EEF1F0", "#E3EFEE", "#C9E1DF", "#A5CECB", "#78B5B2"),
)

DARK = Theme(
    name="dark",
    is_dark=True,
    canvas="#151A1A",
    surface="#1B2121",
    raised="#232A2A",
    sunken="#101414",
    chip="#2B3434",
    line="#2C3434",
    edge="#465151",
    ring="#354040",
    ink="#E7ECEB",
    ink2="#B4BFBC",
    ink3="#96A29F",
    accent="#62BDBD",
    onaccent="#06282B",
    accentsoft="#17383A",
    accentmid="#2A5C5E",
    good="#7CC391",
    goodsoft="#1B3323",
    watch="#E0B35A",
    watchsoft="#362A12",
    concern="#F0948B",
    concernsoft="#3E1F1C",
    info="#8DB6E8",
    infosoft="#1B2C42",
    off_switch="#6B7775",
    groups=DARK_GROUPS,
    agreement=("#C98A4B", "#7A5C30", "#3A4343", "#2C6561", "#62BDBD"),
    heat=("#202828", "#1B3436", "#1F4648", "#265A5C", "#2F7072"),
)


def _high_contrast(theme: Theme, ink: str, **changed: str | Steps) -> Theme:
    """One ink for text and lines, soft fills become the surface, and meanings get an outline instead."""
    soft = ("accentsoft", "goodsoft", "watchsoft", "concernsoft", "infosoft")
    same = dict.fromkeys(("ink", "ink2", "ink3", "line", "edge", "off_switch"), ink)
    fills = dict.fromkeys(soft, theme.surface)
    tokens: dict[str, object] = {"name": f"{theme.name}_high_contrast", "soft_outline": 2, **same, **fills}
    return replace(theme, **(tokens | changed))  # type: ignore[arg-type]  # a dict of mixed tokens


HIGH_CONTRAST_LIGHT = _high_contrast(
    LIGHT,
    "#000000",
    good="#1B5A30",
    watch="#714600",
    concern="#98241E",
    agreement=("#824308", "#E3C48A", "#DDE2E0", "#8CC9C0", "#085E59"),
)

HIGH_CONTRAST_DARK = _high_contrast(
    DARK,
    "#FFFFFF",
    accent="#6FC8C8",
    concern="#F4A39B",
    agreement=("#E2A565", "#6B4F26", "#3A4343", "#285B58", "#6FC8C8"),
    heat=("#202828", "#1B3436", "#1F4244", "#214D4F", "#25595B"),
)

THEMES: tuple[Theme, ...] = (LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)


@dataclass(frozen=True)
class Paper:
    """The colors of print, on white unless said."""

    groups: Mapping[Group, str] = field(hash=False)
    ground: str = "#FFFFFF"
    ink: str = "#16252B"
    ink_soft: str = "#26383F"  # ledes, definitions
    deep: str = "#083C46"  # cover, chapter heads
    accent: str = "#0B5A66"
    grey: str = "#55646B"  # second text
    rule: str = "#8B999F"  # lines only
    rule_light: str = "#C9D2D5"  # lines only
    tint: str = "#E7F0F0"
    tint_soft: str = "#EEF4F4"
    tint_mid: str = "#DCEAEA"
    tint_strong: str = "#CFE2E3"
    tint_faint: str = "#F6F8F8"
    good: str = "#1E6B3C"
    watch: str = "#8A5A00"
    concern: str = "#A3301F"
    marks: str = "#9A3B12"  # draft and confidential
    agreement: Steps = ("#B0571F", "#E4B892", "#DDE2E3", "#86B6BB", "#0B5A66")
    agreement_ink: Steps = ("#FFFFFF", "#16252B", "#16252B", "#16252B", "#FFFFFF")
    muted_bar: str = "#9DB4B9"
    bands: tuple[str, str, str] = ("#E6EBEC", "#C9D5D8", "#8FB3B8")  # low, medium, high
    bar_ground: str = "#DDE5E7"  # the empty part of a bar
    stairs: tuple[str, str, str, str] = ("#0B5A66", "#8DBBBF", "#C4DADC", "#E7F0F0")  # lowest step first
    cover_ground: str = "#083C46"
    cover_title: str = "#FFFFFF"
    cover_text: str = "#D6E8E8"
    cover_quiet: str = "#BFDADB"
    cover_officers: str = "#FFD9A8"
    cover_rings: Steps = ("#FFFFFF", "#CDE5E4", "#8FC0C2", "#6BA9B1", "#4E93A0")  # after officers, inside out


PAPER = Paper(groups=LIGHT_GROUPS)


@dataclass(frozen=True)
class TextSize:
    """A text size of the screen and its line height, in px at 96 dpi."""

    size: int
    line: int


SCREEN_SANS = "Inter"
SCREEN_SERIF = "Source Serif 4"

TEXT_LABEL = TextSize(12, 16)
TEXT_BODY = TextSize(13, 20)
TEXT_READING = TextSize(15, 24)  # live lines, quotes, passages, goals
TEXT_TITLE = TextSize(18, 24)
TEXT_PAGE = TextSize(24, 32)
QUOTE_IN_ROW = 14  # serif inside 13 px rows

SPACES = (4, 8, 12, 16, 24, 32)
PAGE_MARGIN = 24
RADIUS = 6
RADIUS_SMALL = RADIUS - 2  # tags, cells, level buttons
HAIRLINE = 1
SELECTION_BAR = 3
FOCUS = 2
LIVE_LINE_WIDTH = 560
COMPACT_ROW_CUT = 8  # off every row height over 32
COMPACT_PADDING_CUT = 4  # off vertical padding


@dataclass(frozen=True)
class PrintType:
    """A type role of print: family, weight, size and leading in pt, tracking in em."""

    family: str
    weight: int
    size: float
    leading: float
    tracking: float = 0.0


PLAN_SANS = "Plan Sans"
PLAN_SERIF = "Plan Serif"
PLAN_SUBHEAD = "Plan Subhead"
PLAN_DISPLAY = "Plan Display"

PRINT_TYPES: Mapping[str, PrintType] = {
    "cover_title": PrintType(PLAN_DISPLAY, 300, 62, 63, -0.02),
    "key_figure": PrintType(PLAN_DISPLAY, 300, 50, 52.5),
    "claim": PrintType(PLAN_DISPLAY, 400, 27, 31.5, -0.008),
    "continued": PrintType(PLAN_SUBHEAD, 400, 19, 24.5),
    "quote": PrintType(PLAN_DISPLAY, 400, 18, 24.5),
    "quote_second": PrintType(PLAN_DISPLAY, 400, 15, 21),
    "quote_strength": PrintType(PLAN_DISPLAY, 400, 14, 19.25),
    "lede": PrintType(PLAN_SUBHEAD, 400, 13.5, 19.25),
    "summary": PrintType(PLAN_SERIF, 400, 12, 17.5),
    "heading": PrintType(PLAN_SERIF, 600, 13, 17.5),
    "body": PrintType(PLAN_SERIF, 400, 10, 14),
    "panel_heading": PrintType(PLAN_SANS, 600, 10, 14),
    "call_out": PrintType(PLAN_SANS, 400, 10, 14),
    "table": PrintType(PLAN_SANS, 400, 9, 12.25),
    "margin_note": PrintType(PLAN_SANS, 400, 8.75, 11.5),
    "source_line": PrintType(PLAN_SANS, 400, 8, 10.5),
    "kicker": PrintType(PLAN_SANS, 600, 9.5, 14, 0.06),
}
