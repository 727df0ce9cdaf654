"""The menu of tables that were brought in, each to be removed with its values."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations.measures.measure_imports import MeasureImportRow
from assessor.ui.assess.program_data.grid_words import say
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.texts import as_menu_words


def drop_imports(
    button: QWidget, rows: Sequence[MeasureImportRow], remove: Callable[[MeasureImportRow], None]
) -> QMenu:
    """Open the menu beneath its button; it goes when it closes."""
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    for row in rows:
        said = QT_TRANSLATE_NOOP("program_data", "Remove “{file}”, brought in {day}: {n} values")
        day = long_day(row.imported_at.astimezone().date())
        words = say(said, file=row.file_name, day=day, n=f"{row.values:,}")
        menu.addAction(as_menu_words(words)).triggered.connect(partial(_removed, remove, row))
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    return menu


def _removed(remove: Callable[[MeasureImportRow], None], row: MeasureImportRow, *_: bool) -> None:
    remove(row)
