"""Widgets of the survey forms' screen and their places: forms left, questions, and the chosen one right."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations.survey_forms.form_details import FormDetails, FormItemRow
from assessor.operations.survey_forms.forms import FormRow
from assessor.palette import PAGE_MARGIN
from assessor.ui.assess.sittings.warning_lines import WarningLines
from assessor.ui.assess.survey_forms.bank_page import BankPage
from assessor.ui.assess.survey_forms.form_item_pane import FormItemPane
from assessor.ui.assess.survey_forms.form_preview import FormPreview
from assessor.ui.assess.survey_forms.form_texts_page import FormTextsPage
from assessor.ui.assess.survey_forms.form_words import form_line, kind_word, standing
from assessor.ui.typeface import Role
from assessor.ui.widgets.headed_lists import HeadedList, LedRow, RowGroup
from assessor.ui.widgets.job_lines import JobLine
from assessor.ui.widgets.notices import Icon
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.texts import Paragraph

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

TEXTS = "texts"
"""The first row of the questions: title and texts of the form."""


class NotReviewed(QWidget):
    """Says that nobody who grew up with the language has checked the Spanish."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        row.setSpacing(8)
        said = self.tr("Spanish: not yet reviewed by a native speaker")
        row.addWidget(Icon("circle-dashed", "info", 16))
        row.addWidget(Paragraph(said, Role.SMALL_MEDIUM, "info"), 1)


class SurveyFormsLayout(QWidget):
    """Three columns: which form, its questions, and what is chosen, or the whole form as it is printed."""

    def __init__(self, engagement: "Engagement") -> None:
        super().__init__()
        self.forms = HeadedList(self.tr("Survey forms"))
        self.questions = HeadedList(self.tr("Questions, in the order they are asked"))
        self.not_reviewed = NotReviewed()
        self.job = JobLine()
        self.texts = FormTextsPage()
        self.item = FormItemPane()
        self.bank = BankPage()
        self.preview = FormPreview(engagement)
        self.told = WarningLines()
        self.empty = self.texts.empty
        self.detail = QStackedWidget()
        for page in (self.texts, self.item, self.bank):
            self.detail.addWidget(page)
        self.right = QStackedWidget()
        self._place()

    def show_forms(self, rows: Sequence[FormRow]) -> None:
        """List one's own forms and the library's."""
        own, shipped = [r for r in rows if r.is_own], [r for r in rows if not r.is_own]
        groups = [
            RowGroup(self.tr("My own"), tuple(map(self._form_row, own))),
            RowGroup(self.tr("Library"), tuple(map(self._form_row, shipped))),
        ]
        self.forms.show_groups([group for group in groups if group.rows])

    def show_questions(self, form: FormDetails) -> None:
        """List the questions of a form under their headings, after its title and texts."""
        texts = LedRow(TEXTS, self.tr("Title and texts"), standing(form))
        groups = [RowGroup("", (texts,))]
        for heading, items in groupby(form.items, key=lambda item: (item.section, item.is_closing)):
            title = heading[0] or (self.tr("Closing questions") if heading[1] else self.tr("No heading"))
            rows = tuple(self._question_row(item) for item in items)
            groups.append(RowGroup(title, rows, count=str(len(rows))))
        self.questions.show_groups(groups)

    def _form_row(self, row: FormRow) -> LedRow:
        tag = self.tr("Frozen") if row.is_own and row.is_frozen else ""
        return LedRow(
            row.key,
            row.title,
            form_line(row),
            lead=row.group.value,
            trailing=tag,
            is_behind=not row.is_newest,
        )

    def _question_row(self, item: FormItemRow) -> LedRow:
        warns = bool(item.protected)
        return LedRow(
            item.id,
            item.text or self.tr("No words yet"),
            item.text_es or kind_word(item.kind),
            lead=item.code,
            trailing=self.tr("Look again") if warns else self.tr("Reversed") if item.is_reversed else "",
            trailing_meaning=Meaning.WATCH if warns else Meaning.NEUTRAL,
        )

    def _place(self) -> None:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.not_reviewed)
        column.addWidget(self.told)
        self.told.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 0)
        column.addWidget(self.detail, 1)
        editing = Columns("survey_form")
        editing.add(self.questions, 352, least=260)
        editing.add(detail, 560, grows=True, least=320)
        self.right.addWidget(editing)
        self.right.addWidget(self.preview)
        columns = Columns("survey_forms")
        columns.add(self.forms, 264, least=200)
        columns.add(self.right, 900, grows=True, least=580)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.job)
        whole.addWidget(columns, 1)
