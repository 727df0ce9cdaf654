"""Who reads a document: each reading and how far it is, where two readers differ, a second one begun."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.analysis.agreement import LEAST_DOUBLE_RATED
from assessor.operations.second_readings import Difference, ReadingComparison, ReadingRow
from assessor.ui.assess.people.emptying import empty, hidden_stop
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.days import short_day
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph, Text

_MOST = 12
_NAME = 200


class ReadingsBox(QWidget):
    """`opened` tells a reading, `difference_asked` a criterion, `begun` the name of a second reader."""

    opened = Signal(str)
    difference_asked = Signal(str)
    begun = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SectionHeading(self.tr("Readers"))
        self.agreed = Paragraph("", Role.BODY, "ink2")
        self.blind = Paragraph(
            self.tr("Each reader sees what the other gave a criterion only after deciding it."),
            Role.SMALL,
            "ink3",
        )
        self.name = TextField(self.tr("Second reader"), self.tr("Name, as it stands beside the ratings"))
        self.begin = PlainButton(self.tr("Begin a second reading"), "user-plus")
        self._rows, self._differing = QVBoxLayout(), FlowRows(16)
        self._before_rows, self._before_differing = hidden_stop(self), hidden_stop(self)
        self._build()
        self.begin.clicked.connect(self._begin)
        self.name.line.returnPressed.connect(self._begin)

    def show_readings(
        self, readings: Sequence[ReadingRow], comparison: ReadingComparison | None, *, is_read_only: bool
    ) -> None:
        """Show who reads, and where the readers differ."""
        self.setVisible(bool(readings))
        empty(self._rows)
        before = self._before_rows
        for row in readings:
            line = QuietButton(self._words(row), "book-open", flush=True)
            line.clicked.connect(lambda _on=False, review_id=row.id: self.opened.emit(review_id))
            self._rows.addWidget(line)
            QWidget.setTabOrder(before, line)
            before = line
        self._show_comparison(comparison)
        can_begin = len(readings) == 1 and not is_read_only
        for widget in (self.name, self.begin):
            widget.setVisible(can_begin)
        self.blind.setVisible(can_begin or len(readings) > 1)

    def ask_name(self) -> None:
        """Put the keyboard where the second reader is named."""
        self.name.line.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._rows.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._rows)
        column.addWidget(self.agreed)
        column.addLayout(self._differing)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.name.setMinimumWidth(_NAME)
        row.addWidget(self.name, 1)
        button = QVBoxLayout()
        button.addSpacing(18)  # beneath the label beside it
        button.addWidget(self.begin)
        button.addStretch(1)
        row.addLayout(button)
        column.addLayout(row)
        column.addWidget(self.blind)

    def _show_comparison(self, comparison: ReadingComparison | None) -> None:
        empty(self._differing)
        self.agreed.setVisible(comparison is not None)
        if comparison is None:
            return
        self.agreed.setText(self._agreement(comparison))
        self._told_apart(comparison)
        before = self._before_differing
        for one in comparison.differences[:_MOST]:
            line = QuietButton(self._difference(one), flush=True)
            line.clicked.connect(lambda _on=False, code=one.criterion: self.difference_asked.emit(code))
            self._differing.addWidget(line)
            QWidget.setTabOrder(before, line)
            before = line
        more = len(comparison.differences) - _MOST
        if more > 0:
            self._differing.addWidget(
                Text(self.tr("and {count} more").format(count=more), Role.SMALL, "ink3")
            )

    def _told_apart(self, comparison: ReadingComparison) -> None:
        """Say how the levels that follow are to be read."""
        if comparison.differences:
            words = self.tr("You – {reader}:")
            reader = comparison.other.reviewer or self.tr("the other reader")
            self._differing.addWidget(Text(words.format(reader=reader), Role.SMALL, "ink3"))

    def _agreement(self, comparison: ReadingComparison) -> str:
        told = comparison.agreement
        if told.percent is None:
            words = self.tr(
                "{count} criteria rated by both. Agreement is told from {least} on: fewer say little."
            )
            return words.format(count=told.double_rated, least=LEAST_DOUBLE_RATED)
        words = self.tr(
            "{count} criteria rated by both · {percent}% the same level alone · weighted kappa {kappa}"
        )
        kappa = "–" if told.kappa is None else f"{told.kappa:.2f}"
        return words.format(count=told.double_rated, percent=f"{told.percent:.1f}", kappa=kappa)

    def _difference(self, one: Difference) -> str:
        mine, theirs = (self.tr("N/A") if level is None else str(level) for level in (one.mine, one.theirs))
        return f"{one.criterion}  {mine} – {theirs}"

    def _words(self, row: ReadingRow) -> str:
        name = row.reviewer or self.tr("One reader")
        words = self.tr("{reader} · {rated} rated").format(reader=name, rated=row.rated)
        if row.started_on:
            words += " · " + self.tr("since {day}").format(day=short_day(row.started_on))
        return words

    def _begin(self) -> None:
        name = self.name.value()
        if not name:
            self.name.refuse(self.tr("Write who reads as well."))
            return
        self.name.set_value("")
        self.begun.emit(name)
