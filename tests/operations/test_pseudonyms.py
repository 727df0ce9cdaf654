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
