"""Answers packed by column come back as they were."""

from array import array
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.store.answer_columns import AnswerColumn, column_of, pack, pack_rows, unpack

ANSWERS = st.one_of(
    st.integers(-9, 10),
    st.just("DK"),
    st.text(max_size=8),
    st.lists(st.text(max_size=4), max_size=3),
)


def rows_of(content: bytes, n: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [{} for _ in range(n)]
    for code, column in unpack(content).items():
        for row, answer in zip(rows, column.as_list(), strict=True):
            if answer is not None:
                row[code] = answer
    return rows


@given(st.lists(st.dictionaries(st.text(min_size=1, max_size=4), ANSWERS)))
def test_respondents_come_back_as_they_answered(rows: list[dict[str, Any]]) -> None:
    assert rows_of(pack_rows(rows), len(rows)) == rows


@pytest.mark.parametrize("many", [200, 300, 70_000])
def test_a_column_of_many_different_answers_comes_back(many: int) -> None:
    answers = [f"Comment {number}" for number in range(many)]
    assert unpack(pack({"OPN1": column_of(answers)}))["OPN1"].as_list() == answers


def test_the_same_answers_are_the_same_bytes() -> None:
    rows = [{"SAF1": 4}, {"SAF1": "DK", "OPN1": "¿Qué?"}, {}]
    assert pack_rows(rows) == pack_rows([dict(row) for row in rows])


def test_one_and_true_and_their_texts_stay_apart() -> None:
    assert column_of([1, "1", True, None, 1]).values == (None, 1, "1", True)


def test_columns_of_unlike_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="as many places"):
        pack({"A": column_of([1]), "B": column_of([1, 2])})


@pytest.mark.parametrize("content", [b"", b"answers", b"PK\x03\x04"])
def test_bytes_that_hold_no_answers_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="hold no answers"):
        unpack(content)


def test_a_place_in_a_column_is_one_answer() -> None:
    column = AnswerColumn((None, 4, "DK"), array("I", [1, 0, 2]))
    assert (len(column), column[0], column[1], column[2]) == (3, 4, None, "DK")
