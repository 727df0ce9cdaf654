"""Names in what was said: codes take their place, and words that only look like names stay."""

import pytest

from assessor.operations.pseudonyms import Pseudonyms

CODES = {
    "Maria Alvarez": "TCH-01",
    "George Martin": "TCH-02",
    "George Harrison": "TCH-03",
    "Dr. Will Brown (he/him)": "ADM-01",
    "Speaker 4": "TCH-04",
    "Ana O’Neill-Smith": "TCH-05",
}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Ask Maria Alvarez about it.", "Ask TCH-01 about it."),
        ("ask MARIA  ALVAREZ about it", "ask TCH-01 about it"),
        ("Maria’s list, says Alvarez.", "TCH-01’s list, says TCH-01."),
        ("George called.", "[name] called."),
        ("Martin and Harrison.", "TCH-02 and TCH-03."),
        ("Speaker 4 has left; the speaker is loud.", "TCH-04 has left; the speaker is loud."),
        ("I told Will that. Will it work?", "I told ADM-01 that. Will it work?"),
        ("The brown door and the Brown family.", "The brown door and the ADM-01 family."),
        ("Ana left with O’Neill-Smith.", "TCH-05 left with TCH-05."),
        ("Marianne and Georgetown.", "Marianne and Georgetown."),
        ("The doctor is in.", "The doctor is in."),
    ],
)
def test_names_become_codes_and_words_stay_words(said: str, shown: str) -> None:
    assert Pseudonyms(CODES).replace(said) == shown


def test_without_names_nothing_changes() -> None:
    assert Pseudonyms({}).replace("Maria") == "Maria"
    assert Pseudonyms({" ": "TCH-01"}).replace("Maria") == "Maria"


WORDS_TOO = {
    "Will": "SRO-01",
    "Grace Hill": "TCH-07",
    "May Long": "PAR-02",
    "Hope": "STU-01",
    "Mark": "ADM-02",
}


@pytest.mark.parametrize(
    "sentence",
    [
        "They will mark it, by the grace of someone, and hope it may work.",
        "Will it be read? Hope so. Mark my words: May is too late.",
        "In May the long list; since May 2026; May 5 at the latest.",
        "At Hope High School, near Grace Street.",
        "the grace hill walk",
    ],
)
def test_names_that_are_words_stay_words_in_ordinary_sentences(sentence: str) -> None:
    assert Pseudonyms(WORDS_TOO).replace(sentence) == sentence


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("I asked Will and Hope.", "I asked SRO-01 and STU-01."),
        ("Officer Will came.", "Officer SRO-01 came."),
        ("Grace Hill said it; Mr. Mark did not.", "TCH-07 said it; Mr. ADM-02 did not."),
        ("She told May about it.", "She told PAR-02 about it."),
    ],
)
def test_names_that_are_words_become_codes_where_they_are_names(said: str, shown: str) -> None:
    assert Pseudonyms(WORDS_TOO).replace(said) == shown


def test_names_are_found_with_their_places_and_those_that_may_be_words_too() -> None:
    text = "Will asked Grace Hill, will he?"
    assert Pseudonyms(WORDS_TOO).find(text) == [
        (0, 4, "SRO-01", False),
        (11, 21, "TCH-07", True),
    ]


def test_a_first_name_alone_on_the_roster_is_no_word_in_small_letters() -> None:
    assert Pseudonyms({"Rosa": "STU-02"}).replace("Rosa has a rosa dress.") == "STU-02 has a rosa dress."


@pytest.mark.parametrize("said", ["I told María Álvarez.", "I told Maria Alvarez.", "I told María Alvarez."])
@pytest.mark.parametrize("name", ["María Álvarez", "Maria Alvarez"])
def test_accents_left_out_or_put_in_make_no_other_name(name: str, said: str) -> None:
    assert Pseudonyms({name: "TCH-08"}).replace(said) == "I told TCH-08."


def test_accents_and_apostrophes_elsewhere_stay_as_they_were() -> None:
    names = Pseudonyms({"Ana O'Neill": "TCH-05"})
    assert names.replace("Señora O’Neill’s café, ¿no?") == "Señora TCH-05’s café, ¿no?"
