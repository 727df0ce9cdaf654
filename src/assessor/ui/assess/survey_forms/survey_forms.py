"""Survey forms: the library to read, one's own to write, preview, print and exchange."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from assessor.operations.survey_forms.form_details import FormDetails, get_form_details, list_bank
from assessor.operations.survey_forms.forms import list_forms
from assessor.ui.assess.survey_forms.form_doings import FormDoings
from assessor.ui.assess.survey_forms.form_files import FormFiles
from assessor.ui.assess.survey_forms.form_menus import add_menu, drop_down, more_menu, new_menu
from assessor.ui.assess.survey_forms.survey_forms_layout import TEXTS, SurveyFormsLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_EDIT, _PREVIEW = "edit", "preview"
_TABLES = frozenset({"own_survey", "own_item", "wave_group", "survey_wave", "survey_import", "response_set"})


class SurveyFormsScreen(Screen):
    """One form with its questions; reached from the surveys."""

    key, title = "survey_forms", "Survey forms"
    tables = _TABLES | {"paper_batch", "paper_sheet"}

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = SurveyFormsLayout(engagement)
        self.set_content(self.view)
        self.back = IconButton("arrow-left", self.tr("Back to surveys"))
        self.shown = Segments(
            [Segment(_EDIT, self.tr("Questions")), Segment(_PREVIEW, self.tr("Preview"))], self.tr("Show")
        )
        self.more = IconButton("ellipsis", self.tr("More about survey forms"))
        self.new = PlainButton(self.tr("New form"), "plus")
        self.copy = PrimaryButton(self.tr("Make it my own"), "copy")
        self.version = PrimaryButton(self.tr("New version"), "copy")
        self.add = PrimaryButton(self.tr("Add question"), "plus")
        self.head.add_before(self.back)
        self.head.add_beside(self.shown)
        for action in (self.more, self.new, self.copy, self.version, self.add):
            self.head.add_action(action)
        self.files = FormFiles(engagement, self.view.job, self)
        self.doings = FormDoings(self)
        self._shown = ""
        self._form: FormDetails | None = None
        self._is_choosing = False
        self._wire()

    def refresh(self) -> None:
        """Show the form chosen; at first one's own, or the first of the library."""
        rows = list_forms(self.engagement)
        if self._shown not in {row.key for row in rows}:
            self._shown = rows[0].key
        self.view.show_forms(rows)
        self.view.forms.choose(self._shown)
        self._form = get_form_details(self.engagement, self._shown)
        self.view.show_questions(self._form)
        self._show_doings(self._form)
        self._show_right()

    def show_element(self, element_id: str) -> None:
        """Show a form by its key."""
        self.finish_editing()
        self.view.told.show_sentences([])
        self._shown = element_id
        self._is_choosing = False
        self.refresh()

    def close_screen(self) -> None:
        """End what still runs."""
        super().close_screen()
        self.files.cancel()
        self.view.preview.close_pages()

    @property
    def chosen_item(self) -> str:
        """The question that is chosen; empty where the form's texts are."""
        chosen = self.view.questions.chosen_id
        return "" if chosen == TEXTS else chosen

    @property
    def form(self) -> FormDetails:
        """The form that is shown."""
        if self._form is None:
            self._form = get_form_details(self.engagement, self._shown)
        return self._form

    @property
    def may_change(self) -> bool:
        """Whether the form that is shown can be edited."""
        form = self.form
        return form.is_own and not form.is_frozen and not self.engagement.read_only

    def choose_from_bank(self) -> None:
        """Show the item bank beside the questions."""
        self.finish_editing()
        self._is_choosing = True
        self.shown.choose(_EDIT)
        self._show_right()
        self.view.bank.list.setFocus()

    def show_new(self, key: str) -> None:
        """Show a form that was just made, its title ready to be changed."""
        self.shown.choose(_EDIT)
        self.show_element(key)
        self.view.questions.choose(TEXTS)
        self._show_right()
        self.view.texts.title.setFocus()
        self.view.texts.title.box.selectAll()

    def show_item(self, item_id: str) -> None:
        """Choose a question, ready to be worded."""
        self._is_choosing = False
        self.shown.choose(_EDIT)
        self.view.questions.choose(item_id)
        self._show_right()
        self.view.item.fields["text"].setFocus()

    def _wire(self) -> None:
        view, do = self.view, self.doings
        self.back.clicked.connect(lambda: self.asked_to_go.emit("surveys", ""))
        self.shown.chosen.connect(lambda _key: self._turn())
        self.more.clicked.connect(lambda: drop_down(more_menu(self), self.more))
        self.copy.clicked.connect(lambda: do.copy(self.form.key))
        self.version.clicked.connect(do.make_version)
        view.forms.chosen.connect(self._show_other)
        view.questions.chosen.connect(lambda _id: self._turn())
        view.texts.edited.connect(do.edit_form)
        view.item.edited.connect(do.edit_item)
        view.item.scale_chosen.connect(do.use_scale)
        view.item.heading_edited.connect(do.edit_heading)
        view.item.begin_heading.clicked.connect(do.begin_heading)
        view.item.up.clicked.connect(lambda: do.move(-1))
        view.item.down.clicked.connect(lambda: do.move(1))
        view.item.remove.clicked.connect(do.remove_item)
        view.bank.added.connect(do.add_banked)
        view.bank.left.connect(self._leave_bank)
        view.empty.asked.connect(self.choose_from_bank)
        view.empty.second_asked.connect(lambda: do.add_item("scale"))
        self.files.read.connect(do.take_in)
        self.files.printed.connect(lambda sentence: self.said.emit(sentence, False))
        self.add.setMenu(add_menu(self))
        self.new.setMenu(new_menu(self))
        QShortcut("Alt+Up", self, lambda: do.move(-1))
        QShortcut("Alt+Down", self, lambda: do.move(1))

    def _show_other(self, key: str) -> None:
        if key and key != self._shown:
            self.show_element(key)
            self.view.questions.choose(TEXTS)

    def _turn(self) -> None:
        for page in (self.view.texts, self.view.item):
            for field in page.findChildren(Field):
                field.finish()  # what is being typed belongs to the one shown before
        self._is_choosing = False
        self._show_right()

    def _leave_bank(self) -> None:
        self._is_choosing = False
        self._show_right()
        self.view.questions.setFocus()

    def _show_doings(self, form: FormDetails) -> None:
        may_write = not self.engagement.read_only
        self.copy.setVisible(may_write and not form.is_own)
        self.version.setVisible(may_write and form.is_frozen and not form.later_id)
        self.add.setVisible(self.may_change)
        self.new.setVisible(may_write)
        self.view.not_reviewed.setVisible(form.has_spanish and not form.is_spanish_reviewed)

    def _show_right(self) -> None:
        """The preview, the item bank, the form's texts or the chosen question."""
        view, form = self.view, self.form
        is_preview = self.shown.key == _PREVIEW
        view.right.setCurrentIndex(1 if is_preview else 0)
        if is_preview:
            view.preview.show_form(form)
            return
        item = next((one for one in form.items if one.id == self.chosen_item), None)
        if self._is_choosing:
            view.bank.show_bank(list_bank(self.engagement, form.key))
            view.detail.setCurrentWidget(view.bank)
        elif item is not None:
            view.item.show_item(form, item, may_change=self.may_change)
            view.detail.setCurrentWidget(view.item)
        else:
            view.texts.show_form(form, may_change=self.may_change)
            view.texts.empty.setVisible(self.may_change and not form.items)
            view.detail.setCurrentWidget(view.texts)
