"""The client and what was agreed: whose data, who may see what, how small a group may be, the cycles."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations import clients
from assessor.operations.clients import CycleRow
from assessor.ui.assess.people.page_edits import Edits
from assessor.ui.assess.sittings.sheets import Sheet
from assessor.ui.assess.sittings.sitting_words import day_words
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.text_fields import LongTextField, NumberField, TextField
from assessor.ui.widgets.texts import Paragraph, Text

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_MOST_WIDTH = 960


class ClientLayout(Sheet):
    """Fields by column of the record, in sections."""

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField(self.tr("Client"), role=Role.TITLE)
        self.fields: dict[str, Field] = {"name": self.name}
        self.state_overlay = Switch(self.tr("Use the rules of the state where they are known"))
        self.equity = Switch(self.tr("Measure equity, hidden in small groups"))
        self.public = NumberField(self.tr("Least answers shown in public"), least=1, most=1000)
        self.internal = NumberField(
            self.tr("Least answers shown to the client’s leaders"), least=1, most=1000
        )
        self.whom = SectionHeading(
            self.tr("Whom to hear"), self.tr("in this cycle"), action=self.tr("Plan it under Coverage")
        )
        self.cycles = SectionHeading(self.tr("Cycles"), action=self.tr("Begin the next cycle"))
        self.cycle_lines = QVBoxLayout()
        self.cycle_lines.setSpacing(4)
        self._place()

    def _place(self) -> None:
        self._place_facts()
        self._place_agreed()
        self._place_small_groups()
        self._place_contacts()
        self.limit(_MOST_WIDTH)

    def _place_facts(self) -> None:
        self.column.addWidget(self.name)
        self._pair(
            self._choice("kind", self.tr("Kind of client"), self._kinds()),
            self._text("state", self.tr("State")),
        )
        self._pair(
            self._text("languages", self.tr("Languages of students and families")),
            self._choice("population_band", self.tr("People served"), self._bands()),
        )
        self.column.addWidget(self.state_overlay)
        self.column.addWidget(Hairline())
        self.column.addWidget(self.whom)
        self.column.addWidget(Hairline())
        self.column.addWidget(self.cycles)
        self.column.addLayout(self.cycle_lines)

    def _place_agreed(self) -> None:
        self._section(self.tr("What was agreed"))
        self._pair(
            self._day("agreement_signed_on", self.tr("Agreement on SROs signed on")),
            self._day("agreement_renews_on", self.tr("It is renewed on")),
        )
        self._pair(
            self._choice("data_basis", self.tr("Basis for data on students"), self._bases()),
            self._day("destroy_data_on", self.tr("Data are destroyed on")),
        )
        self._pair(
            self._text("student_consent", self.tr("How students and parents consent")),
            self._text(
                "dyad_readers", self.tr("Who may see what an SRO and an administrator say of each other")
            ),
        )

    def _place_small_groups(self) -> None:
        self._section(self.tr("Small groups"))
        self.column.addWidget(self._text("threshold_reason", self.tr("Why they are raised")))
        self._pair(self.public, self.internal)
        words = self.tr(
            "Figures of fewer answers are hidden. Both numbers only go up, so that no two reports can be "
            "compared to find one person’s answer."
        )
        self.column.addWidget(Paragraph(words, Role.SMALL, "ink3"))
        self.column.addWidget(self.equity)

    def _place_contacts(self) -> None:
        self._section(self.tr("Contacts"))
        self._pair(
            self._text("reporting_contact", self.tr("For a safety concern or a report the law demands")),
            self._text("complaints_to", self.tr("For complaints")),
        )
        self._pair(
            self._text("records_contact", self.tr("For records and retention")),
            self._text("accessibility_contact", self.tr("For accessibility")),
        )
        self._pair(self._text("counsel_contact", self.tr("Counsel")), QWidget())
        notes = LongTextField(self.tr("Notes"))
        self.fields["notes"] = notes
        self.column.addWidget(notes)

    def _section(self, title: str, note: str = "") -> None:
        self.column.addWidget(Hairline())
        self.column.addWidget(SectionHeading(title, note))

    def _pair(self, left: QWidget, right: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        self.column.addLayout(row)

    def _text(self, name: str, label: str) -> Field:
        return self._known(name, TextField(label, self.tr("Not said")))

    def _day(self, name: str, label: str) -> Field:
        return self._known(name, DateField(label, self.tr("Not said")))

    def _choice(self, name: str, label: str, words: dict[str, str]) -> Field:
        return self._known(name, ChoiceField(label, [Choice(value, word) for value, word in words.items()]))

    def _known(self, name: str, field: Field) -> Field:
        self.fields[name] = field
        return field

    def _kinds(self) -> dict[str, str]:
        return {
            "school district": self.tr("School district"),
            "law-enforcement agency": self.tr("Law-enforcement agency"),
            "both": self.tr("District and agency together"),
            "other": self.tr("Other"),
        }

    def _bands(self) -> dict[str, str]:
        return {
            "": self.tr("Not said"),
            "50000_or_more": self.tr("50,000 or more"),
            "under_50000": self.tr("Fewer than 50,000"),
        }

    def _bases(self) -> dict[str, str]:
        return {
            "none": self.tr("None: no data on single students"),
            "school_official": self.tr("School official"),
            "study_agreement": self.tr("Study agreement"),
            "consent": self.tr("Consent"),
        }


class ClientPage(ClientLayout):
    """Shows and edits the client."""

    def __init__(self, engagement: "Engagement", edits: Edits) -> None:
        super().__init__()
        self._engagement, self._edits = engagement, edits
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name, field=field: self._edit(field, **{name: value}))
        self.public.edited.connect(lambda n: self._raise(self.public, "public_threshold", n))
        self.internal.edited.connect(lambda n: self._raise(self.internal, "internal_threshold", n))
        self.state_overlay.clicked.connect(lambda is_on: self._edit(None, uses_state_overlay=is_on))
        self.equity.clicked.connect(lambda is_on: self._edit(None, measures_equity=is_on))
        self.cycles.asked.connect(self._begin_cycle)

    def refresh(self) -> None:
        """Show what was agreed."""
        client = clients.get_client(self._engagement)
        for name, field in self.fields.items():
            field.set_value(getattr(client, name))
        self.public.set_value(Decimal(client.public_threshold))
        self.internal.set_value(Decimal(client.internal_threshold))
        self.state_overlay.setChecked(client.uses_state_overlay)
        self.equity.setChecked(client.measures_equity)
        self._show_cycles(clients.list_cycles(self._engagement))
        self._set_read_only(bool(self._engagement.read_only))

    def _show_cycles(self, cycles: list[CycleRow]) -> None:
        while (item := self.cycle_lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for cycle in reversed(cycles):
            days = " – ".join(day_words(day) for day in (cycle.started_on, cycle.ended_on) if day)
            name = self.tr("Cycle {number}").format(number=cycle.number)
            words = " · ".join(word for word in (name, cycle.label, days) if word)
            is_now = cycle is cycles[-1]
            self.cycle_lines.addWidget(
                Text(words, Role.BODY_MEDIUM if is_now else Role.BODY, "ink" if is_now else "ink2")
            )

    def _set_read_only(self, is_read_only: bool) -> None:
        for field in (*self.fields.values(), self.public, self.internal):
            field.set_read_only(is_read_only)
        for switch in (self.state_overlay, self.equity):
            switch.setEnabled(not is_read_only)
        self.cycles.action.setVisible(not is_read_only)

    def _raise(self, field: NumberField, name: str, number: Decimal | None) -> None:
        if number is None:
            field.refuse(self.tr("Write a number."))
        else:
            self._edit(field, **{name: int(number)})

    def _edit(self, field: Field | None, **values: object) -> None:
        tell = field.refuse if field is not None else None
        self._edits.do(lambda: clients.edit_client(self._engagement, **values), tell=tell)

    def _begin_cycle(self) -> None:
        today = date.today()  # noqa: DTZ011  # the day where the consultant works
        start = today.year if today.month >= 7 else today.year - 1
        label = f"{start}–{(start + 1) % 100:02d}"
        self._edits.do(
            lambda: clients.begin_cycle(self._engagement, label, today), self.tr("The next cycle has begun")
        )
