"""Two versions of a text compared: what stayed, came, went, moved or reads otherwise."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessor.analysis.text_changes import (
    Change,
    ChangeKind,
    alike,
    compare_paragraphs,
    compare_words,
    find_words,
    follow_words,
)

OLD = "The SRO may assist staff with student conduct as needed."
NEW = "The SRO shall not assist staff with student conduct."
TEXTS = st.lists(st.text(alphabet="ab c", min_size=1, max_size=12), max_size=12)
WORDS = st.text(alphabet="ab c.", max_size=40)


def kinds(before: list[str], after: list[str]) -> list[tuple[str, int | None, int | None]]:
    return [(one.kind.value, one.before, one.after) for one in compare_paragraphs(before, after)]


def test_paragraphs_are_told_as_same_added_removed_or_changed() -> None:
    before = ["Purpose.", OLD, "The binder is blue.", "Signed."]
    after = ["Purpose.", NEW, "Parents are told at once.", "Signed."]

    assert kinds(before, after) == [
        ("same", 0, 0),
        ("changed", 1, 1),
        ("removed", 2, None),
        ("added", None, 2),
        ("same", 3, 3),
    ]


def test_blanks_and_line_ends_are_no_change() -> None:
    assert kinds(["The SRO  may\nassist."], ["The SRO may assist."]) == [("same", 0, 0)]


def test_a_paragraph_that_stands_elsewhere_has_moved() -> None:
    assert kinds(["A one.", "B two.", "C three."], ["B two.", "C three.", "A one."]) == [
        ("same", 1, 0),
        ("same", 2, 1),
        ("moved", 0, 2),
    ]


def test_words_of_a_changed_paragraph_are_told_in_turn() -> None:
    runs = compare_words(OLD, NEW)

    assert [(run.kind.value, run.text.strip()) for run in runs] == [
        ("same", "The SRO"),
        ("removed", "may"),
        ("added", "shall not"),
        ("same", "assist staff with student"),
        ("removed", "conduct as needed."),
        ("added", "conduct."),
    ]


def test_words_are_followed_into_the_newer_version() -> None:
    start = OLD.index("may assist")
    found = follow_words(OLD, start, start + len("may assist staff"), NEW)

    assert found is not None
    assert NEW[slice(*found)] == "shall not assist staff"


def test_words_that_are_gone_are_not_found() -> None:
    text = "Keep this. Drop that one here."
    start = text.index("Drop")

    assert follow_words(text, start, len(text), "Keep this.") is None


def test_words_are_found_whatever_the_blanks_nearest_first() -> None:
    text = "as needed here; and as\nneeded there"

    assert find_words("as needed", text, 0) == (0, 9)
    assert find_words("as needed", text, 25) == (20, 29)
    assert find_words("  ", text, 0) is None
    assert find_words("nowhere", text, 0) is None


@pytest.mark.parametrize(("one", "other", "share"), [("a b", "a b", 1.0), ("a b", "c d", 0.0), ("", "", 1.0)])
def test_alike_is_the_share_of_common_words(one: str, other: str, share: float) -> None:
    assert alike(one, other) == share


def test_thousands_of_paragraphs_all_unlike_are_compared_in_bounded_steps() -> None:
    before = [f"old {number} words here" for number in range(3_000)]
    after = [f"new {number} text there" for number in range(3_000)]
    found = compare_paragraphs(before, after)

    assert sum(one.kind is ChangeKind.REMOVED for one in found) == 3_000


@given(TEXTS, TEXTS)
def test_every_paragraph_of_both_versions_is_told_once(before: list[str], after: list[str]) -> None:
    found: tuple[Change, ...] = compare_paragraphs(before, after)

    assert sorted(one.before for one in found if one.before is not None) == list(range(len(before)))
    assert [one.after for one in found if one.after is not None] == list(range(len(after)))


@given(WORDS, WORDS)
@example("a .", ".")
def test_runs_of_words_make_both_versions_again(before: str, after: str) -> None:
    runs = compare_words(before, after)
    old = "".join(run.text for run in runs if run.kind is not ChangeKind.ADDED)
    new = "".join(run.text for run in runs if run.kind is not ChangeKind.REMOVED)

    assert old.split() == before.split()
    assert new.split() == after.split()


@given(WORDS, WORDS, st.integers(0, 40), st.integers(0, 40))
def test_words_followed_stand_within_the_newer_text(before: str, after: str, one: int, other: int) -> None:
    found = follow_words(before, min(one, other), max(one, other), after)

    assert found is None or 0 <= found[0] < found[1] <= len(after)
