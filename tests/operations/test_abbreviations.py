"""Abbreviations expanded before the cursor."""

import pytest

from assessor.operations.abbreviations import Expansion, expand_before

WORDS = {"ap": "assistant principal", "sro": "SRO", "504": "504 plan"}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("asks the ap", "asks the assistant principal"),
        ("ap", "assistant principal"),
        ("Ap", "Assistant principal"),
        ("AP", "assistant principal"),
        ("the sro", "the SRO"),
        ("(sro", "(SRO"),
        ("has a 504", "has a 504 plan"),
    ],
)
def test_the_word_before_the_cursor_is_expanded(typed: str, expected: str) -> None:
    assert expand_before(typed, len(typed), WORDS) == Expansion(expected, len(expected))


def test_what_stands_after_the_cursor_stays() -> None:
    assert expand_before("the ap said", 6, WORDS) == Expansion("the assistant principal said", 23)


@pytest.mark.parametrize("typed", ["", "the ", "map", "the SRO", "the principal", "ap."])
def test_other_words_are_left_as_they_are(typed: str) -> None:
    assert expand_before(typed, len(typed), WORDS) is None
