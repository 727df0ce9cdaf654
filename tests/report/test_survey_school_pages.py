"""Printed results school by school: shown where two schools may be, and said why not where they may not."""

from pathlib import Path

import page
import pdfua
import pytest
from tests.operations.survey_schools import SCHOOLS, bring_in_schools
from tests.operations.survey_specimens import write_items
from tests.report.survey_specimen import BY_SCHOOL, MADE, hidden_report, schools_report

from assessor.operations.clients import begin_engagement
from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.surveys.survey_publishing import gather_publication, publishing
from assessor.operations.surveys.survey_reports import SurveyReport, gather_survey_report
from assessor.progress import finish
from assessor.report.printing import print_survey_report
from assessor.report.survey_pages import lay_out_survey
from assessor.store import Engagement
from assessor.terms import Group


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> SurveyReport:
    return schools_report(tmp_path_factory.mktemp("schools"))


def _html(report: SurveyReport) -> str:
    """The page, with the spaces that do not break as others."""
    return lay_out_survey(report).replace("\N{NO-BREAK SPACE}", " ")


def test_groups_stand_school_by_school_with_what_is_hidden_marked(report: SurveyReport) -> None:
    assert [each.group for each in report.schools.figures] == [Group.TCH, Group.PAR]
    teachers = report.schools.figures[0].figure
    rows = {row.label: row for row in teachers.blocks[0].rows}
    assert list(rows) == [*SCHOOLS, "Together"]
    assert (rows["North High"].n, rows["Together"].n) == (60, 130)
    assert [name for name, row in rows.items() if row.is_hidden] == list(SCHOOLS[2:])
    html = _html(report)
    assert "What was said, school by school" in html
    assert "hidden to protect others" in html
    assert html.count("</span> Teachers and staff, school by school</caption>") == 1


def test_a_group_too_small_is_named_with_the_reason(report: SurveyReport) -> None:
    assert report.schools.too_small == (Group.ADM,)
    assert "Administrators: too few answered in each school" in _html(report)


def test_the_pages_are_clean(report: SurveyReport, tmp_path: Path) -> None:
    printed = finish(print_survey_report(report, tmp_path / "schools.pdf"))
    found = page.validate_pdf(str(printed.path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in found.failures] == []
    assert [finding.message for finding in pdfua.validate(str(printed.path)).findings] == []
    assert printed.remarks == ()


def test_where_no_school_is_large_enough_a_sentence_says_so(engagement: Engagement, tmp_path: Path) -> None:
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    wave = bring_in_schools(engagement, tmp_path, {"TCH": (6, 5, 5, 6)})
    html = _html(gather_survey_report(engagement, wave, MADE))
    assert "Too few people answered to show school by school" in html
    assert "school by school</caption>" not in html


def test_answers_that_name_no_school_have_no_such_chapter(tmp_path: Path) -> None:
    html = _html(hidden_report(tmp_path))
    assert 'id="schools"' not in html
    assert "The answers name no" in html


def test_a_few_more_of_one_school_since_results_were_printed_are_not_given_away(
    engagement: Engagement, tmp_path: Path
) -> None:
    """The group grew by enough, but by two persons at one school."""
    begin_engagement(engagement, "Larkfield Unified", "2026–27")
    wave = bring_in_schools(engagement, tmp_path, BY_SCHOOL)
    with publishing(engagement, gather_publication(engagement, wave)):
        pass
    named = [SCHOOLS[0]] * 20 + [SCHOOLS[1]] * 2
    more = {"COM5": [2, 4] * 11, "COM6": [3, 5] * 11, "Which school?": named}
    path = write_items(tmp_path / "more.csv", more)
    finish(import_survey(engagement, path, wave_id=wave, group=Group.TCH))
    again = gather_survey_report(engagement, wave, MADE)
    assert again.schools.too_near == (Group.TCH,)
    assert [each.group for each in again.schools.figures] == [Group.PAR]
    assert "nearly the same people as in results printed before" in _html(again)
