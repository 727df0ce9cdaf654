"""Saturation is told from codes, and never while remarks of the last sessions are not coded."""

from collections.abc import Sequence

import pytest

from assessor.operations.saturations import SaturationState, SessionCodes, measure_saturation

State = SaturationState


def sessions(*told: tuple[Sequence[str], int]) -> list[SessionCodes]:
    """Sessions by their codes, and how many further remarks bear none."""
    return [
        SessionCodes(str(number), f"Session {number}", tuple(codes), len(codes) + uncoded, uncoded)
        for number, (codes, uncoded) in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([], State.NOTHING),
        ([([], 4), ([], 3), ([], 2)], State.NOT_CODED),
        ([(["a"], 0)], State.GROWING),
        ([(["a", "b"], 0), (["a"], 0)], State.GROWING),
        ([(["a", "b"], 0), (["a"], 0), (["b"], 0)], State.SATURATED),
        ([(["a", "b"], 3), (["a"], 0), (["b"], 0)], State.SATURATED),
        ([(["a", "b"], 0), (["a"], 0), (["b"], 1)], State.QUIET_SO_FAR),
        ([(["a", "b"], 0), (["a"], 0), ([], 5)], State.GROWING),
        ([(["a"], 0), (["a"], 0), (["a"], 0), (["c"], 0)], State.GROWING),
    ],
)
def test_two_sessions_without_a_new_code_tell_only_once_they_are_coded(
    told: list[tuple[Sequence[str], int]], state: State
) -> None:
    assert measure_saturation(sessions(*told)).state is state


def test_each_session_tells_what_it_brought() -> None:
    found = measure_saturation(sessions((["a", "b", "a"], 1), (["b", "c"], 0), ([], 2)))

    assert [gain.new_codes for gain in found.sessions] == [("a", "b"), ("c",), ()]
    assert (found.codes, found.remarks, found.uncoded, found.coded_sessions) == (3, 8, 3, 2)
