"""What a line of a table means, where the table calls a measure or a school otherwise than the engagement."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.exchange.measure_mappings import NEW, MeasureMapping
from assessor.operations.measures.measure_names import Known
from assessor.operations.measures.measure_tables import TableLine
from assessor.ui.assess.program_data.import_words import about_line, measure_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.texts import Paragraph, Text

_ELSEWHERE = "elsewhere"


class LineMeaning(QWidget):
    """Says all of a line. `measure_meant`, `school_meant` tell what the table says and what it means."""

    measure_meant = Signal(str, str)
    school_meant = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.name = Text("", Role.TITLE, lines=2)
        self.about = Paragraph("", Role.BODY, "ink2")
        self.measure = ChoiceField(self.tr("The measure it names is"))
        self.school = ChoiceField(self.tr("The school it names is"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.name, self.about, self.measure, self.school):
            column.addWidget(widget)
        self._line: TableLine | None = None
        self.measure.edited.connect(self._mean_measure)
        self.school.edited.connect(self._mean_school)

    def show_line(self, line: TableLine | None, mapping: MeasureMapping, known: Known) -> None:
        """Show a line, and what its names can mean."""
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        whom = line.whom if line.said_school == "" or line.whom else line.said_school
        self.name.setText(", ".join(filter(None, (measure_word(line.measure), whom, line.period))))
        self.about.setText(about_line(line))
        self._offer_measures(line, known)
        self._offer_schools(line, mapping, known)

    def _offer_measures(self, line: TableLine, known: Known) -> None:
        self.measure.setVisible(bool(line.said_measure))
        new = NEW + line.said_measure.removeprefix(NEW)
        listed = [Choice(each.code, f"{each.code}  {each.title}") for each in known.measures]
        self.measure.show_choices([Choice(new, measure_word(new)), *listed])
        found = known.find_measure(line.measure)
        self.measure.set_value(found.code if found else line.measure)

    def _offer_schools(self, line: TableLine, mapping: MeasureMapping, known: Known) -> None:
        self.school.setVisible(bool(line.said_school))
        listed = [Choice(site, name) for site, name in known.sites]
        self.school.show_choices(
            [Choice(_ELSEWHERE, self.tr("None of ours")), Choice("", self.tr("All schools")), *listed]
        )
        told = {said.casefold(): site for said, site in mapping.schools}
        is_of_all = line.entry is not None and line.entry.whom.site_id is None
        found = line.entry.whom.site_id if line.entry else None
        self.school.set_value(told.get(line.said_school.casefold(), "" if is_of_all else found or _ELSEWHERE))

    def _mean_measure(self, code: object) -> None:
        if self._line is not None:
            self.measure_meant.emit(self._line.said_measure, str(code))

    def _mean_school(self, site: object) -> None:
        if self._line is not None:
            self.school_meant.emit(self._line.said_school, None if site == _ELSEWHERE else str(site))
