"""The places of everything on the actions screen: the agenda at the left, one action step at the right."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.ui.implement.status_panel import StatusPanel
from assessor.ui.implement.update_chain import UpdateChain
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.detail_columns import Beside, DetailColumn
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.headed_lists import HeadedList
from assessor.ui.widgets.link_lines import LinkLine
from assessor.ui.widgets.notices import EmptyState, Icon
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.sections import Hairline, SectionHeading
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph
from assessor.ui.widgets.title_fields import TitleField

LIST_WIDTH = 464


class StandingLine(QWidget):
    """An icon and the sentence that says how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = Icon("check", "good", 16)
        self.sentence = Paragraph("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.sentence, 1)

    def show_standing(self, sentence: str, icon: str, token: str) -> None:
        """Say how it stands."""
        self.icon.setVisible(bool(icon))
        if icon:
            self.icon.show_icon(icon, token)
        self.sentence.setText(sentence)
        self.sentence.set_tone(token if token in ("concern", "watch") else "ink2")


class ActionDetailLayout(DetailColumn):
    """One action step: what it belongs to, how it stands, who, when, what shows it, how it stood before."""

    def __init__(self) -> None:
        super().__init__()
        self.belongs = LinkLine("flag")
        self.title = TitleField(self.tr("Action"), self.tr("What is to be done"))
        self.standing = StandingLine()
        self.status = StatusPanel()
        self.fields: dict[str, Field] = {
            "title": self.title,
            "owner": TextField(self.tr("Owner"), self.tr("One, by role")),
            "start_on": DateField(self.tr("Starts")),
            "due_on": DateField(self.tr("Due")),
            "rhythm": TextField(self.tr("How often, if again and again"), self.tr("As in monthly")),
            "evidence_wanted": TextField(
                self.tr("Evidence that will show it is done"), self.tr("As in minutes, sign-offs")
            ),
            "took_effect_on": DateField(self.tr("Took effect on")),
            "description": LongTextField(self.tr("Description"), least_lines=1),
        }
        self.history = SectionHeading(self.tr("How it stood"))
        self.no_history = Paragraph(
            self.tr("Nothing was noted yet. Each change of status is kept here with its day and its note."),
            tone="ink3",
        )
        self.chain = UpdateChain()
        self._lay_out()

    def _lay_out(self) -> None:
        fields = self.fields
        self.put(self.belongs)
        self.put(self.title, 4)
        self.put(self.standing)
        self.put(self.status, 12)
        self.put(Hairline(), 16)
        self.put(Beside((fields["owner"], 1), (fields["rhythm"], 1)), 12)
        self.put(Beside((fields["start_on"], 1), (fields["due_on"], 1)), 8)
        self.put(Beside((fields["evidence_wanted"], 1), (fields["took_effect_on"], 1)), 8)
        self.put(fields["description"], 8)
        self.put(Hairline(), 12)
        self.put(self.history, 8)
        self.put(self.no_history)
        self.put(self.chain, 8)


class ActionStepsLayout(QWidget):
    """List left, detail right; or why there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.list = HeadedList(self.tr("Actions"))
        self.list.setObjectName("actions_list")
        self.detail = ActionDetailLayout()
        self.columns = Columns("actions")
        self.columns.add(self.list, LIST_WIDTH, least=320)
        self.columns.add(self.detail, 640, grows=True, least=472)
        self.empty = EmptyState(
            "list-checks",
            self.tr("No actions yet"),
            self.tr(
                "Here you follow what the plan promised: what is late, blocked or due soon comes first. "
                "Actions are written in the plan, under an objective."
            ),
            self.tr("Go to the plan"),
        )
        self.none = EmptyState("check", self.tr("Nothing here"), self.tr("No action of this kind is open."))
        self.pages = QStackedWidget()
        for page in (self.columns, self.empty, self.none):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
