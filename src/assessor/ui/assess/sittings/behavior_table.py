"""Behavior seen in an observation: settings down, codes across, how often in each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor.operations.observations import BehaviorTable
from assessor.ui.typeface import Role
from assessor.ui.widgets.paint import draw_text, hairline, painting_on
from assessor.ui.widgets.texts import explain

_ROW, _CELL = 28, 36


class BehaviorGrid(QWidget):
    """A small table, painted; a screen reader hears it row by row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = BehaviorTable((), (), {})
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_table(self, table: BehaviorTable) -> None:
        """Show these counts."""
        self._table = table
        self.setAccessibleName("; ".join(self._spoken(setting) for setting in table.settings))
        explain(self, "\n".join(self._spoken(setting) for setting in table.settings))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row a setting, one of codes above and one of sums below."""
        rows = len(self._table.settings) + (2 if len(self._table.settings) > 1 else 1)
        return QSize(300, rows * _ROW if self._table.settings else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt hands it over
        """Paint codes, settings, counts and sums."""
        table = self._table
        if not table.settings:
            return
        with painting_on(self) as painter:
            self._paint_row(painter, 0, self.tr("Setting"), list(table.codes), Role.SMALL_BOLD, "ink3")
            for place, setting in enumerate(table.settings, start=1):
                counts = [table.counts.get((setting, code), 0) for code in table.codes]
                words = [str(count) if count else "–" for count in counts]
                self._paint_row(painter, place, setting or self.tr("No setting"), words, Role.BODY, "ink")
            if len(table.settings) > 1:
                sums = [str(table.of_code(code)) for code in table.codes]
                place = len(table.settings) + 1
                self._paint_row(painter, place, self.tr("All"), sums, Role.BODY_BOLD, "ink")

    def _paint_row(
        self, painter: QPainter, place: int, title: str, words: list[str], role: Role, tone: str
    ) -> None:
        top, left = place * _ROW, self.width() - len(words) * _CELL
        draw_text(painter, title, role, QRectF(0, top, left - 8, _ROW), tone)
        for number, word in enumerate(words):
            cell = QRectF(left + number * _CELL, top, _CELL, _ROW)
            quiet = "ink3" if word == "–" else tone
            draw_text(painter, word, role, cell, quiet, Qt.AlignmentFlag.AlignRight, tabular=True)
        hairline(painter, 0, top + _ROW - 1, self.width(), top + _ROW)

    def _spoken(self, setting: str) -> str:
        counts = [(code, self._table.counts.get((setting, code), 0)) for code in self._table.codes]
        seen = ", ".join(f"{count} {code}" for code, count in counts if count)
        return f"{setting}: {seen}"
