"""Exact shares and the rounding of numbers to the places they are shown with."""

from decimal import Context, Decimal
from fractions import Fraction
from math import floor

Number = Decimal | Fraction | int


def decimal_of(value: Fraction | int) -> Decimal:
    """Return a fraction as a decimal of 28 significant digits: exact wherever the fraction ends."""
    fraction = Fraction(value)
    return Context(prec=28).divide(Decimal(fraction.numerator), Decimal(fraction.denominator))


def shown(value: Number, places: int) -> Decimal:
    """Return `value` rounded as readers round, halves away from zero, with exactly `places` decimals."""
    exact = Fraction(value)
    steps = floor(abs(exact) * 10**places + Fraction(1, 2))
    return Decimal(steps if exact >= 0 else -steps).scaleb(-places, Context(prec=60))


def percent(part: int, whole: int) -> Decimal | None:
    """Return 100 × part / whole, unrounded; None where the whole is zero.

    Raises ValueError for a negative count or a part larger than its whole.
    """
    if part < 0 or part > whole:
        raise ValueError(f"{part} is no part of {whole}")
    return decimal_of(Fraction(100 * part, whole)) if whole else None
