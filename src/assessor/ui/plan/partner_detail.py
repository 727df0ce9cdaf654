"""One partner organization: what it gives, how people are referred to it, and what data may pass."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from assessor.operations.partners import PartnerRow
from assessor.ui.plan.forms import Form
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import QuietButton
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField


class PartnerDetail(Detail):
    """Shows a partner. `edited` tells field and value; `removed` when it is to go."""

    edited = Signal(str, object)
    removed = Signal()

    def __init__(self, kinds: list[str], parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.active = Switch(self.tr("Active"))
        self.active.clicked.connect(lambda on: self.edited.emit("is_active", on))
        self.form = Form()
        self.form.edited.connect(self.edited)
        self.kind = TextField(self.tr("Kind"), self.tr("As in mental-health services"))
        completer = QCompleter(kinds, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.kind.line.setCompleter(completer)
        completer.activated.connect(lambda _: self.kind.save())
        self.remove = QuietButton(self.tr("Remove this partner"), "trash-2")
        self.remove.clicked.connect(self.removed)
        self._fill()
        self.column.addWidget(self.form)
        self.column.addWidget(self.active)
        self.column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_partner(self, row: PartnerRow) -> None:
        """Show a partner."""
        self.active.setChecked(row.is_active)
        self.form.show_values(lambda name: getattr(row, name))

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the partner be read but not changed."""
        self.form.set_read_only(is_read_only)
        self.active.setEnabled(not is_read_only)
        self.remove.setVisible(not is_read_only)

    def _fill(self) -> None:
        form = self.form
        form.add("name", LongTextField(self.tr("Partner"), role=Role.TITLE, least_lines=1))
        form.add_beside(kind=self.kind, contact=TextField(self.tr("Contact"), self.tr("An office, by role")))
        form.add(
            "contribution", LongTextField(self.tr("What it gives"), self.tr("Money, staff, place, training…"))
        )
        form.add("referral_route", LongTextField(self.tr("How people are referred")))
        form.add("data_limits", LongTextField(self.tr("What data may pass, and what may not")))
        form.add("agreement_on", DateField(self.tr("Agreement of")))
        form.add_beside(
            referrals=NumberField(self.tr("Referrals made"), least=0),
            joint_activities=NumberField(self.tr("Joint activities"), least=0),
        )
