"""A wave of a district whose answers name schools, for tests of results by school."""

from collections.abc import Mapping
from pathlib import Path

from tests.operations.survey_waves import bring_in_wave

from assessor.operations.clients import add_site
from assessor.store import Engagement

SCHOOLS = ("North High", "Ridge Middle", "Oak Elementary", "Mill Creek Elementary")
PEOPLE: Mapping[str, tuple[int, ...]] = {"TCH": (30, 24, 14, 6), "PAR": (40, 22, 12, 11)}
"""How many of each group belong to each school."""
UNKNOWN = 12
"""How many parents name no school."""
_HEADING = "Which school?"


def bring_in_schools(
    engagement: Engagement,
    folder: Path,
    people: Mapping[str, tuple[int, ...]] = PEOPLE,
    schools: tuple[str, ...] = SCHOOLS,
    unknown: int = UNKNOWN,
) -> str:
    """A wave in which schools answer differently: the first like it least."""
    for school in schools:
        add_site(engagement, school)
    groups = {group: _columns(ns, schools, unknown if group == "PAR" else 0) for group, ns in people.items()}
    return bring_in_wave(engagement, folder, **groups)


def answers_of(place: int, n: int) -> list[int]:
    """What `n` people of the school at a place answer: more of them agree than at the one before."""
    liking = (2, 4, 3, 5, 4)
    return [liking[who % 5] if who % 4 < place + 1 else 1 + who % 3 for who in range(n)]


def _columns(ns: tuple[int, ...], schools: tuple[str, ...], unknown: int) -> dict[str, list[object]]:
    named = [school for school, n in zip(schools, ns, strict=True) for _ in range(n)] + [""] * unknown
    given = [answer for place, n in enumerate((*ns, unknown)) for answer in answers_of(place, n)]
    band = ["Low", "High"] * len(named)
    return {
        "COM5": list(given),
        "COM6": [min(answer + 1, 5) for answer in given],
        _HEADING: list(named),
        "BAND": list(band[: len(named)]),
    }
