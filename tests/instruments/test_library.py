"""The library finds files by kind, key, version and language, and says clearly what is missing."""

from hashlib import sha256
from pathlib import Path

import pytest

from assessor.instruments.codebooks import Codebook, get_codebook
from assessor.instruments.errors import BrokenInstrument, NoSuchInstrument
from assessor.instruments.kinds import KINDS
from assessor.instruments.library import (
    find_file,
    get_text,
    list_files,
    list_keys,
    list_languages,
    list_versions,
    newest_version,
    read,
)
from assessor.places import shipped

WORDS = """title = "Signs"
kind = "barrier"
purpose = "To try things out."

[[codes]]
code = "B-1"
category = "Communication"
label = "Late news"
meaning = "News comes late."
signs = ["Heard in the hallway.", "Heard at home."]
sources = ["S1"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "codebooks"
    folder.mkdir()
    for version in (1, 2, 10):
        (folder / f"signs.v{version}.toml").write_text(WORDS, encoding="utf-8")
    return tmp_path


def test_every_shipped_folder_is_a_kind() -> None:
    folders = {path.name for path in shipped("resources", "instruments").iterdir() if path.is_dir()}
    assert folders == set(KINDS)


def test_the_newest_version_is_the_highest_number(root: Path) -> None:
    assert list_versions("codebooks", "signs", root) == (1, 2, 10)
    assert newest_version("codebooks", "signs", root) == 10
    assert find_file("codebooks", "signs", root=root).path.name == "signs.v10.toml"
    assert get_codebook("signs", root=root).version == 10


def test_an_older_version_is_read_when_it_is_named(root: Path) -> None:
    codebook = get_codebook("signs", 2, root=root)
    assert (codebook.key, codebook.version, codebook.language) == ("signs", 2, "en")


def test_a_translation_is_no_version_of_its_own(root: Path) -> None:
    (root / "codebooks" / "signs.v2.es.toml").write_text('title = "Señales"', encoding="utf-8")
    assert list_keys("codebooks", root) == ("signs",)
    assert list_languages("codebooks", "signs", 2, root) == ("en", "es")
    assert list_languages("codebooks", "signs", 10, root) == ("en",)


def test_the_text_comes_with_the_hash_of_its_bytes(root: Path) -> None:
    text = get_text("codebooks", "signs", 1, root=root)
    assert text.text == WORDS
    assert text.sha256 == sha256(WORDS.encode()).hexdigest()


def test_shipped_texts_can_be_kept_in_an_engagement() -> None:
    kept = get_text("rubrics", "sro_agreement")
    raw = shipped("resources", "instruments", "rubrics", "sro_agreement.v1.toml").read_bytes()
    assert (kept.kind, kept.key, kept.version) == ("rubrics", "sro_agreement", 1)
    assert kept.sha256 == sha256(raw).hexdigest()


def test_an_unknown_key_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        NoSuchInstrument, match=r"^Assessor ships no rubrics/nope\. Known keys are: sro_agree"
    ):
        get_text("rubrics", "nope")


def test_an_unknown_version_or_language_is_refused_by_file_name() -> None:
    with pytest.raises(NoSuchInstrument, match=r"rubrics/sro_agreement\.v9\.toml"):
        find_file("rubrics", "sro_agreement", 9)
    with pytest.raises(NoSuchInstrument, match=r"rubrics/sro_agreement\.v1\.fr\.toml"):
        find_file("rubrics", "sro_agreement", 1, "fr")


def test_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInstrument, match="ships no poems"):
        list_files("poems", tmp_path)


@pytest.mark.parametrize("name", ["signs.toml", "Signs.v1.toml", "signs.v0.toml", "signs.v1.spanish.toml"])
def test_a_file_with_another_name_is_refused(root: Path, name: str) -> None:
    (root / "codebooks" / name).write_text(WORDS, encoding="utf-8")
    with pytest.raises(BrokenInstrument, match=name.replace(".", r"\.")):
        list_files("codebooks", root)


def test_a_file_that_is_not_utf8_is_refused(root: Path) -> None:
    (root / "codebooks" / "signs.v1.toml").write_bytes(b'title = "Se\xf1ales"')
    with pytest.raises(BrokenInstrument, match=r"codebooks/signs\.v1\.toml is not UTF-8"):
        read(Codebook, "codebooks", "signs", 1, root=root)
