"""Survey forms as XLSForm on the command line."""

from pathlib import Path

import pytest
from pyxform.xls2xform import convert
from tests.test_cli import assessor

from assessor.operations.survey_forms.forms import list_forms
from assessor.store import Engagement


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new engagement, made by the command."""
    made = tmp_path / "larkfield.assessor"
    assert assessor("new", made, "--client", "Larkfield Unified").code == 0
    return made


def test_a_form_is_written_and_taken_in_again(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "sro.xlsx"
    written = assessor("export", "xlsform", file, "sro", out)
    assert (written.code, written.err) == (0, "")
    assert written.out.endswith("version 1: 33 questions.\n")
    assert "<h:title>" in convert(out).xform

    taken = assessor("import", "xlsform", file, out)
    assert (taken.code, taken.err) == (0, "")
    assert "with 33 questions brought in" in taken.out
    with Engagement.open(file) as engagement:
        assert [row.items for row in list_forms(engagement) if row.is_own] == [33]


def test_a_real_form_tells_what_was_left_out(file: Path, samples: Path) -> None:
    source = samples / "survey" / "kobo_ona" / "xlsform_multilingual_good_eats.xlsx"
    refused = assessor("import", "xlsform", file, source)
    assert (refused.code, refused.out) == (1, "")
    assert "whom this form asks" in refused.err

    taken = assessor("import", "xlsform", file, source, "--group", "PAR", "--title", "Eating out")
    assert taken.code == 0
    assert taken.out.startswith(f"{source.name}: “Eating out” with ")
    assert "Left out: gps (geopoint), of a type that is not known." in taken.out


def test_a_form_that_is_not_there_is_one_sentence(file: Path, tmp_path: Path) -> None:
    ended = assessor("export", "xlsform", file, "nobody", tmp_path / "a.xlsx")

    assert (ended.code, ended.out) == (1, "")
    assert "There is no survey form “nobody”" in ended.err
    assert not (tmp_path / "a.xlsx").exists()


def test_a_file_that_is_no_form_changes_nothing(file: Path, tmp_path: Path) -> None:
    source = tmp_path / "form.xlsx"
    source.write_bytes(b"PK\x03\x04 broken")
    ended = assessor("import", "xlsform", file, source, "--group", "SRO")

    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    with Engagement.open(file) as engagement:
        assert not [row for row in list_forms(engagement) if row.is_own]
