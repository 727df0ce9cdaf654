"""The page of comments: read each, and clear it for quoting or withhold it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from assessor.operations.surveys.survey_results import CommentRow
from assessor.terms import Clearance
from assessor.ui.assess.surveys.survey_words import say, short_group
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns, Detail, Ground
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning, Tag
from assessor.ui.widgets.texts import Paragraph, Text

_LIST = 440
_STATES = {
    Clearance.NOT_REVIEWED: (QT_TRANSLATE_NOOP("surveys", "To read"), Meaning.WATCH),
    Clearance.CLEARED: (QT_TRANSLATE_NOOP("surveys", "Cleared"), Meaning.GOOD),
    Clearance.WITHHELD: (QT_TRANSLATE_NOOP("surveys", "Withheld"), Meaning.NEUTRAL),
}
_KEYS = {
    Qt.Key.Key_C: Clearance.CLEARED,
    Qt.Key.Key_W: Clearance.WITHHELD,
    Qt.Key.Key_U: Clearance.NOT_REVIEWED,
}


class CommentsPage(Columns):
    """Comments of groups of ten or more; `judged` tells response, question code and what was decided."""

    judged = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__("survey_comments")
        self.back = QuietButton(self.tr("Back to the results"), "arrow-left")
        self.list = RowList(self.tr("Comments"))
        self.list.installEventFilter(self)
        left = Ground()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 0, 0)
        back = QHBoxLayout()
        back.setContentsMargins(12, 0, 0, 0)
        back.addWidget(self.back)
        back.addStretch(1)
        column.addLayout(back)
        column.addWidget(self.list, 1)
        self.detail = Detail()
        self._build_detail()
        self.none = EmptyState(
            "message-square",
            self.tr("No comments to read"),
            self.tr(
                "Comments are shown for groups of ten or more, so that nobody is known by what they wrote."
            ),
        )
        self.add(left, _LIST, least=280)
        self.add(self.detail, 700, grows=True, least=360)
        self._rows: list[CommentRow] = []
        self.list.chosen.connect(self._show)

    def _build_detail(self) -> None:
        self.question = Paragraph("", Role.BODY, "ink2")
        self.who = Text("", Role.SMALL, "ink3")
        self.state = Tag("", Meaning.NEUTRAL)
        self.text = Text("", Role.PASSAGE, lines=1000)
        self.rule = Paragraph(
            self.tr(
                "Clear it only if no name, position, single case or unique event is in it. "
                "The report quotes cleared comments by group and school level. "
                "Keys: C clear, W withhold, U undecided."
            ),
            Role.SMALL,
            "ink3",
        )
        self.clear = PrimaryButton(self.tr("Clear for quoting"), "check")
        self.withhold = PlainButton(self.tr("Withhold"), "lock")
        top, doings = QHBoxLayout(), QHBoxLayout()
        for widget in (self.who, self.state):
            top.addWidget(widget)
        top.addStretch(1)
        for button in (self.clear, self.withhold):
            doings.addWidget(button)
        doings.addStretch(1)
        self.detail.column.addLayout(top)
        self.detail.column.addWidget(self.question)
        self.detail.column.addWidget(self.text)
        self.detail.column.addLayout(doings)
        self.detail.column.addWidget(self.rule)
        self.clear.clicked.connect(lambda: self._judge(Clearance.CLEARED))
        self.withhold.clicked.connect(lambda: self._judge(Clearance.WITHHELD))

    def show_comments(self, rows: list[CommentRow], *, read_only: bool) -> None:
        """Show these comments."""
        self._rows = rows
        self.list.show_rows([_list_row(row) for row in rows])
        for button in (self.clear, self.withhold):
            button.setVisible(not read_only)
        self._show(self.list.chosen_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clear by C, withhold by W, leave open by U."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            clearance = _KEYS.get(Qt.Key(event.key()))
            if clearance is not None:
                self._judge(clearance)
                return True
        return super().eventFilter(watched, event)

    def _judge(self, clearance: Clearance) -> None:
        row = self._chosen(self.list.chosen_id)
        if row is None or not self.clear.isVisibleTo(self):
            return
        waiting = [each for each in self._rows if each.clearance is Clearance.NOT_REVIEWED and each != row]
        place = self._rows.index(row)
        following = next((each for each in waiting if self._rows.index(each) > place), None)
        self.judged.emit(row.respondent, row.code, clearance.value)
        if following is not None and clearance is not Clearance.NOT_REVIEWED:
            self.list.choose(_id(following))

    def _chosen(self, element_id: str) -> CommentRow | None:
        return next((row for row in self._rows if _id(row) == element_id), None)

    def _show(self, element_id: str) -> None:
        row = self._chosen(element_id)
        inner = self.detail.widget()
        if inner is not None:
            inner.setVisible(row is not None)
        if row is None:
            return
        word, meaning = _STATES[row.clearance]
        self.who.setText(_who(row))
        self.state.show_as(say(word), meaning)
        self.question.setText(row.question)
        self.text.setText(f"“{row.text}”")
        self.clear.setEnabled(row.clearance is not Clearance.CLEARED)
        self.withhold.setEnabled(row.clearance is not Clearance.WITHHELD)


def _list_row(row: CommentRow) -> ListRow:
    word, meaning = _STATES[row.clearance]
    return ListRow(_id(row), row.text, _who(row), tag=say(word), tag_meaning=meaning, said=True)


def _who(row: CommentRow) -> str:
    return ", ".join(part for part in (short_group(row.group), row.level) if part)


def _id(row: CommentRow) -> str:
    return f"{row.respondent} {row.code}"
