"""The places of everything on the meetings screen: the term's strip, list left, one meeting right."""

from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from assessor.terms import MeetingState
from assessor.ui.implement.decision_lines import DecisionLines
from assessor.ui.implement.fidelity_strip import FidelityStrip
from assessor.ui.implement.meeting_words import state_word
from assessor.ui.implement.planning_panel import PlanningPanel
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton, QuietButton
from assessor.ui.widgets.choice_fields import ChoiceField, DateField
from assessor.ui.widgets.detail_columns import Beside, DetailColumn
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.headed_lists import HeadedList
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.segments import Segment, Segments
from assessor.ui.widgets.tags import Tag
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph, Text

LIST_WIDTH = 416


class CancelForm(QWidget):
    """Asks why a meeting is canceled, in place."""

    def __init__(self) -> None:
        super().__init__()
        self.reason = TextField(self.tr("Why it is canceled"), self.tr("The reasons show what to mend"))
        self.save = PlainButton(self.tr("Cancel the meeting"), "x")
        self.give_up = QuietButton(self.tr("Keep it"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.save)
        row.addWidget(self.give_up)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.reason)
        column.addLayout(row)


class MeetingDetailLayout(DetailColumn):
    """One meeting: what it is for, what became of it, who came, agenda, notes and decisions."""

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.standing = Text("", Role.BODY_BOLD, "accent"), Tag("")
        self.day = Text("", Role.SMALL, "ink3")
        self.more = IconButton("ellipsis", self.tr("More"))
        menu = QMenu(self.more)
        self.remove = menu.addAction(self.tr("Remove meeting"))
        self.more.setMenu(menu)
        self.name = Text("", Role.TITLE)
        self.purpose = Paragraph("")
        states = [Segment(state.value, state_word(state)) for state in MeetingState]
        self.states = Segments(states, self.tr("What became of it"))
        self.cancel = CancelForm()
        self.canceled_because = LongTextField(self.tr("Why it was canceled"), least_lines=1)
        self.attended_by = TextField(self.tr("Who came, by role"), self.tr("As in SRO, principal, counselor"))
        self.as_planned = QuietButton("", "users")
        self.fields: dict[str, Field] = {
            "attended_by": self.attended_by,
            "canceled_because": self.canceled_because,
            "agenda": LongTextField(self.tr("Agenda"), self.tr("One point a line")),
            "notes": LongTextField(self.tr("Notes"), self.tr("What was said, in roles and not in names")),
            "meets_on": DateField(self.tr("Day")),
            "site_id": ChoiceField(self.tr("Where")),
            "title": TextField(self.tr("Title of its own, if it needs one")),
        }
        self.decisions_heading = SectionHeading(self.tr("Decisions"))
        self.decisions = DecisionLines()
        self._lay_out()

    def _lay_out(self) -> None:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.standing)
        row.addWidget(self.day)
        row.addStretch(1)
        row.addWidget(self.more)
        self.more.setFixedHeight(24)
        fields = self.fields
        self.put(top)
        self.put(self.name, 4)
        self.put(self.purpose, 4)
        self.put(Beside((self.states, 0), (self.as_planned, 0), (QWidget(), 1)), 12)
        self.put(self.cancel, 12)
        self.put(fields["canceled_because"], 12)
        self.put(fields["attended_by"], 12)
        self.put(fields["agenda"], 8)
        self.put(fields["notes"], 8)
        self.put(self.decisions_heading, 8)
        self.put(self.decisions)
        self.put(Hairline(), 16)
        self.put(Beside((fields["meets_on"], 1), (fields["site_id"], 1), (fields["title"], 2)), 12)


class MeetingsLayout(QWidget):
    """The strip above; list left; right one meeting, or what is to be planned."""

    def __init__(self) -> None:
        super().__init__()
        self.strip = FidelityStrip()
        self.list = HeadedList(self.tr("Meetings"))
        self.list.setObjectName("meetings_list")
        self.detail, self.planning = MeetingDetailLayout(), PlanningPanel()
        self.none = EmptyState(
            "calendar-days", self.tr("None of these"), self.tr("No meeting is of this kind.")
        )
        self.right = QStackedWidget()
        for page in (self.detail, self.planning, self.none):
            self.right.addWidget(page)
        self.columns = Columns("meetings")
        self.columns.add(self.list, LIST_WIDTH, least=300)
        self.columns.add(self.right, 700, grows=True, least=420)
        self.empty = EmptyState(
            "handshake",
            self.tr("No meetings yet"),
            self.tr(
                "Set meetings keep a plan alive: short and often at the school, seldom and decisive at the "
                "top. Plan a rhythm once, then log what was held and what was decided."
            ),
            self.tr("Plan a meeting"),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.columns)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.pages, 1)
