"""Views of survey results beside the constructs: profile, side by side, who answered, change, breakdown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.charts.tables import Chart
from assessor.ui.assess.surveys.survey_exhibits import ExhibitView
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Detail, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.sections import NoteBox
from assessor.ui.widgets.texts import Paragraph, Text

_LIST = 288
_FIELD = 260


class FigurePage(Detail):
    """One figure under its title, what it leaves out, and how it is read."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", Role.TITLE, lines=2)
        self.line = Paragraph("", Role.BODY, "ink2")
        self.figure = ExhibitView(is_ruled=False)
        self.hidden = NoteBox(self.tr("Hidden"), "", "eye-off")
        self.hint = Paragraph("", Role.SMALL, "ink3")
        for widget in (self.title, self.line, self.figure, self.hidden, self.hint):
            self.column.addWidget(widget)

    def show_figure(self, figure: Chart, line: str = "", hint: str = "", hidden: str = "") -> None:
        """Show a figure with its words; what is empty takes no room."""
        self.title.setText(figure.reading)
        self.figure.show_figure(figure)
        self.hidden.show_note(self.tr("Hidden"), hidden)
        for widget, words in ((self.line, line), (self.hint, hint)):
            widget.setText(words)
            widget.setVisible(bool(words))
        self.hidden.setVisible(bool(hidden))
        self.figure.show()

    def show_refusal(self, title: str, words: str) -> None:
        """Say in the figure's place why there is none."""
        self.title.setText(title)
        self.hidden.show_note(self.tr("Hidden"), words)
        for widget in (self.line, self.figure, self.hint):
            widget.hide()
        self.hidden.show()


class SidesPage(Columns):
    """A list of constructs, and of the one chosen each item with its groups side by side."""

    def __init__(self) -> None:
        super().__init__("survey_sides")
        self.list = RowList(self.tr("Constructs"))
        left = Ground()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.page = FigurePage()
        self.add(left, _LIST, least=200)
        self.add(self.page, 860, grows=True, least=480)
        self._figures: Callable[[str], Chart] | None = None
        self._hint = ""
        self.list.chosen.connect(self._show)

    def show_constructs(self, rows: Sequence[ListRow], figure_of: Callable[[str], Chart], hint: str) -> None:
        """Offer these rows; `figure_of` draws the one chosen."""
        self._figures, self._hint = figure_of, hint
        self.list.show_rows(list(rows))
        self._show(self.list.chosen_id or (rows[0].element_id if rows else ""))

    def _show(self, element_id: str) -> None:
        if self._figures is not None and element_id:
            self.page.show_figure(self._figures(element_id), "", self._hint)


class ChosenPage(QWidget):
    """A figure that is chosen by fields above it: two waves and a group, or two questions and a group."""

    edited = Signal()

    def __init__(self, labels: Sequence[str], empty: EmptyState) -> None:
        super().__init__()
        self.fields = [ChoiceField(label) for label in labels]
        self.page, self.empty = FigurePage(), empty
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 0)
        row.setSpacing(16)
        for field in self.fields:
            field.setMaximumWidth(_FIELD)
            row.addWidget(field)
            field.edited.connect(lambda _value: self.edited.emit())
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        column.addWidget(self.empty, 1)

    def offer(self, place: int, choices: Sequence[Choice], first: object) -> None:
        """Offer choices in a field; the one shown stays where it can, else `first` is."""
        field = self.fields[place]
        field.show_choices(choices)
        if field.value() not in [choice.value for choice in choices]:
            field.set_value(first)

    def show_what(self, figure: Chart | None, line: str = "", hint: str = "", hidden: str = "") -> None:
        """Show a figure, or with None what the page is for."""
        self.page.setVisible(figure is not None)
        self.empty.setVisible(figure is None)
        if figure is not None:
            self.page.show_figure(figure, line, hint, hidden)

    def refuse(self, title: str, words: str) -> None:
        """Say in the figure's place why there is none."""
        self.empty.hide()
        self.page.show()
        self.page.show_refusal(title, words)
