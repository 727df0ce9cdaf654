"""What is typed as a value: numbers, counts, and the states that have no number."""

from decimal import Decimal

import pytest

from assessor.operations.measures.typed_values import TypedValue, read_counts, read_value
from assessor.terms import CannotDo, ValueState


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0.26", TypedValue(value=Decimal("0.26"))),
        ("1,412", TypedValue(value=Decimal(1412))),
        ("81 %", TypedValue(value=Decimal(81))),
        ("−3", TypedValue(value=Decimal(-3))),
        ("Z", TypedValue(ValueState.ZERO)),
        ("0", TypedValue(ValueState.ZERO)),
        ("0.00", TypedValue(ValueState.ZERO)),
        ("nc", TypedValue(ValueState.NOT_COLLECTED)),
        ("NC", TypedValue(ValueState.NOT_COLLECTED)),
        ("not collected", TypedValue(ValueState.NOT_COLLECTED)),
        ("s", TypedValue(ValueState.SUPPRESSED)),
        ("7 of 1,412", TypedValue(counted=7, among=1412)),
        ("7/412", TypedValue(counted=7, among=412)),
    ],
)
def test_a_value_is_understood_however_it_is_typed(text: str, read: TypedValue) -> None:
    assert read_value(text) == read


@pytest.mark.parametrize("text", ["", "many", "1.2.3", "nan", "inf", "7 of", "x of 412"])
def test_what_is_no_value_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(CannotDo, match="Type a number"):
        read_value(text)


@pytest.mark.parametrize("text", ["1e400", "9" * 400, "7 of 99999999999999999999999"])
def test_what_no_count_can_be_is_refused(text: str) -> None:
    with pytest.raises(CannotDo, match="too large"):
        read_value(text)


def test_counts_are_whole_numbers() -> None:
    assert read_counts("7 of 412") == (7, 412)
    assert read_counts("7") == (7, None)
    assert read_counts(" ") == (None, None)
    with pytest.raises(CannotDo, match="whole number"):
        read_counts("7.5")
