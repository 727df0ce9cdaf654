"""Every text that people read is clean: balanced quotes, no markup, US spelling, signs the fonts have."""

import re
from collections.abc import Iterator

import pytest

from assessor.instruments.kinds import KINDS, read_any
from assessor.instruments.library import list_files
from assessor.instruments.translations import list_texts

BRITISH = re.compile(
    r"\b(\w*behaviour\w*|offence\w*|programme\w*|counsell\w+|colour\w*|cent(?:re|res|red)"
    r"|\w*(?:organis|recognis|summaris|prioritis|minimis|emphasis(?=e)|apologis|immobilis|specialis(?!t)|standardis)\w*"
    r"|analys(?:e|es|ed|ing)|judgement\w*|practis\w+|licence\w*|defence\w*|favour\w*|neighbour\w*|grey\w*"
    r"|cancell(?:ed|ing)|labell\w+|travell\w+|honour\w*|labour\w*|rumour\w*|enrol|enrols|enrolment\w*|fulfil|fulfils"
    r"|catalogue\w*|learnt|whilst|amongst|afterwards|towards|cheque\w*|per cent|dialogue|mum|timetable\w*)\b",
    re.IGNORECASE,
)
MARKUP = re.compile(r"\*\*|`|\]\(|^#|^[-*] |\||</|&[a-z]+;|(?<!_)__(?!_)|\[[VDGS][0-9]?\b|  ")
SIGNS = set("“”‘’–—−÷×→≥≤§é…")
SPANISH_SIGNS = set("áéíóúüñÁÉÍÓÚÜÑ¿¡º")


def read_all_texts() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for file in list_files(kind):
            instrument = read_any(kind, file.key, file.version, file.language)
            for path, text in list_texts(instrument).items():
                yield f"{file.name} {path}", text


TEXTS = dict(read_all_texts())


def find(complaint: re.Pattern[str]) -> dict[str, str]:
    return {place: text for place, text in TEXTS.items() if complaint.search(text)}


def test_there_is_much_to_read() -> None:
    assert len(TEXTS) > 2000


def test_quotes_and_brackets_are_balanced() -> None:
    for opening, closing in ("“”", "()", "[]", "{}"):
        assert not [place for place, text in TEXTS.items() if text.count(opening) != text.count(closing)]


def test_quotes_and_apostrophes_are_typographic() -> None:
    assert not find(re.compile(r"[\"']"))


def test_no_markup_or_evidence_mark_is_left_over() -> None:
    assert not find(MARKUP)


def test_spelling_is_american() -> None:
    assert not find(BRITISH)


@pytest.mark.parametrize(
    "word", ["behaviour", "Offences", "counselling", "organisation", "grey", "cancelled", "centre"]
)
def test_the_spelling_check_finds_british_words(word: str) -> None:
    assert BRITISH.search(f"some {word} here")


@pytest.mark.parametrize(
    "word", ["behavior", "offense", "counselor", "emphasis", "analysis", "canceled", "color"]
)
def test_the_spelling_check_leaves_american_words_alone(word: str) -> None:
    assert not BRITISH.search(f"some {word} here")


def test_only_signs_that_the_fonts_hold_are_used() -> None:
    for place, text in TEXTS.items():
        allowed = SIGNS | SPANISH_SIGNS if ".es.toml " in place else SIGNS
        assert {sign for sign in text if not sign.isascii()} <= allowed, place


def test_texts_that_are_sentences_end_like_one() -> None:
    ends = re.compile(
        r"(?:paragraphs|consent|opening|content)\.\d+$|\.(?:look_for|purpose|meaning|act|action|definition)$"
    )
    odd = {
        place: text
        for place, text in TEXTS.items()
        if ends.search(place) and "trainings" not in place and not re.search(r"[.?!,:”_]$|No$", text)
    }
    assert not odd
