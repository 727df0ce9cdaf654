"""Where everything on the overview stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessor.ui.overview_beginnings import FirstSteps
from assessor.ui.overview_heat_map import HeatLegend, HeatMap
from assessor.ui.overview_lists import ONE_LINE, TWO_LINES, ListSection
from assessor.ui.overview_stages import StageCell, StageStrip
from assessor.ui.typeface import Role
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.panes import Ground
from assessor.ui.widgets.texts import Text

_MARGIN, _GAP = 24, 32
_LEFT_PART, _MOST_LEFT = 0.612, 960
_USUAL_HEIGHT = 608  # of the scroll area at 1280×720
_FEW_AHEAD, _FEW_LATE, _FEW_LOOSE = 3, 2, 4
_FEWEST_CHANGES, MOST_CHANGES = 3, 24
_LEFT_BUT_CHANGES = 232  # strip, headings, counts, spacing and margins above and below the changes


class OverviewLayout(QScrollArea):
    """Stages on top; whom we heard and what changed at the left; next, late and loose at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stages = (
            ("assess", self.tr("Assess")),
            ("identify", self.tr("Identify")),
            ("plan", self.tr("Plan")),
            ("implement", self.tr("Implement")),
            ("evaluate", self.tr("Evaluate")),
        )
        self.stages = StageStrip([StageCell(key, title, None, "", "") for key, title in stages])
        self.heat = HeatMap()
        self.documents, self.measures = Text(role=Role.SMALL_BOLD), Text(role=Role.SMALL_BOLD)
        self.changes = ListSection(self.tr("Recent changes"), self.tr("Nothing yet."), self.tr("All history"))
        self.ahead = ListSection(self.tr("Next"), self.tr("Nothing has a day yet."))
        self.late = ListSection(self.tr("Overdue"), self.tr("Nothing is late."))
        self.loose = ListSection(self.tr("Loose ends"), self.tr("Every tie holds."), self.tr("Golden thread"))
        self.first_steps = FirstSteps()
        self.columns = self._columns()
        page = Ground("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        column.setSpacing(20)
        column.addWidget(self.stages)
        column.addWidget(self.columns)
        column.addWidget(self.first_steps)
        column.addStretch(1)
        self.setWidget(page)

    def show_beginning(self, is_beginning: bool) -> None:
        """Show the first steps in place of all else."""
        self.columns.setVisible(not is_beginning)
        self.first_steps.setVisible(is_beginning)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the left column its width, and the lists more lines where there is room."""
        room = self.viewport().width() - 2 * _MARGIN
        self._left.setFixedWidth(min(round(room * _LEFT_PART), _MOST_LEFT))
        spare = max(self.viewport().height() - _USUAL_HEIGHT, 0)
        left = self.viewport().height() - _LEFT_BUT_CHANGES - self.heat.height()
        self.changes.show_most(min(max(left // ONE_LINE, _FEWEST_CHANGES), MOST_CHANGES))
        self.loose.show_most(_FEW_LOOSE + spare // 2 // ONE_LINE)
        self.ahead.show_most(_FEW_AHEAD + spare // 4 // TWO_LINES)
        self.late.show_most(_FEW_LATE + spare // 4 // TWO_LINES)

    def _columns(self) -> QWidget:
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._left = self._left_column()
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for section in (self.ahead, self.late, self.loose):
            column.addWidget(section)
        column.addStretch(1)
        row.addWidget(self._left)
        row.addWidget(right, 1)
        return columns

    def _left_column(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        title = Text(self.tr("Who we have heard, and how"), Role.BODY_BOLD)
        title.setMinimumHeight(28)
        heading.addWidget(title)
        heading.addStretch(1)
        heading.addWidget(HeatLegend())
        column.addLayout(heading)
        column.addWidget(self.heat)
        column.addSpacing(8)
        column.addLayout(self._counts())
        column.addSpacing(12)
        column.addWidget(self.changes)
        column.addStretch(1)
        return left

    def _counts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, words, value in (
            ("file-check", self.tr("Documents read"), self.documents),
            ("chart-line", self.tr("Measures with figures"), self.measures),
        ):
            row.addWidget(Icon(name, "ink2", 16))
            row.addWidget(Text(words, Role.SMALL, "ink2"))
            row.addWidget(value)
            row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(Icon("circle-alert", "concern", 14))
        row.addWidget(Text(self.tr("past its planned date"), Role.SMALL, "concern"))
        row.addSpacing(12)
        row.addWidget(Icon("eye-off", "ink3", 14))
        row.addWidget(Text(self.tr("too few to show"), Role.SMALL, "ink3"))
        return row
