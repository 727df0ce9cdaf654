"""A batch of paper forms: what they are, and the forms typed so far."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from assessor.analysis.rounding import shown
from assessor.operations.clients import SiteRow
from assessor.operations.paper.paper_batches import BatchDetails, SheetRow
from assessor.operations.paper.paper_comparisons import Comparison
from assessor.operations.survey_forms.forms import FormRow
from assessor.operations.surveys.survey_waves import WaveRow
from assessor.ui.assess.paper.paper_words import language_words
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.detail_columns import DetailColumn
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph


class BatchFields(Form):
    """Wave, form, language, site and label of a batch."""

    def __init__(self) -> None:
        super().__init__()
        self.add("label", TextField(self.tr("Label")))
        self.add("wave_id", ChoiceField(self.tr("Wave")))
        self.add("form", ChoiceField(self.tr("Form")))
        self.language, self.site = ChoiceField(self.tr("Language")), ChoiceField(self.tr("Site"))
        self.add_beside(language=self.language, site_id=self.site)

    def offer(
        self,
        waves: Sequence[WaveRow],
        forms: Sequence[FormRow],
        sites: Sequence[SiteRow],
        form: FormRow | None,
    ) -> None:
        """Offer what can be chosen."""
        waves_field, forms_field = self.fields["wave_id"], self.fields["form"]
        if isinstance(waves_field, ChoiceField) and isinstance(forms_field, ChoiceField):
            waves_field.show_choices([Choice(wave.id, wave.title) for wave in waves])
            forms_field.show_choices([Choice((row.key, row.version), row.title) for row in forms])
        languages = form.languages if form else ("en",)
        self.language.show_choices([Choice(each, language_words(each)) for each in languages])
        none = Choice(None, self.tr("Not known"))
        self.site.show_choices([none, *(Choice(site.id, site.name) for site in sites)])


class BatchPage(Ground):
    """The fields left, the forms typed right. `opened` tells the number of one to type again."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.fields = BatchFields()
        self.state = Paragraph()
        self.form = QuietButton(self.tr("Show and print the form"), "printer", flush=True)
        self.remove = QuietButton(self.tr("Remove batch"), "trash-2", flush=True)
        self.remove_form = QuietButton(self.tr("Remove the chosen form"), "trash-2", flush=True)
        self.list = RowList(self.tr("Forms typed"))
        text = self.tr("Write a number on each form that came back, take the first, and type it.")
        self.empty = EmptyState("file-text", self.tr("No form typed yet"), text, self.tr("Type forms"))
        detail = DetailColumn()
        detail.put(self.fields)
        detail.put(self.state, above=16)
        detail.put(self.form, above=8)
        detail.put(self.remove_form)
        detail.put(self.remove)
        columns = Columns("paper_batch")
        columns.add(detail, 380, least=300)
        columns.add(self.list, 420, grows=True, least=240)
        columns.add(self.empty, 420, grows=True, least=240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)
        self.list.opened.connect(lambda number: self.opened.emit(int(number)))
        self.remove_form.clicked.connect(lambda: self.removed.emit(int(self.list.chosen_id)))

    def show_batch(self, details: BatchDetails, found: Comparison, *, is_locked: bool) -> None:
        """Show a batch as it is now."""
        row = details.row
        values = {"form": (row.form_key, row.form_version)}
        self.fields.show_values(lambda name: values.get(name) or getattr(row, name))
        self.fields.set_read_only(is_locked or row.is_brought_in)
        self.fields.fields["form"].set_read_only(is_locked or row.is_brought_in or bool(details.sheets))
        self.remove.setVisible(not is_locked)
        self.remove_form.setVisible(bool(details.sheets) and not (is_locked or row.is_brought_in))
        self.state.setText(self._state(details, found))
        self.list.show_rows([self._sheet(sheet) for sheet in reversed(details.sheets)])
        self.list.setVisible(bool(details.sheets))
        self.empty.setVisible(not details.sheets)
        self.empty.button.setVisible(not is_locked)

    def _state(self, details: BatchDetails, found: Comparison) -> str:
        if details.row.is_brought_in:
            return self.tr("These answers are in the wave. Take them out to change a form.")
        words = self.tr("Forms typed: {forms}, of them twice: {twice}. Unclear answers: {unclear}.")
        unclear = sum(sheet.unclear for sheet in details.sheets)
        told = words.format(forms=details.row.sheets, twice=details.row.second, unclear=unclear)
        if found.agreement is None:
            return told
        alike = self.tr("Typed alike both times: {share}% of {answers} answers.")
        return f"{told} {alike.format(share=shown(found.agreement, 1), answers=found.answers)}"

    def _sheet(self, sheet: SheetRow) -> ListRow:
        told = []
        if sheet.blank:
            told.append(self.tr("{count} blank").format(count=sheet.blank))
        if sheet.unclear:
            told.append(self.tr("{count} unclear").format(count=sheet.unclear))
        return ListRow(
            str(sheet.number),
            self.tr("Form {number}").format(number=sheet.number),
            ", ".join(told) or self.tr("Every question answered"),
            trailing=self.tr("typed twice") if sheet.is_typed_twice else "",
        )
