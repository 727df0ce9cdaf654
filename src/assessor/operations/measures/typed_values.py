"""What was typed for a period, understood: a number, counts, or one of the states without a number."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from assessor.terms import CannotDo, ValueState

_COUNTS = re.compile(r"([\d,]+)\s*(?:/|of|÷)\s*([\d,]+)", re.IGNORECASE)
_TOO_LARGE = 10**12
_STATES = {
    "z": ValueState.ZERO,
    "zero": ValueState.ZERO,
    "n": ValueState.NOT_COLLECTED,
    "nc": ValueState.NOT_COLLECTED,
    "not collected": ValueState.NOT_COLLECTED,
    "–": ValueState.NOT_COLLECTED,
    "s": ValueState.SUPPRESSED,
    "suppressed": ValueState.SUPPRESSED,
}


@dataclass(frozen=True)
class TypedValue:
    """A state, its number if it has one, or what was counted among how many."""

    state: ValueState = ValueState.VALUE
    value: Decimal | None = None
    counted: int | None = None
    among: int | None = None


def read_value(text: str) -> TypedValue:
    """Understand what was typed as a value. Raises CannotDo with a sentence."""
    said = text.strip().lower()
    if said in _STATES:
        return TypedValue(_STATES[said])
    counts = _COUNTS.fullmatch(said)
    if counts is not None:
        return TypedValue(counted=_whole(counts[1]), among=_whole(counts[2]))
    number = _number(text)
    return TypedValue(value=number) if number else TypedValue(ValueState.ZERO)


def read_counts(text: str) -> tuple[int | None, int | None]:
    """Understand what was typed as counts: "7 of 412", "7", or nothing. Raises CannotDo with a sentence."""
    said = text.strip()
    if not said:
        return None, None
    counts = _COUNTS.fullmatch(said)
    if counts is not None:
        return _whole(counts[1]), _whole(counts[2])
    number = _number(said)
    if number != number.to_integral_value() or number < 0:
        raise CannotDo("A count is a whole number. Write 7 of 412.")
    return int(number), None


def _whole(text: str) -> int:
    return int(_number(text))


def _number(text: str) -> Decimal:
    plain = text.strip().removesuffix("%").strip().replace("−", "-").replace(",", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if number.is_finite() and abs(number) >= _TOO_LARGE:
        raise CannotDo(f"“{text[:20]}” is too large for a value. Check the digits.")
    if not number.is_finite():
        raise CannotDo(
            f"“{text}” is not a value. Type a number, 7 of 412, nc for not collected or s for suppressed."
        )
    return number
