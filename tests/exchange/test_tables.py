"""Delimited text becomes rows of cells, or one sentence with the line where it goes wrong."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.exchange.tables import DelimitedText, read_delimited
from assessor.exchange.unreadable import UnreadableFile


def read(text: str, **choices: str) -> DelimitedText:
    return read_delimited(text.encode(), "survey.csv", **choices)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_by_trial(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]])
    found = read(text)
    assert (found.delimiter, found.rows[1]) == (delimiter, ("1", "2", "3"))


def test_commas_in_the_answers_do_not_hide_a_semicolon() -> None:
    assert read('q1;q2\n"yes, often, really";1,5\n"no, never, ever";2,5\n').delimiter == ";"


def test_the_line_in_which_excel_names_the_separator_is_believed() -> None:
    found = read("sep=;\r\na;b\r\n1;2\r\n")
    assert (found.delimiter, found.rows) == (";", (("a", "b"), ("1", "2")))


def test_the_user_may_choose_the_delimiter() -> None:
    assert read("a|b,c\n1|2,3\n", delimiter="|").rows[0] == ("a", "b,c")


def test_quoted_cells_keep_delimiters_quotation_marks_and_line_breaks() -> None:
    assert read('"a,b","say ""hi""","two\nlines"\n1,2,3\n').rows[0] == ("a,b", 'say "hi"', "two\nlines")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_row(end: str) -> None:
    assert len(read(end.join(["a,b", "1,2", "3,4", ""])).rows) == 3


def test_blank_rows_are_left_out() -> None:
    assert read("a,b\n\n,\n1,2\n \n\n").rows == (("a", "b"), ("1", "2"))


def test_formulas_stay_text() -> None:
    cell = "=cmd|' /C calc'!A0"
    assert read(f"name,comment\nx,{cell}\n").rows[1][1] == cell


def test_one_column_is_a_table_too() -> None:
    assert read("comment\nfine\nnot fine\n").rows == (("comment",), ("fine",), ("not fine",))


def test_characters_that_turn_the_reading_direction_are_kept_and_told() -> None:
    found = read("a,b\nabc\u202edef,2\n")
    assert found.turns_direction
    assert found.rows[1][0] == "abc\u202edef"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('a,b\n1,"never closed\n2,3\n', "starts on line 2 opens a quotation mark that is never closed"),
        ('a,b\n1,2\n"x"y,3\n', "starts on line 3 has a single quotation mark inside"),
        ("a,b\n" + "x" * 200_000 + ",1\n", "starts on line 2 has a cell of more than 131,072 characters"),
        (",".join("a" * 16_385) + "\n", "line 1 has more than 16,384 columns"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read(text)


def test_as_many_columns_as_a_worksheet_has_are_read() -> None:
    assert len(read(",".join(["a"] * 16_384) + "\n").rows[0]) == 16_384


def test_a_line_without_end_is_stopped_at_its_bound() -> None:
    with pytest.raises(UnreadableFile, match="more than"):
        read('a,b\n"' + "x,y\n" * 5_000_000)


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="more than 1,048,576 rows"):
        read("a,b\n" * 1_048_577)


_CELLS = st.text(
    alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=12
).filter(lambda cell: bool(cell.strip()))


@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=2, max_size=8))
def test_what_a_csv_writer_writes_is_read_back(rows: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows(rows)
    found = read_delimited(buffer.getvalue().encode("utf-8-sig"), "x.csv", delimiter=",")
    assert found.rows == tuple(tuple(row) for row in rows)


@given(st.text(alphabet='a1,;\t|"\n\r =\ufeffé\u202e', max_size=120))
def test_any_text_gives_rows_or_the_one_sentence(text: str) -> None:
    with suppress(UnreadableFile):
        assert all(read(text).rows)
