"""Several choices in one cell are told apart without breaking one."""

from assessor.exchange.multiple_choices import likely_choices, likely_separator, split_choices


def test_choices_that_recur_show_the_mark_between_them() -> None:
    cells = {"Talk, Trust": 3, "Talk": 5, "Trust": 2, "Talk, Rules": 2}
    assert likely_separator(cells) == ", "
    assert likely_choices(cells, ", ") == ("Talk", "Trust", "Rules")


def test_a_semicolon_goes_before_a_comma_in_an_option() -> None:
    assert likely_separator({"Monday, 10:10am;Tuesday, 9am;": 3, "Monday, 10:10am;": 4}) == ";"


def test_sentences_with_commas_are_no_choices() -> None:
    cells = {"We talk, mostly": 1, "They come late, often": 1, "No, never": 1}
    assert likely_separator(cells) == ""


def test_an_option_that_holds_the_mark_is_not_broken() -> None:
    choices = ("Talk", "Talk, then write", "Trust")
    assert split_choices("Talk, then write, Trust, my own, words", choices, ", ") == (
        ("Talk, then write", "Trust"),
        ("my own", "words"),
    )


def test_the_mark_at_the_end_adds_nothing() -> None:
    assert split_choices("A;B;", ("A", "B"), ";") == (("A", "B"), ())
    assert split_choices("", ("A",), ";") == ((), ())


def test_a_longer_word_is_not_taken_for_the_option_it_begins_with() -> None:
    assert split_choices("Talking, Talk", ("Talk",), ", ") == (("Talk",), ("Talking",))
