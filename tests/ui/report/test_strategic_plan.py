"""The report: pages as printed, words that save themselves, and a gate that holds until all is mended."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor.operations import goals, plans
from assessor.store.engagement import Engagement
from assessor.ui.report import release_dialog
from assessor.ui.report.gate import FaultView
from assessor.ui.report.release_dialog import Release, ReleasePlanDialog
from assessor.ui.report.section_list import SECTION_ROLE
from assessor.ui.report.strategic_plan import StrategicPlanScreen
from assessor.ui.theme import Appearance, look

_PATIENCE = 60_000


@pytest.fixture
def screen(qtbot: QtBot, engagement: Engagement, ids: dict[str, str]) -> Iterator[StrategicPlanScreen]:
    """The report of the small plan, its pages printed."""
    shown = StrategicPlanScreen(engagement)
    qtbot.addWidget(shown)
    shown.resize(1192, 672)
    shown.show()
    qtbot.waitUntil(lambda: not shown.view.pane.pages.isHidden(), timeout=_PATIENCE)
    yield shown
    shown.close_screen()


def faults(screen: StrategicPlanScreen) -> list[FaultView]:
    return [view for view in screen.view.gate.findChildren(FaultView) if view.isVisible()]


def section(screen: StrategicPlanScreen, key: str) -> int:
    """The place of a section in the list."""
    model = screen.view.sections.sections
    return next(n for n in range(model.rowCount()) if model.index(n).data(SECTION_ROLE).key == key)


def test_the_pages_are_those_of_the_printed_plan(screen: StrategicPlanScreen) -> None:
    pages = screen.view.pane.pages
    assert screen.pages.text() == f"{len(pages.sheet.rects)} pages"
    assert pages.sheet.rects[0].top() == pages.sheet.rects[1].top()
    assert screen.view.pane.in_view.text().startswith("Pages 1–")


def test_a_section_leads_to_its_first_page(screen: StrategicPlanScreen) -> None:
    screen.view.sections.setCurrentIndex(screen.view.sections.sections.index(section(screen, "goals")))
    first, last = screen.view.pane.pages.in_view()
    goal = screen.view.sections.row("goals")
    assert goal is not None
    assert goal.is_on(first, last)


def test_the_gate_numbers_what_holds_the_release_and_leads_out(
    qtbot: QtBot, screen: StrategicPlanScreen, ids: dict[str, str]
) -> None:
    went: list[tuple[str, str]] = []
    screen.asked_to_go.connect(lambda place, element: went.append((place, element)))
    assert screen.view.gate.state.text() == "Not ready to release"
    assert not screen.release.isEnabled()
    assert "required rule" in screen.release.toolTip()
    qtbot.mouseClick(faults(screen)[0].link, Qt.MouseButton.LeftButton)
    assert went == [("goals", ids["communication"])]


def test_a_fault_stands_beside_its_place_on_the_page(screen: StrategicPlanScreen) -> None:
    marks = [mark for here in screen.view.pane.pages.sheet.marks.values() for mark in here]
    assert any("Disagreements solved early" in mark.sentence for mark in marks)


def test_mending_everything_opens_the_gate(screen: StrategicPlanScreen, ids: dict[str, str]) -> None:
    for goal in ("communication", "disagreements"):
        goals.remove_goal(screen.engagement, ids[goal])
    assert screen.view.gate.state.text() == "Nothing to release yet"
    assert not screen.release.isEnabled()


def test_pages_that_are_old_say_so_and_are_printed_anew_when_asked(
    qtbot: QtBot, screen: StrategicPlanScreen
) -> None:
    assert not screen.view.pane.old.isVisible()
    plans.edit_plan(screen.engagement, subtitle="A plan for all")
    assert screen.view.pane.old.isVisible()
    qtbot.mouseClick(screen.view.pane.print_anew, Qt.MouseButton.LeftButton)
    assert not screen.view.pane.old.isVisible()
    qtbot.waitUntil(lambda: not screen.view.pane.job.isVisible(), timeout=_PATIENCE)
    assert not screen.view.pane.old.isVisible()


def test_an_optional_chapter_is_switched_off_by_space(qtbot: QtBot, screen: StrategicPlanScreen) -> None:
    sections = screen.view.sections
    sections.setCurrentIndex(sections.sections.index(section(screen, "year")))
    qtbot.keyClick(sections, Qt.Key.Key_Space)
    assert plans.list_chapter_texts(screen.engagement)["year"].is_left_out
    found = sections.row("year")
    assert found is not None
    assert not found.is_in


def test_a_chapter_of_every_plan_has_no_switch(qtbot: QtBot, screen: StrategicPlanScreen) -> None:
    sections = screen.view.sections
    sections.setCurrentIndex(sections.sections.index(section(screen, "goals")))
    qtbot.keyClick(sections, Qt.Key.Key_Space)
    assert "goals" not in plans.list_chapter_texts(screen.engagement)


def test_a_click_on_a_page_shows_it_alone_and_another_both_again(screen: StrategicPlanScreen) -> None:
    pages = screen.view.pane.pages
    narrow = pages.sheet.rects[0].width()
    pages.sheet.clicked.emit(1)
    assert pages.sheet.rects[0].width() > narrow
    pages.sheet.clicked.emit(1)
    assert pages.sheet.rects[0].width() == narrow


def test_words_save_themselves(qtbot: QtBot, screen: StrategicPlanScreen) -> None:
    screen.shown.chosen.emit("words")
    words = screen.view.words
    title = words.plan["title"]
    title.set_value("Working together")
    title.edited.emit("Working together")
    words.chapters["strengths", "claim"].edited.emit("Trust is there")
    assert plans.get_plan(screen.engagement).title == "Working together"
    assert plans.list_chapter_texts(screen.engagement)["strengths"].claim == "Trust is there"


def test_key_figures_are_added_moved_and_removed(qtbot: QtBot, screen: StrategicPlanScreen) -> None:
    figures = screen.view.words.figures
    figures.add.click()
    figures.add.click()
    figures.lines[0].figure.edited.emit("46%")
    figures.lines[0].moved.emit(1)
    assert [each.figure for each in plans.list_key_figures(screen.engagement)] == ["", "46%"]
    figures.lines[0].removed.emit()
    assert [each.figure for each in plans.list_key_figures(screen.engagement)] == ["46%"]
    assert len(figures.lines) == 1


def test_what_cannot_be_is_said_under_the_head(screen: StrategicPlanScreen) -> None:
    screen.view.words.plan_edited.emit("starts_on", date(2027, 1, 1))
    screen.view.words.plan_edited.emit("ends_on", date(2026, 1, 1))
    assert "end before it starts" in screen.problem.sentence


def test_a_draft_is_printed_where_asked(qtbot: QtBot, screen: StrategicPlanScreen, tmp_path: Path) -> None:
    target = tmp_path / "draft.pdf"
    with qtbot.waitSignal(screen.said, timeout=_PATIENCE) as said:
        screen.print_to(target)
    assert "pages are in draft.pdf" in said.args[0]
    assert target.read_bytes().startswith(b"%PDF")
    assert screen.print.isEnabled()


def test_a_place_that_cannot_be_written_is_told_in_place(
    qtbot: QtBot, screen: StrategicPlanScreen, tmp_path: Path
) -> None:
    screen.print_to(tmp_path / "no folder" / "draft.pdf")
    problem = screen.view.pane.job.problem
    qtbot.waitUntil(lambda: problem.sentence != "", timeout=_PATIENCE)
    assert "draft.pdf could not be written" in problem.sentence
    assert screen.print.isEnabled()


def test_printing_is_cancelled_and_leaves_nothing(
    qtbot: QtBot, screen: StrategicPlanScreen, tmp_path: Path
) -> None:
    screen.print_to(tmp_path / "draft.pdf")
    screen.view.pane.job._cancel.click()
    qtbot.waitUntil(screen.print.isEnabled, timeout=_PATIENCE)
    assert list(tmp_path.glob("*draft*")) == []


def test_a_release_is_asked_for_once_and_needs_a_name(qtbot: QtBot) -> None:
    dialog = ReleasePlanDialog("Edition 1")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.label.line.clear()
    dialog.release.click()
    assert dialog.isVisible()
    assert "needs a name" in dialog.label.problem.sentence
    dialog.label.line.setText("Edition 2")
    dialog.what_changed.set_value("New measures")
    dialog.release.click()
    assert dialog.answer() == Release("Edition 2", "New measures", "")


def test_a_release_that_is_refused_says_why(
    screen: StrategicPlanScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        release_dialog.ReleasePlanDialog, "ask", lambda *_: Release("Edition 1", "", "The board")
    )
    screen.release.unlock()
    screen.release.click()
    assert "cannot be released yet" in screen.problem.sentence
    assert plans.list_versions(screen.engagement) == []


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_report_paints_in_every_look(screen: StrategicPlanScreen, appearance: Appearance) -> None:
    look().wear(appearance)
    assert not screen.grab().isNull()
