"""What the question types and choices of an XLSForm are to us."""

import pytest

from assessor.exchange.xlsform_kinds import (
    SelectType,
    choice_kind,
    is_closing,
    is_metadata,
    is_off_scale,
    opened,
    parse_select,
    plain_kind,
)

AGREE = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]


@pytest.mark.parametrize(
    ("type_", "select"),
    [
        ("select_one agree", SelectType("agree", is_multiple=False, has_other=False)),
        ("select one from agree or specify other", SelectType("agree", is_multiple=False, has_other=True)),
        ("select all that apply from agree", SelectType("agree", is_multiple=True, has_other=False)),
        ("select_multiple agree or_other", SelectType("agree", is_multiple=True, has_other=True)),
        ("text", None),
        ("select_one", None),
    ],
)
def test_a_type_names_its_list(type_: str, select: SelectType | None) -> None:
    assert parse_select(type_) == select


@pytest.mark.parametrize(
    ("type_", "kind"), [("text", "text"), ("Integer", "number"), ("range", "number"), ("photo", "")]
)
def test_types_without_choices(type_: str, kind: str) -> None:
    assert plain_kind(type_) == kind


def test_rows_that_open_close_and_record() -> None:
    assert [opened(one) for one in ("begin_group", "begin repeat", "begin loop over x", "text")] == [
        "group", "repeat", "loop", "",
    ]  # fmt: skip
    assert is_closing("end repeat")
    assert not is_closing("begin_group")
    assert is_metadata("deviceid")
    assert not is_metadata("text")


@pytest.mark.parametrize(
    ("names", "labels", "appearance", "kind", "points"),
    [
        (["a", "b", "c", "d", "e"], AGREE, "", "scale", [1, 2, 3, 4, 5]),
        (["e", "d", "c", "b", "a"], AGREE[::-1], "", "scale", [5, 4, 3, 2, 1]),
        (["n", "y"], ["No", "Yes"], "", "yes_no", [0, 1]),
        (["1", "2", "3"], ["Cold", "Mild", "Hot"], "likert", "rating", [1, 2, 3]),
        (["x", "y", "z"], ["Bus", "Car", "On foot"], "", "choice", []),
    ],
)
def test_a_question_with_one_choice_is_known_by_its_labels(
    names: list[str], labels: list[str], appearance: str, kind: str, points: list[int]
) -> None:
    assert choice_kind(names, labels, appearance) == (kind, points)


@pytest.mark.parametrize(("name", "label"), [("DK", "x"), ("-99", "x"), ("z", "Don’t know"), ("z", "No sé")])
def test_the_answer_off_the_scale_is_known(name: str, label: str) -> None:
    assert is_off_scale(name, label)
    assert not is_off_scale("z", "Agree")
