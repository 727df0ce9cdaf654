"""Lines as a note-taker types them: speakers, quotes, signs, marks and tallies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessor.operations.typed_lines import (
    ConcernLine,
    JumpLine,
    NotedLine,
    PresenceLine,
    Speakers,
    TalliedLine,
    is_stub,
    read_line,
    split_behavior,
    split_speakers,
)
from assessor.terms import Fidelity, RemarkKind

NINE = range(1, 10)


@pytest.mark.parametrize(
    ("typed", "seats", "rest"),
    [
        ("4 Calls the office.", (4,), "Calls the office."),
        ("3+5 Both nod.", (3, 5), "Both nod."),
        ("3 + 5 Both nod.", (3, 5), "Both nod."),
        ("3,5 Both nod.", (3, 5), "Both nod."),
        ("3+3 Nods.", (3,), "Nods."),
        ("4 ", (4,), ""),
        ("? Somebody at the back.", (), "Somebody at the back."),
    ],
)
def test_a_line_begins_with_who_spoke(typed: str, seats: tuple[int, ...], rest: str) -> None:
    speakers, left = split_speakers(typed, NINE)

    assert speakers is not None
    assert (speakers.seats, left) == (seats, rest)
    assert speakers.typed + left == typed
    assert speakers.is_unknown is (not seats)


@pytest.mark.parametrize("typed", ["4", "14 students were sent out.", "4th period is worst.", "?", "2027 is"])
def test_a_number_that_is_no_seat_is_text(typed: str) -> None:
    assert split_speakers(typed, NINE) == (None, typed)


def test_a_number_nobody_has_at_this_table_is_text() -> None:
    assert split_speakers("4 officers came.", (1, 2, 3)) == (None, "4 officers came.")


def test_words_without_a_mark_are_a_paraphrase() -> None:
    assert read_line("4 Calls the office first.", NINE) == NotedLine("Calls the office first.", seats=(4,))


def test_a_speaker_set_before_is_not_looked_for_again() -> None:
    assert read_line("3 doors were open.", NINE, speakers=Speakers((4,), "4 ")) == NotedLine(
        "3 doors were open.", seats=(4,)
    )


@pytest.mark.parametrize(
    "typed", ['3 "I call whoever answers."', "3 “I call whoever answers.”", '3 "I call whoever answers.']
)
def test_an_opening_quotation_mark_notes_words_as_spoken(typed: str) -> None:
    assert read_line(typed, NINE) == NotedLine(
        "I call whoever answers.", fidelity=Fidelity.VERBATIM, is_quote=True, seats=(3,)
    )


@pytest.mark.parametrize("typed", ['8 "With the radio you always...', '8 "With the radio you always…"'])
def test_words_left_open_are_flagged_and_not_yet_word_for_word(typed: str) -> None:
    line = read_line(typed, NINE)

    assert isinstance(line, NotedLine)
    assert (line.is_quote, line.fidelity) == (True, Fidelity.NEAR)
    assert is_stub(line.text)


def test_spoken_words_inside_a_paraphrase_keep_their_marks_and_are_only_near() -> None:
    assert read_line('"No list" is what new staff say.', NINE) == NotedLine(
        '"No list" is what new staff say.', fidelity=Fidelity.NEAR, is_quote=True
    )


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        (";; P2 looks at P6.", RemarkKind.OBSERVER, "P2 looks at P6."),
        (";;two laugh", RemarkKind.OBSERVER, "two laugh"),
        (">> Who keeps the binder?", RemarkKind.PARKED, "Who keeps the binder?"),
        (":nod", RemarkKind.NONVERBAL, "Nod"),
        (":l", RemarkKind.NONVERBAL, "Laugh"),
        (":si", RemarkKind.NONVERBAL, "Si"),
        (":laugh at the binder", RemarkKind.NONVERBAL, "Laugh: at the binder"),
        (":eyeroll", RemarkKind.NONVERBAL, "Eyeroll"),
    ],
)
def test_marks_at_the_start_tell_other_kinds_of_line(typed: str, kind: RemarkKind, text: str) -> None:
    assert read_line(typed, NINE) == NotedLine(text, kind)


@pytest.mark.parametrize("typed", [":nod 3 5", "3+5 :nod", "3 :nod 5"])
def test_those_who_nod_can_stand_on_either_side(typed: str) -> None:
    assert read_line(typed, NINE) == NotedLine("Nod", RemarkKind.NONVERBAL, seats=(3, 5))


@pytest.mark.parametrize(
    ("typed", "tally"),
    [
        ("+5-1", TalliedLine(1, 1, (5,), (1,))),
        ("+5", TalliedLine(1, 0, (5,))),
        ("-6", TalliedLine(0, 1, (), (6,))),
        ("−6", TalliedLine(0, 1, (), (6,))),
        ("=3", TalliedLine(0, 0, (), (), (3,))),
        ("+2 4 -6 =3", TalliedLine(2, 1, (2, 4), (6,), (3,))),
        ("=3 +2, 4 -6", TalliedLine(2, 1, (2, 4), (6,), (3,))),
        ("+2 +4", TalliedLine(2, 0, (2, 4))),
        ("#5-1", TalliedLine(5, 1)),
        ("# 5 - 1 / 9", TalliedLine(5, 1, present=9)),
        ("#5/9", TalliedLine(5, present=9)),
        ("#5", TalliedLine(5)),
        ("+2 4 7", TalliedLine(3, 0, (2, 4, 7))),
        ("+2,4,7 -6", TalliedLine(3, 1, (2, 4, 7), (6,))),
        ("-3 8", TalliedLine(0, 2, (), (3, 8))),
        ("+4,", TalliedLine(1, 0, (4,))),
    ],
)
def test_signs_and_numbers_alone_are_a_tally(typed: str, tally: TalliedLine) -> None:
    assert read_line(typed, NINE) == tally


@pytest.mark.parametrize(
    "typed",
    ["+5 said yes", "- and then", "#metoo", "+", "-", "=", "C4 form", "and/or", "/ or", "/out of order"],
)
def test_signs_with_words_are_text(typed: str) -> None:
    assert read_line(typed, NINE) == NotedLine(typed.strip())


@pytest.mark.parametrize("typed", ["", "   ", "4 ", '4 "', '""', ";;", ">> ", ":", "~", '4 ~"', "!!", "/"])
def test_nothing_typed_is_nothing_to_note(typed: str) -> None:
    assert read_line(typed, NINE) is None


@given(st.text())
def test_any_line_is_read_without_fault_and_loses_no_words(typed: str) -> None:
    line = read_line(typed, NINE)
    if isinstance(line, NotedLine) and line.kind is RemarkKind.SAID:
        assert line.text
        assert line.text in typed


@pytest.mark.parametrize(
    ("typed", "code", "rest"),
    [
        ("sup Greets students at the door.", "SUP", "Greets students at the door."),
        ("SUP ", "SUP", ""),
        ("sup", "", "sup"),
        ("supper is late", "", "supper is late"),
        ("enforces a rule", "", "enforces a rule"),
    ],
)
def test_an_observed_line_begins_with_its_behavior_code(typed: str, code: str, rest: str) -> None:
    assert split_behavior(typed, ("SUP", "ENF")) == (code, rest)


@pytest.mark.parametrize(
    "typed", ["4 ~the radio takes too long", '4 ~"the radio takes too long"', "4 ~ the radio takes too long"]
)
def test_a_wave_marks_words_nearly_as_they_were_spoken(typed: str) -> None:
    assert read_line(typed, NINE) == NotedLine(
        "the radio takes too long", fidelity=Fidelity.NEAR, is_quote=True, seats=(4,)
    )


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("/out 9", PresenceLine((9,), is_there=False)),
        ("/OUT 5 7", PresenceLine((5, 7), is_there=False)),
        ("/out 5, 7", PresenceLine((5, 7), is_there=False)),
        ("/in 10", PresenceLine((10,), is_there=True)),
        ("/T4", JumpLine("T4")),
        ("/t4 ", JumpLine("t4")),
        ("/in", JumpLine("in")),
    ],
)
def test_a_stroke_says_who_left_or_came_or_what_is_asked(typed: str, line: PresenceLine | JumpLine) -> None:
    assert read_line(typed, NINE) == line


@pytest.mark.parametrize(
    ("typed", "seats"), [("!!may be hurt at home", ()), ("4 !! may be hurt at home", (4,))]
)
def test_two_exclamation_marks_set_a_concern_apart(typed: str, seats: tuple[int, ...]) -> None:
    assert read_line(typed, NINE) == ConcernLine("may be hurt at home", seats)
