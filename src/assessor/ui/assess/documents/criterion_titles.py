"""Criteria of the agreement review named outside of it: "B3 Offense-sorting guide"."""

from collections.abc import Iterable

from assessor.instruments.rubrics import get_rubric

_RUBRIC = "sro_agreement"


def criteria_words(codes: Iterable[str], between: str = ", ") -> str:
    """The criteria of these codes with their titles."""
    titles = {each.code: each.title for each in get_rubric(_RUBRIC).criteria}
    return between.join(f"{code} {titles.get(code, '')}".strip() for code in codes)
