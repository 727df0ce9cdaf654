"""The head of a finding: kind, codes and status as tags, the title, the statement, and Verify."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.operations.codes import CodeEntry
from assessor.operations.findings import FindingDetails
from assessor.terms import FindingKind, FindingStatus
from assessor.ui.identify.finding_words import KIND_ICONS, KIND_MEANINGS, STATUS_MEANINGS, word
from assessor.ui.identify.tag_buttons import TagButton
from assessor.ui.widgets.buttons import IconButton, QuietButton
from assessor.ui.widgets.flow_rows import FlowRows
from assessor.ui.widgets.notices import ErrorLine
from assessor.ui.widgets.tags import HEIGHT as TAG_HEIGHT
from assessor.ui.widgets.text_fields import LongTextField
from assessor.ui.widgets.title_fields import TitleField

INSET = 4
"""What a quiet field draws around its text: everything else stands in by as much, so that edges meet."""
_LOW = 24


class FindingHead(QWidget):
    """Edits kind, title and statement in place, and asks for codes, status and verifying."""

    edited = Signal(dict)
    status_chosen = Signal(object)
    verify_asked = Signal()
    codes_asked = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = TagButton(self.tr("Kind"))
        self.status = TagButton(self.tr("Status"))
        self.file_under = TagButton(self.tr("Codes"))
        self.verify = QuietButton(self.tr("Verify finding"), "check", flush=True)
        self.verify.setFixedHeight(TAG_HEIGHT)
        self.verify.setObjectName("verify_finding")
        self.more = IconButton("ellipsis", self.tr("More"))
        self.problem = ErrorLine()
        self.title = TitleField(self.tr("Title"), self.tr("What is so, in one plain claim"))
        self.title.setObjectName("finding_title")
        self.statement = LongTextField(
            self.tr("Statement"), self.tr("Where, how often, and what follows from it"), least_lines=1
        )
        self.statement.label.hide()
        self._codes: list[TagButton] = []
        self._offer_choices()
        self._lay_out()
        self._wire()

    def show_finding(self, details: FindingDetails, codes: list[CodeEntry]) -> None:
        """Show a finding and the codes it is filed under."""
        kind, status = details.kind, details.status
        self.kind.show_as(word(kind), KIND_MEANINGS[kind], KIND_ICONS[kind])
        self.status.show_as(word(status), STATUS_MEANINGS[status], STATUS_MEANINGS[status].icon)
        self._show_codes(codes)
        self.verify.setVisible(status is FindingStatus.DRAFT and self.title.editor.isEnabled())
        self.title.set_value(details.title)
        self.statement.set_value(details.statement)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let everything be read but not changed."""
        for field in (self.title, self.statement):
            field.set_read_only(is_read_only)
        for button in (self.kind, self.status, self.file_under, self.more):
            button.setEnabled(not is_read_only)
        self.verify.setVisible(not is_read_only)

    def _offer_choices(self) -> None:
        self.kind.offer([self._kind_action(kind) for kind in FindingKind])
        self.status.offer([self._status_action(status) for status in FindingStatus])
        menu = QMenu(self.more)
        remove = menu.addAction(self.tr("Remove finding"))
        remove.triggered.connect(self.removed)
        self.more.setMenu(menu)

    def _kind_action(self, kind: FindingKind) -> QAction:
        action = QAction(word(kind), self)
        action.triggered.connect(lambda: self.edited.emit({"kind": kind}))
        return action

    def _status_action(self, status: FindingStatus) -> QAction:
        action = QAction(word(status), self)
        action.triggered.connect(lambda: self.status_chosen.emit(status))
        return action

    def _lay_out(self) -> None:
        self._tags = FlowRows(8)
        for tag in (self.kind, self.file_under, self.status, self.verify):
            self._tags.addWidget(tag)
        holder = QWidget()
        holder.setLayout(self._tags)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.setContentsMargins(INSET, 0, INSET, 0)
        self.problem.setContentsMargins(INSET, 0, INSET, 0)
        self.more.setFixedHeight(_LOW)
        top.addWidget(holder, 1)
        top.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.problem)
        for field in (self.title, self.statement):
            column.addWidget(field)

    def _wire(self) -> None:
        self.title.edited.connect(lambda title: self.edited.emit({"title": title}))
        self.statement.edited.connect(lambda statement: self.edited.emit({"statement": statement}))
        self.file_under.clicked.connect(self.codes_asked)
        self.verify.clicked.connect(self.verify_asked)

    def _show_codes(self, codes: list[CodeEntry]) -> None:
        for old in self._codes:
            old.hide()
            self._tags.removeWidget(old)
            old.deleteLater()
        self._codes = [self._code_tag(code) for code in codes]
        for place, tag in enumerate(self._codes, start=1):
            self._tags.insert_widget(place, tag)
        self.file_under.show_as("+" if codes else self.tr("Code"), icon="" if codes else "plus")

    def _code_tag(self, code: CodeEntry) -> TagButton:
        tag = TagButton(self.tr("Code"))
        tag.show_as(code.label)
        tag.setToolTip(f"{code.code} · {code.category}")
        tag.clicked.connect(self.codes_asked)
        return tag
