"""The sizes, weights and line heights of text, by role, and the fonts that travel with the program."""

from enum import Enum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from assessor.palette import SCREEN_SANS, SCREEN_SERIF
from assessor.places import shipped

_SCREEN_FONTS = ("Inter-*.otf", "SourceSerif4-*.ttf")


class Role(Enum):
    """A role text plays: size and line height in px at 96 dpi, weight, family and slant."""

    SMALL = (12, 16, 400)
    SMALL_MEDIUM = (12, 16, 500)
    SMALL_BOLD = (12, 16, 600)
    BODY = (13, 20, 400)
    BODY_MEDIUM = (13, 20, 500)
    BODY_BOLD = (13, 20, 600)
    LIVE = (15, 24, 400)
    LIVE_BOLD = (15, 24, 600)
    INPUT = (18, 24, 400)
    TITLE = (18, 24, 600)
    PAGE = (24, 32, 600)
    QUOTE = (14, 20, 400, SCREEN_SERIF)
    PASSAGE = (15, 24, 400, SCREEN_SERIF)
    PASSAGE_ITALIC = (15, 24, 400, SCREEN_SERIF, True)
    PASSAGE_BOLD = (15, 24, 600, SCREEN_SERIF)

    def __init__(
        self, size: int, line: int, weight: int, family: str = SCREEN_SANS, italic: bool = False
    ) -> None:
        self.size = size
        self.line = line
        self.weight = weight
        self.family = family
        self.italic = italic

    def font(self, *, tabular: bool = False) -> QFont:
        """The font of this role; `tabular` figures only in columns of figures, times and clocks."""
        font = QFont(self.family)
        font.setStyleHint(QFont.StyleHint.Serif if self.family == SCREEN_SERIF else QFont.StyleHint.SansSerif)
        font.setPixelSize(self.size)
        font.setWeight(QFont.Weight(self.weight))
        font.setItalic(self.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if self is Role.PAGE:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.3)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def load_fonts(folder: Path | None = None) -> list[str]:
    """Make the screen's fonts known to Qt and return their families; those of paper stay unread."""
    families: list[str] = []
    fonts = folder or shipped("resources", "fonts")
    for path in sorted(found for pattern in _SCREEN_FONTS for found in fonts.glob(pattern)):
        identity = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(identity)
    return families
