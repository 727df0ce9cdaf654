"""The right side of a sitting's record: people, guide, when and where."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor.operations.observations import BehaviorTable
from assessor.terms import Group, SittingKind
from assessor.ui.assess.sittings.behavior_table import BehaviorGrid
from assessor.ui.assess.sittings.guide_lines import GuideLines
from assessor.ui.assess.sittings.safeguarding_box import SafeguardingBox
from assessor.ui.assess.sittings.seat_lines import SeatLines
from assessor.ui.assess.sittings.sitting_words import group_word, kind_word
from assessor.ui.widgets.choice_fields import Choice, ChoiceField, DateField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.text_fields import NumberField, TextField


class SittingSide(Detail):
    """Fields that save themselves; `fields` maps the column each one writes."""

    def __init__(self) -> None:
        super().__init__("canvas", 12)
        self.people = SectionHeading(self.tr("People"))
        self.seats = SeatLines()
        self.guide = GuideLines()
        self.concerns = SafeguardingBox()
        self.held_on = DateField(self.tr("Held on"), self.tr("Not planned yet"))
        self.minutes = NumberField(self.tr("Planned minutes"), least=1, most=600)
        self.kind = ChoiceField(self.tr("Kind"), [Choice(kind, kind_word(kind)) for kind in SittingKind])
        groups = [Choice(None, self.tr("Several groups")), *(Choice(g, group_word(g)) for g in Group)]
        self.group = ChoiceField(self.tr("Group"), groups)
        self.site = ChoiceField(self.tr("Site"))
        self.code = TextField(self.tr("Code in quotations"))
        self.facilitator = TextField(self.tr("Facilitator"), self.tr("Nobody named"))
        self.note_taker = TextField(self.tr("Note-taker"), self.tr("Nobody named"))
        self.behavior_heading, self.behavior = SectionHeading(self.tr("Behavior seen")), BehaviorGrid()
        self.fields: dict[str, Field] = {
            "kind": self.kind,
            "group": self.group,
            "site_id": self.site,
            "code": self.code,
            "facilitator": self.facilitator,
            "note_taker": self.note_taker,
        }
        self._place()

    def show_people(self, *, is_shown: bool) -> None:
        """Show who sat there; an observation seats nobody."""
        for widget in (self.people, self.seats, self._people_end):
            widget.setVisible(is_shown)

    def show_behavior(self, table: BehaviorTable, *, is_observed: bool) -> None:
        """Show what an observation counted, and call the one who took notes the observer."""
        for widget in (self.behavior_heading, self.behavior, self._behavior_end):
            widget.setVisible(bool(table.settings))
        self.behavior_heading.set_note(str(table.total))
        self.behavior.show_table(table)
        self.facilitator.setVisible(not is_observed)
        self.group.setVisible(not is_observed)
        name = self.tr("Observer") if is_observed else self.tr("Note-taker")
        self.note_taker.label.setText(name)
        self.note_taker.editor.setAccessibleName(name)

    def _place(self) -> None:
        self._people_end = Hairline()
        self.column.addWidget(self.concerns)
        guide = SectionHeading(self.tr("Guide"))
        self._behavior_end = Hairline()
        seen = (self.behavior_heading, self.behavior, self._behavior_end)
        for widget in (self.people, self.seats, self._people_end, *seen, guide, self.guide, Hairline()):
            self.column.addWidget(widget)
        self.column.addWidget(SectionHeading(self.tr("When and where")))
        for pair in (
            (self.held_on, self.minutes),
            (self.kind, self.group),
            (self.site, self.code),
            (self.facilitator, self.note_taker),
        ):
            self.column.addLayout(_pair(*pair))


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return row
