"""Files are read strictly: what does not belong is refused with the file and the place."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import FrozenInstanceError

import pytest

from assessor.instruments.codebooks import Codebook
from assessor.instruments.errors import BrokenInstrument
from assessor.instruments.parsing import describe_place, parse
from assessor.instruments.rubrics import get_rubric

GOOD = """title = "Signs"
kind = "barrier"
purpose = "To try things out."

[[codes]]
code = "B-1"
category = "Communication"
label = "Late news"
meaning = "News comes late."
signs = ["Heard in the hallway."]
sources = ["S1"]
"""


def read(text: str) -> Codebook:
    return parse(Codebook, text, key="signs", version=1, name="codebooks/signs.v1.toml")


def complaints() -> Iterator[tuple[str, str, str]]:
    yield "an unknown entry", GOOD + 'color = "red"\n', r"codes B-1 › color"
    yield "a wrong type", GOOD.replace('"Late news"', "7"), r"codes B-1 › label"
    yield "a missing entry", GOOD.replace('label = "Late news"\n', ""), r"codes B-1 › label"
    yield "an unknown word", GOOD.replace('"barrier"', '"hurdle"'), r"at kind"
    yield "an empty text", GOOD.replace('"Late news"', '" "'), r"codes B-1 › label: the text is empty"
    yield "a padded text", GOOD.replace('"Late news"', '"Late "'), r"empty or padded"
    yield "an invisible character", GOOD.replace("Late news", "Late\\u200Bnews"), r"invisible character"
    yield "a line break", GOOD.replace("Late news", "Late\\nnews"), r"invisible character"
    yield "a code that stands twice", GOOD + GOOD[GOOD.index("[[codes]]") :], r"codes: B-1 stands there twice"
    yield "a key of its own", 'key = "other"\n' + GOOD, r"sets “key”"
    yield "no TOML", "title = ", r"is not valid TOML"


@pytest.mark.parametrize(
    ("text", "place"), [case[1:] for case in complaints()], ids=[case[0] for case in complaints()]
)
def test_what_does_not_belong_is_refused_with_file_and_place(text: str, place: str) -> None:
    with pytest.raises(BrokenInstrument, match=place) as refused:
        read(text)
    assert str(refused.value).startswith("codebooks/signs.v1.toml")


def test_a_good_file_is_read() -> None:
    assert read(GOOD).codes[0].signs == ("Heard in the hallway.",)


def test_what_was_read_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        get_rubric().title = "Other"  # type: ignore[misc]


def test_a_place_names_codes_rather_than_numbers() -> None:
    data = {"criteria": [{"code": "A1", "levels": ["a", "b"]}]}
    assert describe_place(("criteria", 0, "levels", 1), data) == "criteria A1 › levels 2"
    assert describe_place((), data) == "the top of the file"


def test_importing_instruments_does_not_import_pydantic() -> None:
    program = "import sys, assessor.instruments.kinds; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
