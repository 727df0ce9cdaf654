"""The measures screen: what is counted, how it stands against the plan, and its values period by period."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from assessor.instruments.measures import get_measure_library
from assessor.operations.measures import measures
from assessor.operations.measures.measure_figures import figure_of
from assessor.operations.measures.measure_readings import (
    MeasureReading,
    balance_codes,
    frequency_taken,
    list_readings,
)
from assessor.operations.periods import Period, period_after, period_of
from assessor.operations.surveys import survey_measures
from assessor.ui.errors import attempt
from assessor.ui.evaluate.measure_definitions import counting_words, shipped_measure
from assessor.ui.evaluate.measure_fields import offer_others
from assessor.ui.evaluate.measure_words import measure_row, status_of
from assessor.ui.evaluate.measures_layout import MeasuresLayout, neutrality
from assessor.ui.evaluate.value_entry import enter_cell, remove_line
from assessor.ui.evaluate.values_model import PeriodLine, ValueColumn
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import PrimaryButton
from assessor.ui.widgets.days import long_day
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.headed_lists import RowGroup
from assessor.ui.widgets.sections import Fact

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class MeasuresScreen(Screen):
    """The measures left, one of them right."""

    key, title = "measures", "Measures"
    tables = frozenset({"measure", "measure_value", "objective", "action_step", "goal", "plan"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self._readings: dict[str, MeasureReading] = {}
        self._shown = ""
        self._next: Period | None = None
        self.view = MeasuresLayout()
        self.set_content(self.view)
        self.add = PrimaryButton(self.tr("Measure"), "plus")
        self.add.setAccessibleName(self.tr("Add a measure"))
        self.head.add_action(self.add)
        detail = self.view.detail
        self.fields: dict[str, Field] = {
            "title": detail.title,
            "code": detail.own_code,
            **detail.course.fields,
            **detail.definition.fields,
        }
        self._wire()

    def refresh(self) -> None:
        """Show the measures as they stand today, and the chosen one."""
        self._readings = {r.measure.id: r for r in list_readings(self.engagement, self.today)}
        is_picking = self.view.right.currentWidget() is self.view.picker
        has_any = bool(self._readings) or is_picking
        self.add.setVisible(has_any and not is_picking and not self.engagement.read_only)
        self.view.pages.setCurrentWidget(self.view.columns if has_any else self.view.empty)
        self.view.empty.button.setVisible(not self.engagement.read_only)
        rows = tuple(measure_row(reading) for reading in self._readings.values())
        self.view.list.show_groups([RowGroup("", rows)])
        self._show(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose a measure."""
        self._close_picker()
        self.view.list.choose(element_id)

    def _wire(self) -> None:
        view, detail = self.view, self.view.detail
        view.list.chosen.connect(self._chosen)
        self.add.clicked.connect(self._open_picker)
        view.empty.asked.connect(self._open_picker)
        view.picker.picked.connect(self._add_from_library)
        view.picker.own_asked.connect(self._add_own)
        view.picker.closed.connect(self._close_picker)
        detail.top.waves.taken.connect(self._take_from_wave)
        detail.top.keep.triggered.connect(self._keep_definition)
        detail.top.remove.triggered.connect(self._remove)
        detail.serves.clicked.connect(self._go_to_plan)
        detail.run.balance_asked.connect(self._add_balance)
        detail.run.gone_to.connect(self.show_element)
        detail.values_heading.asked.connect(self._begin_period)
        detail.table.values.typed.connect(self._typed)
        detail.table.state_keyed.connect(
            lambda line, letter: self._typed(line, int(ValueColumn.VALUE), letter)
        )
        detail.table.removed.connect(self._remove_value)
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name: self._edit(name, value))

    # Showing

    def _chosen(self, measure_id: str) -> None:
        self._close_picker()
        self._show(measure_id)

    def _show(self, measure_id: str) -> None:
        detail = self.view.detail
        if measure_id != self._shown:
            self.finish_editing()
            self._next = None
            detail.problem.clear()
            detail.verticalScrollBar().setValue(0)
        self._shown = measure_id
        reading = self._readings.get(measure_id)
        if reading is not None:
            self._show_head(reading)
            self._show_fields(reading)
            self._show_values(reading)

    def _show_head(self, reading: MeasureReading) -> None:
        detail, measure = self.view.detail, reading.measure
        detail.top.code.setText(measure.code)
        word, meaning = status_of(reading)
        detail.top.status.show_as(word, meaning)
        detail.top.quality.setText(measure.unit)
        detail.top.keep.setVisible(len({value.definition_version for value in measure.values}) > 1)
        detail.top.more.setVisible(not self.engagement.read_only)
        detail.top.waves.offer(self.engagement, measure.code, measure.title)
        detail.serves.setVisible(bool(reading.serves))
        if reading.serves:
            first = reading.serves[0]
            detail.serves.show_line(
                self.tr("Objective {number}  {text}").format(number=first.number, text=first.text)
            )
        newest = reading.newest
        facts = [
            Fact(figure_of(measure, measure.baseline), self.tr("Baseline")),
            Fact(
                figure_of(measure, newest.value if newest else None),
                newest.period_label if newest else self.tr("Newest"),
            ),
            Fact(figure_of(measure, reading.planned), self.tr("Planned by then")),
            Fact(figure_of(measure, measure.target), self._target_label(reading)),
        ]
        detail.facts.show_facts(facts)
        codes = {each.measure.code for each in self._readings.values()}
        missing = [code for code in balance_codes(measure.code) if code not in codes]
        names = {each.code: each.name for each in get_measure_library().measures}
        can_add = bool(missing) and not self.engagement.read_only
        detail.run.show_reading(reading, (missing[0], names[missing[0]]) if can_add else None)

    def _target_label(self, reading: MeasureReading) -> str:
        day = reading.measure.target_on
        return self.tr("Target, {day}").format(day=long_day(day)) if day else self.tr("Target")

    def _show_fields(self, reading: MeasureReading) -> None:
        detail, measure = self.view.detail, reading.measure
        offer_others(self.fields["balances_id"], measure, [r.measure for r in self._readings.values()])
        for name, field in self.fields.items():
            field.set_value(getattr(measure, name))
            field.set_read_only(bool(self.engagement.read_only))
        shipped = shipped_measure(measure.code)
        takes_target = shipped is None or shipped.takes_target
        detail.course.widget.setVisible(takes_target)
        detail.no_target.setVisible(not takes_target)
        detail.no_target.setText(self.tr("This measure takes no target. {why}").format(why=neutrality()))
        self.fields["baseline_plan"].setVisible(measure.baseline is None)
        detail.track.show_reading(reading)
        detail.own_code.setVisible(shipped is None)
        detail.counting.setText(counting_words(shipped))
        detail.counting.setVisible(bool(detail.counting.text()))

    def _show_values(self, reading: MeasureReading) -> None:
        table = self.view.detail.table
        row, column = max(table.currentIndex().row(), 0), max(table.currentIndex().column(), 1)
        is_read_only = bool(self.engagement.read_only)
        table.values.show_measure(
            reading.measure, self._next or self._following(reading), is_read_only=is_read_only
        )
        self.view.detail.keys.setVisible(not is_read_only)
        self.view.detail.values_heading.action.setVisible(not is_read_only)
        table.put_current(row, column)

    def _following(self, reading: MeasureReading) -> Period:
        taken = [value.period_start for value in reading.measure.values]
        frequency = frequency_taken(reading.measure)
        if not taken:
            return period_of(self.today, frequency)
        following = period_after(taken[-1], frequency)
        return following if following.starts_on not in taken else period_of(self.today, frequency)

    # Doing

    def _edit(self, name: str, value: object) -> None:
        measure_id = self._shown
        self.attempt(lambda: measures.edit_measure(self.engagement, measure_id, **{name: value}))

    def _typed(self, line: PeriodLine, column: int, text: str) -> None:
        measure_id, problem = self._shown, self.view.detail.problem
        problem.clear()
        typed_before, self._next = self._next, None  # the screen is refreshed before the entry returns
        period = attempt(
            lambda: enter_cell(self.engagement, measure_id, line, ValueColumn(column), text), problem.tell
        )
        if problem.sentence:
            self._next = typed_before
            return
        self._next = period
        reading = self._readings.get(measure_id)
        if period is not None and reading is not None:
            self._show_values(reading)
            self.view.detail.table.put_current(0, int(ValueColumn.VALUE))
        elif line.value is None:
            self.view.detail.table.put_current(0, int(ValueColumn.VALUE))

    def _remove_value(self, line: PeriodLine) -> None:
        done = self.tr("Value of {period} removed").format(period=line.period.label)
        if line.value is not None:
            self.attempt(lambda: remove_line(self.engagement, line), done=done)

    def _take_from_wave(self, wave_id: str, key: str) -> None:
        measure_id = self._shown
        self.attempt(
            lambda: survey_measures.enter_wave_value(self.engagement, measure_id, wave_id, key),
            done=self.tr("Value taken from the survey"),
        )

    def _begin_period(self) -> None:
        table = self.view.detail.table
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        table.put_current(0, int(ValueColumn.PERIOD))
        table.edit(table.currentIndex())

    def _open_picker(self) -> None:
        self.finish_editing()
        self.view.pages.setCurrentWidget(self.view.columns)
        self.view.right.setCurrentWidget(self.view.picker)
        self.add.hide()
        self.view.picker.start(frozenset(r.measure.code for r in self._readings.values()))

    def _close_picker(self) -> None:
        if self.view.right.currentWidget() is self.view.picker:
            self.view.right.setCurrentWidget(self.view.detail)
            self.add.setVisible(bool(self._readings) and not self.engagement.read_only)
            self.view.pages.setCurrentWidget(self.view.columns if self._readings else self.view.empty)
            self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_from_library(self, code: str) -> None:
        done = self.tr("{code} added with its definition").format(code=code)
        new = self.attempt(lambda: measures.add_measure_from_library(self.engagement, code), done=done)
        self._choose_new(new)

    def _add_own(self) -> None:
        codes = {each.measure.code for each in self._readings.values()}
        code = next(f"L{number}" for number in range(1, len(codes) + 2) if f"L{number}" not in codes)
        title = self.tr("A measure of our own")
        self._choose_new(self.attempt(lambda: measures.add_measure(self.engagement, code, title)))
        self.view.detail.title.box.selectAll()
        self.view.detail.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_balance(self, code: str) -> None:
        measure_id = self._shown
        done = self.tr("{code} is watched beside it").format(code=code)
        self.attempt(lambda: measures.add_balance_measure(self.engagement, measure_id, code), done=done)

    def _choose_new(self, measure_id: str | None) -> None:
        if measure_id:
            self.refresh_if_stale()
            self.show_element(measure_id)

    def _keep_definition(self) -> None:
        measure_id = self._shown
        done = self.tr("All values count as taken by the definition as it reads now")
        self.attempt(lambda: measures.keep_definition(self.engagement, measure_id), done=done)

    def _remove(self) -> None:
        measure_id = self._shown
        done = self.tr("Measure removed with its values")
        self.attempt(lambda: measures.remove_measure(self.engagement, measure_id), done=done)

    def _go_to_plan(self) -> None:
        reading = self._readings.get(self._shown)
        if reading is not None and reading.serves:
            self.asked_to_go.emit("goals", reading.serves[0].id)
