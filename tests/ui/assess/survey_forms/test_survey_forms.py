"""The survey forms' screen: the library is read, one's own forms are written in two languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.operations.own_forms import answer_with

from assessor.operations.survey_forms.form_details import FormDetails, FormItemRow, get_form_details
from assessor.operations.survey_forms.forms import list_forms
from assessor.operations.survey_forms.own_survey_copies import copy_form
from assessor.operations.survey_forms.own_surveys import begin_form
from assessor.operations.surveys.survey_waves import add_wave, list_waves
from assessor.store.engagement import Engagement
from assessor.terms import Group
from assessor.ui.assess.survey_forms.form_menus import more_menu
from assessor.ui.assess.survey_forms.survey_forms import SurveyFormsScreen
from assessor.ui.assess.survey_forms.survey_forms_layout import TEXTS
from assessor.ui.main_window import MainWindow
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.text_fields import LongTextField


@pytest.fixture
def own(engagement: Engagement) -> str:
    return copy_form(engagement, "students").id


@pytest.fixture
def screen(window: MainWindow, own: str) -> SurveyFormsScreen:
    window.go("survey_forms", own)
    window.activateWindow()
    found = window.screen_of("survey_forms")
    assert isinstance(found, SurveyFormsScreen)
    return found


def details(screen: SurveyFormsScreen) -> FormDetails:
    return get_form_details(screen.engagement, screen.form.key)


def item(screen: SurveyFormsScreen) -> FormItemRow:
    return next(one for one in details(screen).items if one.id == screen.chosen_item)


def choose(screen: SurveyFormsScreen, place: int) -> FormItemRow:
    screen.view.questions.choose(details(screen).items[place].id)
    return item(screen)


def retype(field: Field, text: str) -> None:
    """Type a text in place of the one there, and leave the field."""
    assert isinstance(field, LongTextField)
    field.box.setFocus()
    field.box.selectAll()
    for number, line in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(field.box, Qt.Key.Key_Return)
        QTest.keyClicks(field.box, line)
    field.save()


def test_a_form_of_the_library_is_read_and_made_ones_own(screen: SurveyFormsScreen) -> None:
    screen.show_element("sro")
    view = screen.view
    assert screen.copy.isVisible()
    assert not screen.add.isVisible()
    assert not view.texts.fields["title"].editor.isEnabled()

    screen.copy.click()
    assert details(screen).is_own
    assert details(screen).begun_from
    assert screen.add.isVisible()
    assert view.texts.fields["title"].editor.hasFocus()


def test_texts_save_themselves_in_both_languages(screen: SurveyFormsScreen) -> None:
    retype(screen.view.texts.fields["title"], "What students say")
    retype(screen.view.texts.fields["title_es"], "Lo que dicen")
    screen.view.texts.anonymous.click()

    form = details(screen)
    assert (form.title, form.title_es, form.is_anonymous) == ("What students say", "Lo que dicen", False)


def test_a_question_is_worded_in_both_languages(screen: SurveyFormsScreen) -> None:
    choose(screen, 0)
    retype(screen.view.item.fields["text"], "How well do you know it?")
    retype(screen.view.item.fields["text_es"], "Lo sabes bien")
    retype(screen.view.item.fields["choices"], "A\nB\nC\nD\nE")

    assert (item(screen).text, item(screen).text_es) == ("How well do you know it?", "Lo sabes bien")
    assert item(screen).choices == ("A", "B", "C", "D", "E")
    assert any("Reworded" in sentence for sentence in screen.view.item.warnings.sentences)


def test_a_scale_needs_five_labels_and_says_so(screen: SurveyFormsScreen) -> None:
    choose(screen, 0)
    retype(screen.view.item.fields["choices"], "A\nB")

    assert "five labels" in screen.problem.sentence
    assert len(item(screen).choices) == 5


def test_what_students_are_not_asked_is_warned_of_in_place(screen: SurveyFormsScreen) -> None:
    screen.doings.add_item("yes_no")
    assert screen.view.item.fields["text"].editor.hasFocus()
    retype(screen.view.item.fields["text"], "Were you ever arrested?")

    assert item(screen).text == "Were you ever arrested?"
    assert any("consent" in sentence for sentence in screen.view.item.warnings.sentences)
    assert not screen.view.item.reversed.isVisible()
    retype(screen.view.item.fields["text"], "Do adults listen?")
    assert not any("consent" in sentence for sentence in screen.view.item.warnings.sentences)


def test_a_question_is_moved_by_keys_and_removed_and_brought_back(
    screen: SurveyFormsScreen, window: MainWindow
) -> None:
    first = choose(screen, 0)
    screen.view.questions.setFocus()
    QTest.keyClick(screen.view.questions, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert details(screen).items[1].code == first.code

    screen.view.item.remove.click()
    assert first.code not in [one.code for one in details(screen).items]
    screen.engagement.undo()
    assert first.code in [one.code for one in details(screen).items]


def test_a_heading_is_begun_and_worded(screen: SurveyFormsScreen) -> None:
    choose(screen, 1)
    screen.view.item.begin_heading.click()
    field = screen.view.item.title.line
    assert field.hasFocus()
    QTest.keyClicks(field, "Of ours")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert item(screen).section == "Of ours"


def test_another_kind_and_scale_bring_their_answers(screen: SurveyFormsScreen) -> None:
    choose(screen, 0)
    screen.view.item.scale_chosen.emit("how_often")
    assert item(screen).scale == "how_often"
    screen.view.item.edited.emit("kind", "text")
    assert item(screen).choices == ()
    assert not screen.view.item.choices.isVisible()


def test_questions_are_taken_from_the_bank_by_keyboard(screen: SurveyFormsScreen) -> None:
    screen.show_element(begin_form(screen.engagement, "Empty", Group.STU))
    assert screen.view.texts.empty.isVisible()
    screen.view.texts.empty.button.click()
    bank = screen.view.bank
    assert bank.isVisible()
    assert bank.list.hasFocus()

    QTest.keyClick(bank.list, Qt.Key.Key_Return)
    QTest.keyClick(bank.list, Qt.Key.Key_Down)
    QTest.keyClick(bank.list, Qt.Key.Key_Return)
    assert [one.code for one in details(screen).items] == ["ROL5", "ROL6"]
    assert not bank.add.isEnabled()
    bank.done.click()
    assert not bank.isVisible()


def test_a_group_without_a_wording_in_the_bank_says_so(screen: SurveyFormsScreen) -> None:
    screen.show_element(begin_form(screen.engagement, "Partners", Group.PRT))
    screen.choose_from_bank()

    assert screen.view.bank.empty.isVisible()


def test_a_form_with_answers_is_frozen_until_a_new_version(
    screen: SurveyFormsScreen, engagement: Engagement, own: str
) -> None:
    answer_with(engagement, own, Group.STU)
    assert not screen.add.isVisible()
    assert screen.version.isVisible()
    assert not screen.view.texts.fields["title"].editor.isEnabled()
    assert "stays as it is" in screen.view.texts.about.text()

    screen.version.click()
    assert (details(screen).version, details(screen).is_frozen) == (2, False)
    assert screen.view.texts.fields["title"].editor.isEnabled()


def test_a_wave_is_told_to_ask_with_the_form(screen: SurveyFormsScreen, engagement: Engagement) -> None:
    wave = add_wave(engagement, "Fall")
    waves = more_menu(screen).actions()[3].menu()
    assert isinstance(waves, QMenu)
    waves.actions()[0].trigger()

    assert details(screen).waves == ("Fall",)
    (asked,) = list_waves(engagement)[0].groups
    assert (wave, asked.form_key) == (list_waves(engagement)[0].id, screen.form.key)


def test_for_another_group_what_cannot_come_along_is_named(screen: SurveyFormsScreen) -> None:
    screen.doings.copy_for(Group.PAR)

    assert details(screen).group is Group.PAR
    (sentence,) = screen.view.told.sentences
    assert "SAF4" in sentence


def test_spanish_nobody_reviewed_says_so(screen: SurveyFormsScreen) -> None:
    assert screen.view.not_reviewed.isVisible()
    screen.show_element(begin_form(screen.engagement, "Partners", Group.PRT))
    assert not screen.view.not_reviewed.isVisible()


def test_a_form_is_written_as_xlsform_and_taken_in(
    screen: SurveyFormsScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "students.xlsx"
    screen.doings.export_to(target)
    assert target.exists()
    before = details(screen)

    with qtbot.waitSignal(screen.files.read, timeout=60_000):
        screen.files.read_form(target)
    assert details(screen).key != before.key
    assert [one.text for one in details(screen).items] == [one.text for one in before.items]


def test_a_file_that_does_not_say_whom_it_asks_is_taken_for_the_group_told(
    screen: SurveyFormsScreen, samples: Path, qtbot: QtBot
) -> None:
    path = samples / "survey" / "kobo_ona" / "xlsform_multilingual_good_eats.xlsx"
    with qtbot.waitSignal(screen.files.read, timeout=60_000) as read:
        screen.files.read_form(path)
    assert "Choose the group" in screen.view.told.sentences[0]
    assert read.args is not None
    screen.doings.take_for(read.args[0], path, Group.PAR)

    assert details(screen).group is Group.PAR
    assert "food_photo" in screen.view.told.sentences[0]


def test_a_broken_file_is_said_in_place(screen: SurveyFormsScreen, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    before = len(list_forms(screen.engagement))
    screen.files.read_form(path)

    qtbot.waitUntil(lambda: bool(screen.view.job.problem.sentence), timeout=60_000)
    assert "form.xlsx" in screen.view.job.problem.sentence
    assert len(list_forms(screen.engagement)) == before


def test_the_preview_shows_the_form_as_it_is_printed(screen: SurveyFormsScreen, qtbot: QtBot) -> None:
    turned: list[int] = []
    screen.view.preview.pages.turned.connect(lambda first, _last: turned.append(first))
    screen.shown.choose("preview")
    screen.shown.chosen.emit("preview")

    qtbot.waitUntil(lambda: 1 in turned, timeout=120_000)
    assert screen.view.preview.pages.isVisible()


def test_a_form_no_wave_uses_is_removed(screen: SurveyFormsScreen, own: str) -> None:
    screen.doings.remove_form()

    assert own not in {row.key for row in list_forms(screen.engagement)}
    assert screen.form.key != own


def test_the_first_row_shows_the_texts_again(screen: SurveyFormsScreen) -> None:
    choose(screen, 3)
    assert screen.view.item.isVisible()
    screen.view.questions.choose(TEXTS)
    assert screen.view.texts.isVisible()
