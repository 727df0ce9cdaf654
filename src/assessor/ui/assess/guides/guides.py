"""Guides: the library to read, and one's own to write, with minutes that add up beside the planned length."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations import own_guides, own_questions
from assessor.operations.guides import GuideDetails, GuideRow, get_guide_details, list_guides
from assessor.terms import SittingKind
from assessor.ui.assess.guides.guides_layout import GuidesLayout
from assessor.ui.assess.sittings.sitting_words import kind_word
from assessor.ui.screens import Screen
from assessor.ui.widgets.texts import as_menu_words

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class GuidesScreen(Screen):
    """One guide with its questions; reached from a sitting that follows it."""

    key = "guides"
    title = "Guides"
    tables = frozenset({"own_guide", "own_question", "sitting", "remark"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = GuidesLayout()
        self.set_content(self.view)
        self.head.add_before(self.view.back)
        for button in (self.view.new, self.view.copy, self.view.add):
            self.head.add_action(button)
        self._shown = self._question = ""
        self._guide: GuideDetails | None = None
        self._wire()

    def refresh(self) -> None:
        """Show the guide chosen; at first one's own newest, or the first of the library."""
        rows = list_guides(self.engagement)
        if self._shown not in {row.key for row in rows}:
            self._shown = rows[0].key
        guide = self._guide = get_guide_details(self.engagement, self._shown)
        may_change = guide.is_own and not self.engagement.read_only
        view = self.view
        view.guide.offer(rows)
        view.guide.show_guide(guide, may_change=may_change)
        view.add.setVisible(may_change and bool(guide.questions))
        view.copy.setVisible(not guide.is_own and not self.engagement.read_only)
        view.new.setVisible(not self.engagement.read_only)
        view.empty.button.setVisible(may_change)
        self._fill_menu(rows)
        view.show_questions(guide)
        self._show_question(view.questions.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Show a guide by its key."""
        self.finish_editing()
        self._shown = element_id
        self.refresh()

    def _wire(self) -> None:
        view = self.view
        view.back.clicked.connect(lambda: self.asked_to_go.emit("sittings", ""))
        view.guide.choice.edited.connect(lambda key: self.show_element(str(key)))
        for name, field in view.guide.fields.items():
            field.edited.connect(lambda value, name=name: self._edit_guide(**{name: value}))
        for name, field in view.question.fields.items():
            field.edited.connect(lambda value, name=name: self._edit_question(**{name: value}))
        view.guide.remove.clicked.connect(self._remove_guide)
        view.copy.clicked.connect(lambda: self._copy(self._shown))
        view.add.clicked.connect(self.add_question)
        view.empty.asked.connect(self.add_question)
        view.questions.chosen.connect(self._turn_to)
        view.question.remove.clicked.connect(self._remove_question)
        view.question.up.clicked.connect(lambda: self._move(-1))
        view.question.down.clicked.connect(lambda: self._move(1))
        view.new.setMenu(QMenu(view.new))
        QShortcut("Alt+Up", self, lambda: self._move(-1))
        QShortcut("Alt+Down", self, lambda: self._move(1))

    def add_question(self) -> None:
        """Add a question at the end, ready to be worded."""
        self.finish_editing()
        new = self.attempt(lambda: own_questions.add_question(self.engagement, self._shown))
        if new:
            self.view.questions.choose(new)
            self.view.question.text.editor.setFocus()

    def _turn_to(self, question_id: str) -> None:
        for field in self.view.question.fields.values():
            field.finish()  # what is being typed belongs to the one shown before
        self._show_question(question_id)

    def _show_question(self, question_id: str) -> None:
        guide = self._guide
        if guide is None:
            return
        question = next((one for one in guide.questions if one.id == question_id), None)
        self._question = question_id
        if question:
            may_change = guide.is_own and not self.engagement.read_only
            self.view.question.show_question(guide, question, may_change=may_change)

    def _edit_guide(self, **values: object) -> None:
        guide, title = self._shown, self.view.guide.title
        if "title" in values and not values["title"]:
            title.refuse(self.tr("A guide needs a title, such as Teachers, second round."))
            return
        if "minutes" in values:
            values["minutes"] = int(str(values["minutes"] or 60))
        self.attempt(lambda: own_guides.edit_guide(self.engagement, guide, **values))

    def _edit_question(self, **values: object) -> None:
        question = self._question
        if "minutes" in values:
            values["minutes"] = int(str(values["minutes"] or 0))
        self.attempt(lambda: own_questions.edit_question(self.engagement, question, **values))

    def _move(self, by: int) -> None:
        question = self.view.questions.chosen_id
        if self._guide and self._guide.is_own and question and not self.engagement.read_only:
            self.finish_editing()
            self.attempt(lambda: own_questions.move_question(self.engagement, question, by))

    def _remove_question(self) -> None:
        question = self.view.questions.chosen_id
        self.attempt(
            lambda: own_questions.remove_question(self.engagement, question), done=self.tr("Question removed")
        )

    def _remove_guide(self) -> None:
        guide = self._shown
        self.attempt(lambda: own_guides.remove_guide(self.engagement, guide), done=self.tr("Guide removed"))

    def _copy(self, key: str) -> None:
        self._show_new(self.attempt(lambda: own_guides.copy_guide(self.engagement, key)))

    def _begin(self, kind: SittingKind) -> None:
        title = self.tr("New guide, {kind}").format(kind=kind_word(kind).lower())
        self._show_new(self.attempt(lambda: own_guides.begin_guide(self.engagement, title, kind)))

    def _show_new(self, key: str | None) -> None:
        if key:
            self.show_element(key)
            self.view.guide.title.editor.setFocus()
            self.view.guide.title.line.selectAll()

    def _fill_menu(self, rows: list[GuideRow]) -> None:
        menu = self.view.new.menu()
        menu.clear()
        for kind in SittingKind:
            words = self.tr("Empty, for: {kind}").format(kind=kind_word(kind))
            menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self._begin(kind))
        menu.addSeparator()
        for row in rows:
            if not row.is_own:
                action = menu.addAction(as_menu_words(self.tr("From “{title}”").format(title=row.title)))
                action.triggered.connect(lambda _=False, key=row.key: self._copy(key))
