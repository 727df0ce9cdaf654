"""The look of the program, owned by the application and switched at run time: colors, fonts, density."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from enum import StrEnum
from string import Template
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication

from assessor.palette import (
    COMPACT_PADDING_CUT,
    COMPACT_ROW_CUT,
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    RADIUS,
    RADIUS_SMALL,
    Theme,
)
from assessor.places import shipped
from assessor.terms import Group
from assessor.ui.icons import Icons
from assessor.ui.typeface import Role, load_fonts

_PROPERTY = "look"
_TALL_ROW = 32


class Appearance(StrEnum):
    """Which colors are used."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Density(StrEnum):
    """How much room rows take."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Look(QObject):
    """What every widget asks for its colors, fonts, icons and measures. Make one, after the application."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        appearance: Appearance = Appearance.SYSTEM,
        density: Density = Density.COMFORTABLE,
        *,
        high_contrast: bool = False,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._icons = Icons(shipped("resources", "icons"))
        self._template = Template(shipped("resources", "style.qss").read_text("utf-8"))
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._metrics: dict[tuple[Role, bool], QFontMetricsF] = {}
        self.appearance, self.density, self.high_contrast = appearance, density, high_contrast
        self.theme: Theme = LIGHT
        load_fonts()
        app.setStyle("fusion")
        app.setFont(Role.BODY.font())
        app.setProperty(_PROPERTY, self)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    def wear(
        self,
        appearance: Appearance | None = None,
        density: Density | None = None,
        high_contrast: bool | None = None,
    ) -> None:
        """Change what is given, and repaint everything."""
        self.appearance = self.appearance if appearance is None else appearance
        self.density = self.density if density is None else density
        self.high_contrast = self.high_contrast if high_contrast is None else high_contrast
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether the dark colors are worn now."""
        if self.appearance is Appearance.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.appearance is Appearance.DARK

    @property
    def moves(self) -> bool:
        """Whether short motion is welcome: off when the system asks for calm."""
        return bool(self._app.isEffectEnabled(Qt.UIEffect.UI_General))

    def color(self, token: str) -> QColor:
        """The color of a token of the palette, as in `color("ink2")`."""
        if token not in self._colors:
            self._colors[token] = QColor(getattr(self.theme, token))
        return self._colors[token]

    def group_color(self, group: Group) -> QColor:
        """The fixed hue of a stakeholder group: for marks, never for text."""
        return QColor(self.theme.groups[group])

    def font(self, role: Role, *, tabular: bool = False) -> QFont:
        """The font of a role."""
        key = (role, tabular)
        if key not in self._fonts:
            self._fonts[key] = role.font(tabular=tabular)
        return self._fonts[key]

    def metrics(self, role: Role, *, tabular: bool = False) -> QFontMetricsF:
        """The measures of a role's font."""
        key = (role, tabular)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(role, tabular=tabular))
        return self._metrics[key]

    def icon(self, name: str, tone: str = "ink2", size: int = 20, ratio: float = 1.0) -> QPixmap:
        """The icon `name` in the color of the token `tone`; hand `widget.devicePixelRatioF()` as `ratio`."""
        return self._icons.pixmap(name, self.color(tone), size, ratio)

    def row_height(self, comfortable: int) -> int:
        """The height of a row of `comfortable` px in the density worn."""
        tall = self.density is Density.COMPACT and comfortable > _TALL_ROW
        return comfortable - COMPACT_ROW_CUT if tall else comfortable

    def padding(self, comfortable: int) -> int:
        """The vertical padding in the density worn."""
        return comfortable - (COMPACT_PADDING_CUT if self.density is Density.COMPACT else 0)

    def _follow_system(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        plain, contrast = (DARK, HIGH_CONTRAST_DARK) if self.is_dark else (LIGHT, HIGH_CONTRAST_LIGHT)
        self.theme = contrast if self.high_contrast or _wants_contrast() else plain
        self._colors.clear()
        with _nothing_collected():
            self._app.setPalette(_palette(self))
            self._app.setStyleSheet(self._template.substitute(_tokens(self.theme)))
            for widget in self._app.allWidgets():
                if isinstance(widget, QAbstractItemView):
                    widget.scheduleDelayedItemsLayout()
                widget.updateGeometry()
                widget.update()
        self.changed.emit()


def look() -> Look:
    """The look worn by the running application."""
    app = QApplication.instance()
    found = app.property(_PROPERTY) if app is not None else None
    if found is None:
        raise RuntimeError("No look: make Look(app) before the first widget")
    return cast("Look", found)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Hold the garbage collector: Qt walks all widgets, and one freed meanwhile would be walked."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _tokens(theme: Theme) -> dict[str, str]:
    colors = {field.name: getattr(theme, field.name) for field in fields(theme)}
    plain = {name: value for name, value in colors.items() if isinstance(value, str)}
    return plain | {"radius": str(RADIUS), "radius_small": str(RADIUS_SMALL)}


def _palette(look: Look) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "surface",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "canvas",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "onaccent",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "surface",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "onaccent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "edge",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "edge",
    }
    palette = QPalette()
    for role, token in roles.items():
        palette.setColor(role, look.color(token))
    for text in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, text, look.color("ink3"))
    return palette
