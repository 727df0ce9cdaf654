"""Documents of every readable format become pages of text."""

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.exchange.documents import DocumentText, read_document
from assessor.exchange.unreadable import UnreadableFile
from assessor.progress import finish


def read(data: bytes, name: str = "policy.docx") -> DocumentText:
    return finish(read_document(data, name))


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_pdf_is_read_page_by_page(pdf: Callable[..., bytes]) -> None:
    document = read(pdf("The SRO shall not", "enforce school rules"), "mou.pdf")
    assert [page.text.strip() for page in document.pages] == ["The SRO shall not", "enforce school rules"]
    assert (document.format, document.words, document.has_text) == ("pdf", 7, True)
    assert [page.number for page in document.pages] == [1, 2]


def test_a_pdf_tells_how_far_its_reading_is(pdf: Callable[..., bytes]) -> None:
    assert [(step.done, step.total) for step in read_document(pdf("a", "b", "c"), "x.pdf")] == [
        (1, 3),
        (2, 3),
        (3, 3),
    ]


def test_a_scan_has_pages_and_no_text() -> None:
    made = pypdfium2.PdfDocument.new()
    made.new_page(612, 792)
    buffer = io.BytesIO()
    made.save(buffer)
    made.close()
    document = read(buffer.getvalue(), "scan.pdf")
    assert (len(document.pages), document.words, document.has_text) == (1, 0, False)


def test_pages_without_text_are_told(pdf: Callable[..., bytes]) -> None:
    assert read(pdf("words", " ", "more"), "half-scan.pdf").pages_without_text == (2,)


def test_an_encrypted_pdf_is_said_to_be_encrypted(pdf: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile, match=r"“mou.pdf” cannot be read: it is protected by a password"):
        read(pdf("secret", encrypt=True), "mou.pdf")


def test_a_pdf_under_a_wrong_ending_is_read_as_what_it_is(pdf: Callable[..., bytes]) -> None:
    assert read(pdf("Agreement"), "mou.txt").format == "pdf"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%%EOF", b"%PDF-", b"%PDF-1.4\n1 0 obj\n<<"])
def test_a_damaged_pdf_gets_one_clear_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="cut off or damaged"):
        read(data, "x.pdf")


def test_a_word_document_made_by_word_s_own_library_is_read_in_order() -> None:
    made = docx.Document()
    made.core_properties.title = "Memorandum  of Understanding"
    made.add_heading("Roles", level=1)
    made.add_paragraph("The SRO is a mentor.")
    made.add_paragraph("No discipline", style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Matter", "Who", "Fights", "School staff"], strict=True):
        cell.text = text
    made.add_page_break()
    made.add_paragraph("Signed by both.")
    buffer = io.BytesIO()
    made.save(buffer)
    document = read(buffer.getvalue())
    assert [page.text for page in document.pages] == [
        "Roles\nThe SRO is a mentor.\nNo discipline\nMatter\tWho\nFights\tSchool staff\n",
        "\nSigned by both.",
    ]
    assert (document.format, document.title) == ("docx", "Memorandum of Understanding")


def test_deleted_text_stays_out_and_inserted_text_comes_in(word: Callable[..., bytes]) -> None:
    body = (
        "<w:p><w:r><w:t>The SRO </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>shall</w:t></w:r></w:ins>"
        "<w:r><w:t> report</w:t><w:tab/><w:t>daily</w:t></w:r></w:p>"
    )
    assert read(word(body)).pages[0].text == "The SRO shall report\tdaily"


def test_explicit_page_breaks_of_every_kind_begin_a_page(word: Callable[..., bytes]) -> None:
    body = (
        '<w:p><w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'
        + paragraph("three", "<w:pPr><w:pageBreakBefore/></w:pPr>")
        + paragraph("end of section", "<w:pPr><w:sectPr/></w:pPr>")
        + paragraph("same page", '<w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr>')
        + paragraph("last", '<w:pPr><w:pageBreakBefore w:val="0"/></w:pPr>')
    )
    texts = [page.text for page in read(word(body)).pages]
    assert texts == ["one", "two\n", "three\nend of section\n", "same page\nlast"]


def test_footnotes_close_the_last_page(word: Callable[..., bytes]) -> None:
    notes = (
        '<w:footnotes xmlns:w="urn:x"><w:footnote>' + paragraph("See FERPA.") + "</w:footnote></w:footnotes>"
    )
    assert read(word(paragraph("Records"), footnotes=notes)).pages[-1].text == "Records\nSee FERPA."


def test_text_boxes_are_read_once(word: Callable[..., bytes]) -> None:
    box = "<w:txbxContent>" + paragraph("in the box") + "</w:txbxContent>"
    both = f"<Alternate><Choice>{box}</Choice><Fallback>{box}</Fallback></Alternate>"
    body = f"<w:p><w:r><w:t>beside</w:t>{both}</w:r></w:p>"
    assert read(word(body)).pages[0].text == "beside\nin the box"


EXTERNAL = '<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("kind", [EXTERNAL, LAUGHS, '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'])
def test_a_word_document_that_declares_entities_is_refused(word: Callable[..., bytes], kind: str) -> None:
    with pytest.raises(UnreadableFile, match="declares entities or outside parts"):
        read(word("", document=f"{kind}<d>&secret;</d>"))


def test_broken_xml_and_bottomless_xml_get_one_clear_sentence(word: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile, match="its XML is damaged"):
        read(word("<w:p>"))
    with pytest.raises(UnreadableFile, match="nested too deep"):
        read(word("<w:a>" * 5000 + "</w:a>" * 5000))


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"[Content_Types].xml": "", "xl/workbook.xml": ""}, "it is an Excel workbook"),
        ({"[Content_Types].xml": "", "ppt/presentation.xml": ""}, "it is a slide show"),
        ({"readme.txt": "hello"}, "no Word document"),
        ({"[Content_Types].xml": "<Types/>"}, "holds no Word text"),
    ],
)
def test_other_containers_are_named_for_what_they_are(
    zipped: Callable[..., bytes], entries: dict[str, str], sentence: str
) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read(zipped(entries))


def test_an_opendocument_text_is_read_in_order(zipped: Callable[..., bytes]) -> None:
    names = 'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:tb"'
    content = (
        f"<office:document-content {names}><office:body><office:text><text:h>Roles</text:h>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        '<text:p>Two<text:s text:c="3"/>words<text:tab/>and <text:span>more</text:span>.</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
        "</office:text></office:body></office:document-content>"
    )
    meta = '<m xmlns:dc="urn:dc"><dc:title>Handbook</dc:title></m>'
    document = read(zipped({"content.xml": content, "meta.xml": meta}), "x.odt")
    assert document.pages[0].text == "Roles\nTwo   words\tand more.\nA\tB"
    assert (document.format, document.title) == ("odt", "Handbook")


def test_markdown_keeps_its_marks_and_gives_its_first_heading_as_title() -> None:
    document = read(b"intro\r\n# Policy 5 #\r\n\r\n* item", "policy.md")
    assert document.pages[0].text == "intro\n# Policy 5 #\n\n* item"
    assert (document.format, document.title, document.encoding) == ("md", "Policy 5", "utf-8")


def test_a_plain_text_is_cut_at_form_feeds_only() -> None:
    document = read("one ñ 👮\fn\u0303 two\f".encode(), "minutes.txt")
    assert [page.text for page in document.pages] == ["one ñ 👮", "n\u0303 two"]
    assert len(document.pages[0].text) == 7


def test_a_document_of_too_many_pages_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="more than 5,000 pages"):
        read(b"x\f" * 5002, "x.txt")


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_every_word_of_a_plain_text_is_kept(text: str) -> None:
    with suppress(UnreadableFile):
        document = read(text.encode("utf-8-sig"), "x.txt")
        assert " ".join(page.text for page in document.pages).split() == text.split()
        assert document.words == len(text.split())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_a_damaged_document_is_read_or_refused_in_one_sentence(
    pdf: Callable[..., bytes], word: Callable[..., bytes], place: int, noise: bytes
) -> None:
    for whole in (pdf("The agreement"), word(paragraph("The agreement"))):
        at = place % len(whole)
        with suppress(UnreadableFile):
            read(whole[:at] + noise + whole[at + len(noise) :], "x")
        with suppress(UnreadableFile):
            read(whole[:at], "x")


@pytest.mark.parametrize(
    ("name", "pages", "words"),
    [
        ("policy/crdc_2017_18_data_notes.pdf", 14, 4000),
        ("policy/crdc_2021_22_definitions.pdf", 23, 10000),
        ("policy/crdc_2021_22_users_manual.pdf", 14, 5000),
        ("policy/crdc_definitions_2015_16.pdf", 27, 8000),
        ("qda/REFI-QDA-1-5.pdf", 60, 9000),
        ("policy/wa_hb1214_2021_sro_agreements.md", 1, 900),
        ("transcripts/qualcoder_ID1.docx", 1, 100),
    ],
)
def test_real_documents_are_read_whole(samples: Path, name: str, pages: int, words: int) -> None:
    document = read((samples / name).read_bytes(), Path(name).name)
    assert len(document.pages) == pages
    assert document.words >= words
    assert document.has_text
    text = "".join(page.text for page in document.pages)
    assert not {"\r", "\0", "\ufffe"} & set(text)


def test_a_hyphen_at_a_line_s_end_stays_a_hyphen(samples: Path) -> None:
    document = read((samples / "policy/crdc_2021_22_users_manual.pdf").read_bytes(), "manual.pdf")
    assert "school-related arr" in "".join(page.text for page in document.pages)
