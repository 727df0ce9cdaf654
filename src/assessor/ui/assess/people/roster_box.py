"""The name behind a code: out of sight until it is asked for, and with a word on what it is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations import mentions, roster
from assessor.terms import CannotDo
from assessor.ui.assess.people.page_edits import Edits
from assessor.ui.assess.people.roster_forgetting import ForgettingBox, MentionsBox
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.sections import Hairline, NoteBox, SectionHeading
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class RosterBox(QWidget):
    """A button, and behind it the note and the two fields."""

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("Roster")))
        column.addWidget(self.show_button)
        column.addWidget(self._names)
        self._names.hide()

    def _shown_names(self) -> QWidget:
        names = QWidget()
        inner = QVBoxLayout(names)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.note)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self.name, 1)
        pair.addWidget(self.contact, 1)
        inner.addLayout(pair)
        inner.addWidget(self.mentions)
        inner.addWidget(self.forget)
        inner.addWidget(Hairline())
        inner.addWidget(self.destroy_all)
        inner.addWidget(self.hide_button)
        return names

    def _wire(self) -> None:
        self.show_button.clicked.connect(self.show_names)
        self.hide_button.clicked.connect(self.hide_names)
        self.name.edited.connect(lambda _name: self._enter())
        self.contact.edited.connect(lambda _contact: self._enter())
        self.mentions.asked.connect(self._replace_mentions)
        self.forget.confirmed.connect(self._forget)
        self.destroy_all.confirmed.connect(self._destroy)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engagement: Engagement | None = None
        self._edits: Edits | None = None
        self._person = self._code = ""
        self.show_button = PlainButton(self.tr("Show roster"), "eye")
        self.hide_button = QuietButton(self.tr("Hide roster"), "eye-off", flush=True)
        self.note = NoteBox(
            self.tr("The roster is the only place with names"),
            self.tr(
                "Notes, findings and reports hold codes. Write a name here only if you must find the person "
                "again, look that nobody reads along, and empty it when the work is done."
            ),
            "lock",
            Meaning.WATCH,
        )
        self.name = TextField(self.tr("Name"), self.tr("Not on the roster"))
        self.contact = TextField(self.tr("Contact"))
        self.mentions = MentionsBox()
        self.forget = ForgettingBox(self.tr("Forget this name for good"), self.tr("Keep it"))
        self.destroy_all = ForgettingBox(self.tr("Destroy the whole roster"), self.tr("Keep the roster"))
        self._names = self._shown_names()
        self._lay_out()
        self._wire()

    def bind(self, engagement: "Engagement", edits: Edits) -> None:
        """Work on this engagement."""
        self._engagement, self._edits = engagement, edits
        for field in (self.name, self.contact):
            field.set_read_only(bool(engagement.read_only))

    def show_person(self, person_id: str, code: str) -> None:
        """Stand for this person; the name is read only while the roster is shown."""
        self._person, self._code = person_id, code
        self.show_button.setAccessibleName(self.tr("Show the name of {code} on the roster").format(code=code))
        if not self._names.isHidden():
            self._read()

    def show_names(self) -> None:
        """Show the name."""
        self._read()
        self._names.show()
        self.show_button.hide()
        self.name.editor.setFocus()

    def hide_names(self) -> None:
        """Save what was typed, and put the name out of sight."""
        for field in (self.name, self.contact):
            field.finish()
        self._names.hide()
        self.show_button.show()
        for field in (self.name, self.contact):
            field.set_value("")

    def _read(self) -> None:
        if self._engagement is None or not self._person:
            return
        entry = roster.get_roster_entry(self._engagement, self._person)
        self.name.set_value(entry.name)
        self.contact.set_value(entry.contact)
        places = mentions.count_mentions(self._engagement, self._person) if entry.name else 0
        self.mentions.show_mentions(0 if self._engagement.read_only else places, self._code)
        self._say_losses(bool(entry.name or entry.contact))

    def _say_losses(self, is_named: bool) -> None:
        """What forgetting would lose; nothing to press where there is no name."""
        engagement = self._engagement
        may_change = engagement is not None and not engagement.read_only
        count = roster.count_roster(engagement) if engagement is not None else 0
        self.forget.setVisible(may_change and is_named)
        self.destroy_all.setVisible(may_change and engagement is not None and roster.holds_names(engagement))
        what = self.tr(
            "Taken out of this file, its history and the copies Assessor made beside it; undo brings "
            "nothing back. Codes, notes and consent stay. Copies and exports of your own are not touched."
        )
        title = self.tr("The name and contact of {code} will be gone for good").format(code=self._code)
        self.forget.say_loss(title, what, self.tr("Forget {code}’s name").format(code=self._code))
        if count == 0:
            title, doing = self.tr("Names struck before will be gone for good"), self.tr("Destroy them")
        elif count == 1:
            title, doing = self.tr("1 name will be gone for good"), self.tr("Destroy 1 name")
        else:
            title = self.tr("{count} names will be gone for good").format(count=f"{count:,}")
            doing = self.tr("Destroy {count} names").format(count=f"{count:,}")
        self.destroy_all.say_loss(title, what, doing)

    def _enter(self) -> None:
        name, contact = self.name.value(), self.contact.value()
        self._do(lambda engagement, person: roster.enter_in_roster(engagement, person, name, contact))

    def _replace_mentions(self) -> None:
        def put(engagement: "Engagement", person: str) -> None:
            _tell_of_copies(mentions.replace_mentions(engagement, person))

        self._do(put, self.tr("{code} stands there now").format(code=self._code))

    def _forget(self) -> None:
        def forget(engagement: "Engagement", person: str) -> None:
            _tell_of_copies(roster.forget_name(engagement, person).copies_left)

        self._do(forget, self.tr("The name is gone for good"))

    def _destroy(self) -> None:
        def destroy(engagement: "Engagement", _person: str) -> None:
            _tell_of_copies(roster.destroy_roster(engagement).copies_left)

        self._do(destroy, self.tr("The roster is gone for good"))

    def _do(self, doing: Callable[["Engagement", str], None], done: str = "") -> None:
        engagement, edits, person = self._engagement, self._edits, self._person
        if engagement is None or edits is None or not person:
            return
        edits.do(lambda: doing(engagement, person), done, undoable=not done)
        if not self._names.isHidden():
            self._read()


def _tell_of_copies(left: Sequence[Path]) -> None:
    """Raise CannotDo where copies could not be opened: what was forgotten still stands in them."""
    if left:
        names = ", ".join(copy.name for copy in left)
        raise CannotDo(
            f"It is gone from this file, but {names} beside it could not be opened and may still hold it. "
            "Delete that copy."
        )
