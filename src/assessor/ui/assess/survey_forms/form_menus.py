"""The menus of the survey forms' screen: new forms, questions to add, and what is done with a form."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from assessor.operations.survey_forms.forms import list_forms
from assessor.operations.surveys.survey_waves import list_waves
from assessor.terms import Group
from assessor.ui.assess.survey_forms.form_files import group_menu
from assessor.ui.assess.survey_forms.form_words import group_word, list_kinds
from assessor.ui.widgets.texts import as_menu_words

if TYPE_CHECKING:
    from assessor.ui.assess.survey_forms.survey_forms import SurveyFormsScreen


def drop_down(menu: QMenu, button: QWidget) -> None:
    """Open a menu beneath its button; it goes when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def new_menu(screen: "SurveyFormsScreen") -> QMenu:
    """Where a form can be begun from: nothing, a form of the library, or a file."""
    menu, do = QMenu(screen.new), screen.doings
    for group in Group:
        words = screen.tr("Empty, for: {group}").format(group=group_word(group))
        menu.addAction(words).triggered.connect(lambda _=False, group=group: do.begin(group))
    menu.addSeparator()
    for row in list_forms(screen.engagement):
        if not row.is_own:
            action = menu.addAction(as_menu_words(screen.tr("From “{title}”").format(title=row.title)))
            action.triggered.connect(lambda _=False, key=row.key: do.copy(key))
    menu.addSeparator()
    menu.addAction(screen.tr("From an XLSForm…")).triggered.connect(screen.files.ask_for_form)
    return menu


def add_menu(screen: "SurveyFormsScreen") -> QMenu:
    """What a question can be taken from, or how a new one is answered."""
    menu, do = QMenu(screen.add), screen.doings
    menu.addAction(screen.tr("From the item bank…")).triggered.connect(screen.choose_from_bank)
    menu.addSeparator()
    for kind, word in list_kinds():
        menu.addAction(word).triggered.connect(lambda _=False, kind=kind: do.add_item(kind))
    return menu


def _wave_menu(screen: "SurveyFormsScreen", parent: QMenu) -> QMenu:
    """The waves that can ask with the form."""
    menu = QMenu(screen.tr("Ask with it in"), parent)
    for wave in list_waves(screen.engagement):
        action = menu.addAction(as_menu_words(wave.title))
        action.setCheckable(True)
        action.setChecked(wave.title in screen.form.waves)
        action.triggered.connect(lambda _=False, wave=wave: screen.doings.ask_with(wave.id, wave.title))
    menu.setEnabled(bool(menu.actions()))
    return menu


def more_menu(screen: "SurveyFormsScreen") -> QMenu:
    """What can be done with the form that is shown."""
    menu, do, form = QMenu(screen), screen.doings, screen.form
    may_write = not screen.engagement.read_only
    if may_write:
        menu.addMenu(group_menu(menu, screen.tr("Make it for another group"), do.copy_for, form.group))
        if form.is_own:
            menu.addAction(screen.tr("Duplicate")).triggered.connect(lambda: do.copy(form.key))
            menu.addAction(screen.tr("New version")).triggered.connect(do.make_version)
        menu.addMenu(_wave_menu(screen, menu))
        menu.addSeparator()
        menu.addAction(screen.tr("Import XLSForm…")).triggered.connect(screen.files.ask_for_form)
    menu.addAction(screen.tr("Export as XLSForm…")).triggered.connect(do.ask_and_export)
    menu.addSeparator()
    menu.addAction(screen.tr("Print in English…")).triggered.connect(lambda: do.ask_and_print("en"))
    if form.has_spanish:
        menu.addAction(screen.tr("Print in Spanish…")).triggered.connect(lambda: do.ask_and_print("es"))
    if may_write and form.is_own:
        menu.addSeparator()
        menu.addAction(screen.tr("Remove this form")).triggered.connect(do.remove_form)
    return menu
