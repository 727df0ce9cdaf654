"""A construct by the choices of another question: each group by the items it was asked."""

from pathlib import Path

from tests.operations.survey_waves import bring_in_wave

from assessor.operations.surveys.survey_results import Audience, get_breakdown, get_results
from assessor.store import Engagement
from assessor.terms import Group


def test_a_group_asked_few_items_of_a_construct_counts_by_those(
    engagement: Engagement, tmp_path: Path
) -> None:
    band = ["Low", "High"] * 12
    wave = bring_in_wave(
        engagement,
        tmp_path,
        TCH={"COM5": [2, 3, 4] * 8, "COM6": [4, 3, 2] * 8, "BAND": band},
        ADM={**{f"COM{number}": [1, 3, 5] * 4 for number in range(1, 6)}, "BAND": band[:12]},
    )
    found = get_breakdown(engagement, wave, "COM", "BAND", Audience.INTERNAL, group=Group.TCH)
    assert {label: answers.n for label, answers in found.parts} == {"Low": 12, "High": 12}
    construct = next(each for each in get_results(engagement, wave).constructs if each.code == "COM")
    assert found.total.n == construct.of(Group.TCH).n == 24
    together = get_breakdown(engagement, wave, "COM", "BAND", Audience.INTERNAL)
    assert together.total.n == construct.overall.n == 36
