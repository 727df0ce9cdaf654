"""Paper forms that came back: a batch in Spanish, typed, two of its forms twice."""

from typing import Any

from assessor.operations.paper.paper_batches import FIRST, SECOND, add_batch, get_batch, keep_sheet
from assessor.operations.paper.paper_questions import PaperQuestion
from assessor.operations.paper.paper_typing import SheetTyping
from assessor.sample.story import Story
from assessor.sample.texts import read_text
from assessor.terms import Group


def tell_paper_forms(story: Story) -> None:
    """Type the forms by their keys; they are not in the wave yet."""
    told = read_text("paper_forms")
    batch = add_batch(
        story.engagement,
        story.wave,
        Group(told["group"]),
        told["form"],
        told["version"],
        language=told["language"],
        label=told["label"],
    )
    questions = get_batch(story.engagement, batch).questions
    for entry, sheets in ((FIRST, told["keys"]), (SECOND, told["again"])):
        for number, keys in enumerate(sheets, 1):
            answers = _typed(questions, keys, told["written"][number - 1])
            keep_sheet(story.engagement, batch, number, answers, entry)


def _typed(questions: tuple[PaperQuestion, ...], keys: str, written: str) -> dict[str, Any]:
    """The answers of one form; what is written stands under the first open question."""
    sheet, left = SheetTyping(questions), list(keys)
    words = written
    while question := sheet.question:
        if question.is_typed:
            sheet.finish(words)
            words = ""
        else:
            sheet.press(left.pop(0))
    return sheet.answers
