"""The field's abbreviations."""

from pathlib import Path

import pytest

from assessor.instruments.abbreviations import get_abbreviations
from assessor.instruments.errors import BrokenInstrument


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("sro", "SRO"),
        ("ap", "assistant principal"),
        ("mou", "MOU"),
        ("moa", "MOA"),
        ("iss", "in-school suspension"),
        ("oss", "out-of-school suspension"),
        ("iep", "IEP"),
        ("504", "504 plan"),
        ("bip", "BIP"),
        ("pbis", "PBIS"),
        ("ferpa", "FERPA"),
        ("sop", "SOP"),
        ("lea", "LEA"),
        ("da", "district attorney"),
        ("sped", "special education"),
        ("btam", "BTAM"),
        ("crdc", "CRDC"),
    ],
)
def test_what_the_field_writes_short_is_known(short: str, words: str) -> None:
    assert get_abbreviations().by_code()[short] == words


@pytest.mark.parametrize("code", ["SRO", "a p"])
def test_a_short_form_is_one_word_in_small_letters(tmp_path: Path, code: str) -> None:
    folder = tmp_path / "abbreviations"
    folder.mkdir()
    entry = f'[[abbreviations]]\ncode = "{code}"\nwords = "words"\n'
    (folder / "field.v1.toml").write_text(f'title = "Ours"\n{entry}', encoding="utf-8")

    with pytest.raises(BrokenInstrument, match="no word in small letters"):
        get_abbreviations(root=tmp_path)
