"""The breakdown of survey results by school: offered first where schools are known, small ones hidden."""

from pathlib import Path

import pytest
from tests.operations.survey_schools import PEOPLE, SCHOOLS, bring_in_schools
from tests.ui.assess.surveys.survey_screen import bring_in_wave, open_surveys

from assessor.operations.surveys.survey_splits import BY_SITE
from assessor.store import Engagement
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_view_bar import BREAKDOWN
from assessor.ui.assess.surveys.survey_views import ChosenPage
from assessor.ui.assess.surveys.surveys import SurveysScreen
from assessor.ui.main_window import MainWindow

SMALL = PEOPLE | {"TCH": (30, 24, 14, 3)}


@pytest.fixture
def screen(window: MainWindow) -> SurveysScreen:
    return open_surveys(window)


def _show(screen: SurveysScreen, group: Group | None = None) -> ChosenPage:
    """The breakdown as it opens, or of one group."""
    screen.view.bar.views.choose(BREAKDOWN)
    screen.view.bar.views.chosen.emit(BREAKDOWN)
    page = screen.view.breakdown
    if group is not None:
        page.fields[2].set_value(group)
        page.edited.emit()
    return page


def _offered(page: ChosenPage, place: int) -> list[str]:
    box = page.fields[place].box
    return [box.itemText(number) for number in range(box.count())]


def test_school_is_offered_first_and_schools_stand_in_their_order(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    bring_in_schools(engagement, tmp_path)
    page = _show(screen)
    assert _offered(page, 1) == ["School", "BAND"]
    assert page.fields[1].value() == BY_SITE
    assert page.page.title.text() == "Communication, school by school"
    said = page.page.figure.chart.accessibleName()
    places = [said.index(name) for name in (*SCHOOLS, "School not known", "Together, n 171")]
    assert places == sorted(places)


def test_small_schools_keep_their_row_and_say_why(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    bring_in_schools(engagement, tmp_path, SMALL)
    page = _show(screen, Group.TCH)
    said = page.page.figure.chart.accessibleName()
    assert "Mill Creek Elementary: n < 5, not shown" in said
    assert "Oak Elementary: hidden to protect others" in said
    lines = page.page.figure.table.chosen_text().splitlines()
    assert lines[0].split("\t")[:2] == ["School", "n"]
    assert any(line.startswith("Mill Creek Elementary\tn < 5, not shown") for line in lines)


def test_so_many_schools_that_none_can_be_shown_are_told_in_a_sentence(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    bring_in_schools(engagement, tmp_path, {"TCH": (5, 4, 3, 3)})
    page = _show(screen)
    assert "Too few people for so many schools" in page.page.line.text()
    assert "Together, n 15" in page.page.figure.chart.accessibleName()


def test_a_group_too_small_for_so_many_schools_is_named_as_left_out(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    bring_in_schools(engagement, tmp_path, PEOPLE | {"ADM": (2, 1, 1, 1)})
    page = _show(screen)
    assert page.page.line.text().startswith("Without administrators: too few people")
    assert "Together, n 171" in page.page.figure.chart.accessibleName()


def test_answers_that_name_no_school_are_not_broken_down_by_it(
    screen: SurveysScreen, engagement: Engagement, tmp_path: Path
) -> None:
    bring_in_wave(engagement, tmp_path)
    assert "School" not in _offered(_show(screen), 1)
