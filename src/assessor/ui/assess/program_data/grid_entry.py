"""What was typed in the grid on its way into the engagement: all of it, or marked where it is refused."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from assessor.operations.measures.measure_cells import RefusedCell, TypedCell, enter_cells
from assessor.ui.assess.program_data.grid_model import GridModel
from assessor.ui.assess.program_data.grid_words import say
from assessor.ui.errors import sentence_for

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

Typed = list[tuple[int, int, str]]
"""Row, column and text of cells that were typed together."""


def enter_typed(engagement: "Engagement", model: GridModel, typed: Typed) -> str:
    """Enter what was typed. Returns why not, the refused cell marked; empty where it was taken."""
    if model.grid is None:
        return ""
    cells = []
    for row, column, text in typed:
        shown = model.grid.rows[row]
        cells.append(TypedCell(shown.measure_id, model.grid.periods[column], text, shown.whom))
    model.accept((row, column) for row, column, _ in typed)
    try:
        enter_cells(engagement, cells)
    except RefusedCell as refused:
        row, column, text = typed[refused.place]
        model.refuse(row, column, text, str(refused))
        return _where(model, row, column, str(refused)) if len(typed) > 1 else str(refused)
    except Exception as error:  # noqa: BLE001  # the edge of the program: everything becomes a sentence
        return sentence_for(error)
    return ""


def _where(model: GridModel, row: int, column: int, why: str) -> str:
    """Which cell of a block was refused."""
    if model.grid is None:
        return why
    said = QT_TRANSLATE_NOOP("program_data", "Nothing was pasted. {code}, {period}: {why}")
    return say(said, code=model.grid.rows[row].code, period=model.grid.periods[column].label, why=why)
