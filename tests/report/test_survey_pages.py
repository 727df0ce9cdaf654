"""Printed survey results: conformance, what they say and must not say, and the numbers behind each chart."""

from dataclasses import replace
from pathlib import Path

import page
import pdfua
import pypdfium2
import pytest
from tests.report.survey_specimen import (
    crowded_report,
    hidden_report,
    large_report,
    pictured_report,
)

from assessor.operations.surveys.survey_reports import SurveyReport
from assessor.progress import finish
from assessor.report.printing import Printed, print_survey_report
from assessor.report.survey_pages import lay_out_survey
from assessor.report.survey_words import claims_of

KINDS = {
    "pictured": pictured_report,
    "large": large_report,
    "hidden": hidden_report,
    "crowded": crowded_report,
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SurveyReport]:
    """Each kind of report, gathered once."""
    return {name: gather(tmp_path_factory.mktemp(name)) for name, gather in KINDS.items()}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, reports: dict[str, SurveyReport]) -> dict[str, Printed]:
    """Each report, printed once."""
    folder = tmp_path_factory.mktemp("printed")
    return {
        name: finish(print_survey_report(report, folder / f"{name}.pdf")) for name, report in reports.items()
    }


def _texts(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    return " ".join(" ".join(sheets).split())


@pytest.mark.parametrize("name", KINDS)
def test_every_rule_of_pdf_ua_is_met_and_nothing_is_remarked(name: str, printed: dict[str, Printed]) -> None:
    report = page.validate_pdf(str(printed[name].path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert [finding.message for finding in pdfua.validate(str(printed[name].path)).findings] == []
    assert printed[name].remarks == ()


def test_hidden_groups_are_named_on_every_chart_and_counted_nowhere(
    reports: dict[str, SurveyReport], printed: dict[str, Printed]
) -> None:
    html = lay_out_survey(reports["pictured"])
    assert "Officers and partner organizations: fewer than ten answers" in html
    assert "6 of 6" not in html
    assert "6 officers" not in html
    whole = _texts(printed["pictured"].path)
    assert whole.count("n < 10, not shown") > 10
    assert "Officers and administrators cannot be compared here" in whole


def test_every_chart_has_its_table(reports: dict[str, SurveyReport]) -> None:
    for report in reports.values():
        html = lay_out_survey(report)
        readings = [report.rates.reading, report.profile.reading, report.constructs.reading]
        readings += [page.figure.reading for page in report.pages]
        readings += [chart.reading for chart in (report.gaps, report.item_gaps, report.stage) if chart]
        for reading in readings:
            told = reading.replace("&", "&amp;")
            assert f"</span> {told}</caption>" in html, reading


def test_where_both_are_large_enough_the_differences_are_drawn_and_told(
    reports: dict[str, SurveyReport], printed: dict[str, Printed]
) -> None:
    report = reports["large"]
    assert report.gaps is not None
    assert report.item_gaps is not None
    assert all(row.is_flagged for row in report.gaps.rows)
    whole = _texts(printed["large"].path)
    assert "Officers and administrators differ most on" in whole
    assert "0.50 points or 15 percentage points" in whole


def test_what_changed_since_the_wave_before_is_drawn_and_told(
    reports: dict[str, SurveyReport], printed: dict[str, Printed]
) -> None:
    report = reports["large"]
    assert [chart.reading for chart in report.changes] == [
        "Change among officers",
        "Change among teachers and staff",
    ]
    assert "What changed since First wave" in _texts(printed["large"].path)
    assert reports["pictured"].changes == ()


def test_the_heading_of_the_profile_claims_what_the_bands_say(reports: dict[str, SurveyReport]) -> None:
    report = reports["large"]
    named = [replace(report, concerns=names) for names in (("Trust",), ("Trust", "Shared goals"), ("A",) * 4)]
    assert [claims_of(each).profile for each in named] == [
        "Trust is a concern in at least one group",
        "Trust and shared goals are a concern in at least one group",
        "Four constructs are a concern in at least one group",
    ]
    calm = replace(report, concerns=(), strengths=("Trust",))
    assert claims_of(calm).profile == "Trust is a strength in every group shown"
    none = "No construct is a concern, and none is a strength in every group"
    assert claims_of(replace(calm, strengths=())).profile == none


def test_only_cleared_comments_are_quoted(reports: dict[str, SurveyReport]) -> None:
    quotes = [words for asked in reports["pictured"].comments for words, _ in asked.quotes]
    assert len(quotes) == 3
    html = lay_out_survey(reports["pictured"])
    assert html.count('class="quote third"') == 3


def test_a_wave_all_hidden_says_so_and_draws_it(printed: dict[str, Printed]) -> None:
    whole = _texts(printed["hidden"].path)
    assert "Too few people answered for any group to be shown" in whole
    assert "Nothing they said is shown" in whole


def test_the_same_results_print_the_same_bytes(reports: dict[str, SurveyReport], tmp_path: Path) -> None:
    assert lay_out_survey(reports["large"]) == lay_out_survey(reports["large"])
    first = finish(print_survey_report(reports["hidden"], tmp_path / "a.pdf")).path.read_bytes()
    assert first == finish(print_survey_report(reports["hidden"], tmp_path / "b.pdf")).path.read_bytes()


def test_the_method_and_the_rules_of_hiding_are_told(printed: dict[str, Printed]) -> None:
    whole = _texts(printed["pictured"].path)
    for words in (
        "never counted as a 3",
        "convention, not a norm",
        "a second is hidden with it",
        "indicative",
    ):
        assert words in whole, words
