"""The concerns of a sitting, out of sight until they are asked for: told to whom, and when."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations import safeguarding
from assessor.operations.safeguarding import ConcernRow
from assessor.ui.assess.people.emptying import empty, hidden_stop
from assessor.ui.assess.room.safeguarding_card import ConcernCard
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.sections import Hairline, NoteBox, SectionHeading
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from datetime import datetime

    from assessor.store.engagement import Engagement

Do = Callable[[Callable[[], object], str], None]
"""Does something, and says afterwards what was done."""


class SafeguardingBox(QWidget):
    """Not there at all where nothing was set apart. Read from the file only while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engagement: Engagement | None = None
        self._do: Do | None = None
        self._sitting = ""
        self.heading = SectionHeading(self.tr("Set apart"))
        self.show_button = PlainButton("", "eye")
        self.hide_button = QuietButton(self.tr("Hide concerns"), "eye-off", flush=True)
        self.note = NoteBox(self.tr("Not in notes, reports or exports"), "", "shield", Meaning.NEUTRAL)
        self.cards: dict[str, ConcernCard] = {}
        self._inner = QWidget()
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.note)
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        inner.addLayout(self._list)
        self._stop = hidden_stop(self._inner)
        inner.addWidget(self.hide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.heading, self.show_button, self._inner, Hairline()):
            column.addWidget(widget)
        self._inner.hide()
        self.hide()
        self.show_button.clicked.connect(self.open)
        self.hide_button.clicked.connect(self.fold)

    def bind(self, engagement: "Engagement", do: Do) -> None:
        """Work on this engagement."""
        self._engagement, self._do = engagement, do

    def show_sitting(self, sitting_id: str) -> None:
        """Say how many concerns there are; another sitting's are folded away."""
        if self._engagement is None:
            return
        if sitting_id != self._sitting:
            self.fold()
            self._sitting = sitting_id
        count, still_open = safeguarding.count_concerns(self._engagement, sitting_id)
        self.setVisible(count > 0)
        told = self.tr("told to nobody yet") if still_open == count else self.tr("{open} still to be told")
        self.heading.set_note(told.format(open=still_open) if still_open else self.tr("all told"))
        show = self.tr("Show 1 concern") if count == 1 else self.tr("Show {count} concerns")
        self.show_button.setText(show.format(count=count))
        if not self._inner.isHidden():
            self._read()

    def open(self) -> None:
        """Show the concerns."""
        self._read()
        self._inner.show()
        self.show_button.hide()
        first = next(iter(self.cards.values()), None)
        if first is not None:
            first.told_to.editor.setFocus()

    def fold(self) -> None:
        """Save what is being typed, and put everything out of sight and out of the widgets."""
        self.finish()
        self._inner.hide()
        self.show_button.show()
        empty(self._list)
        self.cards.clear()

    def finish(self) -> None:
        """Save what is being typed."""
        for card in self.cards.values():
            card.finish()

    def _read(self) -> None:
        if self._engagement is None:
            return
        contact = safeguarding.get_reporting_contact(self._engagement)
        words = self.tr("Report to: {contact}. Note here whom you told, and ask no further.")
        if not contact:
            words = self.tr(
                "No contact is entered: ask the client whom to tell, and enter it under People and sites."
            )
        self.note.show_note(self.tr("Not in notes, reports or exports"), words.format(contact=contact))
        rows = safeguarding.list_concerns(self._engagement, self._sitting)
        may_change = not self._engagement.read_only
        if list(self.cards) != [row.id for row in rows]:
            empty(self._list)
            self.cards = {row.id: self._card(row, may_change=may_change) for row in rows}
            self._order_tabs()
        for row in rows:
            self.cards[row.id].show_concern(row, may_change=may_change)

    def _card(self, row: ConcernRow, *, may_change: bool) -> ConcernCard:
        card = ConcernCard(row, may_change=may_change)
        self._list.addWidget(card)
        card.worded.connect(lambda text: self._edit(row.id, text=text))
        card.told.connect(lambda told_to, at: self._report(row.id, told_to, at))
        card.retracted.connect(lambda: self._edit(row.id, told_to="", told_at=None))
        card.removal_asked.connect(lambda: self._remove(row.id))
        return card

    def _order_tabs(self) -> None:
        before = self._stop
        for card in self.cards.values():
            for stop in (card.remove, *(field.editor for field in card.fields)):
                QWidget.setTabOrder(before, stop)
                before = stop

    def _report(self, concern_id: str, told_to: str, at: "datetime") -> None:
        self._run(lambda engagement: safeguarding.report_concern(engagement, concern_id, told_to, at))

    def _edit(self, concern_id: str, **values: object) -> None:
        self._run(lambda engagement: safeguarding.edit_concern(engagement, concern_id, **values))

    def _remove(self, concern_id: str) -> None:
        self._run(
            lambda engagement: safeguarding.remove_concern(engagement, concern_id),
            self.tr("Concern removed"),
        )

    def _run(self, doing: Callable[["Engagement"], None], done: str = "") -> None:
        engagement = self._engagement
        if engagement is not None and self._do is not None:
            self._do(lambda: doing(engagement), done)
