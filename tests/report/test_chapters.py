"""Which chapters a plan has, and what they are called."""

from dataclasses import replace

from tests.report.specimen import crowded_plan, empty_plan, harlow_ridge

from assessor.operations.strategic_plan.findings import Findings
from assessor.report.chapters import in_order, list_chapters


def _titles(plan: object) -> list[str]:
    return [chapter.title for chapter in list_chapters(plan)]  # type: ignore[arg-type]  # a plan


def test_chapters_stand_in_the_order_of_a_plan() -> None:
    assert _titles(harlow_ridge()) == [
        "Summary in plain language",
        "How we listened",
        "What already works",
        "Finding F2: two versions of one agreement",
        "Finding F5: privacy rules are read in two opposite ways",
        "Finding F1: who handles a disrupted class",
        "Finding F9: support plans reach the officer late",
        "Five more findings, in short",
        "All nine findings, by priority",
        "Goal 1: one agreement that everyone knows",
        "Goal 2: discipline stays with educators",
        "Goal 3: meet every week, settle it early",
        "Goal 4: right information, right people",
        "Urgent communication, step by step",
        "When we disagree",
        "Who decides what",
        "Training and the review year",
        "Partners",
        "Measures",
        "Privacy, small groups and terms",
        "Appendix: rubric scores",
        "Appendix: survey items",
        "Appendix: scores, law and editions",
    ]


def test_every_finding_has_its_place_and_every_goal_its_page() -> None:
    chapters = list_chapters(crowded_plan())
    high = [chapter for chapter in chapters if chapter.template == "finding.html"]
    short = next(chapter for chapter in chapters if chapter.template == "briefs.html").told["findings"]
    assert len(high) + len(short) == 40  # type: ignore[arg-type]  # a list of findings
    assert sum(chapter.template == "goal.html" for chapter in chapters) == 12


def test_anchors_are_all_different() -> None:
    anchors = [chapter.anchor for chapter in list_chapters(crowded_plan())]
    assert len(set(anchors)) == len(anchors)


def test_an_empty_plan_still_says_how_small_groups_are_kept_safe() -> None:
    chapters = list_chapters(empty_plan())
    assert [chapter.title for chapter in chapters] == ["Privacy and small groups"]
    assert chapters[0].part == "Part 1 · How we will know"


def test_findings_stand_by_level_then_score_so_that_a_flag_lifts_a_low_score() -> None:
    codes = [finding.code for finding in in_order(harlow_ridge().findings.findings)]
    assert codes == ["F2", "F5", "F1", "F9", "F7", "F3", "F6", "F4", "F8"]


def test_the_quadrants_are_counted_where_no_claim_was_written() -> None:
    chapter = next(chapter for chapter in list_chapters(harlow_ridge()) if chapter.anchor == "priorities")
    assert chapter.claim == "Four quick wins, four projects, one to wait"


def test_one_finding_alone_is_said_in_the_singular() -> None:
    plan = harlow_ridge()
    one = replace(plan, findings=Findings(plan.findings.findings[6:7]))
    assert "The finding, by priority" in _titles(one)
    assert "One finding, in short" in _titles(one)
