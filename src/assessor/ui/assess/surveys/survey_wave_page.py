"""The page of a wave itself: its title and days, who was invited, and the tables that were brought in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.exchange.survey_tools import SurveyTool
from assessor.operations.paper.paper_questions import PAPER
from assessor.operations.surveys.survey_imports import ImportRow
from assessor.operations.surveys.survey_waves import AskedGroup, WaveRow
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_published import PublishedLines
from assessor.ui.assess.surveys.survey_words import say
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.group_marks import GroupName
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import NumberField, TextField
from assessor.ui.widgets.texts import Text

_WIDEST = 640


class WavePage(Detail):
    """Edits a wave in place. `edited` tells columns, `invited` a group and a number, `removed` an import, and
    `asked_to_save` the ImportRow whose table is wanted as a file."""

    edited = Signal(dict)
    invited = Signal(str, object)
    removed = Signal(str)
    asked_to_save = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.back = QuietButton(self.tr("Back to the results"), "arrow-left", flush=True)
        self.title = TextField(self.tr("Title"), role=Role.TITLE)
        self.opened_on, self.closed_on = DateField(self.tr("Opened")), DateField(self.tr("Closed"))
        self.groups, self.tables = QVBoxLayout(), QVBoxLayout()
        self.published = PublishedLines()
        self.group = ChoiceField(self.tr("Another group that was invited"))
        self.remove = PlainButton(self.tr("Remove this wave"), "trash-2")
        days = QHBoxLayout()
        days.setSpacing(24)
        days.addWidget(self.opened_on)
        days.addWidget(self.closed_on)
        days.addStretch(1)
        self.column.addWidget(self.back)
        self.column.addWidget(self.title)
        self.column.addLayout(days)
        self.column.addWidget(SectionHeading(self.tr("Invited"), self.tr("for the response rate")))
        self.groups.setSpacing(0)
        self.column.addLayout(self.groups)
        self.column.addWidget(self.group)
        self.column.addWidget(SectionHeading(self.tr("Tables brought in")))
        self.column.addLayout(self.tables)
        self.column.addWidget(self.published)
        self.column.addWidget(self.remove)
        for widget in (self.title, self.group):
            widget.setMaximumWidth(_WIDEST)
        self._read_only = False
        self._fields: dict[Group, NumberField] = {}
        self.title.edited.connect(lambda title: self.edited.emit({"title": title}))
        self.opened_on.edited.connect(lambda day: self.edited.emit({"opened_on": day}))
        self.closed_on.edited.connect(lambda day: self.edited.emit({"closed_on": day}))
        self.group.edited.connect(lambda group: self.invited.emit(str(group), None))

    def show_wave(self, wave: WaveRow, imports: list[ImportRow], *, read_only: bool) -> None:
        """Show a wave."""
        self._read_only = read_only
        self.title.set_value(wave.title)
        self.opened_on.set_value(wave.opened_on)
        self.closed_on.set_value(wave.closed_on)
        self._show_groups(wave.groups)
        asked = {each.group for each in wave.groups}
        self.group.show_choices([Choice(group.value, group.label) for group in Group if group not in asked])
        self.group.set_value(None)
        _fill(self.tables, [self._table(row) for row in imports])
        for field in (self.title, self.opened_on, self.closed_on, self.group):
            field.set_read_only(read_only)
        self.group.setVisible(not read_only)
        self.remove.setVisible(not read_only)

    def _show_groups(self, groups: tuple[AskedGroup, ...]) -> None:
        if [each.group for each in groups] != list(self._fields):
            self._fields = {}
            _fill(self.groups, [self._invitation(each.group) for each in groups])
        for each in groups:
            self._fields[each.group].set_value(each.invited)
            self._fields[each.group].set_read_only(self._read_only)

    def _invitation(self, group: Group) -> QWidget:
        said = QT_TRANSLATE_NOOP("surveys", "{group} invited")
        field = NumberField(say(said, group=group.label), self.tr("not known"), least=0, most=1_000_000)
        field.label.hide()  # the group's name stands beside it; a screen reader says both
        field.edited.connect(lambda number: self.invited.emit(group.value, _whole(number)))
        self._fields[group] = field
        return _row(GroupName(group), field)

    def _table(self, row: ImportRow) -> QWidget:
        many = QT_TRANSLATE_NOOP("surveys", "{name} · {tool} · {rows} rows · {day}")
        one = QT_TRANSLATE_NOOP("surveys", "{name} · {tool} · 1 row · {day}")
        said = one if row.rows == 1 else many
        day = f"{row.imported_at:%Y-%m-%d}"
        tool = self.tr("typed from paper") if row.tool == PAPER else SurveyTool(row.tool).label
        words = say(said, name=row.file_name, tool=tool, rows=f"{row.rows:,}", day=day)
        said = QT_TRANSLATE_NOOP("surveys", "Remove the answers of {name}")
        button = IconButton("trash-2", say(said, name=row.file_name))
        button.clicked.connect(_telling(self.removed.emit, row.id))
        button.setVisible(not self._read_only)
        said = QT_TRANSLATE_NOOP("surveys", "Save the table {name}")
        save = IconButton("download", say(said, name=row.file_name))
        save.clicked.connect(partial(self.asked_to_save.emit, row))
        save.setVisible(row.has_table)
        return _row(Text(words), save, button)


def _row(first: QWidget, *others: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    first.setMinimumWidth(200)
    for widget in (first, *others):
        layout.addWidget(widget)
    layout.addStretch(1)
    return row


def _fill(layout: QVBoxLayout, widgets: list[QWidget]) -> None:
    while layout.count():
        item = layout.takeAt(0)
        old = item.widget() if item else None
        if old is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)


def _telling(tell: Callable[[str], None], element_id: str) -> Callable[[], None]:
    return lambda: tell(element_id)


def _whole(number: object) -> int | None:
    return None if number is None else int(str(number).partition(".")[0])
