"""The text of documents as it is shown: paragraphs, headings and numbers, and positions that map exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.document_paragraphs import Paragraph, ParagraphKind, PieceStyle, paragraphs_of
from assessor.operations.documents import Span
from assessor.ui.assess.documents.reading_text import ReadingText, points_in, units_in
from assessor.ui.assess.documents.text_search import find_all

NO_TEXT = "This page has no text."
WORD_PAGE = (
    "III. Roles and Responsibilities\n"
    "3.1 The SRO serves as a law enforcement officer, an informal counselor and a guest teacher.\n"
    "3.2 The SRO may assist school staff “as needed” 😀 at the direction of the principal."
)
MARKS = st.text(alphabet="ab \n.#*-—😀𝐀3“1)(", max_size=60)


def shown(kind: str, *pages: str) -> tuple[Paragraph, ...]:
    return paragraphs_of(kind, pages, NO_TEXT)


def test_the_lines_of_a_word_document_are_its_paragraphs() -> None:
    heading, first, second = shown("docx", WORD_PAGE)

    assert (heading.kind, heading.level) == (ParagraphKind.HEADING, 1)
    assert first.pieces[0].text == "3.1"
    assert first.pieces[0].style is PieceStyle.NUMBER
    assert (first.section, second.section, heading.section) == ("3.1", "3.2", "§ III")


def test_lines_broken_by_a_printer_are_joined_again() -> None:
    page = (
        "3.1 The School Resource Officer serves as a law enforcement officer, an informal\n"
        "counselor and a guest teacher, and meets with the principal of every school that\n"
        "is covered.\n"
        "3.2 Duties at lunch are not among those of a School Resource Officer.\n"
        "Low Income\n"
        "Is defined by the district, and may vary from one district to another one, as here.\n"
    )
    paragraphs = shown("pdf", page)

    assert [one.kind for one in paragraphs] == ["numbered", "numbered", "heading", "text"]
    assert paragraphs[0].text.endswith(
        "an informal counselor and a guest teacher, and meets with the "
        "principal of every school that is covered."
    )


def test_a_word_divided_at_a_line_end_is_not_torn_apart() -> None:
    page = "The parties, the school board and the police department agree on a plan that is school-\nbased."

    assert "school-based." in shown("pdf", page)[0].text


def test_heads_that_come_again_on_every_page_are_set_back() -> None:
    own = ["Presence at school.", "Names of officers.", "Money and time.", "Review and renewal."]
    pages = [
        f"DRAFT MEMORANDUM\nPage {number} of 4\n{text}\nThe {text}\nAs to {text}\nMore: {text}"
        for number, text in enumerate(own, start=1)
    ]
    quiet = [one.text for one in shown("pdf", *pages) if one.kind is ParagraphKind.QUIET]

    assert quiet[:2] == ["DRAFT MEMORANDUM", "Page 1 of 4"]
    assert len(quiet) == 8


def test_marks_of_markdown_are_shown_as_what_they_mean() -> None:
    title, item, link = shown(
        "md", "# Agreement\n\n- The **clear** bar\n\nSee [the law](https://example.org)."
    )

    assert (title.kind, title.text) == (ParagraphKind.HEADING, "Agreement")
    assert item.text == "•\tThe clear bar"
    assert [piece.text for piece in item.pieces if piece.style is PieceStyle.BOLD] == ["clear"]
    assert link.text == "See the law."


def test_a_name_under_a_signature_is_no_heading() -> None:
    name, office = shown("docx", "Jordan Alvarez\nChief of Police")

    assert {name.kind, office.kind} == {ParagraphKind.TEXT}


def test_a_page_without_words_says_so_in_its_place() -> None:
    pages = shown("pdf", "The first page has words.", "  \n ")

    assert [(one.page, one.text) for one in pages][-1] == (2, NO_TEXT)


def test_lengths_count_as_qt_counts_and_as_python_counts() -> None:
    assert units_in("a😀b") == 4
    assert [points_in("a😀b", units) for units in (0, 1, 3, 4)] == [0, 1, 2, 3]


def test_words_behind_an_emoji_are_found_at_their_place() -> None:
    reading = ReadingText(shown("docx", WORD_PAGE))
    text = "\n".join(one.text for one in reading.paragraphs)
    ((start, end),) = find_all(text, "at the direction")
    (span,) = reading.spans(start, end)

    assert WORD_PAGE[span.start : span.end] == "at the direction"
    assert reading.positions(span) == (start, end)
    assert start == units_in(text[: text.index("at the direction")])


def test_a_selection_over_two_pages_gives_a_span_for_each() -> None:
    reading = ReadingText(shown("docx", "One two three.", "Four five six."))
    text = "\n".join(one.text for one in reading.paragraphs)

    assert reading.spans(text.index("three"), text.index(" six")) == [Span(1, 8, 14), Span(2, 0, 9)]


def test_nothing_selected_gives_no_span() -> None:
    assert ReadingText(shown("docx", "One two.")).spans(3, 3) == []
    assert ReadingText(()).spans(0, 5) == []


@given(st.sampled_from(["pdf", "docx", "md", "txt"]), st.lists(MARKS, min_size=1, max_size=3))
def test_every_piece_shown_is_what_stands_in_its_page(kind: str, pages: list[str]) -> None:
    for paragraph in shown(kind, *pages):
        for piece in paragraph.pieces:
            if piece.start is not None and piece.text != "•":
                page = pages[paragraph.page - 1]
                assert page[piece.start : piece.start + len(piece.text)] == piece.text


@given(st.sampled_from(["pdf", "docx", "md"]), st.lists(MARKS, min_size=1, max_size=3), st.data())
def test_what_is_selected_is_shown_again_at_the_same_words(
    kind: str, pages: list[str], data: st.DataObject
) -> None:
    reading = ReadingText(shown(kind, *pages))
    text = "\n".join(one.text for one in reading.paragraphs)
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    start, end = units_in(text[:first]), units_in(text[:last])
    for span in reading.spans(start, end):
        begins, ends = reading.positions(span)
        assert start <= begins < ends <= end
        assert reading.spans(begins, ends) == [span]


@pytest.mark.parametrize("wanted", ["", "   "])
def test_nothing_is_found_for_nothing(wanted: str) -> None:
    assert find_all("The SRO", wanted) == []


def test_words_are_found_whatever_their_case_and_blanks() -> None:
    assert find_all("😀 The SRO\nshall, the  sro may", "the sro") == [(3, 10), (18, 26)]
