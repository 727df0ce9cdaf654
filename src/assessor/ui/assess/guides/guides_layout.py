"""Widgets of the guides' screen and their places: which guide, its questions left, one of them right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessor.operations.guide_checks import MOST_QUESTIONS, has_too_many_questions
from assessor.operations.guides import GuideDetails, GuideRow
from assessor.palette import PAGE_MARGIN
from assessor.terms import Group, SittingKind
from assessor.ui.assess.guides.guide_question import GuideQuestionPane
from assessor.ui.assess.sittings.sitting_words import group_word, kind_word, tr
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.panes import Columns
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.text_fields import NumberField, TextField
from assessor.ui.widgets.texts import Text

_LEFT, _MINUTES = 400, 64


class GuideHead(QWidget):
    """Which guide is shown, what it is called and whom it is for; `fields` are the columns written."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = ChoiceField(self.tr("Guide"))
        self.remove = IconButton("trash-2", self.tr("Remove this guide"))
        self.title = TextField(self.tr("Title"))
        self.minutes = NumberField(self.tr("Minutes"), least=1, most=600)
        self.kind = ChoiceField(self.tr("For"), [Choice(kind, kind_word(kind)) for kind in SittingKind])
        groups = [Choice(None, self.tr("Several groups")), *(Choice(g, group_word(g)) for g in Group)]
        self.group = ChoiceField(self.tr("Group"), groups)
        self.sum = Text("", Role.SMALL, "ink3", lines=3)
        self.fields: dict[str, Field] = {
            "title": self.title,
            "minutes": self.minutes,
            "kind": self.kind,
            "group": self.group,
        }
        self._place()

    def offer(self, guides: Sequence[GuideRow]) -> None:
        """Offer these guides; those of the library say so."""
        library = self.tr("{title} · library")
        self.choice.show_choices(
            [Choice(row.key, row.title if row.is_own else library.format(title=row.title)) for row in guides]
        )

    def show_guide(self, guide: GuideDetails, *, may_change: bool) -> None:
        """Show a guide; one of the library is only read."""
        self.choice.set_value(guide.key)
        self.remove.setVisible(may_change)
        self._own.setVisible(guide.is_own)
        self.title.set_value(guide.title)
        self.minutes.set_value(guide.minutes)
        self.kind.set_value(guide.kind)
        self.group.set_value(guide.group)
        for field in self.fields.values():
            field.set_read_only(not may_change)
        is_over = guide.minutes_planned > guide.minutes or has_too_many_questions(guide)
        self.sum.setText(sum_words(guide))
        self.sum.set_tone("watch" if is_over else "ink3")

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 16, PAGE_MARGIN, 12)
        column.setSpacing(12)
        first = QHBoxLayout()
        first.addWidget(self.choice, 1)
        first.addWidget(self.remove)
        self.choice.label.hide()
        column.addLayout(first)
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(12)
        first_row, second_row = QHBoxLayout(), QHBoxLayout()
        for row, left, right, parts in (
            (first_row, self.title, self.minutes, (1, 0)),
            (second_row, self.kind, self.group, (3, 5)),
        ):
            row.setSpacing(12)
            row.addWidget(left, parts[0])
            row.addWidget(right, parts[1])
            own.addLayout(row)
        self.minutes.setFixedWidth(_MINUTES)
        column.addWidget(self._own)
        column.addWidget(self.sum)


class GuidesLayout(QWidget):
    """The guide and its questions left, the chosen question right."""

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("arrow-left", self.tr("Back to interviews and groups"))
        self.new = PlainButton(self.tr("New guide"), "plus")
        self.add = PrimaryButton(self.tr("Add question"), "plus")
        self.copy = PrimaryButton(self.tr("Make it my own"), "copy")
        self.guide = GuideHead()
        self.questions = RowList(self.tr("Questions, in the order they are asked"))
        self.question = GuideQuestionPane()
        self.empty = EmptyState(
            "message-square",
            self.tr("No question yet"),
            self.tr("Begin with one anyone can answer, ask what people have seen, end with anything to add."),
            self.tr("Add the first question"),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.question)
        self.pages.addWidget(self.empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.guide)
        column.addWidget(Hairline())
        column.addWidget(self.questions, 1)
        columns = Columns("guides")
        columns.add(left, _LEFT, least=340)
        columns.add(self.pages, 700, grows=True, least=360)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(columns)

    def show_questions(self, guide: GuideDetails) -> None:
        """List the questions of a guide."""
        self.questions.show_rows(
            [
                ListRow(
                    question.id,
                    question.title or question.text or self.tr("No words yet"),
                    question.code,
                    trailing=minutes_words(question.minutes),
                )
                for question in guide.questions
            ]
        )
        self.pages.setCurrentIndex(0 if guide.questions else 1)


def minutes_words(minutes: int) -> str:
    """So many minutes."""
    return tr("{minutes} min").format(minutes=minutes)


def sum_words(guide: GuideDetails) -> str:
    """What the parts add up to, beside what is planned, and who follows the guide."""
    added = tr("{planned} of {minutes} minutes planned, {framing} of them for opening and close.")
    words = added.format(planned=guide.minutes_planned, minutes=guide.minutes, framing=guide.framing)
    if guide.minutes_planned > guide.minutes:
        over = tr("{over} minutes over.").format(over=guide.minutes_planned - guide.minutes)
        words = f"{over} {words}"
    if has_too_many_questions(guide):
        many = tr("{count} questions: a group gets through {most} at most.")
        words = f"{many.format(count=len(guide.questions), most=MOST_QUESTIONS)} {words}"
    return words
