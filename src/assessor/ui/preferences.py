"""What the program remembers of a person's wishes: the look, the window, and the engagements opened last."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from assessor.ui.theme import Appearance, Density, Look

_MOST_RECENT = 8
Kind = TypeVar("Kind", Appearance, Density)


class Preferences:
    """Kept by the system in its usual place."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings()

    def recent(self) -> list[Path]:
        """The engagements opened last that are still there, newest first."""
        kept = self._settings.value("recent", [])
        names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
        return [path for path in map(Path, names) if path.is_file()]

    def opened(self, path: Path) -> None:
        """Remember that an engagement was opened."""
        others = [other for other in self.recent() if other != path]
        self._settings.setValue("recent", [str(other) for other in [path, *others][:_MOST_RECENT]])

    def remember_look(self, look: Look) -> None:
        """Remember the look worn."""
        self._settings.setValue("appearance", look.appearance.value)
        self._settings.setValue("density", look.density.value)
        self._settings.setValue("high_contrast", int(look.high_contrast))

    def wear(self, look: Look) -> None:
        """Put on the look remembered."""
        look.wear(
            _one_of(Appearance, self._settings.value("appearance"), Appearance.SYSTEM),
            _one_of(Density, self._settings.value("density"), Density.COMFORTABLE),
            str(self._settings.value("high_contrast", "0")) == "1",
        )

    def window_geometry(self) -> QByteArray | None:
        """Where the window was."""
        kept = self._settings.value("window")
        return kept if isinstance(kept, QByteArray) else None

    def remember_window(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._settings.setValue("window", geometry)


def _one_of(kind: type[Kind], value: object, usual: Kind) -> Kind:
    return next((one for one in kind if one.value == value), usual)
