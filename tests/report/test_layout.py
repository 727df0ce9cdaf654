"""A plan as HTML, section by section, against the sections as they were last looked at."""

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.report.specimen import crowded_plan, empty_plan, harlow_ridge

from assessor.operations.strategic_plan.findings import GroupAnswers
from assessor.report.layout import CannotLayOut, all_chapters, lay_out
from assessor.terms import Group

SNAPSHOTS = Path(__file__).resolve().parents[1] / "snapshots" / "strategic_plan"


@pytest.mark.parametrize("anchor", [chapter.anchor for chapter in all_chapters(harlow_ridge())])
def test_a_section_reads_as_it_was_last_looked_at(anchor: str) -> None:
    """After a change that is meant: UPDATE_SNAPSHOTS=1, then look at the difference and at the page."""
    kept = SNAPSHOTS / f"{anchor}.html"
    now = _without_drawings(lay_out(harlow_ridge(), {anchor}))
    if os.environ.get("UPDATE_SNAPSHOTS"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(now, encoding="utf-8")
    assert now == kept.read_text(encoding="utf-8")


def _without_drawings(html: str) -> str:
    """The body, each figure only by the words it says aloud: charts have tests of their own."""
    body = html[html.index("<body") :]
    return re.sub(
        r"<svg[^>]*><title>(.*?)</title>.*?</svg>", r"<svg><title>\1</title></svg>", body, flags=re.S
    )


def test_nothing_written_becomes_markup_or_a_template() -> None:
    html = lay_out(crowded_plan())
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ plan }} {% include" in html
    assert re.findall(r"<img", html) == []
    assert all(
        link.startswith(("#", "https://", "mailto:", "plan:")) for link in re.findall(r'href="([^"]*)"', html)
    )


def test_every_link_into_the_plan_finds_its_place() -> None:
    for plan in (harlow_ridge(), empty_plan(), crowded_plan()):
        html = lay_out(plan)
        anchors = set(re.findall(r'id="([^"]*)"', html))
        assert set(re.findall(r'href="#([^"]*)"', html)) <= anchors


def test_figures_and_tables_are_numbered_in_order_without_gaps() -> None:
    html = lay_out(harlow_ridge())
    for kind in ("Figure", "Table"):
        numbers = [int(number) for number in re.findall(rf'class="number">{kind} (\d+)<', html)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_table_header_has_its_scope_and_every_drawing_its_words() -> None:
    html = lay_out(harlow_ridge())
    assert re.findall(r"<th(?![a-z])(?![^>]*scope=)[^>]*>", html) == []
    assert html.count("<svg") == len(re.findall(r"<svg[^>]*><title>[^<]+</title>", html))


def test_the_marks_vanish_when_the_plan_is_adopted() -> None:
    plan = harlow_ridge()
    adopted = replace(plan, front=replace(plan.front, adopted_on=date(2027, 2, 23)))
    html = lay_out(adopted)
    assert 'data-marks=""' in html
    assert "Confidential" not in html
    assert "Adopted by the Board of Education on February" in html


def test_a_hidden_group_keeps_its_row_and_shows_no_count() -> None:
    html = lay_out(harlow_ridge(), {"finding-f1"})
    assert "Hidden: fewer than 10 answers" in html
    assert "n &lt; 10" in html
    assert "n 6<" not in html


def test_numbers_that_make_no_sense_are_said_with_their_chapter() -> None:
    plan = harlow_ridge()
    first = plan.findings.findings[0]
    assert first.survey
    broken = replace(first.survey, answers=(GroupAnswers(Group.STU, 20, (90, 90, 0, 0, 0)),))
    findings = replace(plan.findings, findings=(replace(first, survey=broken),))
    with pytest.raises(CannotLayOut, match="Finding F1: who handles a disrupted class"):
        lay_out(replace(plan, findings=findings))


def test_a_goal_that_is_not_in_the_plan_is_named_without_a_link() -> None:
    plan = harlow_ridge()
    html = lay_out(replace(plan, goals=()), {"finding-f1"})
    assert "Goal 2" in html
    assert "#goal-g2" not in html
