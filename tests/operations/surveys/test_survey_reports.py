"""What is gathered for printed survey results: what the public may see, of the wave that is asked for."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.operations.survey_waves import bring_in_pictured, bring_in_wave

from assessor.operations.surveys.survey_reports import find_wave, gather_survey_report
from assessor.operations.surveys.survey_waves import add_wave, edit_wave
from assessor.store import Engagement
from assessor.terms import CannotDo

MADE = datetime(2026, 11, 22, tzinfo=UTC)


def test_the_report_is_gathered_for_the_public(engagement: Engagement, tmp_path: Path) -> None:
    wave = bring_in_pictured(engagement, tmp_path)
    report = gather_survey_report(engagement, wave, MADE)
    assert report.client == "Larkfield Unified"
    assert report.smallest_group == 10
    assert report.hidden == ("Officers", "Partner organizations")
    assert report.took_part == (
        ("Administrators", 14), ("Teachers and staff", 38), ("Students", 212), ("Families", 64),
    )  # fmt: skip
    assert report.answers == 328
    assert report.gaps is None
    assert report.mirror_gap is None
    assert [page.code for page in report.pages][:2] == ["COM", "ROL"]
    assert "Conflict resolution" in report.concerns
    assert report.strengths == ()
    assert any(caution.startswith("Teachers and staff: 41.3%") for caution in report.cautions)


def test_comments_nobody_cleared_are_left_out(engagement: Engagement, tmp_path: Path) -> None:
    wave = bring_in_pictured(engagement, tmp_path)
    assert gather_survey_report(engagement, wave, MADE).comments == ()


def test_a_wave_nobody_answered_is_refused_with_the_reason(engagement: Engagement) -> None:
    wave = add_wave(engagement, "Empty")
    with pytest.raises(CannotDo, match="Nobody answered in this wave yet"):
        gather_survey_report(engagement, wave)


def test_a_wave_is_found_by_its_title_or_is_the_newest(engagement: Engagement, tmp_path: Path) -> None:
    with pytest.raises(CannotDo, match="no survey wave yet"):
        find_wave(engagement)
    first, second = add_wave(engagement, "Fall"), add_wave(engagement, "Spring")
    edit_wave(engagement, first, opened_on=date(2025, 10, 1))
    edit_wave(engagement, second, opened_on=date(2026, 3, 1))
    assert find_wave(engagement) == second
    assert find_wave(engagement, "fall") == first
    with pytest.raises(CannotDo, match="Known waves: Spring, Fall"):
        find_wave(engagement, "Winter")
    edit_wave(engagement, second, title="Fall")
    with pytest.raises(CannotDo, match="2 waves are called Fall"):
        find_wave(engagement, "Fall")


def test_a_wave_all_hidden_is_gathered_without_a_number(engagement: Engagement, tmp_path: Path) -> None:
    wave = bring_in_wave(engagement, tmp_path, SRO={"COM1": [2, 3, 4]}, ADM={"COM1": [1, 5, 5, 2]})
    report = gather_survey_report(engagement, wave, MADE)
    assert (report.answers, report.took_part, report.concerns) == (0, (), ())
    assert report.hidden == ("Officers", "Administrators")
