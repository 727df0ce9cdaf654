"""Paper forms and exported tables of one wave meet under the same questions."""

from pathlib import Path

import pytest
from tests.operations.survey_specimens import write_items

from assessor.operations.paper import paper_arrivals, paper_batches
from assessor.operations.paper.paper_typing import SheetTyping
from assessor.operations.surveys.survey_imports import import_survey
from assessor.operations.surveys.survey_waves import list_questions, list_waves
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import Group

OFFICERS = {
    "COM1": [1, 2, 4, 5],
    "TRN2": ["Yes", "No", "Yes", "Yes"],
    "STG": [3, 4, 2, 3],
    "OPN2": ["More time.", "A plan.", "Trust.", "More talk."],
}


@pytest.mark.parametrize("paper_first", [False, True])
def test_paper_joins_what_a_tool_brought_and_the_other_way_round(
    engagement: Engagement, tmp_path: Path, paper_first: bool
) -> None:
    wave = finish(
        import_survey(engagement, write_items(tmp_path / "a.csv", {"COM2": [1, 2, 5, 4]}), group=Group.SRO)
    ).wave_id
    table = write_items(tmp_path / "b.csv", OFFICERS)
    if not paper_first:
        finish(import_survey(engagement, table, wave_id=wave, group=Group.SRO))
    _bring_paper(engagement, wave)
    if paper_first:
        finish(import_survey(engagement, table, wave_id=wave, group=Group.SRO))
    assert list_waves(engagement)[0].answers == 4 + 4 + 1
    kinds = {question.code: question.kind for question in list_questions(engagement, wave)}
    assert (kinds["COM1"], kinds["TRN2"], kinds["STG"], kinds["OPN2"]) == ("scale", "yes_no", "stage", "text")


def _bring_paper(engagement: Engagement, wave: str) -> None:
    batch = paper_batches.add_batch(engagement, wave, Group.SRO, "sro", 1)
    sheet = SheetTyping(paper_batches.get_batch(engagement, batch).questions)
    while question := sheet.question:
        sheet.finish("More time.") if question.is_typed else sheet.press(question.answers[0].keys[0])
    paper_batches.keep_sheet(engagement, batch, 1, sheet.answers)
    paper_arrivals.bring_in_batch(engagement, batch)
