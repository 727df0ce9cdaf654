"""Notes judged by what was said: who spoke, what was worth quoting, and who agreed."""

from dataclasses import replace

import pytest

from assessor.analysis.note_scores import (
    Caught,
    LineTaken,
    NoteScores,
    Share,
    Told,
    score_notes,
    word_similarity,
)
from assessor.terms import Fidelity

ASKED = Told(0, 5, (), "When did you last have anything to do with the SRO?")
BUS = Told(6, 12, (4,), "Every day. I have bus duty. He knows half of them by name.", "He knows half of them")
DRILL = Told(13, 17, (1,), "For me it was the fire drill in September.")
BINDER = Told(18, 23, (5,), "I have never opened that binder.", agree=2, dissent=1)
TOLD = (ASKED, BUS, DRILL, BINDER)

PERFECT = (
    LineTaken(7, (4,), "He knows half of them by name.", Fidelity.VERBATIM, is_quote=True),
    LineTaken(14, (1,), "For me it was the fire drill in September."),
    LineTaken(19, (5,), "I have never opened that binder.", agree=2, dissent=1),
)


def figures(scores: NoteScores) -> list[tuple[int, int]]:
    shares = (scores.noted, scores.attribution, scores.quotes, scores.counts)
    return [(share.count, share.of) for share in shares]


def test_perfect_notes_get_everything() -> None:
    scores = score_notes(TOLD, PERFECT)

    assert figures(scores) == [(3, 3), (3, 3), (1, 1), (1, 1)]
    assert scores.missed == ()
    assert scores.quotes.is_whole


def test_no_notes_get_nothing_and_everything_is_told_as_missed() -> None:
    scores = score_notes(TOLD, ())

    assert figures(scores) == [(0, 3), (0, 0), (0, 1), (0, 1)]
    assert [one.told for one in scores.missed] == [BUS, DRILL, BINDER]
    assert all(one.line is None for one in scores.missed)


def test_nothing_said_is_nothing_to_note() -> None:
    assert figures(score_notes((), PERFECT)) == [(0, 0), (0, 0), (0, 0), (0, 0)]


def test_lines_a_little_late_still_belong_to_what_was_said() -> None:
    late = [replace(line, seconds=line.seconds + 12) for line in PERFECT]

    assert figures(score_notes(TOLD, late)) == [(3, 3), (3, 3), (1, 1), (1, 1)]


def test_lines_far_too_late_belong_to_nothing() -> None:
    late = [replace(line, seconds=line.seconds + 90) for line in PERFECT]

    assert figures(score_notes(TOLD, late))[0] == (0, 3)


def test_the_words_decide_over_the_time() -> None:
    scores = score_notes(TOLD, [LineTaken(19, (1,), "fire drill sept")])

    assert [one.told for one in scores.judged if one.line] == [DRILL]
    assert scores.attribution == Share(1, 1)


def test_a_line_in_other_words_belongs_to_what_was_said_last() -> None:
    scores = score_notes(TOLD, [LineTaken(16, (1,), "autumn practice")])

    assert [one.told for one in scores.judged if one.line] == [DRILL]


def test_a_line_about_the_question_asked_counts_for_nobody() -> None:
    scores = score_notes(TOLD, [LineTaken(1, (), "When last anything SRO?")])

    assert scores.noted == Share(0, 3)


@pytest.mark.parametrize("seats", [(3,), (), (1, 4)])
def test_a_wrong_seat_is_told_beside_what_was_said(seats: tuple[int, ...]) -> None:
    lines = [replace(PERFECT[0], seats=seats), *PERFECT[1:]]
    scores = score_notes(TOLD, lines)

    assert scores.attribution == Share(2, 3)
    assert [(one.told, one.line) for one in scores.missed] == [(BUS, lines[0])]
    assert scores.quotes == Share(1, 1)


def test_those_who_speak_together_are_named_in_any_order() -> None:
    both = Told(0, 3, (3, 5), "We call the office.")

    assert score_notes([both], [LineTaken(1, (5, 3), "call office")]).attribution == Share(1, 1)


@pytest.mark.parametrize(
    ("text", "fidelity", "is_quote", "caught"),
    [
        ("He knows half of them", Fidelity.VERBATIM, True, Caught.EXACT),
        ("“he knows half of them…”", Fidelity.NEAR, True, Caught.EXACT),
        ("He knew half of them", Fidelity.NEAR, True, Caught.NEARLY),
        ("He knew half of them", Fidelity.VERBATIM, True, Caught.OVERSTATED),
        ("He knows half of them", Fidelity.PARAPHRASE, True, Caught.EXACT),
        ("He knows half of them", Fidelity.PARAPHRASE, False, Caught.UNMARKED),
        ("Knows many of the children by name", Fidelity.NEAR, True, Caught.MISSED),
        ("Has bus duty every day", Fidelity.PARAPHRASE, False, Caught.MISSED),
    ],
)
def test_quotes_are_captured_by_their_words_and_marks(
    text: str, fidelity: Fidelity, is_quote: bool, caught: Caught
) -> None:
    scores = score_notes(TOLD, [LineTaken(8, (4,), text, fidelity, is_quote)])

    assert scores.judged[0].quote is caught
    assert scores.quotes.count == (caught in {Caught.EXACT, Caught.NEARLY, Caught.OVERSTATED})


def test_a_quote_is_found_in_a_longer_line_and_in_the_better_of_two() -> None:
    lines = [
        LineTaken(8, (4,), "Bus duty"),
        LineTaken(10, (4,), BUS.words, Fidelity.VERBATIM, is_quote=True),
    ]

    assert score_notes(TOLD, lines).judged[0].quote is Caught.EXACT


@pytest.mark.parametrize(
    ("agree", "dissent", "is_counted"), [(2, 1, True), (2, None, False), (3, 1, False), (None, None, False)]
)
def test_votes_count_with_equal_numbers(agree: int | None, dissent: int | None, is_counted: bool) -> None:
    scores = score_notes(TOLD, [replace(PERFECT[2], agree=agree, dissent=dissent)])

    assert scores.judged[2].is_counted is is_counted


def test_nobody_against_needs_no_zero() -> None:
    told = replace(BINDER, dissent=0)

    assert score_notes([told], [replace(PERFECT[2], dissent=None)]).counts == Share(1, 1)


def test_similarity_is_between_none_and_all() -> None:
    assert word_similarity("Not calm. Still.", "not calm — still") == 1
    assert word_similarity("Not calm. Still.", "") == 0
    assert word_similarity("I don’t call", "I don't call") == 1
    assert word_similarity("We find out when we call.", "We find out if we call") == pytest.approx(10 / 12)
