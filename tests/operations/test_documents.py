"""Documents: brought in with text and original, marked by words, removed and brought back."""

from pathlib import Path

import pytest

from assessor.operations.document_imports import AlreadyHere, import_document
from assessor.operations.documents import (
    Span,
    edit_document,
    find_document,
    get_document,
    get_document_content,
    list_documents,
    list_passages,
    mark_passage,
    mark_passages,
    read_original,
    remove_document,
    unmark_passage,
)
from assessor.operations.policy_reviews import begin_review, get_review
from assessor.progress import finish
from assessor.store import Engagement
from assessor.terms import CannotDo

TEXT = "# Agreement\n\n3.2 The SRO may assist school staff with student conduct “as needed” 😀.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "larkfield_agreement.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_document_keeps_its_text_and_its_original(engagement: Engagement, source: Path) -> None:
    document_id = finish(import_document(engagement, source))
    content = get_document_content(engagement, document_id)

    assert content.pages == (TEXT,)
    assert content.document.words == len(TEXT.split())
    with engagement.reading():
        pass
    assert list_documents(engagement) == [content.document]


def test_a_document_without_a_title_is_called_as_its_file(engagement: Engagement, tmp_path: Path) -> None:
    path = tmp_path / "board_policy_5131.txt"
    path.write_text("Police on campus.")
    document_id = finish(import_document(engagement, path))

    assert get_document(engagement, document_id).title == "board policy 5131"


def test_the_same_file_is_said_to_be_here_already(engagement: Engagement, source: Path) -> None:
    there = finish(import_document(engagement, source, title="First"))
    with pytest.raises(AlreadyHere, match=r"larkfield_agreement\.md” is here already, as “First”") as told:
        finish(import_document(engagement, source, title="Second"))

    assert told.value.document_id == there
    assert [row.title for row in list_documents(engagement)] == ["First"]


def test_the_same_file_brought_in_anew_is_kept_once(engagement: Engagement, source: Path) -> None:
    for title in ("First", "Second"):
        finish(import_document(engagement, source, title=title, anew=True))
    with engagement.holding() as driver:
        kept = driver.execute("SELECT count(*) FROM attachment").fetchone()[0]

    assert kept == 1


def test_a_passage_is_marked_by_code_points_and_keeps_its_words(engagement: Engagement, source: Path) -> None:
    document_id = finish(import_document(engagement, source))
    review_id = begin_review(engagement, document_id)
    start = TEXT.index("may assist")
    mark_passage(
        engagement, document_id, 1, start, start + 10, review_id=review_id, criterion="B2", section="3.2"
    )
    passage = get_document_content(engagement, document_id).passages[0]

    assert (passage.text, passage.criterion, passage.section) == ("may assist", "B2", "3.2")
    assert get_review(engagement, review_id).ratings["B2"].passages == 1
    unmark_passage(engagement, passage.id)
    assert get_document_content(engagement, document_id).passages == ()


def test_words_over_a_page_end_are_one_change_with_a_passage_a_page(
    engagement: Engagement, tmp_path: Path
) -> None:
    path = tmp_path / "two.txt"
    path.write_text("One two.\fThree four.")
    document_id = finish(import_document(engagement, path))
    review_id = begin_review(engagement, document_id)
    spans = [Span(1, 4, 8), Span(2, 0, 5)]
    mark_passages(engagement, document_id, spans, review_id=review_id, criterion="B2")

    assert [(one.text, one.span) for one in list_passages(engagement, document_id)] == [
        ("two.", spans[0]),
        ("Three", spans[1]),
    ]
    engagement.undo()
    assert list_passages(engagement, document_id) == []


def test_the_same_words_are_marked_once_for_a_criterion(engagement: Engagement, source: Path) -> None:
    document_id = finish(import_document(engagement, source))
    review_id = begin_review(engagement, document_id)
    marked = [
        mark_passage(engagement, document_id, 1, 2, 11, review_id=review_id, criterion=criterion)
        for criterion in ("B2", "B2", "A1")
    ]

    assert marked[0] == marked[1] != marked[2]
    assert len(list_passages(engagement, document_id)) == 2


def test_a_document_is_found_from_what_stands_in_it(engagement: Engagement, source: Path) -> None:
    document_id = finish(import_document(engagement, source))
    review_id = begin_review(engagement, document_id)
    passage_id = mark_passage(engagement, document_id, 1, 2, 11, review_id=review_id, criterion="B2")
    rating_id = get_review(engagement, review_id).ratings["B2"].id
    found = [find_document(engagement, one) for one in (passage_id, rating_id, review_id, "nothing")]

    assert found == [document_id, document_id, document_id, ""]


def test_the_original_is_read_back_as_it_came(engagement: Engagement, source: Path) -> None:
    document_id = finish(import_document(engagement, source))

    assert read_original(engagement, document_id) == source.read_bytes()
    remove_document(engagement, document_id)
    with pytest.raises(CannotDo, match="was removed"):
        read_original(engagement, document_id)


def test_no_words_chosen_is_said(engagement: Engagement, source: Path) -> None:
    document_id = finish(import_document(engagement, source))

    with pytest.raises(CannotDo, match="Select the words"):
        mark_passage(engagement, document_id, 1, 5, 5)


def test_a_removed_document_comes_back_with_text_and_marks(engagement: Engagement, source: Path) -> None:
    document_id = finish(import_document(engagement, source))
    mark_passage(engagement, document_id, 1, 2, 11)
    edit_document(engagement, document_id, note="2023, unsigned by the chief")
    before = get_document_content(engagement, document_id)
    remove_document(engagement, document_id)
    with pytest.raises(CannotDo, match="was removed"):
        get_document(engagement, document_id)
    engagement.undo()

    assert get_document_content(engagement, document_id) == before


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"PK\x03\x04 broken"])
def test_a_file_that_cannot_be_read_changes_nothing(
    engagement: Engagement, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "mou.pdf"
    path.write_bytes(content)

    with pytest.raises(CannotDo, match=r"mou\.pdf"):
        finish(import_document(engagement, path))
    assert list_documents(engagement) == []
    assert engagement.can_undo() is None


def real_documents(samples: Path) -> list[Path]:
    """Every real file that is a document."""
    endings = {".pdf", ".docx", ".txt", ".md"}
    folders = ("policy", "instruments", "qda", "transcripts")
    found = sorted(path for name in folders for path in (samples / name).iterdir())
    return [path for path in found if path.suffix in endings]


def test_every_real_document_comes_in_and_opens(engagement: Engagement, samples: Path) -> None:
    sources = real_documents(samples)
    for source in sources:
        document_id = finish(import_document(engagement, source))
        content = get_document_content(engagement, document_id)
        assert content.document.has_text, source.name
        assert content.document.words == sum(len(page.split()) for page in content.pages), source.name
        assert read_original(engagement, document_id) == source.read_bytes()

    assert len(sources) >= 11
    assert len(list_documents(engagement)) == len(sources)
