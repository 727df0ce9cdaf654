"""What a person does with survey forms on their screen: begin, copy, edit, exchange, print and remove."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from assessor.exchange.xlsforms import XlsForm
from assessor.operations.survey_forms import own_items, own_sections, own_survey_copies, own_surveys, xlsforms
from assessor.operations.survey_forms.form_uses import ask_with_form
from assessor.operations.survey_forms.own_survey_copies import CopiedForm
from assessor.terms import Group
from assessor.ui.assess.survey_forms.form_files import group_menu
from assessor.ui.assess.survey_forms.form_words import group_word, left_out_words, taken_words

if TYPE_CHECKING:
    from assessor.ui.assess.survey_forms.survey_forms import SurveyFormsScreen


class FormDoings(QObject):
    """Each doing is one change that the screen attempts, with its sentence."""

    def __init__(self, screen: "SurveyFormsScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self._engagement = screen.engagement

    def begin(self, group: Group) -> None:
        """Begin an empty form for a group."""
        title = self.tr("New form, {group}").format(group=group_word(group).lower())
        begun = self._screen.attempt(
            lambda: own_surveys.begin_form(self._engagement, title, group), done=self.tr("Survey form begun")
        )
        self._show_new(begun)

    def copy(self, key: str) -> None:
        """Make a form one's own, or duplicate one's own."""
        copied = self._screen.attempt(
            lambda: own_survey_copies.copy_form(self._engagement, key), done=self.tr("Survey form copied")
        )
        self._show_new(copied.id if copied else None)

    def copy_for(self, group: Group) -> None:
        """Make the form that is shown for another group, and name what could not come along."""
        key = self._screen.form.key
        copied: CopiedForm | None = self._screen.attempt(
            lambda: own_survey_copies.copy_form(self._engagement, key, group=group),
            done=self.tr("Made for: {group}").format(group=group_word(group)),
        )
        self._show_new(copied.id if copied else None)
        if copied and copied.left_out:
            left = self.tr("Not asked of this group, so left out: {codes}.")
            self._screen.view.told.show_sentences([left.format(codes=", ".join(copied.left_out))])

    def make_version(self) -> None:
        """Make the next version of the form that is shown."""
        key = self._screen.form.key
        self._show_new(
            self._screen.attempt(
                lambda: own_survey_copies.make_new_version(self._engagement, key),
                done=self.tr("New version made"),
            )
        )

    def ask_with(self, wave_id: str, title: str) -> None:
        """Have a wave ask with the form that is shown."""
        form = self._screen.form
        said = self.tr("“{title}” asks with this form").format(title=title)
        self._attempt(lambda: ask_with_form(self._engagement, wave_id, form.key, form.version), said)

    def remove_form(self) -> None:
        """Remove the form that is shown."""
        key = self._screen.form.key
        self._attempt(lambda: own_surveys.remove_form(self._engagement, key), self.tr("Survey form removed"))

    def edit_form(self, name: str, value: object) -> None:
        """Change one text or fact of the form."""
        key = self._screen.form.key
        kept = int(str(value or 10)) if name == "minutes" else value
        self._attempt(lambda: own_surveys.edit_form(self._engagement, key, **{name: kept}))

    def add_item(self, kind: str) -> None:
        """Add a question after the chosen one, ready to be worded."""
        screen = self._screen
        screen.finish_editing()
        key, after = screen.form.key, screen.chosen_item
        added = screen.attempt(
            lambda: own_items.add_item(self._engagement, key, kind, after), done=self.tr("Question added")
        )
        if added:
            screen.show_item(added)

    def add_banked(self, code: str) -> None:
        """Add a question of the item bank where it belongs."""
        key = self._screen.form.key
        said = self.tr("{code} added").format(code=code)
        self._attempt(lambda: own_items.add_bank_items(self._engagement, key, [code]), said)

    def edit_item(self, name: str, value: object) -> None:
        """Change the chosen question."""
        item = self._screen.chosen_item
        self._attempt(lambda: own_items.edit_item(self._engagement, item, **{name: value}))

    def use_scale(self, scale: str) -> None:
        """Answer the chosen question on a scale of the item bank; none: its labels are written."""
        item = self._screen.chosen_item
        if scale:
            self._attempt(lambda: own_items.use_scale(self._engagement, item, scale))
        else:
            self._screen.view.item.fields["choices"].setFocus()

    def edit_heading(self, name: str, value: str) -> None:
        """Change the heading above the chosen question."""
        item = self._screen.chosen_item
        self._attempt(lambda: own_sections.edit_section(self._engagement, item, **{name: value}))

    def begin_heading(self) -> None:
        """Put a heading above the chosen question, ready to be worded."""
        item, title = self._screen.chosen_item, self.tr("New heading")
        self._attempt(lambda: own_sections.begin_section(self._engagement, item, title))
        self._screen.view.item.title.setFocus()
        self._screen.view.item.title.line.selectAll()

    def move(self, by: int) -> None:
        """Ask the chosen question earlier or later."""
        item = self._screen.chosen_item
        if item and self._screen.may_change:
            self._screen.finish_editing()
            self._attempt(lambda: own_sections.move_item(self._engagement, item, by))

    def remove_item(self) -> None:
        """Remove the chosen question."""
        item = self._screen.chosen_item
        self._attempt(lambda: own_items.remove_item(self._engagement, item), self.tr("Question removed"))

    def take_in(self, form: XlsForm, path: Path) -> None:
        """Make a form of what was read; where the file does not say whom it asks, ask."""
        if xlsforms.tells_group(form):
            self.take_for(form, path, None)
            return
        self._screen.view.told.show_sentences(
            [self.tr("“{name}” does not say whom it asks. Choose the group.").format(name=path.name)]
        )
        menu = group_menu(self._screen, "", lambda group: self.take_for(form, path, group))
        menu.popup(self._screen.more.mapToGlobal(self._screen.more.rect().bottomLeft()))

    def take_for(self, form: XlsForm, path: Path, group: Group | None) -> None:
        """Make a form of what was read, for a group."""
        screen = self._screen
        taken = screen.attempt(lambda: xlsforms.take_xlsform(self._engagement, form, path.stem, group))
        if taken:
            self._show_new(taken.id)
            screen.said.emit(taken_words(taken), True)
            screen.view.told.show_sentences([words for words in [left_out_words(taken.left_out)] if words])

    def ask_and_export(self) -> None:
        """Ask where to, and write the form as XLSForm."""
        form, words = self._screen.form, self.tr("XLSForm (*.xlsx)")
        target = self._screen.files.ask_where(self.tr("Export as XLSForm"), f"{form.title}.xlsx", words)
        if target:
            self.export_to(target)

    def export_to(self, target: Path) -> None:
        """Write the form that is shown as XLSForm."""
        self._screen.finish_editing()
        form = self._screen.form
        written = self._screen.attempt(lambda: xlsforms.export_xlsform(self._engagement, form.key, target))
        if written:
            self._screen.said.emit(
                self.tr("{n} questions are in {name}.").format(n=written, name=target.name), False
            )

    def ask_and_print(self, language: str) -> None:
        """Ask where to, and print the paper form."""
        form, words = self._screen.form, self.tr("PDF (*.pdf)")
        name = f"{form.title} ({language.upper()}).pdf"
        target = self._screen.files.ask_where(self.tr("Print survey form"), name, words)
        if target:
            self._screen.finish_editing()
            self._screen.files.print_to(self._screen.form, language, target)

    def _show_new(self, key: str | None) -> None:
        if key:
            self._screen.show_new(key)

    def _attempt(self, doing: Callable[[], object], done: str = "") -> None:
        self._screen.attempt(doing, done=done)
