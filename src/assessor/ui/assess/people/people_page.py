"""People by group, each as a code: what a quotation may say of them, and what they agreed to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from assessor.operations import participants
from assessor.operations.clients import list_sites
from assessor.operations.participants import ParticipantDetails, ParticipantRow
from assessor.terms import Group, Raised
from assessor.ui.assess.people.page_edits import Edits
from assessor.ui.assess.people.roster_box import RosterBox
from assessor.ui.assess.sittings.sheets import Flush, ListPages, Sheet
from assessor.ui.assess.sittings.sitting_words import group_word, remarks_words, seat_label, tr
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PrimaryButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.text_fields import TextField
from assessor.ui.widgets.texts import Paragraph

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class PeopleLayout(QWidget):
    """List left, one person right."""

    def __init__(self) -> None:
        super().__init__()
        self.add = PrimaryButton(self.tr("Add person"), "user-plus")
        self.list = RowList(self.tr("People"))
        self.code = TextField(self.tr("Code"), role=Role.TITLE)
        self.remove = IconButton("trash-2", self.tr("Remove this person"))
        self.group = ChoiceField(self.tr("Group"), [Choice(group, group_word(group)) for group in Group])
        self.site = ChoiceField(self.tr("Site"))
        self.description = TextField(
            self.tr("What a quotation may say of them"), self.tr("Middle school teacher")
        )
        self.takes_part = Switch(self.tr("Takes part"))
        self.may_be_quoted = Switch(self.tr("May be quoted, word for word and without a name"))
        self.may_be_recorded = Switch(self.tr("May be recorded"))
        self.sat_title = SectionHeading(self.tr("Was at"))
        self.sat = RowList(self.tr("Sittings this person was at"))
        self.roster = RosterBox()
        self.empty = EmptyState(
            "users",
            self.tr("Nobody is known yet"),
            self.tr(
                "People are codes here: SRO-01, TCH-04. Quotations, counts and consent hang on the code; "
                "a name stands on the roster alone, if at all."
            ),
            self.tr("Add a teacher"),
        )
        self._place()

    def _place(self) -> None:
        detail = Sheet()
        detail.put_head(self.code, self.remove)
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self.group, 1)
        pair.addWidget(self.site, 1)
        detail.column.addLayout(pair)
        detail.column.addWidget(self.description)
        detail.column.addWidget(Hairline())
        detail.column.addWidget(SectionHeading(self.tr("Consent")))
        consent = QVBoxLayout()
        consent.setSpacing(4)
        for switch in (self.takes_part, self.may_be_quoted, self.may_be_recorded):
            consent.addWidget(switch)
        detail.column.addLayout(consent)
        words = self.tr("Nobody is quoted who did not agree, and nobody under 18 without a parent’s consent.")
        detail.column.addWidget(Paragraph(words, Role.SMALL, "ink3"))
        detail.column.addWidget(Hairline())
        detail.column.addWidget(self.sat_title)
        self._sat_frame = Flush(self.sat)
        detail.column.addWidget(self._sat_frame)
        detail.column.addWidget(Hairline())
        detail.column.addWidget(self.roster)
        self.pages = ListPages("people", self.empty, self.list, detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)


class PeoplePage(PeopleLayout):
    """Shows and edits people. `asked` tells a sitting to be shown."""

    asked = Signal(str)

    def __init__(self, engagement: "Engagement", edits: Edits) -> None:
        super().__init__()
        self._engagement, self._edits = engagement, edits
        self._shown = ""
        self.roster.bind(engagement, edits)
        menu = QMenu(self.add)
        for group in Group:
            action = menu.addAction(group_word(group))
            action.triggered.connect(lambda _=False, group=group: self._add(group))
        self.add.setMenu(menu)
        self._wire()

    def refresh(self) -> int:
        """Show everyone; returns how many there are."""
        rows = participants.list_participants(self._engagement)
        sites = [Choice(None, tr("No site")), *(Choice(s.id, s.name) for s in list_sites(self._engagement))]
        self.site.show_choices(sites)
        self.pages.show_list(bool(rows))
        order = list(Group)
        rows.sort(key=lambda row: (order.index(row.group), row.code))
        self.list.show_rows([_list_row(row) for row in rows])
        self._show(self.list.chosen_id)
        return len(rows)

    def _show(self, person_id: str) -> None:
        if person_id != self._shown:
            for field in (self.code, self.group, self.site, self.description):
                field.finish()
            self.roster.hide_names()
            self._shown = person_id
        if not person_id:
            return
        person = participants.get_participant(self._engagement, person_id)
        self.code.set_value(person.code)
        self.group.set_value(person.group)
        self.site.set_value(person.site_id)
        self.description.set_value(person.description)
        self.takes_part.setChecked(person.takes_part)
        self.may_be_quoted.setChecked(person.may_be_quoted)
        self.may_be_recorded.setChecked(person.may_be_recorded)
        self._show_sat(person)
        self.roster.show_person(person_id, person.code)
        self._set_read_only(bool(self._engagement.read_only))

    def _show_sat(self, person: ParticipantDetails) -> None:
        rows = [
            ListRow(
                sat.sitting_id,
                sat.title,
                f"{seat_label(sat.number)} · {remarks_words(sat.remarks)}",
                trailing=sat.code,
            )
            for sat in person.sat
        ]
        self.sat_title.set_note("" if rows else self.tr("no sitting yet"))
        self.sat.show_rows(rows, choose_first=False)
        self.sat.setFixedHeight(sum(self.sat.sizeHintForRow(place) for place in range(len(rows))) + 2)
        self._sat_frame.setVisible(bool(rows))

    def _set_read_only(self, is_read_only: bool) -> None:
        for field in (self.code, self.group, self.site, self.description):
            field.set_read_only(is_read_only)
        for switch in (self.takes_part, self.may_be_quoted, self.may_be_recorded):
            switch.setEnabled(not is_read_only)
        self.remove.setVisible(not is_read_only)

    def _wire(self) -> None:
        self.list.chosen.connect(self._show)
        self.code.edited.connect(self._recode)
        for name, field in (("group", self.group), ("site_id", self.site), ("description", self.description)):
            field.edited.connect(lambda value, name=name: self._edit(**{name: value}))
        for name, switch in (
            ("takes_part", self.takes_part),
            ("may_be_quoted", self.may_be_quoted),
            ("may_be_recorded", self.may_be_recorded),
        ):
            switch.clicked.connect(lambda is_on, name=name: self._edit(**{name: is_on}))
        self.remove.clicked.connect(self._remove)
        self.sat.opened.connect(self.asked)
        self.empty.asked.connect(lambda: self._add(Group.TCH))

    def _add(self, group: Group) -> None:
        new = self._edits.do(
            lambda: participants.add_participant(self._engagement, group), self.tr("Person added")
        )
        if isinstance(new, str):
            self.list.choose(new)
            self.description.editor.setFocus()

    def _recode(self, code: str) -> None:
        self._edits.do(
            lambda: participants.edit_participant(self._engagement, self._shown, code=code),
            tell=self.code.refuse,
        )

    def _edit(self, **values: object) -> None:
        self._edits.do(lambda: participants.edit_participant(self._engagement, self._shown, **values))

    def _remove(self) -> None:
        self._edits.do(
            lambda: participants.remove_participant(self._engagement, self._shown), self.tr("Person removed")
        )


def _list_row(row: ParticipantRow) -> ListRow:
    title = f"{row.code}  {row.description}" if row.description else row.code
    consent = [
        word
        for word, is_given in (
            (tr("Quote"), row.may_be_quoted),
            (tr("Record"), row.may_be_recorded),
        )
        if is_given
    ]
    trailing = ", ".join(consent) if row.takes_part else tr("Takes no part")
    where = " · ".join(word for word in (group_word(row.group), row.site) if word)
    return ListRow(row.id, title, where, trailing=trailing, raised=((row.group, Raised.RAISED),))
