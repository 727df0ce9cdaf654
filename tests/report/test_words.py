"""The words and figures of print."""

from datetime import date
from decimal import Decimal

import pytest

from assessor.report import words

NB = words.NO_BREAK


def test_the_last_two_words_stay_together() -> None:
    assert words.bound("Everyone else answered anonymously.") == f"Everyone else answered{NB}anonymously."


@pytest.mark.parametrize("text", ["", "One", "Two words", f"a {'x' * 30} {'y' * 30}"])
def test_too_few_or_too_long_words_are_left_to_break(text: str) -> None:
    assert words.bound(text) == text


def test_a_long_heading_keeps_three_words_together_and_breaks_by_hand_with_a_space() -> None:
    long = "Settle it low, settle it soon, and write down what changes"
    assert words.heading(long).endswith(f"write down{NB}what{NB}changes")
    assert words.heading("The first.\nThe second.") == f"The{NB}first. <br>The{NB}second.".replace(
        f"The{NB}", "The "
    )


def test_a_heading_is_escaped() -> None:
    assert "<b>" not in words.heading("Not <b>bold</b> at all")


def test_the_stressed_phrase_is_bold_and_the_rest_escaped() -> None:
    assert words.stressed("Sign <one> agreement now", "agreement") == "Sign &lt;one&gt; <b>agreement</b> now"
    assert words.stressed("Nothing here", "agreement") == "Nothing here"


def test_dates_are_american() -> None:
    assert words.us_date(date(2027, 6, 30)) == "June 30, 2027"
    assert words.short_date(date(2027, 1, 15)) == "Jan 15, 2027"
    assert words.month_span([date(2026, 8, 1), date(2027, 6, 1)]) == "August 2026 to June 2027"


def test_numbers_are_words_to_ten_in_prose() -> None:
    assert [words.number_word(number) for number in (0, 9, 10, 11, 2910)] == [
        "zero",
        "nine",
        "ten",
        "11",
        "2,910",
    ]


def test_a_count_says_a_dash_where_there_was_none_and_zero_where_there_was() -> None:
    assert [words.count(number) for number in (None, 0, 1904)] == ["–", "0", "1,904"]


def test_lists_and_sentences_are_put_together() -> None:
    assert words.listed(["F1", "F2", "F7"]) == "F1, F2 and F7"
    assert words.listed([]) == ""
    assert words.sentences(("A teacher", "", "Most agreed.")) == "A teacher. Most agreed."


def test_decimals_lose_their_zeros() -> None:
    assert [words.plain_number(Decimal(text)) for text in ("2", "1.50", "40")] == ["2", "1.5", "40"]


def test_units_of_a_key_figure_are_small() -> None:
    assert words.figure_markup("46%") == "46<small>%</small>"
    assert words.figure_markup("2 of 6") == "2 <small>of</small> 6"
    assert words.figure_markup("<1%") == "&lt;1<small>%</small>"


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "mailto:a@example.org", " https://example.org "]
)
def test_web_and_mail_addresses_become_links(address: str) -> None:
    assert words.is_linkable(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://example.org",
        "java\nscript:x",
        "https:",
        "x",
        "",
        "https://[x",
    ],
)
def test_other_addresses_are_printed_without_a_link(address: str) -> None:
    assert not words.is_linkable(address)
    assert "<a" not in words.linked("here", address)


def test_no_two_codes_share_an_anchor() -> None:
    assert words.anchor("A2.1") == "a2-1"
    assert words.anchor("G1") != words.anchor("Gé1")
