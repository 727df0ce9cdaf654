"""Every string against the type it will be set in."""

from dataclasses import replace

from tests.report.specimen import harlow_ridge

from assessor.operations.strategic_plan.front import Front, Quote
from assessor.report.glyphs import SUBSTITUTE, fit_for_print, known_characters
from assessor.report.levels import CONFIDENCE_MARKS, HEALTH_MARKS, LEVEL_MARKS, RAISED_MARKS


def test_a_character_the_type_lacks_is_replaced_and_reported_once() -> None:
    quote, missing = fit_for_print(Quote("A-1", "学校 is school, 学 is learning"))
    assert quote.words == f"{SUBSTITUTE}{SUBSTITUTE} is school, {SUBSTITUTE} is learning"
    assert [found.character for found in missing] == ["学", "校"]
    assert "学校 is school" in str(missing[0])


def test_names_of_the_world_that_the_type_has_stay_as_they_are() -> None:
    words = "Núñez, Søren, Łukasz, Nguyễn, Ивана, Αθηνά, Kapiʻolani"
    quote, missing = fit_for_print(Quote("A-1", words))
    assert (quote.words, missing) == (words, ())


def test_letters_of_other_looks_become_the_letters_they_stand_for() -> None:
    quote, missing = fit_for_print(Quote("A-1", "①, Ｈi, café"))
    assert quote.words == "1, Hi, café"
    assert missing == ()


def test_typewriter_quotes_become_typographic_ones() -> None:
    words = "He said \"we don't\" ('not now'), in the '90s"
    assert fit_for_print(Quote("A-1", words))[0].words == "He said “we don’t” (‘not now’), in the ’90s"


def test_invisible_characters_that_turn_or_hide_text_are_left_out() -> None:
    assert fit_for_print(Quote("A-1", "a\u202eb\u200bc\x07d\te\r\nf"))[0].words == "abcd e\nf"


def test_addresses_and_identifiers_are_left_as_they_are() -> None:
    front = Front("a", "b", identifier="it's-1", language="en-US")
    assert fit_for_print(front)[0].identifier == "it's-1"


def test_a_plan_that_needs_nothing_comes_back_equal() -> None:
    plan = harlow_ridge()
    assert fit_for_print(plan) == (plan, ())


def test_every_level_of_a_plan_is_looked_through() -> None:
    plan = harlow_ridge()
    finding = replace(plan.findings.findings[0], proposal="校")
    deep = replace(plan, findings=replace(plan.findings, findings=(finding,)))
    fitted, missing = fit_for_print(deep)
    assert fitted.findings.findings[0].proposal == SUBSTITUTE
    assert len(missing) == 1


def test_the_shapes_that_carry_status_are_in_the_sans_they_are_set_in() -> None:
    """The serif lacks ● and ○, so shapes only ever stand in the sans."""
    from fontTools.ttLib import TTFont

    from assessor.places import shipped

    marks = {
        *LEVEL_MARKS.values(),
        *CONFIDENCE_MARKS.values(),
        *HEALTH_MARKS.values(),
        *RAISED_MARKS.values(),
    }
    for face in ("Regular", "Semibold"):
        with TTFont(shipped("resources", "fonts", f"SourceSans3-{face}.ttf")) as font:
            assert {ord(mark) for mark in marks} <= set(font.getBestCmap())
    assert {ord(letter) for letter in "≥≤→·–−×÷“”…§"} <= known_characters()
