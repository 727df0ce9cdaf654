"""A file is packed as it came, and a table written anew reads as it did."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.packed_tables import FilePacker, pack_csv, unpack_bytes
from assessor.exchange.survey_tables import TableChoices, read_survey_table
from assessor.exchange.unreadable import UnreadableFile
from assessor.progress import finish

_CELLS = st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs", "Cc"]), max_size=8)
_ODD = st.sampled_from(["", " ", 'say "hi"', "a,b", "two\nlines", "two\r\nlines", "'", '"', "=1+1", " x "])
_ROWS = st.lists(st.lists(_CELLS | _ODD, min_size=3, max_size=3), min_size=1, max_size=6)


def test_a_file_is_packed_whole_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Q1\r\n" + b"yes\r\n" * 2_000_000)
    packer = FilePacker(path)
    assert packer.step()
    packed, sha256 = packer.finish()
    assert unpack_bytes(packed) == path.read_bytes()
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert len(packed) < 100_000


def test_a_file_that_is_gone_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"“gone\.csv” cannot be read: it cannot be opened"):
        FilePacker(tmp_path / "gone.csv").finish()


@given(_ROWS)
def test_a_table_written_anew_holds_the_same_cells(rows: list[list[str]]) -> None:
    lines = [",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows]
    data = "\r\n".join(["Q1,Q2,Q3", *lines]).encode()
    choices = TableChoices("utf-8", ",", header_rows=1)
    table = read_survey_table(data, "a.csv", choices)
    again = read_survey_table(unpack_bytes(finish(pack_csv(table, str))), "a.csv", choices)
    assert (again.rows, again.header) == (table.rows, table.header)


def test_the_cells_are_worded_as_told() -> None:
    table = read_survey_table(b"Q1,Q2\nyes,no\n", "a.csv")
    assert unpack_bytes(finish(pack_csv(table, str.upper))) == b"Q1,Q2\r\nYES,NO\r\n"
