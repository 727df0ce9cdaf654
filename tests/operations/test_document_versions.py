"""A newer version of a document: its reading begins from the earlier one, passages follow their words."""

from pathlib import Path

import pytest

from assessor.analysis.text_changes import ChangeKind
from assessor.operations.document_imports import AlreadyHere, import_document
from assessor.operations.document_versions import compare_versions, follow_passages, import_newer_version
from assessor.operations.documents import (
    get_document,
    get_document_content,
    list_documents,
    list_passages,
    mark_passage,
)
from assessor.operations.findings import list_findings
from assessor.operations.policy_gaps import rate_with_consequence
from assessor.operations.policy_reviews import (
    begin_review,
    confirm_rating,
    find_review,
    get_review,
    leave_out_criterion,
    note_on_criterion,
    rate_criterion,
)
from assessor.operations.requirements import check_requirement, list_requirements, note_on_requirement
from assessor.operations.second_readings import begin_second_reading
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo

PURPOSE = "1.1 The parties keep schools safe 😀 and help students."
CONDUCT = "3.2 The SRO may assist school staff with student conduct as needed."
CALLS = "3.3 Staff may call the SRO when a crime is seen."
OLD = "\f".join(
    [f"I. Purpose\n{PURPOSE}", f"III. Roles\n{CONDUCT}\n{CALLS}\n3.4 Officers carry a blue binder."]
)
NEW = "\f".join(
    [
        f"I. Purpose\n{PURPOSE}\n{CALLS}",
        (
            "III. Roles\n3.2 The SRO shall never assist school staff with student conduct."
            "\n3.5 Parents are told."
        ),
    ]
)


def brought(engagement: Engagement, folder: Path, name: str, text: str, earlier: str = "") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    if earlier:
        return finish(import_newer_version(engagement, earlier, path))
    return finish(import_document(engagement, path, title="Agreement", kind="agreement"))


def mark(engagement: Engagement, document: str, review: str, words: str, criterion: str) -> None:
    pages = get_document_content(engagement, document).pages
    page = next(number for number, text in enumerate(pages, start=1) if words in text)
    start = pages[page - 1].index(words)
    mark_passage(engagement, document, page, start, start + len(words), review_id=review, criterion=criterion)


@pytest.fixture
def old(engagement: Engagement, tmp_path: Path) -> str:
    """The earlier version, read: B1 stays, B2 changes, B4 moves, B6 is gone."""
    document = brought(engagement, tmp_path, "mou_2023.txt", OLD)
    review = begin_review(engagement, document, "D. Amari")
    for words, criterion, level in (
        ("keep schools safe 😀 and help", "B1", 2),
        ("may assist school staff with student conduct as needed", "B2", 1),
        ("when a crime is seen", "B4", 1),
        ("carry a blue binder", "B6", 3),
    ):
        rate_criterion(engagement, review, criterion, level)
        mark(engagement, document, review, words, criterion)
    note_on_criterion(engagement, review, "B2", "Vague")
    leave_out_criterion(engagement, review, "A4", "The county pays")
    return document


@pytest.fixture
def new(engagement: Engagement, tmp_path: Path, old: str) -> str:
    return brought(engagement, tmp_path, "mou_2026.txt", NEW, old)


def test_a_newer_version_knows_the_one_it_replaces(engagement: Engagement, old: str, new: str) -> None:
    earlier, newer = get_document(engagement, old), get_document(engagement, new)

    assert (newer.earlier_id, earlier.newer_id) == (old, new)
    assert (newer.title, newer.kind) == ("Agreement", "agreement")
    assert engagement.undo() == "Import newer version of Agreement"
    assert [row.id for row in list_documents(engagement)] == [old]


def test_levels_reasons_and_notes_are_carried_over_until_confirmed(engagement: Engagement, new: str) -> None:
    review_id = find_review(engagement, new, "D. Amari")
    assert review_id is not None
    review = get_review(engagement, review_id)

    assert {code: rating.level for code, rating in review.ratings.items()} == {
        "A4": None,
        "B1": 2,
        "B2": 1,
        "B4": 1,
        "B6": 3,
    }
    assert review.ratings["A4"].not_applicable_reason == "The county pays"
    assert review.ratings["B2"].note == "Vague"
    assert (review.carried, review.reviewer) == (5, "D. Amari")
    confirm_rating(engagement, review_id, "B1")
    rate_criterion(engagement, review_id, "B2", 3)
    after = get_review(engagement, review_id)
    assert (after.ratings["B1"].is_carried, after.ratings["B2"].is_carried, after.carried) == (
        False,
        False,
        3,
    )


def test_a_carried_rating_knows_the_finding_of_the_earlier_one(
    engagement: Engagement, tmp_path: Path, old: str
) -> None:
    earlier = find_review(engagement, old)
    assert earlier is not None
    made = rate_with_consequence(engagement, earlier, "B3", 0)
    new = brought(engagement, tmp_path, "mou_2026.txt", NEW, old)
    review_id = find_review(engagement, new)
    assert review_id is not None

    assert get_review(engagement, review_id).ratings["B3"].finding_id == made
    assert rate_with_consequence(engagement, review_id, "B3", 0) == ""
    assert [row.id for row in list_findings(engagement)] == [made]
    rate_with_consequence(engagement, review_id, "B3", 2)
    assert [row.id for row in list_findings(engagement)] == [made]


def test_what_the_state_asks_is_carried_over_to_be_confirmed(
    engagement: Engagement, tmp_path: Path, old: str
) -> None:
    earlier = find_review(engagement, old)
    assert earlier is not None
    check_requirement(engagement, earlier, "US1", False)
    note_on_requirement(engagement, earlier, "US1", "Scans only")
    review_id = find_review(engagement, brought(engagement, tmp_path, "mou_2026.txt", NEW, old))
    assert review_id is not None
    (carried,) = (row for row in list_requirements(engagement, review_id).rows if row.code == "US1")

    assert (carried.is_met, carried.note, carried.is_carried) == (False, "Scans only", True)
    check_requirement(engagement, review_id, "US1", False)
    assert not any(row.is_carried for row in list_requirements(engagement, review_id).rows)


def test_passages_follow_their_words(engagement: Engagement, new: str) -> None:
    pages = get_document_content(engagement, new).pages
    passages = {one.criterion: one for one in list_passages(engagement, new)}

    assert {code: (one.page, one.text) for code, one in passages.items()} == {
        "B1": (1, "keep schools safe 😀 and help"),
        "B4": (1, "when a crime is seen"),
        "B2": (2, "shall never assist school staff with student conduct."),
    }
    assert all(pages[one.page - 1][one.start : one.end] == one.text for one in passages.values())


def test_what_became_of_each_passage_is_told(engagement: Engagement, new: str) -> None:
    review_id = find_review(engagement, new, "D. Amari")
    assert review_id is not None
    followed = finish(follow_passages(engagement, review_id))

    assert {code: one.kind for code, (one,) in followed.items()} == {
        "B1": ChangeKind.SAME,
        "B2": ChangeKind.CHANGED,
        "B4": ChangeKind.MOVED,
        "B6": ChangeKind.REMOVED,
    }
    (changed,) = followed["B2"]
    assert changed.before.text == "may assist school staff with student conduct as needed"
    assert changed.text == "shall never assist school staff with student conduct."


def test_a_reading_that_was_not_carried_over_has_followed_nothing(engagement: Engagement, old: str) -> None:
    review_id = find_review(engagement, old)
    assert review_id is not None
    assert finish(follow_passages(engagement, review_id)) == {}


def test_each_readers_reading_is_carried_over(engagement: Engagement, tmp_path: Path, old: str) -> None:
    second = begin_second_reading(engagement, old, "J. Ruiz")
    rate_criterion(engagement, second, "B1", 0)
    new = brought(engagement, tmp_path, "mou_2026.txt", NEW, old)
    theirs = find_review(engagement, new, "J. Ruiz")

    assert theirs is not None
    assert get_review(engagement, theirs).ratings["B1"].level == 0


def test_what_changed_in_the_text_is_told_by_paragraph(engagement: Engagement, new: str) -> None:
    comparison = finish(compare_versions(engagement, new))
    told = {one.text: one.kind.value for one in comparison.paragraphs if one.kind is not ChangeKind.SAME}

    assert (comparison.before, comparison.after) == ("mou_2023.txt", "mou_2026.txt")
    assert told == {
        "3.3 Staff may call the SRO when a crime is seen.": "moved",
        "3.2 The SRO shall never assist school staff with student conduct.": "changed",
        "3.4 Officers carry a blue binder.": "removed",
        "3.5 Parents are told.": "added",
    }
    assert comparison.count(ChangeKind.SAME) == 3


def test_a_document_without_an_earlier_version_is_not_compared(engagement: Engagement, old: str) -> None:
    with pytest.raises(CannotDo, match="has no earlier version here"):
        finish(compare_versions(engagement, old))


def test_a_version_has_one_newer_version(engagement: Engagement, tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(CannotDo, match="has a newer version already"):
        brought(engagement, tmp_path, "mou_2027.txt", NEW + "\nMore.", old)
    with pytest.raises(AlreadyHere):
        brought(engagement, tmp_path, "again.txt", NEW, new)
