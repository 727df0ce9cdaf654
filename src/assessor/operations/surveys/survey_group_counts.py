"""How many of each group answered a wave, without anything they said: quick to look up."""

from dataclasses import dataclass

from assessor.operations.surveys.survey_rates import group_count
from assessor.operations.surveys.survey_reading import read_wave
from assessor.operations.surveys.survey_result_rows import Audience, GroupCount
from assessor.store import Engagement


@dataclass(frozen=True)
class GroupCounts:
    """The groups of a wave as an audience may count them, and the least number it is shown."""

    threshold: int
    groups: tuple[GroupCount, ...]


def get_group_counts(engagement: Engagement, wave_id: str, audience: Audience) -> GroupCounts:
    """The groups of a wave as an audience may count them. Raises CannotDo when the wave is gone."""
    with engagement.reading() as session:
        wave = read_wave(session, wave_id, audience)
        return GroupCounts(wave.threshold, tuple(group_count(wave, group) for group in wave.ordered_groups))
