"""The places of everything on the measures screen: list left, one measure right, the library in its place."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from assessor.instruments.measures import get_measure_library
from assessor.ui.evaluate.library_picker import LibraryPicker
from assessor.ui.evaluate.measure_charts import RunPanel, TrackPanel
from assessor.ui.evaluate.measure_fields import course_fields, definition_fields
from assessor.ui.evaluate.values_table import ValuesTable
from assessor.ui.evaluate.wave_value_menu import WaveValueMenu
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.detail_columns import DetailColumn
from assessor.ui.widgets.headed_lists import HeadedList
from assessor.ui.widgets.link_lines import LinkLine
from assessor.ui.widgets.notices import EmptyState, ErrorLine
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.sections import FactsStrip, Hairline, SectionHeading
from assessor.ui.widgets.tags import Tag
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text
from assessor.ui.widgets.title_fields import TitleField

LIST_WIDTH = 352


class MeasureHead(QWidget):
    """Code, how it stands, and what can be done with the whole measure."""

    def __init__(self) -> None:
        super().__init__()
        self.code = Text("", Role.BODY_BOLD, "accent")
        self.status = Tag("")
        self.quality = Text("", Role.SMALL, "ink3")
        self.more = IconButton("ellipsis", self.tr("More"))
        menu = QMenu(self.more)
        self.waves = WaveValueMenu(menu)
        menu.addMenu(self.waves)
        self.keep = menu.addAction(self.tr("Count all values by one definition"))
        self.keep.setToolTip(self.tr("Where the definition was only put in better words"))
        self.remove = menu.addAction(self.tr("Remove measure"))
        self.more.setMenu(menu)
        self.more.setFixedHeight(24)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.code)
        row.addWidget(self.status)
        row.addWidget(self.quality)
        row.addStretch(1)
        row.addWidget(self.more)


class MeasureDetailLayout(DetailColumn):
    """One measure: how it stands, its chart, its values, its way, its definition."""

    def __init__(self) -> None:
        super().__init__()
        self.top = MeasureHead()
        self.title = TitleField(self.tr("Name"), self.tr("What is measured"))
        self.serves = LinkLine("flag")
        self.facts = FactsStrip()
        self.run = RunPanel()
        self.values_heading = SectionHeading(self.tr("Values"), action=self.tr("Add a period"))
        self.keys = Paragraph(
            self.tr(
                "Type a number, or 7 of 412. Z zero, N not collected, S too few to show, Delete removes."
            ),
            Role.SMALL,
            "ink3",
        )
        self.table = ValuesTable()
        self.problem = ErrorLine()
        self.track = TrackPanel()
        self.no_target = Paragraph("", tone="ink2")
        self.course, self.definition = course_fields(), definition_fields()
        self.own_code = TextField(self.tr("Code"), self.tr("As in L1"))
        self.counting = Paragraph("", Role.SMALL, "ink3")
        self._lay_out()
        self.table.reached.connect(self._follow)

    def _follow(self, place: QPoint) -> None:
        inner = self.widget()
        if inner is not None:
            at = inner.mapFrom(self.window(), place)
            self.ensureVisible(at.x(), at.y(), 0, 48)

    def _lay_out(self) -> None:
        self.put(self.top)
        self.put(self.title, 4)
        self.put(self.serves)
        self.put(self.facts, 12)
        self.put(self.run, 16)
        self.put(self.values_heading, 16)
        self.put(self.keys)
        self.put(self.problem)
        self.put(self.table, 4)
        self.put(SectionHeading(self.tr("Where it is to go")), 16)
        self.put(self.no_target)
        self.put(self.track, 4)
        self.put(self.course.widget, 8)
        self.put(Hairline(), 16)
        self.put(SectionHeading(self.tr("What is counted")), 8)
        self.put(self.own_code, 4)
        self.put(self.definition.widget, 4)
        self.put(self.counting, 8)


class MeasuresLayout(QWidget):
    """List left; right the chosen measure, or the library to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.list = HeadedList(self.tr("Measures"))
        self.list.setObjectName("measures_list")
        self.detail, self.picker = MeasureDetailLayout(), LibraryPicker()
        self.right = QStackedWidget()
        self.right.addWidget(self.detail)
        self.right.addWidget(self.picker)
        self.columns = Columns("measures")
        self.columns.add(self.list, LIST_WIDTH, least=280)
        self.columns.add(self.right, 760, grows=True, least=480)
        self.empty = EmptyState(
            "chart-line",
            self.tr("No measures yet"),
            self.tr(
                "A measure tells whether what the plan promised comes about. Choose few, take each from the "
                "same source in the same way every time, and watch one beside it."
            ),
            self.tr("Choose from the library"),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.columns)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)


def neutrality() -> str:
    """Why a measure of differences between groups takes no target."""
    return get_measure_library().neutrality
