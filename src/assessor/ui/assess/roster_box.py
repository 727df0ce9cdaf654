"""The name behind a code: out of sight until it is asked for, and with a word on what it is."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations import roster
from assessor.ui.assess.page_edits import Edits
from assessor.ui.widgets.buttons import PlainButton, QuietButton
from assessor.ui.widgets.sections import NoteBox, SectionHeading
from assessor.ui.widgets.tags import Meaning
from assessor.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class RosterBox(QWidget):
    """A button, and behind it the note and the two fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engagement: Engagement | None = None
        self._edits: Edits | None = None
        self._person = ""
        self.show_button = PlainButton(self.tr("Show roster"), "eye")
        self.hide_button = QuietButton(self.tr("Hide roster"), "eye-off")
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHeading(self.tr("Roster")))
        column.addWidget(self.show_button)
        self._names = QWidget()
        inner = QVBoxLayout(self._names)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.note)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self.name, 1)
        pair.addWidget(self.contact, 1)
        inner.addLayout(pair)
        inner.addWidget(self.hide_button)
        column.addWidget(self._names)
        self._names.hide()
        self.show_button.clicked.connect(self.show_names)
        self.hide_button.clicked.connect(self.hide_names)
        self.name.edited.connect(lambda _name: self._enter())
        self.contact.edited.connect(lambda _contact: self._enter())

    def bind(self, engagement: "Engagement", edits: Edits) -> None:
        """Work on this engagement."""
        self._engagement, self._edits = engagement, edits
        for field in (self.name, self.contact):
            field.set_read_only(bool(engagement.read_only))

    def show_person(self, person_id: str, code: str) -> None:
        """Stand for this person; the name is read only while the roster is shown."""
        self._person = person_id
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

    def _enter(self) -> None:
        engagement, edits, person = self._engagement, self._edits, self._person
        if engagement is None or edits is None or not person:
            return
        name, contact = self.name.value(), self.contact.value()
        edits.do(lambda: roster.enter_in_roster(engagement, person, name, contact))
