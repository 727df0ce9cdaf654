"""The printed record of a session and the card of keys: conformance, and what they say and must not say."""

from dataclasses import replace
from pathlib import Path

import page
import pdfua
import pypdfium2
import pytest
from tests.report.session_specimen import bare_record, crowded_record, full_record

from assessor.operations.session_records import SessionRecord
from assessor.progress import finish
from assessor.report.keys_card import KEYS, lay_out_keys_card
from assessor.report.printing import Printed, print_keys_card, print_session_record
from assessor.report.session_pages import lay_out_record, off_words
from assessor.terms import Fidelity, RemarkKind

RECORDS = {"full": full_record(), "bare": bare_record(), "crowded": crowded_record()}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Each record, and the card, printed once."""
    folder = tmp_path_factory.mktemp("records")
    done = {
        name: finish(print_session_record(record, folder / f"{name}.pdf")) for name, record in RECORDS.items()
    }
    return {**done, "keys": finish(print_keys_card(folder / "keys.pdf"))}


def _texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


@pytest.mark.parametrize("name", [*RECORDS, "keys"])
def test_every_rule_of_pdf_ua_is_met_and_nothing_is_remarked(name: str, printed: dict[str, Printed]) -> None:
    report = page.validate_pdf(str(printed[name].path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []
    assert report.is_compliant
    assert [finding.message for finding in pdfua.validate(str(printed[name].path)).findings] == []
    assert printed[name].remarks == ()


def test_each_page_says_that_it_is_confidential_and_by_codes(printed: dict[str, Printed]) -> None:
    for name in RECORDS:
        texts = _texts(printed[name].path)
        assert len(texts) == printed[name].pages
        assert all("Confidential: codes, never names" in text for text in texts)


def test_the_record_tells_head_people_lines_and_debrief(printed: dict[str, Printed]) -> None:
    whole = " ".join(_texts(printed["full"].path))
    for words in (
        "Teachers, Ridge Middle",
        "Nov 12, 2026",
        "seated, 8 at the end",
        "8 of 9 may be quoted; nobody agreed to a recording.",
        "T1 · Last contact",
        "10 minutes of 6 planned",
        "less than a minute of 9 planned",
        "taken up again at",
        "Outside the guide",
        "6 of 8 agree, 1 dissents, 1 silent",
        "against: P6",
        "14 of 20 agree, 2 dissent, 4 silent",
        "Off the record for 1 min 40 s. Nothing was kept.",
        "T8 and T9",
        "Nobody owns the list.",
    ):
        assert words in whole, words


def test_quotation_marks_stand_only_around_words_noted_word_for_word() -> None:
    html = lay_out_record(full_record())
    assert "“Nobody showed us a list. It says ‘use judgment.’”" in html
    assert ">It is in the binder.<" in html
    assert ">With the radio you always…<" in html
    assert ">Met her at the gate.<" in html


def test_an_unknown_speaker_many_speakers_and_an_open_quote_are_marked() -> None:
    html = lay_out_record(full_record())
    assert '<span class="chip unknown">P?</span>' in html
    assert html.count("To be finished") == 1
    assert '<span class="words"><span class="chip">P1</span> <span class="chip">P2</span>' in html


def test_nothing_written_becomes_markup() -> None:
    html = lay_out_record(crowded_record())
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ record }}" in html


def test_lengths_off_the_record_are_told_in_minutes_and_seconds() -> None:
    off = next(one for one in full_record().parts[0].lines if one.kind is RemarkKind.OFF_RECORD)
    told = {seconds: off_words(replace(off, seconds=seconds)) for seconds in (0, 40, 60, 100, None)}
    assert [words.removeprefix("Off the record").split(".")[0].strip() for words in told.values()] == [
        "for 0 s",
        "for 40 s",
        "for 1 min",
        "for 1 min 40 s",
        "",
    ]


def test_a_long_record_goes_on_over_pages(printed: dict[str, Printed]) -> None:
    texts = _texts(printed["crowded"].path)
    assert len(texts) > 10
    assert "Line 599." in " ".join(texts)


def test_the_card_of_keys_is_one_page_with_every_key(printed: dict[str, Printed]) -> None:
    (text,) = _texts(printed["keys"].path)
    for _, keys in KEYS:
        for key in keys:
            assert key.typed in text
    assert "<script" not in lay_out_keys_card()


def test_the_same_record_gives_the_same_bytes(printed: dict[str, Printed], tmp_path: Path) -> None:
    again: SessionRecord = full_record()
    path = finish(print_session_record(again, tmp_path / "again.pdf")).path
    assert path.read_bytes() == printed["full"].path.read_bytes()
    assert Fidelity.NEAR in {line.fidelity for line in again.parts[0].lines}
