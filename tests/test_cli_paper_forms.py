"""The command line prints survey forms."""

from pathlib import Path

import pypdfium2
from tests.test_cli import assessor


def test_a_form_is_printed_in_a_language(tmp_path: Path) -> None:
    file, target = tmp_path / "a.assessor", tmp_path / "form.pdf"
    assert assessor("new", file, "--client", "Larkfield").code == 0
    asked = ("report", file, "--kind", "paper-form", "--out", target)

    ended = assessor(*asked, "--form", "students", "--language", "es", "--contact", "Dana Whitfield")
    assert (ended.code, ended.out) == (0, f"{target} holds the form students.\n")
    assert ended.err == "No native speaker has reviewed the words of this form in “es” yet.\n"
    assert "Tu escuela y su SRO" in pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()

    drafted = assessor(*asked, "--form", "students", "--draft")
    assert drafted.code == 0
    assert "Please do not hand it out" in pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()


def test_what_cannot_be_printed_is_said_in_one_sentence(tmp_path: Path) -> None:
    file, target = tmp_path / "a.assessor", tmp_path / "form.pdf"
    assert assessor("new", file, "--client", "Larkfield").code == 0
    asked = ("report", file, "--kind", "paper-form", "--out", target)

    for words, said in (
        ((), "Say which form with --form. Forms are: sro ("),
        (("--form", "students", "--language", "fr"), "does not stand in “fr” whole"),
        (("--form", "nothing"), "was removed"),
    ):
        ended = assessor(*asked, *words)
        assert (ended.code, said in ended.err) == (1, True), ended.err
    assert not target.exists()
