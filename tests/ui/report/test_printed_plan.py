"""The printed plan is looked at as pictures, knows where its chapters begin and where words stand."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from assessor.operations.golden_thread import Element, LooseEnd
from assessor.ui.report.gate_words import name_in, what_is_wrong
from assessor.ui.report.plan_sections import SECTIONS, list_sections
from assessor.ui.report.previews import Preview
from assessor.ui.widgets.page_marks import Mark, joined
from assessor.ui.widgets.printed_plan import PrintedPlan

GOAL = "Goal “Disagreements solved early” answers no finding. Link the one it answers, or remove it."


@pytest.fixture
def plan(qapp: QApplication, printed: Preview) -> Iterator[PrintedPlan]:
    """The printed plan, open."""
    opened = PrintedPlan(printed.path)
    yield opened
    opened.close()


def loose(element: Element = Element.GOAL, required: bool = True) -> LooseEnd:
    return LooseEnd("G5", required, GOAL, "goals", "id", element)


def test_the_outline_has_a_start_for_every_chapter(plan: PrintedPlan, printed: Preview) -> None:
    starts = plan.starts()
    assert len(starts) == len(printed.chapters)
    assert starts == sorted(starts)
    assert starts[0] == 1


def test_a_page_is_drawn_as_wide_as_asked_and_sharp(plan: PrintedPlan) -> None:
    picture = plan.picture(0, 300, 2.0)
    assert abs(picture.width() - 600) <= 1
    assert picture.devicePixelRatio() == 2.0
    assert picture.pixelColor(20, 20) != QColor("white")


def test_words_are_found_on_their_page(plan: PrintedPlan) -> None:
    start = next(n for n, text in enumerate(map(str, plan.starts())) if text)
    spot = plan.find("Disagreements solved early", start + 2)
    assert spot is not None
    assert spot.page >= 2
    assert 0 < spot.down < 0.5


def test_words_that_are_not_printed_are_not_found(plan: PrintedPlan) -> None:
    assert plan.find("Nobody ever wrote this") is None
    assert plan.find("") is None


def test_sections_tell_their_pages_and_faults(plan: PrintedPlan, printed: Preview) -> None:
    ends = [loose(), loose(required=False), loose(Element.MEASURE)]
    rows = list_sections(printed.chapters, plan.starts(), len(plan), {"partners"}, ends)
    found = {row.key: row for row in rows}
    assert found["front"].pages == "1–2"
    goals = found["goals"]
    assert (goals.faults, goals.looks, goals.is_optional) == (1, 1, False)
    assert goals.first is not None
    assert found["measures"].faults == 1
    assert not found["partners"].is_in
    assert found["partners"].pages == ""


def test_before_printing_sections_have_no_pages() -> None:
    rows = list_sections((), (), 0, (), [])
    assert len(rows) == len(SECTIONS)
    assert {row.pages for row in rows} == {""}


def test_every_template_of_a_chapter_is_in_one_section(printed: Preview) -> None:
    templates = [template for kind in SECTIONS for template in kind.templates]
    assert len(templates) == len(set(templates))
    assert {chapter.template for chapter in printed.chapters} <= set(templates)


def test_marks_at_one_place_are_one() -> None:
    marks: list[Mark] = []
    for number, down in (("1", 0.2), ("2", 0.22), ("3", 0.6)):
        marks = joined(marks, Mark(number, down, f"Fault {number}.", int(number)))
    assert [(mark.label, mark.sentence) for mark in marks] == [
        ("1+", "Fault 1.\nFault 2."),
        ("3", "Fault 3."),
    ]


def test_marks_of_two_kinds_at_one_place_stand_one_under_the_other() -> None:
    marks = joined(joined([], Mark("1", 0.2, "Fault.", 0)), Mark("!", 0.2, "Look.", 1, is_required=False))
    assert [mark.label for mark in marks] == ["1", "!"]
    assert marks[1].down > marks[0].down


def test_a_loose_end_is_told_without_what_the_link_says() -> None:
    assert what_is_wrong(GOAL) == "Goal “Disagreements solved early” answers no finding."
    assert what_is_wrong("F1 “It is. So.” hears one group. Tie.") == "F1 “It is. So.” hears one group."
    assert what_is_wrong("No stop") == "No stop"
    assert name_in(GOAL) == "Disagreements solved early"
    assert name_in("Goal without a title has no objective.") == ""
