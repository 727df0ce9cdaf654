"""The documents: the agreement read against the rubric, the board's policy and the agency's procedure."""

from datetime import date, timedelta

from assessor.operations.document_imports import import_document
from assessor.operations.documents import edit_document, get_document_content, mark_passage
from assessor.operations.policy_reviews import (
    begin_review,
    compare_with_practice,
    note_on_criterion,
    rate_criterion,
)
from assessor.operations.second_readings import begin_second_reading
from assessor.progress import Work
from assessor.sample.story import Story
from assessor.sample.texts import Table, path_of, read_text
from assessor.terms import Practice

_READ_FROM = date(2026, 3, 2)
_CRITERIA_A_DAY = 9
_READ_AGAIN_ON = date(2026, 3, 16)
_READ_TWICE, _DIFFERS_EVERY = 24, 5


def tell_documents(story: Story) -> Work[None]:
    """Bring the three documents in, and read the agreement."""
    texts = read_text("documents", "documents")["documents"]
    for text in texts:
        document_id = yield from import_document(
            story.engagement,
            path_of("documents", text["file"]),
            title=text["title"],
            kind=text["kind"],
        )
        edit_document(
            story.engagement,
            document_id,
            dated_on=text["dated_on"],
            received_on=text["received_on"],
            note=text["note"],
        )
        if text["kind"] == "agreement":
            _read_agreement(story, document_id)


def _read_agreement(story: Story, document_id: str) -> None:
    reading = read_text("agreement_reading")
    story.review = begin_review(story.engagement, document_id, "Second consultant", _READ_FROM)
    pages = get_document_content(story.engagement, document_id).pages
    for number, criterion in enumerate(reading["criteria"]):
        on = _READ_FROM + timedelta(days=number // _CRITERIA_A_DAY)
        _rate(story, criterion, on)
        for passage in criterion.get("passages", ()):
            marked = _mark(story, document_id, pages, passage, criterion["code"])
            story.passages.setdefault(criterion["code"], marked)
    for passage in reading["loose"]:
        story.passages[passage["key"]] = _mark(story, document_id, pages, passage, "")
    _read_again(story, document_id, reading["criteria"])


def _read_again(story: Story, document_id: str, criteria: list[Table]) -> None:
    """A second reader rates enough for agreement to be told, and now and then one level otherwise."""
    second = begin_second_reading(story.engagement, document_id, "Lead consultant", _READ_AGAIN_ON)
    for number, criterion in enumerate(criteria[:_READ_TWICE]):
        level = criterion["level"]
        if number % _DIFFERS_EVERY == _DIFFERS_EVERY - 1:
            level = level - 1 if level > 1 else level + 1
        rate_criterion(story.engagement, second, criterion["code"], level, _READ_AGAIN_ON)


def _rate(story: Story, text: Table, on: date) -> None:
    code = text["code"]
    story.ratings[code] = rate_criterion(story.engagement, story.review, code, text["level"], on)
    note_on_criterion(story.engagement, story.review, code, text["note"])
    compare_with_practice(story.engagement, story.review, code, Practice(text["practice"]))


def _mark(story: Story, document_id: str, pages: tuple[str, ...], text: Table, criterion: str) -> str:
    page, start = find_words(pages, text["words"])
    return mark_passage(
        story.engagement,
        document_id,
        page,
        start,
        start + len(text["words"]),
        review_id=story.review if criterion else "",
        criterion=criterion,
        section=text["section"],
    )


def find_words(pages: tuple[str, ...], words: str) -> tuple[int, int]:
    """The page and the place in it where words stand first. Raises LookupError where they do not."""
    for number, page in enumerate(pages, start=1):
        start = page.find(words)
        if start >= 0:
            return number, start
    raise LookupError(f"“{words}” does not stand in the document")
