"""One document request: what is asked of whom, what came of it, and what it helps to rate."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.operations.document_requests import AnsweringDocument, RequestRow
from assessor.terms import RequestState
from assessor.ui.assess.documents.criterion_titles import criteria_words
from assessor.ui.assess.people.emptying import empty, hidden_stop
from assessor.ui.assess.requests.request_words import overdue_words, state_meaning, state_word
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.link_lines import LinkLine
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import SectionHeading
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph, as_menu_words
from assessor.ui.widgets.title_fields import TitleField


class RequestDetail(Detail):
    """Shows a request. Signals tell what a person did to it."""

    edited = Signal(str, object)
    state_chosen = Signal(object)
    removed = Signal()
    document_added = Signal(str)
    document_removed = Signal(str)
    document_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.name = TitleField(self.tr("What is asked for"), self.tr("What is asked for"))
        self.remove = IconButton("trash-2", self.tr("Take this off the list"))
        self.tag, self.overdue = Tag(""), Tag("")
        self.state = ChoiceField(
            self.tr("What came of it"), [Choice(state, state_word(state)) for state in RequestState]
        )
        self.form = Form()
        self.documents_heading = SectionHeading(self.tr("Documents that answer it"))
        self.add_document = QuietButton(self.tr("Tie a document"), "link-2")
        self.add_document.setMenu(QMenu(self))
        self.no_documents = Paragraph("", Role.BODY, "ink3")
        self._documents = QVBoxLayout()
        self._before_documents = hidden_stop(self)
        self.criteria_heading = SectionHeading(self.tr("Helps to rate"))
        self.criteria = Paragraph()
        self._wire()
        self._lay_out()

    def show_request(
        self,
        row: RequestRow,
        others: Sequence[AnsweringDocument],
        blocked: Collection[str],
        today: date,
        *,
        is_read_only: bool,
    ) -> None:
        """Show a request; `others` are documents that could be tied, `blocked` criteria nobody can rate."""
        self.name.set_value(row.title)
        self.form.show_values(lambda name: getattr(row, name))
        self.tag.show_as(state_word(row.state), state_meaning(row.state))
        days = row.days_overdue(today)
        self.overdue.show_as(overdue_words(days), Meaning.CONCERN)
        self.overdue.setVisible(bool(days))
        self._show_documents(row, others, is_read_only)
        self.criteria_heading.setVisible(bool(row.criteria))
        self.criteria.setVisible(bool(row.criteria))
        self.criteria_heading.set_note(self._blocked_words([c for c in row.criteria if c in blocked]))
        self.criteria.setText(criteria_words(row.criteria, " · "))
        self.name.set_read_only(is_read_only)
        self.form.set_read_only(is_read_only)
        self.remove.setVisible(not is_read_only)

    def _blocked_words(self, codes: Sequence[str]) -> str:
        return self.tr("{codes} cannot be rated yet").format(codes=", ".join(codes)) if codes else ""

    def _show_documents(
        self, row: RequestRow, others: Sequence[AnsweringDocument], is_read_only: bool
    ) -> None:
        empty(self._documents)
        before = self._before_documents
        for document in row.documents:
            line = self._line(document, is_read_only)
            self._documents.addWidget(line)
            for stop in line.findChildren(LinkLine) + line.findChildren(IconButton):
                QWidget.setTabOrder(before, stop)
                before = stop
        self.no_documents.setText(
            self.tr("None yet. Import it under Policies and agreements, then tie it here.")
            if not others
            else self.tr("None yet.")
        )
        self.no_documents.setVisible(not row.documents)
        menu = self.add_document.menu()
        menu.clear()
        for each in others:
            action = menu.addAction(as_menu_words(each.title))
            action.triggered.connect(lambda _=False, each=each: self.document_added.emit(each.id))
        self.add_document.setVisible(bool(others) and not is_read_only)

    def _line(self, document: AnsweringDocument, is_read_only: bool) -> QWidget:
        line, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        line.setLayout(row)
        link = LinkLine("file-text")
        link.show_line(document.title)
        link.clicked.connect(lambda: self.document_asked.emit(document.id))
        row.addWidget(link, 1)
        if not is_read_only:
            untie = IconButton("x", self.tr("Untie {document}").format(document=document.title))
            untie.clicked.connect(lambda: self.document_removed.emit(document.id))
            row.addWidget(untie)
        return line

    def _wire(self) -> None:
        self.name.edited.connect(self._rename)
        self.form.edited.connect(self._tell)
        self.remove.clicked.connect(self.removed)

    def _tell(self, name: str, value: object) -> None:
        if name == "state":
            self.state_chosen.emit(value)
        else:
            self.edited.emit(name, value)

    def _rename(self, title: object) -> None:
        if title:
            self.edited.emit("title", title)
        else:
            self.name.refuse(self.tr("A request needs a title."))

    def _lay_out(self) -> None:
        head, tags = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        tags.setSpacing(8)
        tags.addWidget(self.tag)
        tags.addWidget(self.overdue)
        tags.addStretch(1)
        form = self.form
        form.add("ask", LongTextField(self.tr("As it stands in the letter")))
        asked_of = TextField(self.tr("Asked of"), self.tr("An office, by role"))
        form.add_beside(state=self.state, asked_of=asked_of)
        form.add_beside(asked_on=DateField(self.tr("Asked on")), due_on=DateField(self.tr("Due on")))
        form.add("answered_on", DateField(self.tr("Answered on")))
        form.add("note", LongTextField(self.tr("Why it was refused, or what is missing"), least_lines=1))
        self._documents.setSpacing(0)
        for part in (head, tags):
            self.column.addLayout(part)
        self.column.addWidget(form)
        self.column.addWidget(self.documents_heading)
        self.column.addLayout(self._documents)
        self.column.addWidget(self.no_documents)
        self.column.addWidget(self.add_document, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.criteria_heading)
        self.column.addWidget(self.criteria)
