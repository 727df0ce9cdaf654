"""No answer, don't know and an answer are told apart."""

import pytest

from assessor.exchange.answers import as_number, is_dont_know, is_no_answer, missing_codes


@pytest.mark.parametrize(
    "value",
    [
        *("", "  ", "NA", "n/a", "#N/A", "NULL", "None", "Not selected", "No answer", "-99", "."),
        *("Prefer not to answer", "prefer not to say", "[not completed]", "N/A\u00a0"),
        *("No aplica", "Prefiero no contestar"),
    ],
)
def test_these_are_no_answer(value: str) -> None:
    assert is_no_answer(value)
    assert not is_dont_know(value)


@pytest.mark.parametrize(
    "value",
    [
        "Don't know",
        "Don’t know / no contact",
        "No basis to judge",
        "Not sure",
        "DK",
        "Unfamiliar (N/A)",
        "I don't know.",
        "No sé / sin contacto",
        "No lo sé",
        "no se",
    ],
)
def test_these_are_answers_off_the_scale(value: str) -> None:
    assert is_dont_know(value)
    assert not is_no_answer(value)


@pytest.mark.parametrize(
    "value",
    ["No", "0", "-1", "Neutral", "I don't know where to report a concern about the SRO", "No se aplica"],
)
def test_these_are_answers(value: str) -> None:
    assert not is_no_answer(value)
    assert not is_dont_know(value)


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (["1", "5", "-9", "-1"], {"-9", "-1"}),
        (["1", "5", "-9", ""], {"-9"}),
        (["-1", "-2"], set()),
        (["-1", "yes"], set()),
        (["-12", "3"], set()),
    ],
)
def test_negative_codes_are_no_answer_only_among_positive_numbers(values: list[str], codes: set[str]) -> None:
    assert missing_codes(values) == codes


@pytest.mark.parametrize(
    ("value", "number"),
    [("1,234", 1234.0), ("3.5", 3.5), (" 7 ", 7.0), ("1,2", None), ("x", None), ("1e9", None)],
)
def test_numbers_are_read_plainly(value: str, number: float | None) -> None:
    assert as_number(value) == number
