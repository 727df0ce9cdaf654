"""The menu that takes a measure's value from a survey wave: waves, and what each of them offers."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations.surveys.survey_measures import WaveValue, list_wave_values
from assessor.operations.surveys.survey_waves import list_waves
from assessor.ui.widgets.texts import as_menu_words

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

FROM_SURVEYS = frozenset({"K28", "K29", "K30", "K31"})
_MOST_IN_ONE_MENU = 12


class WaveValueMenu(QMenu):
    """Waves with the values they have for one measure; worked out when a wave is opened."""

    taken = Signal(str, str)
    """The wave and the key of the value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Take from a survey"))
        self._engagement: Engagement | None = None
        self._code = self._title = ""
        self._inner: list[QMenu] = []
        self.aboutToShow.connect(self.show_waves)

    def offer(self, engagement: "Engagement", code: str, title: str) -> None:
        """Offer values for a measure of this code; hidden for one that no survey tells."""
        self._engagement, self._code, self._title = engagement, code, title
        self.menuAction().setVisible(code in FROM_SURVEYS)

    def show_waves(self) -> None:
        """List the waves, the newest first."""
        self.clear()
        for menu in self._inner:
            menu.deleteLater()
        self._inner = []
        waves = list_waves(self._engagement) if self._engagement else []
        for wave in waves:
            menu = self._under(self, wave.title)
            menu.aboutToShow.connect(partial(self._show_values, menu, wave.id))
        if not waves:
            self.addAction(self.tr("No survey yet")).setEnabled(False)

    def _show_values(self, menu: QMenu, wave_id: str) -> None:
        """What a wave offers: what the measure is named after first, many of them by construct."""
        if self._engagement is None or not menu.isEmpty():
            return
        values = list_wave_values(self._engagement, wave_id, self._code)
        own = [value for value in values if value.title == self._title]
        for value in own:
            self._add_value(menu, wave_id, value)
        if own and len(values) > len(own):
            menu.addSeparator()
        others = [value for value in values if value.title != self._title]
        if len(others) <= _MOST_IN_ONE_MENU:
            for value in others:
                self._add_value(menu, wave_id, value)
        else:
            self._add_by_construct(menu, wave_id, others)
        if not values:
            menu.addAction(self.tr("Nothing for this measure")).setEnabled(False)

    def _add_by_construct(self, menu: QMenu, wave_id: str, values: Sequence[WaveValue]) -> None:
        inner: dict[str, QMenu] = {}
        for value in values:
            construct = value.title.partition(":")[0]
            if construct not in inner:
                inner[construct] = self._under(menu, construct)
            self._add_value(inner[construct], wave_id, value)

    def _add_value(self, menu: QMenu, wave_id: str, value: WaveValue) -> None:
        figure = value.note if value.value is None else f"{value.value}"
        menu.addAction(as_menu_words(f"{value.title}\t{figure}")).triggered.connect(
            lambda: self.taken.emit(wave_id, value.key)
        )

    def _under(self, menu: QMenu, title: str) -> QMenu:
        inner = QMenu(as_menu_words(title), menu)
        menu.addMenu(inner)
        self._inner.append(inner)
        return inner
