"""Answers of one group join a wave only where their forms ask the same under the same codes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.operations.survey_specimens import write_items

from assessor.instruments.surveys import get_survey
from assessor.operations.paper import paper_arrivals, paper_batches
from assessor.operations.paper.paper_typing import SheetTyping
from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.surveys.survey_waves import add_wave, list_waves
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo, Group

Bring = Callable[[str], None]
YOUNG, QUESTIONS, STATEMENTS = "students_grades_3_4", "students", "students_statements"


@pytest.fixture
def wave(engagement: Engagement) -> str:
    return add_wave(engagement, "Survey, wave 1")


@pytest.fixture
def bring_paper(engagement: Engagement, wave: str) -> Bring:
    """Brings one form of that key in from paper."""

    def bring(key: str) -> None:
        batch = paper_batches.add_batch(engagement, wave, Group.STU, key, 1)
        sheet = SheetTyping(paper_batches.get_batch(engagement, batch).questions)
        while question := sheet.question:
            sheet.finish() if question.is_typed else sheet.press(question.answers[0].keys[0])
        paper_batches.keep_sheet(engagement, batch, 1, sheet.answers)
        paper_arrivals.bring_in_batch(engagement, batch)

    return bring


def exported(folder: Path, key: str, labeled: bool) -> Path:
    """A table of a form, its headings as respondents read them or its codes alone."""
    columns = {}
    for item in get_survey(key).items:
        options = list(item.scale.options)[:3]
        answers = [option.label if labeled else option.value for option in options]
        columns[item.wording if labeled else item.code] = answers
    return write_items(folder / f"{key}.csv", columns)


@pytest.mark.parametrize(
    ("before", "now"), [(YOUNG, QUESTIONS), (QUESTIONS, STATEMENTS), (STATEMENTS, YOUNG)]
)
def test_paper_of_another_wording_needs_a_wave_of_its_own(
    engagement: Engagement, wave: str, bring_paper: Bring, before: str, now: str
) -> None:
    bring_paper(before)
    with pytest.raises(CannotDo, match="in other words or with other answers"):
        bring_paper(now)
    assert list_waves(engagement)[0].answers == 1


def test_a_table_of_another_wording_needs_a_wave_of_its_own(
    engagement: Engagement, wave: str, tmp_path: Path
) -> None:
    statements, questions = (exported(tmp_path, key, labeled=True) for key in (STATEMENTS, QUESTIONS))
    finish(import_survey(engagement, statements, wave_id=wave, group=Group.STU))
    with pytest.raises(CannotDo, match="Bring these answers into a wave of their own"):
        finish(import_survey(engagement, questions, wave_id=wave, group=Group.STU))
    assert list_waves(engagement)[0].answers == 3


def test_a_table_that_may_have_come_with_the_same_form_joins(
    engagement: Engagement, wave: str, bring_paper: Bring, tmp_path: Path
) -> None:
    bring_paper(QUESTIONS)
    table = exported(tmp_path, QUESTIONS, labeled=False)
    finish(import_survey(engagement, table, wave_id=wave, group=Group.STU))
    assert list_waves(engagement)[0].answers == 4


def test_the_same_form_joins_from_paper_and_from_a_tool(
    engagement: Engagement, wave: str, bring_paper: Bring, tmp_path: Path
) -> None:
    finish(
        import_survey(engagement, exported(tmp_path, QUESTIONS, labeled=True), wave_id=wave, group=Group.STU)
    )
    bring_paper(QUESTIONS)
    assert list_waves(engagement)[0].answers == 4
