"""How many of each group answered, as each audience may count them."""

from pathlib import Path

from tests.operations.survey_waves import bring_in_pictured

from assessor.operations.surveys.survey_group_counts import get_group_counts
from assessor.operations.surveys.survey_results import Audience, get_results
from assessor.store import Engagement


def test_counts_are_those_of_the_results_for_each_audience(engagement: Engagement, tmp_path: Path) -> None:
    wave = bring_in_pictured(engagement, tmp_path)
    for audience in Audience:
        found, results = get_group_counts(engagement, wave, audience), get_results(engagement, wave, audience)
        assert found.groups == results.groups
        assert found.threshold == results.threshold
