"""Numbers as people read them, and scales that end on round ones."""

import math
from decimal import ROUND_HALF_UP, Decimal


def figure(value: float, decimals: int = 0) -> str:
    """A number with its decimals, thousands set off, and a true minus sign."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{abs(rounded):,.{decimals}f}" if rounded >= 0 else f"−{abs(rounded):,.{decimals}f}"


def signed(value: float, decimals: int = 1) -> str:
    """A difference with its sign; none on zero."""
    text = figure(value, decimals)
    is_zero = not text.strip("−0.,")
    return text.removeprefix("−") if is_zero else text if text.startswith("−") else f"+{text}"


def percent(value: float) -> str:
    """A whole percentage, "46%"."""
    return f"{figure(value)}%"


def round_step(span: float, steps: int) -> float:
    """The smallest of 1, 2, 2.5, 5 × 10ⁿ that covers `span` in at most `steps` steps."""
    if not (span > 0 and math.isfinite(span)):
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / steps))
    for factor in (1.0, 2.0, 2.5, 5.0, 10.0):
        if power * factor * steps >= span * (1 - 1e-9):
            return power * factor
    return power * 10


def round_ticks(low: float, high: float, steps: int = 5) -> tuple[float, ...]:
    """Round numbers from at or below `low` to at or above `high`; at least two."""
    step = round_step(high - low, steps)
    first = math.floor(low / step + 1e-9)
    last = max(math.ceil(high / step - 1e-9), first + 1)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def decimals_of(ticks: tuple[float, ...]) -> int:
    """How many decimals the ticks need, at most 3."""
    for decimals in range(3):
        if all(abs(tick - round(tick, decimals)) < 1e-9 for tick in ticks):
            return decimals
    return 3
