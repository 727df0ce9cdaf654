"""The printed file: conformance, type, page numbers, outline, text, and what it must not hold."""

import re
from pathlib import Path

import page
import pdfua
import pikepdf
import pypdfium2
import pytest
from tests.report.conftest import Print, print_whole
from tests.report.specimen import harlow_ridge

PRINTS = ("harlow_print", "empty_print", "crowded_print")


@pytest.fixture(params=PRINTS)
def any_print(request: pytest.FixtureRequest) -> Print:
    """Each of the printed plans in turn."""
    found: Print = request.getfixturevalue(request.param)
    return found


def test_a_plan_meets_every_rule_of_pdf_ua(any_print: Print) -> None:
    report = page.validate_pdf(str(any_print.printed.path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant
    assert report.rules.total == report.rules.passed >= 104


def test_a_plan_has_table_headers_alternatives_and_an_order_a_reader_can_follow(harlow_print: Print) -> None:
    report = pdfua.validate(str(harlow_print.printed.path))
    assert [finding.message for finding in report.findings] == []


def test_printing_a_plan_leaves_nothing_to_remark(any_print: Print) -> None:
    """No ignored declaration, no refused resource, no page nearly empty, no text beyond the margins."""
    assert any_print.printed.remarks == ()


def test_a_plan_embeds_only_its_own_type(any_print: Print) -> None:
    with pikepdf.open(any_print.printed.path) as pdf:
        fonts = {str(item.BaseFont) for item in pdf.objects if _is_font(item)}
    assert fonts
    assert {re.sub(r"^/[A-Z]{6}\+", "", font)[:5] for font in fonts} == {"Plan-"}


def _is_font(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"


def test_a_plan_links_only_to_the_web_to_mail_and_into_itself(any_print: Print) -> None:
    with pikepdf.open(any_print.printed.path) as pdf:
        addresses = {
            str(item.URI)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/URI" in item and item.get("/S") == "/URI"
        }
        keys = set(pdf.Root)
    assert {address.split(":")[0] for address in addresses} <= {"https", "mailto"}
    assert not keys & {"/AA", "/OpenAction"}


def test_a_plan_carries_no_script_and_no_attachment(crowded_print: Print) -> None:
    with pikepdf.open(crowded_print.printed.path) as pdf:
        assert "/Names" not in pdf.Root or "/EmbeddedFiles" not in pdf.Root.Names
        assert not [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/JS" in item]


def test_the_contents_give_the_page_each_chapter_stands_on(harlow_print: Print) -> None:
    contents = " ".join(harlow_print.texts[1:3])
    for title, claim in (
        ("Summary in plain language", "The partnership is trusted."),
        ("Finding F1: who handles a disrupted class", "When a class is disrupted"),
        ("Who decides what", "Discipline is the school’s."),
        ("Measures", "Calls are falling"),
    ):
        found = re.search(rf"{re.escape(title)} (\d+)", contents)
        assert found, title
        assert claim in harlow_print.texts[int(found[1]) - 1]


def test_the_outline_names_every_chapter_by_its_heading_with_words_apart(harlow_print: Print) -> None:
    with pypdfium2.PdfDocument(harlow_print.printed.path) as document:
        outline = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    chapters = [title.replace("\N{NO-BREAK SPACE}", " ") for level, title in outline if level == 0]
    assert chapters[:3] == [
        "Working together on purpose",
        "Contents",
        "The partnership is trusted. Its boundaries are not yet clear.",
    ]
    assert "Settle it low, settle it soon, and write down what changes" in chapters


def test_text_can_be_taken_out_as_it_was_written(harlow_print: Print) -> None:
    """Small capitals must not turn "discipline" into "diSciPline"."""
    pages = " ".join(harlow_print.texts).replace("- ", "-")
    assert "Finding F1 · Roles · discipline drift" in pages
    assert "“I know it is not police work. But it is third period, I have thirty-one kids" in pages.replace(
        "- ", "-"
    )
    assert "Page 2 of 29" in harlow_print.texts[1]


def test_the_cover_says_the_marks_in_words(harlow_print: Print) -> None:
    cover = harlow_print.texts[0]
    assert "Draft 0.4 for the Board of Education, February 9, 2027." in cover
    assert "Confidential until the Board adopts it." in cover


def test_the_file_names_its_title_author_language_and_moment(harlow_print: Print) -> None:
    with pikepdf.open(harlow_print.printed.path) as pdf:
        assert str(pdf.Root.Lang) == "en-US"
        assert str(pdf.docinfo["/Author"]) == "M. Okafor Consulting"
        assert str(pdf.docinfo["/Title"]).startswith("Working together on purpose: Harlow Ridge")
        assert "20270201" in str(pdf.docinfo["/CreationDate"])


def test_the_same_plan_gives_the_same_bytes(harlow_print: Print, tmp_path: Path) -> None:
    again = print_whole(harlow_ridge(), tmp_path)
    assert again.printed.path.read_bytes() == harlow_print.printed.path.read_bytes()


def test_one_landscape_page_stands_among_the_others(harlow_print: Print) -> None:
    with pypdfium2.PdfDocument(harlow_print.printed.path) as document:
        wide = [number for number in range(len(document)) if document[number].get_width() > 700]
    assert len(wide) == 1


def test_what_was_written_is_text_and_nothing_else(crowded_print: Print) -> None:
    pages = " ".join(crowded_print.texts)
    assert "<script>alert(1)</script> {{ plan }} {% include “x” %}" in pages
    assert "<script>" not in crowded_print.html
    assert "javascript:" not in re.sub(r">[^<]*<", "><", crowded_print.html)
