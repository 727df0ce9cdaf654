"""The overview: how far, whom have we not heard, what is next, what is late, what hangs loose."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from assessor.operations import clients, histories
from assessor.operations.coverage_cells import CoverageCell
from assessor.operations.overviews import Counts, Overview, get_overview
from assessor.terms import CannotDo
from assessor.ui.overview_beginnings import first_steps
from assessor.ui.overview_layout import MOST_CHANGES, OverviewLayout
from assessor.ui.overview_rows import change_rows, due_rows, late_rows, loose_rows
from assessor.ui.overview_stages import StageCell
from assessor.ui.overview_words import counted, long_day, stage_lines
from assessor.ui.places import Stage, places_of
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PlainButton
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_A_MINUTE = 60_000


class OverviewScreen(Screen):
    """The engagement at a glance."""

    key, title, tables = "overview", "Overview", histories.ALL_TABLES
    ruled_head = False

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = OverviewLayout()
        self.view.show_beginning(False)
        self.set_content(self.view)
        self.print = PlainButton(self.tr("Print plan"), "printer")
        self.print.clicked.connect(lambda: self.asked_to_go.emit("strategic_plan", ""))
        self.head.add_action(self.print)
        self.view.stages.chosen.connect(self._go_to_stage)
        self.view.heat.opened.connect(self._open_cell)
        self.view.first_steps.opened.connect(lambda place: self.asked_to_go.emit(place, ""))
        self.view.changes.asked.connect(lambda: self.asked_to_go.emit("history", ""))
        self.view.changes.opened.connect(lambda change: self.asked_to_go.emit("history", change))
        self.view.loose.asked.connect(lambda: self.asked_to_go.emit("strategic_plan", ""))
        for section in (self.view.ahead, self.view.late, self.view.loose):
            section.opened.connect(self._open)
        self._ways: dict[str, str] = {}
        self._shown_on = date.min
        self._midnight = QTimer(self, interval=_A_MINUTE)
        self._midnight.timeout.connect(self._look_at_the_day)
        self._midnight.start()

    def refresh(self) -> None:
        """Show how the engagement stands today."""
        today = date.today()  # noqa: DTZ011  # the day on the wall
        self._shown_on = today
        overview = get_overview(self.engagement, today)
        self.head.set_line(self._line(overview.counts, today))
        self._show_stages(overview)
        self.view.show_beginning(not overview.counts.is_begun)
        self.view.first_steps.show_steps(first_steps(overview.counts))
        self._show_lists(overview, today)
        self.print.setVisible(overview.counts.is_begun)

    def _show_stages(self, overview: Overview) -> None:
        lines, parts = stage_lines(overview.stages), overview.stages.parts
        current = overview.stages.current
        self.view.stages.show_cells(
            [
                StageCell(
                    key,
                    cell.title,
                    parts[key] if key in overview.stages.begun else None,
                    *lines[key],
                    is_current=key == current,
                )
                for key, cell in ((button.cell.key, button.cell) for button in self.view.stages.buttons)
            ]
        )

    def _show_lists(self, overview: Overview, today: date) -> None:
        view, counts = self.view, overview.counts
        view.heat.show_coverage(overview.coverage)
        read = self.tr("{read} of {all}")
        view.documents.setText(read.format(read=counts.documents_read, all=counts.documents))
        view.measures.setText(read.format(read=counts.measures_told, all=counts.measures))
        dues, loose = overview.dues, overview.loose_ends
        view.ahead.show_rows(due_rows(dues.ahead, today))
        view.late.show_rows(late_rows(dues.late, today), len(dues.late), Meaning.CONCERN)
        view.loose.show_rows(loose_rows(loose), sum(each.count for each in loose), Meaning.WATCH)
        self._ways = {due.element_id: due.place for due in (*dues.ahead, *dues.late)}
        self._ways |= {each.rule: each.first.place for each in loose}
        self._first_of_rule = {each.rule: each.first.element_id for each in loose}
        changes = histories.list_changes(self.engagement, limit=MOST_CHANGES)
        view.changes.show_rows(change_rows(changes, today))
        view.fit()

    def _line(self, counts: Counts, today: date) -> str:
        agencies = [agency.name for agency in clients.list_agencies(self.engagement)]
        try:
            whose = clients.get_client(self.engagement).name
        except CannotDo:
            whose = ""
        schools = counted(counts.sites, self.tr("school"), self.tr("schools")) if counts.sites else whose
        return " · ".join(part for part in (schools, *agencies[:1], long_day(today)) if part)

    def _go_to_stage(self, stage: str) -> None:
        self.asked_to_go.emit(places_of(Stage(stage))[0].key, "")

    def _open_cell(self, cell: CoverageCell) -> None:
        self.asked_to_go.emit("coverages", cell.key)

    def _open(self, element_id: str) -> None:
        place = self._ways.get(element_id)
        if place:
            self.asked_to_go.emit(place, self._first_of_rule.get(element_id, element_id))

    def _look_at_the_day(self) -> None:
        if self.isVisible() and date.today() != self._shown_on:  # noqa: DTZ011  # the day on the wall
            self.attempt(self.refresh)
