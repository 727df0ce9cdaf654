"""One partner organization: what it gives, how people are referred to it, what data may pass, until when."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from assessor.operations.partners import PartnerRow
from assessor.ui.assess.partners.partner_words import agreement_meaning, agreement_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.forms import Form
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.tags import Tag
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField
from assessor.ui.widgets.title_fields import TitleField


class PartnerDetail(Detail):
    """Shows a partner. `edited` tells field and value; `removed` when it is to go."""

    edited = Signal(str, object)
    removed = Signal()

    def __init__(self, kinds: list[str], gives: list[str], parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.name = TitleField(self.tr("Name of the partner"), self.tr("Name of the organization"))
        self.active = Switch(self.tr("Active"))
        self.remove = IconButton("trash-2", self.tr("Remove this partner"))
        self.agreement = Tag("")
        self.form = Form()
        self.kind = TextField(self.tr("Kind"), self.tr("As in mental-health services"))
        self.kind.line.setCompleter(self._completer(kinds))
        self.name.edited.connect(self._rename)
        self.active.clicked.connect(lambda on: self.edited.emit("is_active", on))
        self.remove.clicked.connect(self.removed)
        self.form.edited.connect(self.edited)
        self._lay_out(gives)

    def show_partner(self, row: PartnerRow, today: date) -> None:
        """Show a partner."""
        self.name.set_value(row.name)
        self.active.setChecked(row.is_active)
        self.form.show_values(lambda name: getattr(row, name))
        self.agreement.show_as(agreement_words(row, today), agreement_meaning(row, today))

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the partner be read but not changed."""
        self.form.set_read_only(is_read_only)
        self.name.set_read_only(is_read_only)
        self.active.setEnabled(not is_read_only)
        self.remove.setVisible(not is_read_only)

    def _rename(self, name: object) -> None:
        if name:
            self.edited.emit("name", name)
        else:
            self.name.refuse(self.tr("A partner needs a name."))

    def _completer(self, kinds: list[str]) -> QCompleter:
        completer = QCompleter(kinds, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _: self.kind.save())
        return completer

    def _lay_out(self, gives: list[str]) -> None:
        head, state = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        for widget in (self.active, self.agreement):
            state.addWidget(widget)
        state.addStretch(1)
        state.setSpacing(16)
        self._fill(gives)
        self.column.addLayout(head)
        self.column.addLayout(state)
        self.column.addWidget(Hairline())
        self.column.addWidget(self.form)

    def _fill(self, gives: list[str]) -> None:
        form = self.form
        form.add_beside(kind=self.kind, contact=TextField(self.tr("Contact"), self.tr("An office, by role")))
        form.add(
            "contribution", LongTextField(self.tr("What it gives"), ", ".join(gives).capitalize(), Role.BODY)
        )
        form.add(
            "referral_route",
            LongTextField(
                self.tr("How people are referred"),
                self.tr("Who calls whom, and what the family is asked first"),
            ),
        )
        form.add(
            "data_limits",
            LongTextField(
                self.tr("What data may pass, and what may not"),
                self.tr("As in attendance only, with the family’s consent"),
            ),
        )
        form.add_beside(
            agreement_on=DateField(self.tr("Agreement of")),
            agreement_ends_on=DateField(self.tr("It ends on")),
        )
        form.add_beside(
            referrals=NumberField(self.tr("Referrals made"), least=0),
            joint_activities=NumberField(self.tr("Joint activities"), least=0),
        )
