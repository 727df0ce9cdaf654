"""The guides' screen: the library is read, one's own guides are written and ordered by keys and pointer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assessor.operations.guides import GuideDetails, get_guide_details, get_guide_of, list_guides
from assessor.operations.own_guides import begin_guide, copy_guide
from assessor.operations.remarks import note_remark
from assessor.operations.sittings import add_sitting, choose_guide, get_sitting
from assessor.store.engagement import Engagement
from assessor.terms import Group, SittingKind
from assessor.ui.assess.guides.guides import GuidesScreen
from assessor.ui.assess.sittings.sittings import SittingsScreen
from assessor.ui.main_window import MainWindow


@pytest.fixture
def own(engagement: Engagement) -> str:
    return copy_guide(engagement, "teachers_and_staff")


@pytest.fixture
def screen(window: MainWindow, own: str) -> GuidesScreen:
    window.go("guides", own)
    window.activateWindow()
    found = window.screen_of("guides")
    assert isinstance(found, GuidesScreen)
    return found


def details(screen: GuidesScreen) -> GuideDetails:
    return get_guide_details(screen.engagement, screen._shown)


def codes(screen: GuidesScreen) -> list[str]:
    return [question.code for question in details(screen).questions]


def test_a_guide_of_the_library_is_read_and_copied(screen: GuidesScreen, engagement: Engagement) -> None:
    screen.show_element("students")
    view = screen.view
    assert view.copy.isVisible()
    assert not view.add.isVisible()
    assert not view.question.text.editor.isEnabled()
    assert not view.question.remove.isVisible()

    view.copy.click()
    assert details(screen).is_own
    assert details(screen).begun_from
    assert view.guide.title.editor.hasFocus()
    assert view.add.isVisible()


def test_words_and_minutes_save_themselves_and_add_up(screen: GuidesScreen, qtbot: QtBot) -> None:
    pane = screen.view.question
    pane.minutes.editor.setFocus()
    pane.minutes.line.selectAll()
    QTest.keyClicks(pane.minutes.line, "30")
    QTest.keyClick(pane.minutes.line, Qt.Key.Key_Return)
    assert details(screen).questions[0].minutes == 30
    assert screen.view.guide.sum.text().startswith("24 minutes over. 99 of 75 minutes planned")

    pane.text.editor.setFocus()
    pane.text.box.selectAll()
    QTest.keyClicks(pane.text.box, "When did you last meet the SRO?")
    screen.view.questions.choose(details(screen).questions[1].id)
    questions = details(screen).questions
    assert questions[0].text == "When did you last meet the SRO?"
    assert questions[1].text.startswith("How do you decide")
    assert pane.code.text() == "T2"


def test_a_question_is_added_ready_to_be_worded(screen: GuidesScreen) -> None:
    screen.view.add.click()

    assert codes(screen)[-1] == "T10"
    assert screen.view.question.text.editor.hasFocus()
    QTest.keyClicks(screen.view.question.text.box, "Anything else?")
    screen.finish_editing()
    assert details(screen).questions[-1].text == "Anything else?"


def test_questions_are_ordered_by_keys(screen: GuidesScreen) -> None:
    screen.view.questions.choose(details(screen).questions[1].id)
    screen.view.questions.setFocus()
    QTest.keyClick(screen.view.questions, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert codes(screen)[:3] == ["T2", "T1", "T3"]
    assert screen.view.question.code.text() == "T2"

    QTest.keyClick(screen.view.questions, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert codes(screen)[:3] == ["T1", "T2", "T3"]
    screen.engagement.undo()
    assert codes(screen)[:3] == ["T2", "T1", "T3"]


def test_a_question_with_notes_stays_and_says_why(screen: GuidesScreen, own: str) -> None:
    sitting_id = add_sitting(screen.engagement, SittingKind.FOCUS_GROUP, "Teachers", group=Group.TCH)
    choose_guide(screen.engagement, sitting_id, own)
    note_remark(screen.engagement, sitting_id, "At the gate.", question="T1")
    assert screen.view.question.noted.isVisible()
    screen.view.question.remove.click()
    assert "1 line was noted on T1" in screen.problem.sentence

    screen.view.questions.choose(details(screen).questions[1].id)
    screen.view.question.remove.click()
    assert codes(screen)[:2] == ["T1", "T3"]
    screen.view.guide.remove.click()
    assert "“Teachers” follows this guide" in screen.problem.sentence


def test_a_new_guide_is_empty_and_offers_the_first_question(screen: GuidesScreen) -> None:
    screen.view.new.menu().actions()[1].trigger()
    assert details(screen).kind is SittingKind.FOCUS_GROUP
    assert screen.view.pages.currentWidget() is screen.view.empty

    screen.view.empty.button.click()
    assert codes(screen) == ["Q1"]
    assert screen.view.pages.currentWidget() is screen.view.question


def test_what_students_are_not_asked_is_said_beneath_the_question(screen: GuidesScreen) -> None:
    screen.show_element(copy_guide(screen.engagement, "students"))
    screen.view.add.click()
    assert not screen.view.question.warnings.isVisible()
    QTest.keyClicks(screen.view.question.text.box, "Were you ever suspended?")
    screen.finish_editing()

    assert "self-incriminating behavior" in screen.view.question.warnings.accessibleName()
    assert not screen.view.question.warnings.isHidden()


def test_more_questions_than_a_group_gets_through_are_told(screen: GuidesScreen) -> None:
    for _ in range(4):
        screen.add_question()

    assert screen.view.guide.sum.text().startswith("13 questions: a group gets through 12 at most.")


def test_a_title_is_needed_and_said_in_place(screen: GuidesScreen) -> None:
    title = screen.view.guide.title
    title.editor.setFocus()
    title.line.selectAll()
    QTest.keyClick(title.line, Qt.Key.Key_Delete)
    QTest.keyClick(title.line, Qt.Key.Key_Return)

    assert "needs a title" in title.problem.sentence
    assert details(screen).title


def test_a_removed_guide_gives_way_to_the_next_and_comes_back(screen: GuidesScreen, own: str) -> None:
    screen.view.guide.remove.click()
    assert screen._shown != own
    assert not any(row.is_own for row in list_guides(screen.engagement))

    screen.engagement.undo()
    screen.show_element(own)
    assert len(codes(screen)) == 9


def test_one_chooses_between_guides(screen: GuidesScreen, engagement: Engagement) -> None:
    other = begin_guide(engagement, "Coaches", SittingKind.INTERVIEW)
    screen.view.guide.choice.edited.emit(other)

    assert details(screen).title == "Coaches"
    assert screen.view.guide.choice.value() == other


@pytest.mark.parametrize(
    ("guide", "word"), [("teachers_and_staff", "Make it my own…"), ("", "Write a guide")]
)
def test_a_sitting_leads_to_a_guide_of_its_own_and_back(
    window: MainWindow, engagement: Engagement, guide: str, word: str
) -> None:
    sitting_id = add_sitting(engagement, SittingKind.FOCUS_GROUP, "Teachers, Ridge Middle", group=Group.TCH)
    choose_guide(engagement, sitting_id, guide)
    window.go("sittings", sitting_id)
    sittings = window.screen_of("sittings")
    assert isinstance(sittings, SittingsScreen)
    button = sittings.view.record.side.guide.own
    assert button.text() == word
    button.click()

    assert window.key == "guides"
    screen = window.screen_of("guides")
    assert isinstance(screen, GuidesScreen)
    own = get_sitting(engagement, sitting_id).guide_key
    assert screen._shown == own
    assert get_guide_of(engagement, own) is not None
    screen.view.back.click()
    assert window.key == "sittings"
    assert button.text() == "Edit guide"
    button.click()
    assert get_sitting(engagement, sitting_id).guide_key == own


def test_what_can_only_be_read_offers_no_doings(screen: GuidesScreen) -> None:
    screen.engagement.read_only = "This file can only be read."
    screen.refresh()
    view = screen.view

    for button in (view.add, view.copy, view.new, view.guide.remove, view.question.remove):
        assert not button.isVisible()
    assert not view.question.text.editor.isEnabled()
    assert view.guide.choice.editor.isEnabled()
