"""Program data: measures by period as one types them, of all, by school, or by group of students."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from assessor.instruments.measures import Frequency
from assessor.operations.measures.measure_comparisons import GroupComparison, list_comparisons
from assessor.operations.measures.measure_imports import (
    MeasureImportRow,
    MeasurePreview,
    list_measure_imports,
    remove_measure_import,
)
from assessor.operations.measures.measure_proposals import MeasureProposal
from assessor.operations.measures.measure_tables import Fate
from assessor.operations.measures.program_data import (
    FREQUENCIES,
    GridMeasure,
    Split,
    get_grid,
    list_grid_measures,
)
from assessor.ui.assess.program_data.grid_entry import Typed, enter_typed
from assessor.ui.assess.program_data.grid_words import (
    about_cell,
    comparison_words,
    doubts_about,
    frequency_word,
)
from assessor.ui.assess.program_data.imports_menu import drop_imports
from assessor.ui.assess.program_data.measure_importing import MeasureImporting
from assessor.ui.assess.program_data.program_data_layout import ProgramDataLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from assessor.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_MORE_PERIODS = 6


class ProgramDataScreen(Screen):
    """The grid, or a table that is being brought in."""

    key, title = "program_data", "Program data"
    tables = frozenset({"measure", "measure_value", "measure_part", "measure_import", "site"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self.view = ProgramDataLayout()
        self.set_content(self.view)
        self.splits = Segments(self._splits(), self.tr("What the rows are"))
        self.more = IconButton("ellipsis", self.tr("Tables that were brought in"))
        self.cancel = PlainButton(self.tr("Cancel"))
        self.bring_in = PrimaryButton(self.tr("Import"), "download")
        self.bring_in.setObjectName("import_measures")
        self.head.add_beside(self.splits)
        for action in (self.more, self.cancel, self.bring_in):
            self.head.add_action(action)
        self.importing = MeasureImporting(engagement, self.view.reading, self.view.job, self)
        self._measures: list[GridMeasure] = []
        self._compared: dict[str, GroupComparison] = {}
        self._measure_id, self._earlier, self._is_reading = "", 0, False
        self._wire()

    def refresh(self) -> None:
        """Show the grid as it is now."""
        self._measures = list_grid_measures(self.engagement)
        if self._measure_id not in [each.id for each in self._measures]:
            self._measure_id = self._measures[0].id if self._measures else ""
        self._show_page()
        if self._measures and not self._is_reading:
            self._show_choices()
            self._show_grid()

    def show_element(self, element_id: str) -> None:
        """Go to a measure."""
        found = next((each for each in self._measures if each.id == element_id), None)
        if found is None:
            return
        self._measure_id = found.id
        if found.frequencies:
            self.view.grid.frequencies.choose(found.frequencies[0].value)
        self._show_choices()
        self._show_grid()
        grid = self.view.grid.table.grid.grid
        rows = [row.measure_id for row in grid.rows] if grid else []
        if found.id in rows:
            self.view.grid.table.put_current(
                rows.index(found.id), self.view.grid.table.grid.columnCount() - 1
            )

    def close_screen(self) -> None:
        """End what still runs, and hear no more of the engagement."""
        self.importing.cancel()
        super().close_screen()

    def _splits(self) -> list[Segment]:
        return [
            Segment(Split.MEASURES.value, self.tr("All measures")),
            Segment(Split.SCHOOLS.value, self.tr("By school"), icon="school"),
            Segment(Split.STUDENTS.value, self.tr("By students"), icon="users"),
        ]

    def _wire(self) -> None:
        view, page = self.view, self.view.grid
        self.splits.chosen.connect(lambda _key: self._choose_split())
        page.frequencies.chosen.connect(lambda _key: self._show_grid(to_end=True))
        page.measure.activated.connect(self._choose_measure)
        page.earlier.clicked.connect(self._go_back)
        page.table.grid.typed.connect(self._enter)
        page.table.came_to.connect(self._show_note)
        page.table.too_much.connect(
            lambda: page.problem.tell(
                self.tr("The block is larger than the grid from here on. Begin further up or left.")
            )
        )
        page.charts.clicked.connect(self._go_to_charts)
        self.more.clicked.connect(self._offer_imports)
        self.cancel.clicked.connect(self._give_up)
        self.bring_in.clicked.connect(self._import)
        view.empty.asked.connect(lambda: self.asked_to_go.emit("measures", ""))
        view.empty.second_asked.connect(self.importing.ask)
        self.importing.proposed.connect(self._show_proposal)
        self.importing.brought_in.connect(self._brought_in)
        view.reading.changed.connect(self._show_page)

    # Showing

    def _show_page(self) -> None:
        view, can_write = self.view, not self.engagement.read_only
        page = view.reading if self._is_reading else view.grid if self._measures else view.empty
        view.pages.setCurrentWidget(page)
        self.splits.setVisible(page is view.grid)
        self.cancel.setVisible(self._is_reading)
        self.more.setVisible(page is view.grid and can_write and bool(list_measure_imports(self.engagement)))
        self.bring_in.setVisible(can_write and page is not view.empty)
        view.empty.button.setVisible(can_write)
        view.empty.second.setVisible(can_write)
        self.bring_in.setText(self.tr("Import") if self._is_reading else self.tr("Import a table"))
        if self._is_reading and view.reading.complaint:
            self.bring_in.lock(view.reading.complaint)
        else:
            self.bring_in.unlock()
        view.grid.keys.setVisible(can_write)

    def _show_choices(self) -> None:
        page = self.view.grid
        counts = {each: sum(each in m.frequencies for m in self._measures) for each in FREQUENCIES}
        shown = [each for each in FREQUENCIES if counts[each]]
        page.frequencies.show_segments(
            [Segment(each.value, frequency_word(each), str(counts[each])) for each in shown]
        )
        is_split = self.splits.key != Split.MEASURES.value
        page.measure.setVisible(is_split)
        listed = self._offered()
        words = [f"{each.code}  {each.title}" for each in listed]
        if words != [page.measure.itemText(place) for place in range(page.measure.count())]:
            page.measure.clear()
            page.measure.addItems(words)
        ids = [each.id for each in listed]
        if self._measure_id not in ids and ids:
            self._measure_id = ids[0]
        page.measure.setCurrentIndex(ids.index(self._measure_id) if self._measure_id in ids else -1)

    def _offered(self) -> list[GridMeasure]:
        """The measures that can be shown by school or students."""
        frequency = self._frequency()
        return [each for each in self._measures if frequency in each.frequencies]

    def _frequency(self) -> Frequency:
        key = self.view.grid.frequencies.key
        return Frequency(key) if key else Frequency.MONTH

    def _show_grid(self, *, to_end: bool = False) -> None:
        self._show_choices()
        page, table = self.view.grid, self.view.grid.table
        grid = get_grid(
            self.engagement,
            self._frequency(),
            self.today,
            Split(self.splits.key),
            self._measure_id,
            self._earlier,
        )
        known = table.grid.grid
        is_new = to_end or known is None or known.frequency is not grid.frequency
        row, column = table.currentIndex().row(), table.currentIndex().column()
        back = 0 if known is None else len(grid.periods) - len(known.periods)
        table.grid.show_grid(grid, is_read_only=bool(self.engagement.read_only))
        page.nothing.setVisible(not grid.rows)
        page.nothing.setText(self.tr("No measure is taken by month, term or school year yet."))
        table.setVisible(bool(grid.rows))
        page.note.setVisible(bool(grid.rows))
        self._compared = {}
        if is_new:
            table.put_current(0, len(grid.periods) - 1)
            table.scrollTo(table.currentIndex())
        else:
            table.put_current(row, column + (back if back > 0 else 0))
        self._show_note(table.currentIndex().row(), table.currentIndex().column())

    def _show_note(self, row: int, column: int) -> None:
        model, note = self.view.grid.table.grid, self.view.grid.note
        shown = model.row(row)
        if shown is None or model.grid is None or not 0 <= column < len(model.grid.periods):
            note.show_words("", "", "", "")
            return
        period, cell = model.grid.periods[column], shown.cells[column]
        refusal = model.shown(model.index(row, column)).refusal
        compared = ""
        if shown.whom.students:
            found = list_comparisons(self.engagement, shown.measure_id, period.starts_on)
            compared = comparison_words(found.get(shown.whom.students))
        is_told = refusal is not None and self.view.grid.problem.sentence == refusal.why
        doubts = "" if is_told else refusal.why if refusal else doubts_about(cell)
        note.show_words(
            f"{shown.code}  {shown.title}, {period.label}", about_cell(shown, cell), compared, doubts
        )

    # Doing

    def _enter(self, typed: Typed) -> None:
        problem = self.view.grid.problem
        problem.clear()
        why = enter_typed(self.engagement, self.view.grid.table.grid, typed)
        if why:
            problem.tell(why)

    def _choose_split(self) -> None:
        self.view.grid.problem.clear()
        self._show_grid(to_end=True)

    def _choose_measure(self, place: int) -> None:
        self._measure_id = self._offered()[place].id
        self._show_grid()

    def _go_back(self) -> None:
        self._earlier += _MORE_PERIODS
        self._show_grid()

    def _go_to_charts(self) -> None:
        shown = self.view.grid.table.grid.row(self.view.grid.table.currentIndex().row())
        self.asked_to_go.emit("measures", shown.measure_id if shown else "")

    # Bringing a table in

    def _import(self) -> None:
        if self._is_reading:
            self.importing.bring_in()
        else:
            self.importing.ask()

    def _show_proposal(self, proposal: MeasureProposal) -> None:
        self._is_reading = True
        self.view.reading.show_proposal(self.engagement, proposal)
        self._show_page()

    def _offer_imports(self) -> None:
        drop_imports(self.more, list_measure_imports(self.engagement), self._remove_import)

    def _remove_import(self, row: MeasureImportRow) -> None:
        done = self.tr("“{file}” removed with its values").format(file=row.file_name)
        self.attempt(lambda: remove_measure_import(self.engagement, row.id), done=done)

    def _give_up(self) -> None:
        self.importing.cancel()
        self._is_reading = False
        self.refresh()

    def _brought_in(self, preview: MeasurePreview) -> None:
        self._is_reading = False
        self.refresh()
        done = self.tr("{n} values brought in").format(n=f"{len(preview.wanted):,}")
        refused = preview.count(Fate.REFUSED)
        if refused:
            done = self.tr("{done}, {n} refused").format(done=done, n=f"{refused:,}")
        self.said.emit(done, True)
