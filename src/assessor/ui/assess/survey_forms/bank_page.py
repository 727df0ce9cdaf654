"""The item bank to choose from: its questions in the words of the form's group, those asked marked."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations.survey_forms.form_details import BankRow
from assessor.palette import PAGE_MARGIN
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton
from assessor.ui.widgets.headed_lists import HeadedList, LedRow, RowGroup
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.texts import Paragraph, Text


class BankPage(QWidget):
    """`added` tells the code to add, `left` that one is done."""

    added = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add = PlainButton(self.tr("Add"), "plus")
        self.done = PlainButton(self.tr("Done"))
        self.list = HeadedList(self.tr("Questions of the item bank"))
        self.empty = EmptyState(
            "list-checks",
            self.tr("No wording for this group"),
            self.tr("The item bank has questions for SROs, administrators, teachers, students and parents."),
        )
        self._there: set[str] = set()
        self._place()
        self.list.opened.connect(self._add)
        self.list.chosen.connect(lambda _code: self._allow())
        self.add.clicked.connect(lambda: self._add(self.list.chosen_id))
        self.done.clicked.connect(self.left)

    def show_bank(self, rows: Sequence[BankRow]) -> None:
        """Show the bank's questions under their headings."""
        self._there = {row.code for row in rows if row.is_there}
        closing = self.tr("Closing questions")
        groups = [
            RowGroup(heading or closing, tuple(self._row(row) for row in of_heading))
            for heading, of_heading in groupby(rows, key=lambda row: row.heading)
        ]
        self.list.show_groups(groups)
        self.pages.setCurrentWidget(self.list if rows else self.empty)
        self._allow()

    def _row(self, row: BankRow) -> LedRow:
        tag = self.tr("Asked") if row.is_there else ""
        return LedRow(row.code, row.text, lead=row.code, tag=tag, is_behind=row.is_there)

    def _allow(self) -> None:
        code = self.list.chosen_id
        self.add.setEnabled(bool(code) and code not in self._there)

    def _add(self, code: str) -> None:
        if code and code not in self._there:
            self.added.emit(code)

    def _place(self) -> None:
        head, explained = QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 12)
        head.setSpacing(12)
        explained.addWidget(Text(self.tr("Item bank"), Role.TITLE))
        explained.addWidget(
            Paragraph(
                self.tr("Worded for the group this form asks. Enter adds a question."), Role.BODY, "ink2"
            )
        )
        head.addLayout(explained, 1)
        head.addWidget(self.add)
        head.addWidget(self.done)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self.pages, 1)
