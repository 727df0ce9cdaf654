"""Who and where: groups by methods, each unfolding into its sites, with the detail of the cell one is on."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.coverage_cells import CoverageCell
from assessor.operations.coverage_counts import NO_SITE
from assessor.operations.coverages import METHODS, Coverage
from assessor.operations.planned_contacts import plan_contacts, plan_session
from assessor.terms import Group
from assessor.ui.assess.coverage.coverage_detail import CoverageDetail
from assessor.ui.assess.coverage.coverage_grid import CoverageGrid
from assessor.ui.assess.coverage.coverage_panes import LEGEND_ROOM, GridAndDetail, Legend
from assessor.ui.assess.coverage.coverage_rows import GridCell, GridColumn, GridRow
from assessor.ui.assess.coverage.coverage_words import (
    PEOPLE,
    figures,
    group_word,
    hidden_word,
    method_word,
    sessions_word,
    short_word,
    spoken,
    tr,
)
from assessor.ui.assess.people.page_edits import Edits
from assessor.ui.overview_coverage import heat_step
from assessor.ui.overview_heat_map import HeatLegend
from assessor.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class MapLayout(QWidget):
    """Grid and legend left, detail right."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = CoverageGrid(self.tr("Who was heard, how and where"))
        self.fold = QuietButton(self.tr("Show all sites"), flush=True)
        self.detail = CoverageDetail()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(20, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.grid, 1)
        column.addLayout(self._legend())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(GridAndDetail("coverages", left, self.detail))

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.setContentsMargins(4, 0, 0, 0)
        row.addWidget(self.fold)
        row.addStretch(1)
        row.addWidget(HeatLegend())
        self.marks = Legend(
            ("circle-alert", "concern", self.tr("past its day")),
            ("eye-off", "ink3", self.tr("too few to show")),
        )
        row.addWidget(self.marks)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the marks out where there is no room."""
        super().resizeEvent(event)
        self.marks.setVisible(self.width() > LEGEND_ROOM)


class CoverageMap(MapLayout):
    """Shows and plans who is heard where."""

    def __init__(self, engagement: "Engagement", edits: Edits) -> None:
        super().__init__()
        self._engagement, self._edits = engagement, edits
        self._coverage: Coverage | None = None
        self._today = date.min
        self._site_id: str | None = None
        self.grid.moved.connect(self._show_cell)
        self.grid.entered.connect(self._enter)
        self.grid.typed.connect(self._type)
        self.grid.grid.modelReset.connect(self._name_fold)
        self.fold.clicked.connect(self._fold)
        self.detail.left.connect(self.grid.setFocus)
        self.detail.planned_so.connect(self._plan)
        self.detail.session_asked.connect(self._plan_session)

    def show_coverage(self, coverage: Coverage, site_id: str | None, today: date) -> None:
        """Show who was heard by now, at one site or in the district with all its sites."""
        self._coverage, self._today, self._site_id = coverage, today, site_id
        columns = [GridColumn(method_word(each), short_word(each)) for each in (*METHODS, PEOPLE)]
        self.grid.grid.show_rows(columns, [self._group_row(coverage, group) for group in coverage.groups])
        self.fold.setVisible(bool(self.grid.grid.foldable))
        self._name_fold()
        self.grid.keep_place()

    def choose(self, key: str) -> bool:
        """Come to a cell by its key."""
        return self.grid.choose(key)

    def _group_row(self, coverage: Coverage, group: Group) -> GridRow:
        inner: tuple[GridRow, ...] = ()
        if self._site_id is None and coverage.sites:
            places = [(site.id, site.name) for site in coverage.sites]
            if coverage.has_no_site(group):
                places.append((NO_SITE, tr("At no one site")))
            inner = tuple(_site_row(coverage, group, place, name) for place, name in places)
        name = next((site.name for site in coverage.sites if site.id == self._site_id), "")
        return GridRow(
            group.value, group_word(group), _cells(coverage, group, self._site_id, name), group, rows=inner
        )

    def _show_cell(self, cell: GridCell) -> None:
        coverage = self._coverage
        if coverage is None or not cell.key:
            return
        for field in (self.detail.planned, self.detail.due_on):
            field.finish()
        group, method, place = _parsed(cell.key)
        if method == PEOPLE:
            cells = [coverage.cell(group, each, place) for each in METHODS]
            self.detail.show_people(coverage, cells, coverage.heard(group, place), self._today)
        else:
            found = coverage.cell(group, method, place)
            read_only = bool(self._engagement.read_only)
            self.detail.show_cell(coverage, found, self._today, read_only=read_only)

    def _enter(self) -> None:
        self.detail.type_planned()

    def _type(self, event: QKeyEvent) -> None:
        """Begin to type the number planned where one stands."""
        if self.detail.fields.isVisible() and self.detail.planned.line.isEnabled():
            self.detail.type_planned()
            QApplication.sendEvent(self.detail.planned.line, event)

    def _plan(self, cell: CoverageCell, number: int, due_on: date | None) -> None:
        cycle_id = self._coverage.cycle_id if self._coverage else ""
        self._edits.do(
            lambda: plan_contacts(
                self._engagement, cycle_id, cell.group, cell.method, number, due_on, cell.site_id
            ),
            tell=self.detail.planned.refuse,
        )

    def _plan_session(self, cell: CoverageCell) -> None:
        coverage = self._coverage
        if coverage is None:
            return
        site = next((one.name for one in coverage.sites if one.id == cell.site_id), "")
        word = sessions_word(cell.group, cell.method, 1)
        title = ", ".join(part for part in (word[:1].upper() + word[1:], site) if part)
        new = self._edits.do(
            lambda: plan_session(
                self._engagement, coverage.cycle_id, cell.group, cell.method, title, cell.site_id or None
            ),
            tr("Session planned. Choose its day and who comes."),
        )
        if isinstance(new, str):
            self.detail.asked.emit("sittings", new)

    def _fold(self) -> None:
        self.grid.fold_all(is_open=not self._is_open)

    def _name_fold(self) -> None:
        self.fold.setText(self.tr("Fold the sites") if self._is_open else self.tr("Show all sites"))

    @property
    def _is_open(self) -> bool:
        return self.grid.grid.unfolded >= self.grid.grid.foldable


def _parsed(key: str) -> tuple[Group, str, str | None]:
    group, method, *place = key.split("/")
    return Group(group), method, (NO_SITE if place[0] == "-" else place[0]) if place else None


def _site_row(coverage: Coverage, group: Group, place: str, name: str) -> GridRow:
    key = f"{group.value}/{place or '-'}"
    return GridRow(key, name, _cells(coverage, group, place, name), group, level=1)


def _cells(coverage: Coverage, group: Group, place: str | None, name: str) -> tuple[GridCell, ...]:
    methods = [_cell(coverage.cell(group, method, place), name) for method in METHODS]
    return (*methods, _people(coverage, group, place, name))


def _cell(cell: CoverageCell, site: str) -> GridCell:
    figure, rest = figures(cell)
    is_tinted = cell.is_used and cell.done is not None
    return GridCell(
        f"{cell.key}/-" if cell.site_id == NO_SITE else cell.key,
        figure,
        rest,
        _tint(cell) if is_tinted else None,
        hidden_word(cell),
        cell.is_overdue and bool(cell.missing),
        spoken=spoken(cell, site),
    )


def _tint(cell: CoverageCell) -> int:
    """By what was planned; what was done without a plan is some, and never all."""
    return heat_step(cell.part) if cell.planned else 1


def _people(coverage: Coverage, group: Group, place: str | None, name: str) -> GridCell:
    heard = coverage.heard(group, place)
    words = tr("{group}{place}: {people} people heard, {spoke} spoke")
    key = f"{group.value}/{PEOPLE}" + ("" if place is None else f"/{place or '-'}")
    return GridCell(
        key,
        f"{heard.people:,}" if heard.people else "–",
        spoken=words.format(
            group=group_word(group), place=f", {name}" if name else "", people=heard.people, spoke=heard.spoke
        ),
    )
