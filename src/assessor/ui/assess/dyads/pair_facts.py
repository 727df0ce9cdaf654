"""The two of a pair: whose answers they are, and the day each agreed to share them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor.operations.surveys.dyad_views import DyadDetails
from assessor.operations.surveys.dyads import PARTIES, Candidate, PartyRow
from assessor.terms import Group
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.detail_columns import DetailColumn
from assessor.ui.widgets.group_marks import GroupName
from assessor.ui.widgets.sections import Hairline, NoteBox


class PartyFields(QWidget):
    """One of the two. `chose` tells the respondent, `agreed` the day or None."""

    chose = Signal(str)
    agreed = Signal(object)

    def __init__(self, group: Group, word: str) -> None:
        super().__init__()
        self.answers = ChoiceField(self.tr("Answers"))
        self.agreed_on = DateField(self.tr("Agreed to share on"))
        self.answers.setAccessibleName(self.tr("Answers of the {party}").format(party=word))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (GroupName(group, word), self.answers, self.agreed_on):
            column.addWidget(widget)
        self.answers.edited.connect(lambda respondent: self.chose.emit(str(respondent or "")))
        self.agreed_on.edited.connect(self.agreed)

    def show_party(self, party: PartyRow, candidates: Sequence[Candidate], *, is_locked: bool) -> None:
        """Show what is known of a party, and whose answers may be chosen."""
        none = Choice("", self.tr("Not chosen"))
        self.answers.show_choices(
            [none, *(Choice(each.respondent, self._words(each)) for each in candidates)]
        )
        self.answers.set_value(party.respondent)
        self.agreed_on.set_value(party.agreed_on)
        self.answers.set_read_only(is_locked)
        self.agreed_on.set_read_only(is_locked or not party.respondent)

    def _words(self, each: Candidate) -> str:
        number = self.tr("No. {number} of {all}").format(number=each.number, all=each.of)
        return f"{each.site} · {number}" if each.site else number


class PairFacts(DetailColumn):
    """Both parties, and who may read what they share."""

    def __init__(self) -> None:
        super().__init__()
        words = {Group.SRO: self.tr("SRO"), Group.ADM: self.tr("Administrator")}
        self.parties = {group: PartyFields(group, words[group]) for group in PARTIES}
        self.readers = NoteBox("", "", "lock")
        self.remove = QuietButton(self.tr("Remove pair"), "trash-2", flush=True)
        first, second = self.parties.values()
        self.put(first)
        self.put(Hairline(), above=16)
        self.put(second, above=16)
        self.put(self.readers, above=24)
        self.put(self.remove, above=16)
        self.column.addStretch(1)

    def show_pair(
        self, details: DyadDetails, candidates: dict[Group, list[Candidate]], *, is_locked: bool
    ) -> None:
        """Show a pair."""
        for party in details.parties:
            self.parties[party.group].show_party(party, candidates[party.group], is_locked=is_locked)
        readers = details.readers or self.tr("nobody else; name the readers under People and sites")
        self.readers.show_note(
            self.tr("Readers"),
            self.tr(
                "The two themselves, and {readers}. It is never printed in the plan, and tables of groups"
                " do not change."
            ).format(readers=readers),
        )
        self.remove.setVisible(not is_locked)
