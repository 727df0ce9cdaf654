"""The item bank and every form stand in Spanish beside the English: whole, alike but for words, plain."""

import re
from collections.abc import Iterator

import pytest

from assessor.instruments.item_banks import find_protected_areas, get_item_bank
from assessor.instruments.kinds import read_any
from assessor.instruments.library import get_text, list_languages
from assessor.instruments.parsing import parse_toml
from assessor.instruments.surveys import Survey, get_survey, list_survey_keys
from assessor.instruments.texts import list_blanks
from assessor.instruments.translations import list_texts, list_untranslated
from assessor.terms import Group

FILES = [
    ("item_banks", "collaboration"),
    ("texts", "paper_form"),
    *(("surveys", key) for key in list_survey_keys()),
]
LEFT_OVER = re.compile(
    r"\b(the|and|of|or|with|school|student|parent|agree|officer|principal|staff|how|what|who|your?|survey)s?\b",
    re.IGNORECASE,
)
EUROPEAN = re.compile(
    r"\b(vosotr[oa]s|os|vuestr\w+|móvil|ordenador|alumn\w+|colegio\w*|profesorado|claustro|instituto|apuntarse"
    r"|vale|curso|aparcar|coger|conserje|policía nacional|guardia civil|folio|dirección del centro|centro)\b",
    re.IGNORECASE,
)
FORMAL = re.compile(r"\b(usted(es)?|sus respuestas|su hijo|marque|conteste|escriba)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(tú|tus?|te|ti|contigo|tienes|puedes|marca|lee|sabes)\b", re.IGNORECASE)


def spanish(kind: str, key: str) -> Iterator[tuple[str, str, str]]:
    """Each text: its path, its English and its Spanish."""
    english, other = list_texts(read_any(kind, key)), list_texts(read_any(kind, key, language="es"))
    yield from ((path, english[path], text) for path, text in other.items())


WORDS = [(f"{key} {path}", *pair) for kind, key in FILES for path, *pair in spanish(kind, key)]


@pytest.mark.parametrize(("kind", "key"), FILES)
def test_nothing_is_left_untranslated(kind: str, key: str) -> None:
    text = get_text(kind, key, language="es")
    data = parse_toml(text.text, f"{key}.es.toml")
    assert list_languages(kind, key, text.version) == ("en", "es")
    assert list_untranslated(read_any(kind, key), data, name=f"{key}.es.toml") == ()


@pytest.mark.parametrize("key", list_survey_keys())
def test_a_form_differs_in_its_words_only(key: str) -> None:
    english, other = get_survey(key), get_survey(key, language="es")
    assert other.language == "es"
    assert skeleton(other) == skeleton(english)
    assert [len(other.opening), len(other.advice)] == [len(english.opening), len(english.advice)]
    assert all(construct.name != twin.name for construct, twin in pairs(other.constructs, english.constructs))


def pairs(some: tuple, others: tuple) -> list[tuple]:  # type: ignore[type-arg]
    return list(zip(some, others, strict=True))


def skeleton(survey: Survey) -> list[object]:
    """What of a form is no words."""
    items = [
        (item.code, item.construct, item.kind, item.reverse, item.scale.code, values(item.scale.options))
        for item in survey.items
    ]
    closing = [(question.code, question.kind, values(question.options)) for question in survey.closing]
    shape = [len(section.items) for section in survey.sections]
    facts = (survey.key, survey.version, survey.group, survey.style, survey.anonymous, survey.minutes)
    return [items, closing, shape, facts, values(survey.scale.options)]


def values(options: tuple) -> list[int]:  # type: ignore[type-arg]
    return [option.value for option in options]


def test_the_spanish_says_that_no_native_speaker_reviewed_it_yet() -> None:
    for key in list_survey_keys():
        assert not get_survey(key, language="es").is_reviewed
        assert get_survey(key).is_reviewed


def test_no_english_is_left_over() -> None:
    alike = {place for place, english, other in WORDS if other == english and other != "No"}
    assert not [place for place in alike if ".hints." not in place]
    assert not [(place, other) for place, _, other in WORDS if LEFT_OVER.search(other)]


def test_blanks_and_numbers_are_those_of_the_english() -> None:
    for place, english, other in WORDS:
        assert sorted(list_blanks(other)) == sorted(list_blanks(english)), place
        numbers = re.compile(r"\d+")
        assert sorted(numbers.findall(other)) == sorted(numbers.findall(english)), place


def test_questions_and_exclamations_open_as_they_close() -> None:
    for place, english, other in WORDS:
        assert other.count("¿") == other.count("?"), place
        assert other.count("¡") == other.count("!"), place
        assert other.count("?") == english.count("?"), place


def test_sentences_end_alike_and_quotes_are_those_of_us_print() -> None:
    for place, english, other in WORDS:
        if "hints" not in place:
            assert (other[-1] in ".?!") == (english.rstrip("”")[-1] in ".?!"), place
        assert not re.search(r"[«»„]|[.,]”|\s[;:?!,.]|[¿¡“]\s", other), place


def test_words_are_those_of_schools_in_the_united_states() -> None:
    assert not [(place, other) for place, _, other in WORDS if EUROPEAN.search(other)]
    for key in set(list_survey_keys()) - {"students_grades_3_4"}:
        assert "oficial de recursos escolares" in " ".join(get_survey(key, language="es").opening)


def respondent_texts(survey: Survey) -> str:
    asked = [item.wording for item in survey.items] + [question.wording for question in survey.closing]
    return " ".join((survey.instruction, *survey.opening, survey.thanks, *asked))


@pytest.mark.parametrize("key", list_survey_keys())
def test_adults_are_addressed_as_usted_and_students_as_tu(key: str) -> None:
    survey = get_survey(key, language="es")
    wrong, right = (FORMAL, FAMILIAR) if survey.group is Group.STU else (FAMILIAR, FORMAL)
    assert not wrong.findall(respondent_texts(survey))
    assert right.search(respondent_texts(survey))


@pytest.mark.parametrize("key", [key for key in list_survey_keys() if key.startswith("students")])
def test_students_read_short_sentences_that_deny_nothing(key: str) -> None:
    survey = get_survey(key, language="es")
    for item in survey.items:
        assert not item.reverse
        assert not re.match(r"¿?(No|Nunca|Nadie|Ningún)\b", item.wording)
        assert len(item.wording.split()) <= 24, item.wording
    sentences = re.split(r"(?<=[.?!])\s", " ".join((survey.instruction, *survey.opening, survey.thanks)))
    assert max(len(sentence.split()) for sentence in sentences) <= 22


def test_the_answers_of_a_scale_can_be_told_apart_in_either_language() -> None:
    for scale, other in pairs(get_item_bank().scales, get_item_bank(language="es").scales):
        for labels in (scale, other):
            offered = [option.label.casefold() for option in labels.options]
            assert len({*offered, labels.dont_know.casefold()}) == len(labels.options) + 1


@pytest.mark.parametrize(
    "wording",
    [
        "¿Te han arrestado?",
        "¿Usas drogas?",
        "¿Te sientes deprimido?",
        "¿Tu familia es inmigrante?",
        "¿Vas a la iglesia?",
    ],
)
def test_the_guard_knows_the_protected_subjects_in_spanish(wording: str) -> None:
    assert find_protected_areas(wording, get_item_bank(language="es").student_guard)


def test_spanish_student_wording_touches_no_protected_area() -> None:
    guard = get_item_bank(language="es").student_guard
    for key in ("students", "students_statements", "students_grades_3_4"):
        asked = [item.wording for item in get_survey(key, language="es").items]
        assert not [wording for wording in asked if find_protected_areas(wording, guard)]


@pytest.mark.parametrize("key", ["sro", "administrators"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("not anonymous", "will be shown to", "leaders named", "“consultant only”")),
        ("es", ("no es anónimo", "se mostrarán", "líderes que se nombran", "“solo para el consultor”")),
    ],
)
def test_the_form_of_either_party_asks_the_consent_of_the_pair(
    key: str, language: str, said: tuple[str, ...]
) -> None:
    opening = " ".join(get_survey(key, language=language).opening)
    assert all(words in opening for words in said)
