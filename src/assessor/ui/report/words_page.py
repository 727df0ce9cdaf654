"""The words of the plan that no screen else holds: its title page, and what stands over its chapters."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor.operations.plans import ChapterTextRow, KeyFigureRow, PlanDetails
from assessor.ui.report.key_figure_rows import KeyFigureRows
from assessor.ui.typeface import Role
from assessor.ui.widgets.choice_fields import DateField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.marks import Switch
from assessor.ui.widgets.panes import Detail
from assessor.ui.widgets.sections import Hairline
from assessor.ui.widgets.text_fields import LongTextField, TextField
from assessor.ui.widgets.texts import Paragraph, Text

_WIDTH = 640


def tr(text: str) -> str:
    """A text of this page in the person's language."""
    return QCoreApplication.translate("words_page", text)


def chapter_parts() -> dict[str, tuple[tuple[str, str], ...]]:
    """What is written over each chapter, in the order of the plan: column of the record, and its name."""
    claim = ("claim", tr("Heading: what the chapter says, in one sentence"))
    lede = ("lede", tr("First lines"))
    return {
        "summary": (claim,),
        "listening": (claim, lede, ("note", tr("In the margin: who answered openly, who anonymously"))),
        "strengths": (claim, lede),
        "priorities": (claim,),
        "ladder": (claim, ("lede", tr("Heading of the drawing")), ("note", tr("What it is for"))),
        "decisions": (claim,),
        "year": (
            claim,
            ("note", tr("Beside the training sessions")),
            ("lede", tr("Beside the meetings: the partners")),
        ),
        "partners": (claim,),
        "measures": (
            claim,
            ("lede", tr("Under the charts")),
            ("note", tr("How signals are read")),
        ),
        "privacy": (claim, lede),
    }


class WordsPage(Detail):
    """The form. `plan_edited` and `chapter_edited` tell what was written."""

    plan_edited = Signal(str, object)
    chapter_edited = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.plan: dict[str, Field] = {}
        self.chapters: dict[tuple[str, str], Field] = {}
        self._headings: dict[str, QWidget] = {}
        self.figures = KeyFigureRows()
        self.is_confidential = Switch(tr("Confidential until it is adopted"))
        self.is_confidential.clicked.connect(lambda on: self.plan_edited.emit("is_confidential", on))
        self._title_page()
        titles = {
            "summary": tr("Summary"),
            "listening": tr("How we listened"),
            "strengths": tr("Strengths first"),
            "priorities": tr("Priorities"),
            "ladder": tr("When we disagree"),
            "decisions": tr("Who decides what"),
            "year": tr("Training and reviews"),
            "partners": tr("Partners"),
            "measures": tr("Measures"),
            "privacy": tr("Privacy note"),
        }
        for chapter, parts in chapter_parts().items():
            self._chapter(chapter, titles[chapter], parts)
        inner = self.widget()
        if inner is not None:
            inner.setMaximumWidth(_WIDTH + 48)

    def show_words(
        self,
        plan: PlanDetails,
        chapters: Mapping[str, ChapterTextRow],
        figures: list[KeyFigureRow],
        *,
        is_read_only: bool,
    ) -> None:
        """Show what is written."""
        for name, field in self.plan.items():
            field.set_value(getattr(plan, name))
        for (chapter, column), field in self.chapters.items():
            field.set_value(getattr(chapters.get(chapter, ChapterTextRow(chapter)), column))
        for field in (*self.plan.values(), *self.chapters.values()):
            field.set_read_only(is_read_only)
        self.is_confidential.setChecked(plan.is_confidential)
        self.is_confidential.setEnabled(not is_read_only)
        self.figures.show_rows(figures, is_read_only=is_read_only)

    def show_section(self, key: str) -> None:
        """Scroll to the words of a section of the plan."""
        heading = self._headings.get(key)
        if heading is not None:
            self.verticalScrollBar().setValue(max(heading.pos().y() - 16, 0))

    def _title_page(self) -> None:
        self._heading("front", tr("Title page"))
        self._plan("title", LongTextField(tr("Title; a line break is kept"), role=Role.TITLE, least_lines=1))
        self._plan("subtitle", LongTextField(tr("Subtitle"), least_lines=1))
        self._row(self._dated("starts_on", tr("Starts on")), self._dated("ends_on", tr("Ends on")))
        self._row(
            self._lined("draft", tr("Draft number"), "0.4"),
            self._lined("edition", tr("Edition"), tr("Edition 1")),
        )
        self._row(
            self._dated("board_meets_on", tr("The board meets on")),
            self._dated("adopted_on", tr("Adopted on; the draft mark vanishes")),
        )
        self.column.addWidget(self.is_confidential)

    def _chapter(self, chapter: str, title: str, parts: tuple[tuple[str, str], ...]) -> None:
        self._heading(chapter, title)
        for column, name in parts:
            field = LongTextField(name, least_lines=1)
            field.editor.setAccessibleName(f"{title}: {name}")
            field.edited.connect(
                lambda value, column=column: self.chapter_edited.emit(chapter, column, value)
            )
            self.chapters[chapter, column] = field
            self.column.addWidget(field)
        if chapter == "summary":
            self.column.addWidget(self.figures)
            self._plan("found", LongTextField(tr("What we found, in plain words; a paragraph a line")))
            self._plan("asked_of_board", LongTextField(tr("What the board is asked; a paragraph a line")))
        elif chapter == "listening":
            self._plan("limits", LongTextField(tr("Limits of what we heard; a paragraph a line")))
        elif chapter == "privacy":
            self._plan("keeping", LongTextField(tr("How long what is kept, and where; a paragraph a line")))

    def _heading(self, key: str, title: str) -> None:
        heading = QWidget()
        column = QVBoxLayout(heading)
        column.setContentsMargins(0, 12 if self._headings else 0, 0, 0)
        column.setSpacing(12)
        if self._headings:
            column.addWidget(Hairline())
        column.addWidget(Text(title, Role.LIVE_BOLD))
        if not self._headings:
            explained = tr("What is left empty takes words of its own or is not printed.")
            column.addWidget(Paragraph(explained, Role.SMALL, "ink3"))
        self._headings[key] = heading
        self.column.addWidget(heading)

    def _plan(self, name: str, field: Field) -> Field:
        field.edited.connect(lambda value: self.plan_edited.emit(name, value))
        self.plan[name] = field
        self.column.addWidget(field)
        return field

    def _dated(self, name: str, label: str) -> Field:
        return self._plan(name, DateField(label))

    def _lined(self, name: str, label: str, hint: str) -> Field:
        return self._plan(name, TextField(label, hint))

    def _row(self, *fields: Field) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        for field in fields:
            self.column.removeWidget(field)
            row.addWidget(field, 1)
        self.column.addLayout(row)
